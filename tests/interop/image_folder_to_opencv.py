#!/usr/bin/python3
"""How far: from a folder of pictures to a pruned network that answers in OpenCV, one command each.

    /usr/bin/python3 tests/interop/image_folder_to_opencv.py BUILD FOLDER [--model NAME] [--epochs N]

FOLDER holds train/CLASS and test/CLASS with 32x32 pictures, such as CIFAR-10 saved as JPEG. `prunescope-cli train` prunes the
network by MAP to 90 % while it learns, `export` writes it as ONNX, and onnx_in_opencv.py classifies the test pictures.
Printed are the commands and what each of them reached. Build before: ninja -C BUILD prunescope-cli.
"""

import argparse
import json
import pathlib
import shlex
import subprocess
import tempfile

import cv2

from onnx_in_opencv import right_answers


def called(shown, *command):
    """Standard output of the command, which is printed as a reader would type it."""
    print(f"    {shown}", flush=True)
    return subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True).stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path, help="build folder with prunescope-cli")
    parser.add_argument("folder", type=pathlib.Path, help="with train/CLASS and test/CLASS")
    parser.add_argument("--model", default="resnet-20")
    parser.add_argument("--epochs", type=int, default=12)
    options = parser.parse_args()
    cli = options.build / "prunescope-cli"
    wanted = ["--model", options.model, "--sparsity", "0.9", "--epochs", str(options.epochs), "--lr", "0.1",
              "--set", "optimizer.nesterov=true", "--set", "augment.flip=on"]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        out = json.loads(called(
            f"prunescope-cli train --dataset images --data-dir {options.folder.name} {shlex.join(wanted)} --out RUN", cli, "train",
            "--dataset", "images", "--data-dir", options.folder, *wanted, "--threads", "1", "--out", folder / "run", "--json"))
        called("prunescope-cli export RUN --format onnx --out NET.onnx --set fold=true", cli, "export", folder / "run",
               "--format", "onnx", "--out", folder / "net.onnx", "--set", "fold=true")
        print(f"    /usr/bin/python3 tests/interop/onnx_in_opencv.py NET.onnx {options.folder.name}/test\n", flush=True)
        right, of = right_answers(folder / "net.onnx", options.folder / "test")
        print(f"- Prunescope: test accuracy {out['test_accuracy']:.2%} at {out['sparsity_prunable']:.2%} sparsity of "
              f"prunable weights, after {options.epochs} epochs")
        print(f"- OpenCV {cv2.__version__}, from the ONNX file alone: {right} of {of} test pictures right, {right / of:.2%}")


if __name__ == "__main__":
    main()
