# The CMake package of Debian's libzip-dev asks for programs of other packages (zipcmp, ziptool); this gives the library the
# target Libzip::zip without them.
find_path(Libzip_INCLUDE_DIR zip.h)
find_library(Libzip_LIBRARY zip)
if(Libzip_INCLUDE_DIR)
    file(STRINGS "${Libzip_INCLUDE_DIR}/zipconf.h" line REGEX "define LIBZIP_VERSION ")
    string(REGEX MATCH "[0-9.]+" Libzip_VERSION "${line}")
endif()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Libzip REQUIRED_VARS Libzip_LIBRARY Libzip_INCLUDE_DIR VERSION_VAR Libzip_VERSION)
if(Libzip_FOUND AND NOT TARGET Libzip::zip)
    add_library(Libzip::zip UNKNOWN IMPORTED)
    set_target_properties(Libzip::zip PROPERTIES
        IMPORTED_LOCATION "${Libzip_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${Libzip_INCLUDE_DIR}")
endif()
mark_as_advanced(Libzip_INCLUDE_DIR Libzip_LIBRARY)
