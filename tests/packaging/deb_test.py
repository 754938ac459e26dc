#!/usr/bin/env python3
"""Packs the build as a Debian package, lays it out in a folder of its own, and uses it there: the program for the terminal trains
a run, the window starts, the libraries load, the pages say what the program says. packaging/deb has let lintian look at it.

    deb_test.py BUILD_DIR SOURCE_DIR
"""
import ctypes
import gzip
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

BUILD, SOURCE = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
WORK = BUILD / "deb-test"


def run(*command, **options):
    answer = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                            check=False, **options)
    if answer.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {answer.returncode}:\n{answer.stdout}")
    return answer.stdout


def expect(holds, problem):
    if not holds:
        sys.exit(problem)


def stranger():
    """The surroundings of a user who has nothing but the package."""
    home = WORK / "home"
    home.mkdir(exist_ok=True)
    kept = {key: os.environ[key] for key in ("LANG", "LC_ALL") if key in os.environ}
    return {**kept, "HOME": str(home), "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen"}


def expect_fields(package):
    fields = run("dpkg-deb", "--field", package)
    for library in ("libqt6widgets6", "libtbb12", "libsqlite3-0", "libc6"):
        expect(library in fields, f"the package does not depend on {library}:\n{fields}")


def expect_training(usr):
    runs = WORK / "home/run"
    said = run(usr / "bin/prunescope-cli", "train", "--model", "mlp:8", "--epochs", "1", "--set", "data.share=0.02",
               "--sparsity", "0.5", "--out", runs, cwd=WORK / "home", env=stranger())
    expect((runs / "final.weights").is_file(), f"the run has left no weights:\n{said}")


def expect_window(usr):
    window = subprocess.Popen([usr / "bin/prunescope"], cwd=WORK / "home", env=stranger(), stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True)
    for _ in range(600):
        ended = window.poll() is not None
        if ended or "libqoffscreen" in pathlib.Path(f"/proc/{window.pid}/maps").read_text(encoding="utf-8"):
            break
        time.sleep(0.1)
    else:
        ended = True
    window.send_signal(signal.SIGTERM)
    said, _ = window.communicate(timeout=60)
    expect(not ended, f"the window ended with {window.returncode}:\n{said}")
    expect(window.returncode == 128 + signal.SIGTERM, f"the window ended with {window.returncode}:\n{said}")


def expect_pages(usr):
    cli = usr / "bin/prunescope-cli"
    page = gzip.open(usr / "share/man/man1/prunescope-cli.1.gz", "rt", encoding="utf-8").read()
    expect(page == run(cli, "manual", env=stranger()), "the manual page is not what the program says")
    commands = run("bash", "-c", f'. "{usr}/share/bash-completion/completions/prunescope-cli"\n'
                   'COMP_WORDS=(prunescope-cli ex) COMP_CWORD=1\n_prunescope_cli\necho "${COMPREPLY[@]}"\n'
                   'COMP_WORDS=(prunescope-cli export --format onn) COMP_CWORD=3\n_prunescope_cli\necho "${COMPREPLY[@]}"\n'
                   'COMP_WORDS=(prunescope-cli train --budg) COMP_CWORD=2\n_prunescope_cli\necho "${COMPREPLY[@]}"')
    expect(commands.split() == ["export", "onnx", "--budgets"], f"completed to {commands!r}")
    for command in ("train", "list", "show", "report", "export", "bench"):
        expect(f".SS {command} " in page, f"the manual page does not have {command}")
    for name in ("applications/prunescope.desktop", "metainfo/prunescope.metainfo.xml", "doc/prunescope/copyright",
                 "doc/prunescope/changelog.gz", "doc/prunescope/AUDIT.md", "doc/prunescope/examples/verify_run.py", "icons/hicolor/scalable/apps/prunescope.svg", "man/man1/prunescope.1.gz"):
        expect((usr / "share" / name).is_file(), f"share/{name} is not in the package")


def expect_libraries(usr):
    for name in ("runtime", "pruner"):
        libraries = list(usr.rglob(f"libprunescope_{name}.so.0"))
        expect(len(libraries) == 1, f"libprunescope_{name}.so.0 is there {len(libraries)} times")
        ctypes.CDLL(str(libraries[0]))
    for program in ("prunescope", "prunescope-cli", "prunescope-report"):
        sections = run("readelf", "--sections", "--wide", usr / "bin" / program)
        expect(".debug_info" not in sections and ".symtab" not in sections, f"{program} is not stripped")


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir()
    package = run(SOURCE / "packaging/deb", BUILD, WORK / "packages").splitlines()[-1]
    run("dpkg", "-x", package, WORK / "root")
    usr = WORK / "root/usr"
    expect_fields(package)
    expect_libraries(usr)
    expect_training(usr)
    expect_window(usr)
    expect_pages(usr)
    print(f"{pathlib.Path(package).name}: {pathlib.Path(package).stat().st_size >> 20} MB")
    shutil.rmtree(WORK)


if __name__ == "__main__":
    main()
