"""A library for other programs, installed below the build folder and used from outside."""
import os
import shutil
import subprocess
import sys

PROJECT = """cmake_minimum_required(VERSION 3.16)
project(outside LANGUAGES C)
find_package(Prunescope 0.1 REQUIRED COMPONENTS {name})
add_executable(program "{example}")
target_link_libraries(program PRIVATE Prunescope::{name})
"""


def run(*command, environment=None):
    answer = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                            check=False, env={**os.environ, **(environment or {})})
    if answer.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {answer.returncode}:\n{answer.stdout}")
    return answer.stdout


class Installed:
    """`name`: of the layer and of the component, "runtime" or "pruner"."""

    def __init__(self, name, build, source, compiler):
        self.name, self.compiler = name, compiler
        self.work = build / f"{name}-installed"
        shutil.rmtree(self.work, ignore_errors=True)
        self.prefix = self.work / "prefix"
        run("cmake", "--install", build, "--component", name, "--prefix", self.prefix)
        self.library = next(self.prefix.rglob(f"libprunescope_{name}.so"))

    def run(self, *command):
        return run(*command, environment={"LD_LIBRARY_PATH": str(self.library.parent)})

    def programs(self, c_example, python_example):
        """How each way of using the library is started; a program in C is built first."""
        outside = self.work / "outside"
        outside.mkdir()
        (outside / "CMakeLists.txt").write_text(PROJECT.format(name=self.name, example=c_example), encoding="utf-8")
        run("cmake", "-S", outside, "-B", outside / "build", f"-DCMAKE_C_COMPILER={self.compiler}",
            f"-DCMAKE_PREFIX_PATH={self.prefix}")
        run("cmake", "--build", outside / "build")
        programs = {"find_package": [outside / "build/program"], "ctypes": [sys.executable, python_example]}
        if shutil.which("pkg-config"):
            flags = run("pkg-config", "--cflags", "--libs", f"prunescope-{self.name}",
                        environment={"PKG_CONFIG_PATH": str(self.library.parent / "pkgconfig")}).split()
            run(self.compiler, "-std=c99", "-Wall", "-Wextra", "-Werror", c_example, *flags, "-o", self.work / "program")
            programs["pkg-config"] = [self.work / "program"]
        return programs

    def expect_only(self, prefix, function):
        """The library shows functions with that prefix, that one among them, and no other symbol."""
        lines = run("nm", "-D", "--defined-only", self.library).splitlines()
        exported = [line.split()[-1].split("@")[0] for line in lines]
        foreign = [symbol for symbol in exported if not symbol.startswith(prefix)]
        if foreign or function not in exported:
            sys.exit(f"the library shows more than its header, or less: {foreign[:5]}")
        print(f"{len(exported)} functions and no other symbol are seen")
