#!/usr/bin/env python3
"""Writes the arrays of the folder arrays with NumPy: what the readers of .npy and .npz files are compared with.

    /usr/bin/python3 tests/golden/make_arrays.py [FOLDER]      # Debian: python3-numpy

    version_1.npy … version_3.npy   COUNTED, float32 (2, 3, 4), in each version of the format
    fortran.npy                     the same, in Fortran's order
    types.npz                       one array of each element type, under its name, and with be_ in front when it is
                                    big-endian: [[0, 1, 2], [3, 4, 100]], where signed ones have -5 for the 3, reals
                                    -0.5 for the 4, and bool has whether each is above 1; deflated
    refused.npz                     arrays of objects, texts, bytes, records, complex numbers, times and long doubles
    images.npz                      x_train (12, 6, 5, 3), y_train, x_test (6, 6, 5, 3), y_test; stored
                                    uint8 images: the i-th byte of x_train is 7 i mod 256, of x_test 5 i mod 256;
                                    int64 labels: 1, 2, 5, 1, 2, 5, …
"""
import pathlib
import sys

import numpy as np
from numpy.lib import format as npy

COUNTED = (np.arange(24, dtype=np.float32) / 2).reshape(2, 3, 4)
TYPES = ["bool", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8"]


def of_type(name):
    values = np.array([[0, 1, 2], [3, 4, 100]])
    if name == "bool":
        return values > 1
    values = values.astype(name)
    if name[0] in "if":
        values[1, 0] = -5
    if name[0] == "f":
        values[1, 1] = -0.5
    return values


def types():
    arrays = {name: of_type(name) for name in TYPES}
    for name in TYPES:
        if arrays[name].itemsize > 1:
            arrays["be_" + name] = arrays[name].astype(arrays[name].dtype.newbyteorder(">"))
    return arrays


def refused():
    return {"objects": np.array([1, "two", None], dtype=object), "texts": np.array(["cat", "dog"]),
            "bytes": np.array([b"cat", b"dog"]), "records": np.zeros(2, dtype=[("x", "<f4"), ("y", "<i4")]),
            "complex": np.zeros(2, dtype=np.complex64), "times": np.zeros(2, dtype="datetime64[s]"),
            "long_doubles": np.zeros(2, dtype=np.longdouble)}


def images(count, factor):
    size = count * 6 * 5 * 3
    return (factor * np.arange(size) % 256).astype(np.uint8).reshape(count, 6, 5, 3)


def labels(count):
    return np.resize(np.array([1, 2, 5], dtype=np.int64), count)


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "arrays")
    folder.mkdir(parents=True, exist_ok=True)
    for version in (1, 2, 3):
        with open(folder / f"version_{version}.npy", "wb") as file:
            npy.write_array(file, COUNTED, version=(version, 0))
    np.save(folder / "fortran.npy", np.asfortranarray(COUNTED))
    np.savez_compressed(folder / "types.npz", **types())
    np.savez_compressed(folder / "refused.npz", **refused())
    np.savez(folder / "images.npz", x_train=images(12, 7), y_train=labels(12), x_test=images(6, 5), y_test=labels(6))


if __name__ == "__main__":
    main()
