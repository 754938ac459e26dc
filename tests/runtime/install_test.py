#!/usr/bin/env python3
"""Installs the runtime below the build folder and uses it as others would: from C with find_package(Prunescope) and with
pkg-config, from Python with ctypes. All three must see the classes that this script computes for itself.

    install_test.py BUILD_DIR SOURCE_DIR C_COMPILER
"""
import json
import os
import pathlib
import shutil
import struct
import subprocess
import sys

PROJECT = """cmake_minimum_required(VERSION 3.16)
project(outside LANGUAGES C)
find_package(Prunescope 0.1 REQUIRED)
add_executable(predict "{example}")
target_link_libraries(predict PRIVATE Prunescope::runtime)
"""
INPUTS, HIDDEN, CLASSES = 4, 3, 3
HIDDEN_WEIGHT = [[1, 0, 0, -1], [0, 2, 0, 0], [0, 0, 0, 0.5]]
HIDDEN_BIAS = [0.25, -0.5, 0]
OUT_WEIGHT = [[1, 0, -1], [0, 1, 0], [-0.5, 0, 2]]
OUT_BIAS = [0, 0.1, -0.2]
MEAN, DEVIATION = 0.5, 0.25
NAMES = ["bag", "ankle boot", "シャツ"]
IMAGES = [[255, 0, 128, 7], [0, 255, 12, 30], [3, 4, 5, 255], [90, 91, 92, 93]]


def run(*command, environment=None):
    answer = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                            check=False, env={**os.environ, **(environment or {})})
    if answer.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {answer.returncode}:\n{answer.stdout}")
    return answer.stdout


def product(weight, bias, values):
    return [b + sum(w * v for w, v in zip(row, values)) for row, b in zip(weight, bias)]


def class_of(pixels):
    values = [(p / 255 - MEAN) / DEVIATION for p in pixels]
    logits = product(OUT_WEIGHT, OUT_BIAS, [max(v, 0) for v in product(HIDDEN_WEIGHT, HIDDEN_BIAS, values)])
    return NAMES[logits.index(max(logits))]


def write_model(path):
    """A safetensors file as an export leaves it, written from the format's description."""
    tensors = {"fc1.weight": HIDDEN_WEIGHT, "fc1.bias": HIDDEN_BIAS, "fc2.weight": OUT_WEIGHT, "fc2.bias": OUT_BIAS}
    header = {"__metadata__": {"model": f"mlp:{HIDDEN}", "input": "1x2x2", "classes": str(CLASSES), "unit": "255",
                               "mean": str(MEAN), "deviation": str(DEVIATION),
                               "class_names": json.dumps(NAMES, ensure_ascii=False)}}
    data = b""
    for name, values in tensors.items():
        nested = isinstance(values[0], list)
        flat = [v for row in values for v in row] if nested else values
        shape = [len(values), len(values[0])] if nested else [len(values)]
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [len(data), len(data) + 4 * len(flat)]}
        data += struct.pack(f"<{len(flat)}f", *flat)
    text = json.dumps(header, ensure_ascii=False).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def main():
    build, source, compiler = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    work = build / "runtime-installed"
    shutil.rmtree(work, ignore_errors=True)
    prefix = work / "prefix"
    run("cmake", "--install", build, "--component", "runtime", "--prefix", prefix)
    libraries = next(prefix.rglob("libprunescope_runtime.so")).parent
    model, pixels = work / "model.safetensors", work / "images.raw"
    write_model(model)
    pixels.write_bytes(bytes(p for image in IMAGES for p in image))
    expected = "".join(class_of(image) + "\n" for image in IMAGES)
    if len(set(expected.splitlines())) != len(NAMES):
        sys.exit("the images of this test do not see every class")
    example = source / "resources/examples/predict.c"
    loader = {"LD_LIBRARY_PATH": str(libraries)}

    outside = work / "outside"
    outside.mkdir()
    (outside / "CMakeLists.txt").write_text(PROJECT.format(example=example), encoding="utf-8")
    run("cmake", "-S", outside, "-B", outside / "build", f"-DCMAKE_C_COMPILER={compiler}", f"-DCMAKE_PREFIX_PATH={prefix}")
    run("cmake", "--build", outside / "build")
    programs = {"find_package": [outside / "build/predict"], "ctypes": [sys.executable, source / "resources/examples/predict.py"]}

    if shutil.which("pkg-config"):
        flags = run("pkg-config", "--cflags", "--libs", "prunescope-runtime",
                    environment={"PKG_CONFIG_PATH": str(libraries / "pkgconfig")}).split()
        run(compiler, "-std=c99", "-Wall", "-Wextra", "-Werror", example, *flags, "-o", work / "predict")
        programs["pkg-config"] = [work / "predict"]
    for name, command in programs.items():
        found = run(*command, model, pixels, environment=loader)
        if found != expected:
            sys.exit(f"{name}: expected\n{expected}but found\n{found}")

    exported = [line.split()[-1].split("@")[0] for line in run("nm", "-D", "--defined-only", libraries / "libprunescope_runtime.so").splitlines()]
    foreign = [symbol for symbol in exported if not symbol.startswith("prunescope_")]
    if foreign or "prunescope_predict" not in exported:
        sys.exit(f"the library shows more than its header, or less: {foreign[:5]}")
    print(f"found by {', '.join(programs)}; {len(exported)} functions and no other symbol are seen")


if __name__ == "__main__":
    main()
