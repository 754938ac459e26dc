#!/usr/bin/env python3
"""Installs the runtime below the build folder and uses it as others would: from C with find_package(Prunescope) and with
pkg-config, from Python with ctypes. All three must see the classes that this script computes for itself.

    install_test.py BUILD_DIR SOURCE_DIR C_COMPILER
"""
import json
import pathlib
import struct
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
import installed_library  # noqa: E402

INPUTS, HIDDEN, CLASSES = 4, 3, 3
HIDDEN_WEIGHT = [[1, 0, 0, -1], [0, 2, 0, 0], [0, 0, 0, 0.5]]
HIDDEN_BIAS = [0.25, -0.5, 0]
OUT_WEIGHT = [[1, 0, -1], [0, 1, 0], [-0.5, 0, 2]]
OUT_BIAS = [0, 0.1, -0.2]
MEAN, DEVIATION = 0.5, 0.25
NAMES = ["bag", "ankle boot", "シャツ"]
IMAGES = [[255, 0, 128, 7], [0, 255, 12, 30], [3, 4, 5, 255], [90, 91, 92, 93]]


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
    installed = installed_library.Installed("runtime", build, source, compiler)
    model, pixels = installed.work / "model.safetensors", installed.work / "images.raw"
    write_model(model)
    pixels.write_bytes(bytes(p for image in IMAGES for p in image))
    expected = "".join(class_of(image) + "\n" for image in IMAGES)
    if len(set(expected.splitlines())) != len(NAMES):
        sys.exit("the images of this test do not see every class")
    examples = source / "resources/examples"
    for name, command in installed.programs(examples / "predict.c", examples / "predict.py").items():
        found = installed.run(*command, model, pixels)
        if found != expected:
            sys.exit(f"{name}: expected\n{expected}but found\n{found}")
    installed.expect_only("prunescope_", "prunescope_predict")


if __name__ == "__main__":
    main()
