# The Debian package, which packaging/deb makes of a build: what CMake installs and what only a package has.
#
# There is one package of everything. The engine of a portable build is in it once for every level of instructions, where the
# loader of glibc looks for them (PrunescopeEngine.cmake); any other build is for machines like the one that made it.
include(GNUInstallDirs)

set(prunescope_texts "${PROJECT_BINARY_DIR}/package")
set(prunescope_maintainer "Prunescope maintainers <maintainers@prunescope.invalid>")
# Of the sources, where somebody says it, so that the same sources give the same package.
string(TIMESTAMP prunescope_date "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE "${prunescope_texts}/changelog" "prunescope (${PROJECT_VERSION}) unstable; urgency=medium

  * See CHANGELOG.md in the sources.

 -- ${prunescope_maintainer}  ${prunescope_date}
")

# Pages that a program writes about itself, and what is packed.
install(CODE "set(texts \"${prunescope_texts}\")" COMPONENT package)
install(CODE "set(cli \"$<TARGET_FILE:prunescope-cli>\")" COMPONENT package)
install(CODE [[
    execute_process(COMMAND "${cli}" manual OUTPUT_FILE "${texts}/prunescope-cli.1" COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND "${cli}" completion OUTPUT_FILE "${texts}/prunescope-cli" COMMAND_ERROR_IS_FATAL ANY)
    foreach(name prunescope-cli.1 prunescope.1 prunescope-report.1 changelog)
        execute_process(COMMAND gzip -9nf --keep "${name}" WORKING_DIRECTORY "${texts}" COMMAND_ERROR_IS_FATAL ANY)
    endforeach()
]] COMPONENT package)
foreach(page prunescope prunescope-report)
    configure_file("${PROJECT_SOURCE_DIR}/resources/desktop/${page}.1.in" "${prunescope_texts}/${page}.1" @ONLY)
endforeach()
install(FILES "${prunescope_texts}/prunescope-cli.1.gz" "${prunescope_texts}/prunescope.1.gz"
    "${prunescope_texts}/prunescope-report.1.gz" DESTINATION share/man/man1 COMPONENT package)
install(FILES "${prunescope_texts}/prunescope-cli" DESTINATION share/bash-completion/completions COMPONENT package)
install(FILES "${prunescope_texts}/changelog.gz" DESTINATION share/doc/prunescope COMPONENT package)
install(FILES "${PROJECT_SOURCE_DIR}/packaging/debian/copyright" DESTINATION share/doc/prunescope COMPONENT package)
# How a run is checked by somebody who does not trust this program, and a verifier that shares no code with it.
install(FILES "${PROJECT_SOURCE_DIR}/packaging/AUDIT.md" DESTINATION share/doc/prunescope COMPONENT package)
install(PROGRAMS "${PROJECT_SOURCE_DIR}/packaging/verify_run.py" DESTINATION share/doc/prunescope/examples COMPONENT package)
set(desktop "${PROJECT_SOURCE_DIR}/resources/desktop")
install(FILES "${desktop}/prunescope.desktop" DESTINATION share/applications COMPONENT package)
install(FILES "${desktop}/prunescope.metainfo.xml" DESTINATION share/metainfo COMPONENT package)
install(FILES "${desktop}/prunescope.svg" DESTINATION share/icons/hicolor/scalable/apps COMPONENT package)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME prunescope)
set(CPACK_PACKAGE_CONTACT "${prunescope_maintainer}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
    WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "laboratory for pruning neural networks while they train")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Prunescope trains neural networks and prunes them on the way, by magnitude
attention (MAP) and by the methods that it is compared with. Its window shows
weights, masks and accuracy while that goes on; runs are compared, reported
and exported for other programs.
.
The package holds the window, a program for the terminal, and two libraries
with C interfaces: one that runs trained networks, and one that prunes in the
training loop of another program.")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS "${PROJECT_BINARY_DIR}/lib")
# The two libraries for others; the engine is nobody else's, and in a portable build it is there three times.
file(WRITE "${prunescope_texts}/shlibs" "libprunescope_pruner ${PROJECT_VERSION_MAJOR} prunescope (>= ${PROJECT_VERSION})
libprunescope_runtime ${PROJECT_VERSION_MAJOR} prunescope (>= ${PROJECT_VERSION})
")
# The loader is to know the libraries once they are unpacked.
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA "${PROJECT_SOURCE_DIR}/packaging/debian/triggers;${prunescope_texts}/shlibs")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION TRUE)
# Qt's plugin for the X server, which no program is linked with.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "qt6-qpa-plugins")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "dataset-fashion-mnist, fonts-noto-cjk, qt6-translations-l10n, qt6-wayland")
# For verify_run.py.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "python3-cryptography")
include(CPack)
