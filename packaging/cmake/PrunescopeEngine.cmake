# The portable build: PRUNESCOPE_ISA=portable makes one shared library of all layers, `prunescope-engine`, three
# times, and lays the faster ones where the loader of glibc 2.33 and later looks for them first:
#
#     libprunescope-engine.so.0                               any machine since 2009 (x86-64-v2)
#     glibc-hwcaps/x86-64-v3/libprunescope-engine.so.0        AVX2 and FMA
#     glibc-hwcaps/x86-64-v4/libprunescope-engine.so.0        AVX-512
#
# The programs are compiled for x86-64-v2 and hold no kernel. The folder is lib/ in the build, and
# lib/prunescope/ beside the programs' bin/ once installed.
if(PRUNESCOPE_ISA STREQUAL "portable")
    set(CMAKE_INSTALL_RPATH "$ORIGIN/../lib/prunescope")
endif()

# Sources and libraries of a layer, to be part of the engine.
function(prunescope_engine_layer name sources libraries layers)
    set_property(GLOBAL APPEND PROPERTY PRUNESCOPE_ENGINE_SOURCES ${sources})
    set_property(GLOBAL APPEND PROPERTY PRUNESCOPE_ENGINE_LIBRARIES ${libraries})
    add_library(prunescope_${name} INTERFACE)
    target_link_libraries(prunescope_${name} INTERFACE prunescope_options prunescope-engine ${libraries})
    foreach(layer IN LISTS layers)
        target_link_libraries(prunescope_${name} INTERFACE prunescope_${layer})
    endforeach()
endfunction()

function(prunescope_engine_level target level folder)
    get_property(sources GLOBAL PROPERTY PRUNESCOPE_ENGINE_SOURCES)
    get_property(libraries GLOBAL PROPERTY PRUNESCOPE_ENGINE_LIBRARIES)
    list(REMOVE_DUPLICATES libraries)
    add_library(${target} SHARED ${sources})
    target_link_libraries(${target} PUBLIC prunescope_options ${libraries})
    # A program's own copy of an inline function, compiled for less, must not take the place of the engine's.
    target_link_options(${target} PRIVATE "LINKER:-Bsymbolic-functions")
    set_target_properties(${target} PROPERTIES PRUNESCOPE_LEVEL ${level} OUTPUT_NAME prunescope-engine
        VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}
        LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib/${folder}")
    # Layers that name a group are compiled as one each, the others file by file.
    set_target_properties(${target} PROPERTIES PRUNESCOPE_FOLDER "${folder}" UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

# prunescope_install_engine([COMPONENT name]): the library of every level where the loader looks for it.
function(prunescope_install_engine)
    foreach(target prunescope-engine prunescope-engine-x86-64-v3 prunescope-engine-x86-64-v4)
        get_target_property(folder ${target} PRUNESCOPE_FOLDER)
        install(TARGETS ${target} LIBRARY DESTINATION "lib/prunescope/${folder}" NAMELINK_SKIP ${ARGN})
    endforeach()
endfunction()

# Call once, after the last layer.
function(prunescope_engine)
    prunescope_engine_level(prunescope-engine x86-64-v2 "")
    foreach(level x86-64-v3 x86-64-v4)
        prunescope_engine_level(prunescope-engine-${level} ${level} glibc-hwcaps/${level})
        add_dependencies(prunescope-engine prunescope-engine-${level})
    endforeach()
    prunescope_install_engine()
endfunction()
