#!/usr/bin/env python3
"""Which weights stay? MAP at one sparsity: for each weight 1 if it is kept or 0, its attention and what the network computes with.

    prune.py 0.5 3 -1 0.5 -4
"""
import ctypes
import sys

library = ctypes.CDLL("libprunescope_pruner.so.0")
library.prunescope_pruner_last_error.restype = ctypes.c_char_p


def call(function, *arguments):
    if getattr(library, "prunescope_pruner_" + function)(*arguments) != 0:
        sys.exit(library.prunescope_pruner_last_error().decode())


weights = [float(text) for text in sys.argv[2:]]
count = len(weights)
floats, shape = ctypes.c_float * count, ctypes.c_int64 * 1
latent, gradients, effective, attention = floats(*weights), floats(), floats(), floats()
mask = (ctypes.c_ubyte * count)()
pruner = ctypes.c_void_p()
call("create", b"map", None, ctypes.c_int64(1000), 1, ctypes.byref(pruner))
call("add", pruner, b"layer", shape(count), ctypes.c_size_t(1), latent, gradients, effective)
call("start", pruner)
call("begin_step_at", pruner, ctypes.c_int64(0), ctypes.c_double(float(sys.argv[1])), 0)
call("mask", pruner, ctypes.c_size_t(0), mask)
call("attention", pruner, ctypes.c_size_t(0), attention)
for kept, a, value in zip(mask, attention, effective):
    print(f"{kept} {a:.4f} {value:.4f}")
library.prunescope_pruner_close(pruner)
