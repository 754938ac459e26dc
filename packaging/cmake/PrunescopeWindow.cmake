# prunescope_ui_layer(NAME [DEPENDS folder...] [LIBRARIES target...] [PRECOMPILES header...])
#
# One static library for the folder ui/NAME, from every .cpp in it but main.cpp. A new file needs no line here.
# DEPENDS names folders of ui/ with a line above; tests/architecture checks the includes against it.
# PRECOMPILES: headers that are compiled once for this folder and those after it.
function(prunescope_ui_layer name)
    cmake_parse_arguments(ARG "" "" "DEPENDS;LIBRARIES;PRECOMPILES" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp"
         "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.h")
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
    add_library(prunescope_ui_${name} STATIC ${sources})
    # moc of Qt 6.4 stumbles over the concepts of the C++ library: its include guard keeps it out of that file.
    # It needs no library of the folders below: without the dependency the window's objects can be made alone.
    set_target_properties(prunescope_ui_${name} PROPERTIES AUTOMOC ON AUTOMOC_MOC_OPTIONS -D_GLIBCXX_CONCEPTS
        AUTOGEN_ORIGIN_DEPENDS OFF)
    target_link_libraries(prunescope_ui_${name} PUBLIC prunescope_options Qt6::Widgets ${ARG_LIBRARIES})
    target_include_directories(prunescope_ui_${name} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_compile_definitions(prunescope_ui_${name} PUBLIC QT_NO_FOREACH QT_NO_CAST_FROM_ASCII)
    foreach(layer IN LISTS ARG_DEPENDS)
        target_link_libraries(prunescope_ui_${name} PUBLIC prunescope_ui_${layer})
    endforeach()
    if(PRUNESCOPE_UNITY)
        prunescope_unity(prunescope_ui_${name})
    endif()
    if(PRUNESCOPE_PRECOMPILED)
        prunescope_precompile(prunescope_ui_${name} ${ARG_PRECOMPILES})
    endif()
endfunction()

# prunescope_ui_page(NAME ...): the same for a folder that holds a page of the window; `app` is made of them all.
function(prunescope_ui_page name)
    prunescope_ui_layer(${name} ${ARGN})
    set_property(GLOBAL APPEND PROPERTY PRUNESCOPE_PAGES ${name})
endfunction()
