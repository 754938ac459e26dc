#!/usr/bin/python3
"""Classifies a folder of pictures by an exported network in OpenCV, which shares no code with Prunescope.

    /usr/bin/python3 tests/interop/onnx_in_opencv.py NET.onnx PICTURES

PICTURES holds a folder of each class, with pictures of the network's own size. Names and order of the classes and what
pixels are normalised with are read from the file's metadata. Told is how many pictures it classifies rightly.
Needs Debian's python3-opencv and python3-onnx.
"""

import argparse
import json
import pathlib

import cv2
import numpy
import onnx


def numbers(text):
    return numpy.array([float(part) for part in text.split(",")], numpy.float32).reshape(-1, 1, 1)


def pictures_of(folder, facts):
    """Normalised pictures (N,C,H,W) as 32-bit floats, and the index of each one's class."""
    channels = int(facts["input"].split("x")[0])
    names = json.loads(facts["class_names"])
    pictures, labels = [], []
    for label, name in enumerate(names):
        for file in sorted((folder / name).iterdir()):
            pixels = cv2.imread(str(file), cv2.IMREAD_COLOR if channels == 3 else cv2.IMREAD_GRAYSCALE)
            if pixels is None:
                raise SystemExit(f"error: {file}: OpenCV cannot read it as a picture.")
            # OpenCV has blue first.
            pixels = pixels[:, :, ::-1].transpose(2, 0, 1) if channels == 3 else pixels[None]
            if "x".join(map(str, pixels.shape)) != facts["input"]:
                raise SystemExit(f"error: {file}: {pixels.shape}, and the network takes {facts['input']}.")
            pictures.append(pixels)
            labels.append(label)
    scaled = numpy.stack(pictures).astype(numpy.float32) / float(facts["unit"])
    return (scaled - numbers(facts["mean"])) / numbers(facts["deviation"]), numpy.array(labels)


def right_answers(model, folder):
    """How many pictures OpenCV classifies rightly by this file, and how many there are."""
    facts = {entry.key: entry.value for entry in onnx.load(str(model)).metadata_props}
    pictures, labels = pictures_of(folder, facts)
    net = cv2.dnn.readNetFromONNX(str(model))
    right = 0
    for first in range(0, len(labels), 100):
        net.setInput(numpy.ascontiguousarray(pictures[first:first + 100]))
        right += int((net.forward().argmax(1) == labels[first:first + 100]).sum())
    return right, len(labels)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("pictures", type=pathlib.Path)
    options = parser.parse_args()
    right, of = right_answers(options.model, options.pictures)
    print(f"OpenCV {cv2.__version__}: {right} of {of} right, {right / of:.2%}")


if __name__ == "__main__":
    main()
