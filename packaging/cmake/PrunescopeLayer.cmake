# prunescope_layer(NAME [ARITHMETIC] [DEPENDS layer...] [LIBRARIES target...])
#
# One static library (in a portable build: a part of the engine) for the folder core/NAME, from every .cpp in it.
# A new file needs no line here.
# ARITHMETIC: its sources are compiled each by itself, because what the compiler inlines decides how it rounds.
# DEPENDS names the layers below; tests/architecture checks the includes against the same order.
function(prunescope_layer name)
    cmake_parse_arguments(ARG "ARITHMETIC" "" "DEPENDS;LIBRARIES" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp")
    if(PRUNESCOPE_ISA STREQUAL "portable")
        prunescope_engine_layer(${name} "${sources}" "${ARG_LIBRARIES}" "${ARG_DEPENDS}")
        return()
    endif()
    add_library(prunescope_${name} STATIC ${sources})
    target_link_libraries(prunescope_${name} PUBLIC prunescope_options ${ARG_LIBRARIES})
    foreach(layer IN LISTS ARG_DEPENDS)
        target_link_libraries(prunescope_${name} PUBLIC prunescope_${layer})
    endforeach()
    if(PRUNESCOPE_UNITY AND NOT ARG_ARITHMETIC)
        prunescope_unity(prunescope_${name})
    endif()
    if(PRUNESCOPE_PRECOMPILED)
        prunescope_precompile(${name})
    endif()
endfunction()

# What most of the engine includes, compiled once, in the lowest layer.
set(prunescope_headers <nlohmann/json.hpp> <fmt/format.h> <algorithm> <filesystem> <functional> <map> <memory> <optional>
    <string> <string_view> <utility> <vector>)
function(prunescope_precompile name)
    if(name STREQUAL base)
        target_precompile_headers(prunescope_base PRIVATE ${prunescope_headers})
        # This file is compiled for another machine level than the headers.
        set_source_files_properties("${PROJECT_SOURCE_DIR}/core/base/instruction_check.cpp"
            TARGET_DIRECTORY prunescope_base PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    else()
        target_precompile_headers(prunescope_${name} REUSE_FROM prunescope_base)
    endif()
endfunction()
