# The runtime: core/runtime with the layers below it as one shared library for programs of any language, found by
# find_package(Prunescope) and pkg-config once installed:
#
#     cmake --install build/release --component runtime --prefix DIR
#
# The layers of the other programs are no code for a shared library, so it is compiled from their sources again; a
# portable build has them in its engine, which the loader picks by the machine.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# Sources of the layers, each folder compiled together, and the libraries that they use.
function(prunescope_runtime_parts target)
    foreach(layer IN LISTS ARGN)
        get_target_property(sources prunescope_${layer} SOURCES)
        get_target_property(libraries prunescope_${layer} LINK_LIBRARIES)
        list(FILTER libraries EXCLUDE REGEX "^prunescope_")
        set_source_files_properties(${sources} PROPERTIES UNITY_GROUP ${layer})
        target_sources(${target} PRIVATE ${sources})
        target_link_libraries(${target} PRIVATE ${libraries})
    endforeach()
endfunction()

# prunescope_runtime(layer...): the library of core/runtime and of these layers.
function(prunescope_runtime)
    set(header "${CMAKE_CURRENT_SOURCE_DIR}/runtime/prunescope_runtime.h")
    if(PRUNESCOPE_ISA STREQUAL "portable")
        add_library(prunescope-runtime SHARED "${CMAKE_CURRENT_SOURCE_DIR}/runtime/prunescope_runtime.cpp")
        target_link_libraries(prunescope-runtime PRIVATE prunescope_runtime)
        # The engine lies in lib/prunescope, whatever the system calls the folder of its own libraries.
        set_target_properties(prunescope-runtime PROPERTIES INSTALL_RPATH "$ORIGIN/prunescope;$ORIGIN/../prunescope")
    else()
        add_library(prunescope-runtime SHARED)
        prunescope_runtime_parts(prunescope-runtime ${ARGN} runtime)
        target_link_libraries(prunescope-runtime PRIVATE prunescope_options)
        if(PRUNESCOPE_UNITY)
            set_target_properties(prunescope-runtime PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
        endif()
        if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
            # Bug 105593, see core/CMakeLists.txt; and unnamed namespaces of sources that are compiled together are
            # taken for those of a header.
            target_compile_options(prunescope-runtime PRIVATE -Wno-uninitialized -Wno-maybe-uninitialized
                -Wno-subobject-linkage)
        endif()
        target_compile_options(prunescope-runtime PRIVATE -fvisibility=hidden -fvisibility-inlines-hidden
            -ffunction-sections -fdata-sections)
        # What the runtime does not reach is left out, and with it the libraries that only that has needed.
        target_link_options(prunescope-runtime PRIVATE LINKER:--gc-sections LINKER:--as-needed)
    endif()
    # A program sees the functions of the header and nothing else, or two copies of one library could meet.
    target_link_options(prunescope-runtime PRIVATE
        "LINKER:--version-script=${PROJECT_SOURCE_DIR}/packaging/cmake/runtime.map")
    target_include_directories(prunescope-runtime INTERFACE
        "$<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/runtime>" "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")
    set_target_properties(prunescope-runtime PROPERTIES OUTPUT_NAME prunescope_runtime EXPORT_NAME runtime
        VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR} PUBLIC_HEADER "${header}"
        LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib")
    prunescope_install_runtime()
endfunction()

function(prunescope_install_runtime)
    set(package "${CMAKE_INSTALL_LIBDIR}/cmake/Prunescope")
    set(made "${PROJECT_BINARY_DIR}/package")
    install(TARGETS prunescope-runtime EXPORT PrunescopeTargets COMPONENT runtime
        LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT runtime NAMELINK_COMPONENT runtime
        PUBLIC_HEADER DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT runtime)
    install(EXPORT PrunescopeTargets NAMESPACE Prunescope:: DESTINATION "${package}" COMPONENT runtime
        FILE PrunescopeConfig.cmake)
    write_basic_package_version_file("${made}/PrunescopeConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
    file(RELATIVE_PATH to_prefix "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
    configure_file("${PROJECT_SOURCE_DIR}/packaging/cmake/prunescope-runtime.pc.in" "${made}/prunescope-runtime.pc" @ONLY)
    if(PRUNESCOPE_ISA STREQUAL "portable")
        prunescope_install_engine(COMPONENT runtime)
    endif()
    install(FILES "${made}/PrunescopeConfigVersion.cmake" DESTINATION "${package}" COMPONENT runtime)
    install(FILES "${made}/prunescope-runtime.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT runtime)
endfunction()
