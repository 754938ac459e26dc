#!/usr/bin/env python3
"""Which class is it? For each image in a file of raw pixels, one byte each, the class that a trained network sees:

    predict.py lenet.safetensors images.raw
"""
import ctypes
import pathlib
import sys

library = ctypes.CDLL("libprunescope_runtime.so.0")
library.prunescope_last_error.restype = ctypes.c_char_p
library.prunescope_class_name.restype = ctypes.c_char_p
library.prunescope_class_name.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
library.prunescope_inputs.restype = ctypes.c_size_t


def checked(status):
    if status != 0:
        sys.exit(library.prunescope_last_error().decode())


model = ctypes.c_void_p()
checked(library.prunescope_open(sys.argv[1].encode(), 1, ctypes.byref(model)))
pixels = pathlib.Path(sys.argv[2]).read_bytes()
values = library.prunescope_inputs(model)
count = len(pixels) // values
images = (ctypes.c_float * (count * values))()
classes = (ctypes.c_int * count)()
checked(library.prunescope_normalise(model, pixels, ctypes.c_size_t(count), images))
checked(library.prunescope_predict(model, images, ctypes.c_size_t(count), None, classes))
for k in classes:
    print(library.prunescope_class_name(model, k).decode())
library.prunescope_close(model)
