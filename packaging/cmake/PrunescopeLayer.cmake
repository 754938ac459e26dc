# prunescope_layer(NAME [ARITHMETIC] [DEPENDS layer...] [LIBRARIES target...] [PRECOMPILES header...]
#                 [SOURCES name...])
#
# One static library (in a portable build: a part of the engine) for the folder core/NAME, from every .cpp in it.
# A new file needs no line here.
# ARITHMETIC: its sources are compiled each by itself, because what the compiler inlines decides how it rounds;
# PRUNESCOPE_UNITY=ALL does not care.
# DEPENDS names the layers below; tests/architecture checks the includes against the same order.
# PRECOMPILES: headers that are compiled once, beside those of all layers, for this layer and those after it.
# SOURCES: of the folder these alone, without their ending.
function(prunescope_layer name)
    cmake_parse_arguments(ARG "ARITHMETIC" "" "DEPENDS;LIBRARIES;PRECOMPILES;SOURCES" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp")
    if(ARG_SOURCES)
        list(TRANSFORM ARG_SOURCES REPLACE "(.+)" "${CMAKE_CURRENT_SOURCE_DIR}/${name}/\\1.cpp" OUTPUT_VARIABLE sources)
    endif()
    if(PRUNESCOPE_ISA STREQUAL "portable")
        if(PRUNESCOPE_UNITY AND NOT ARG_ARITHMETIC)
            set_source_files_properties(${sources} PROPERTIES UNITY_GROUP ${name})
        endif()
        prunescope_engine_layer(${name} "${sources}" "${ARG_LIBRARIES}" "${ARG_DEPENDS}")
        return()
    endif()
    add_library(prunescope_${name} STATIC ${sources})
    target_link_libraries(prunescope_${name} PUBLIC prunescope_options ${ARG_LIBRARIES})
    foreach(layer IN LISTS ARG_DEPENDS)
        target_link_libraries(prunescope_${name} PUBLIC prunescope_${layer})
    endforeach()
    if(PRUNESCOPE_UNITY STREQUAL "ALL" OR (PRUNESCOPE_UNITY AND NOT ARG_ARITHMETIC))
        prunescope_unity(prunescope_${name})
    endif()
    if(PRUNESCOPE_PRECOMPILED)
        prunescope_precompile(prunescope_${name} ${ARG_PRECOMPILES})
    endif()
endfunction()

# What most of the engine includes.
set(prunescope_headers <nlohmann/json.hpp> <fmt/format.h> <algorithm> <filesystem> <functional> <map> <memory> <optional>
    <string> <string_view> <utility> <vector>)

# prunescope_precompile(TARGET [header...]): with headers of its own, or with those of the last target that has some.
function(prunescope_precompile target)
    get_property(last GLOBAL PROPERTY PRUNESCOPE_PRECOMPILED_BY)
    if(last AND NOT ARGN)
        target_precompile_headers(${target} REUSE_FROM ${last})
        return()
    endif()
    target_precompile_headers(${target} PRIVATE ${prunescope_headers} ${ARGN})
    set_property(GLOBAL PROPERTY PRUNESCOPE_PRECOMPILED_BY ${target})
endfunction()
