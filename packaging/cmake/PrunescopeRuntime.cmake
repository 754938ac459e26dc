# Libraries for programs of any language: a layer of core/ with a C header, and what it reaches of the layers below, as one
# shared library that is found by find_package(Prunescope) and pkg-config once installed:
#
#     cmake --install build/release --component runtime --prefix DIR
#     cmake --install build/release --component pruner --prefix DIR
#
# The layers are those of the programs, compiled once for both (PrunescopeOptions.cmake), so that a library computes the bits
# that they do; a portable build has them in its engine, which the loader picks by the machine.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(prunescope_package "${CMAKE_INSTALL_LIBDIR}/cmake/Prunescope")

# prunescope_shared_library(NAME DESCRIPTION): libprunescope_NAME.so of the layer core/NAME, with the functions of
# prunescope_NAME.h, which NAME.map lists.
function(prunescope_shared_library name description)
    set(target prunescope-${name})
    set(layer "${CMAKE_CURRENT_SOURCE_DIR}/${name}")
    if(PRUNESCOPE_ISA STREQUAL "portable")
        # The engine has the functions, but they are this library's to show.
        add_library(${target} SHARED "${layer}/prunescope_${name}.cpp")
        target_link_libraries(${target} PRIVATE prunescope_${name})
        # The engine lies in lib/prunescope, whatever the system calls the folder of its own libraries.
        set_target_properties(${target} PROPERTIES INSTALL_RPATH "$ORIGIN/prunescope;$ORIGIN/../prunescope")
    else()
        add_library(${target} SHARED "${layer}/prunescope_${name}.h")
        set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
        target_link_libraries(${target} PRIVATE "$<LINK_LIBRARY:WHOLE_ARCHIVE,prunescope_${name}>")
        # What the library does not reach is left out, and with it the libraries that only that has needed.
        target_link_options(${target} PRIVATE LINKER:--gc-sections LINKER:--as-needed)
    endif()
    # A program sees the functions of the header and nothing else, or two copies of one library could meet.
    set(map "${PROJECT_SOURCE_DIR}/packaging/cmake/${name}.map")
    target_link_options(${target} PRIVATE "LINKER:--version-script=${map}")
    target_include_directories(${target} INTERFACE
        "$<BUILD_INTERFACE:${layer}>" "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")
    set_target_properties(${target} PROPERTIES OUTPUT_NAME prunescope_${name} EXPORT_NAME ${name} LINK_DEPENDS "${map}"
        VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}
        PUBLIC_HEADER "${layer}/prunescope_${name}.h"
        LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib")
    prunescope_install_library(${name} "${description}")
endfunction()

function(prunescope_install_library name description)
    set(made "${PROJECT_BINARY_DIR}/package")
    install(TARGETS prunescope-${name} EXPORT prunescope-${name} COMPONENT ${name}
        LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT ${name} NAMELINK_COMPONENT ${name}
        PUBLIC_HEADER DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT ${name})
    install(EXPORT prunescope-${name} NAMESPACE Prunescope:: DESTINATION "${prunescope_package}" COMPONENT ${name}
        FILE Prunescope-${name}.cmake)
    write_basic_package_version_file("${made}/PrunescopeConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
    file(RELATIVE_PATH to_prefix "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
    configure_file("${PROJECT_SOURCE_DIR}/packaging/cmake/prunescope-library.pc.in" "${made}/prunescope-${name}.pc" @ONLY)
    if(PRUNESCOPE_ISA STREQUAL "portable")
        prunescope_install_engine(COMPONENT ${name})
    endif()
    # Whichever of the libraries are installed, the package is the same.
    install(FILES "${PROJECT_SOURCE_DIR}/packaging/cmake/PrunescopeConfig.cmake" "${made}/PrunescopeConfigVersion.cmake"
        DESTINATION "${prunescope_package}" COMPONENT ${name})
    install(FILES "${made}/prunescope-${name}.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT ${name})
endfunction()
