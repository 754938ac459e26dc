#!/usr/bin/env python3
"""Makes operations.safetensors with PyTorch: what operations of every form compute, and their gradients.

    /usr/bin/python3 tests/golden/make_operations.py [FOLDER]      # Debian: python3-torch, python3-numpy

Each case is a small graph, written in the file's metadata as "case.NAME": its `input` (channels, rows, columns)
and its nodes, each with name, kind, inputs and attributes as in a network from a file. IMAGES images go through it.
Nothing but results is stored; with the formula of make_golden.py, whose seed is in the metadata,

    input                  spread * signed("NAME.input")           (IMAGES, C, H, W)
    parameter P of a node  signed("NAME.P")                        P is "op.weight" or "op.bias"
    gradient of the output signed("NAME.gradient")                 of the output's shape

The tensors, float32 of what was computed in double precision: NAME.output, NAME.input_gradient, NAME.P_gradient.
"""
import json
import math
import pathlib
import sys

import numpy as np
import torch
import torch.nn.functional as F

from make_golden import Formula, write

SEED, IMAGES = 5, 3


def conv(shape, outputs, kernel, stride=(1, 1), padding=(0, 0), dilation=(1, 1), groups=1):
    """A convolution with a bias, as PyTorch's own takes it."""
    attributes = {"outputs": outputs, "bias": True, "groups": groups}
    for key, (rows, columns) in {"kernel": kernel, "stride": stride, "padding": padding,
                                 "dilation": dilation}.items():
        attributes |= {key: rows, f"{key}_columns": columns}
    parameters = {"op.weight": (outputs, shape[0] // groups, *kernel), "op.bias": (outputs,)}
    compute = lambda x, p: F.conv2d(x, p["op.weight"], p["op.bias"], stride, padding, dilation, groups)
    return shape, [("op", "convolution", ["input"], attributes)], parameters, compute


def pool(kind, shape, window, stride, padding=(0, 0), ceil=False, count_padding=None):
    attributes = {"ceil": ceil}
    for key, (rows, columns) in {"window": window, "stride": stride, "padding": padding}.items():
        attributes |= {key: rows, f"{key}_columns": columns}
    if kind == "max pool":
        compute = lambda x, p: F.max_pool2d(x, window, stride, padding, ceil_mode=ceil)
    else:
        attributes["count_padding"] = count_padding
        compute = lambda x, p: F.avg_pool2d(x, window, stride, padding, ceil, count_padding)
    return shape, [("op", kind, ["input"], attributes)], {}, compute


def function(kind, compute, **attributes):
    return (2, 5, 4), [("op", kind, ["input"], attributes)], {}, lambda x, p: compute(x)


def squeeze_and_excite():
    nodes = [("mean", "global average pool", ["input"], {}),
             ("op", "convolution", ["mean"], {"outputs": 4, "kernel": 1, "stride": 1, "padding": 0, "bias": True}),
             ("gate", "hard sigmoid", ["op"], {}), ("product", "multiply", ["input", "gate"], {})]
    parameters = {"op.weight": (4, 4, 1, 1), "op.bias": (4,)}
    return (4, 5, 6), nodes, parameters, lambda x, p: x * F.hardsigmoid(
        F.conv2d(x.mean((2, 3), keepdim=True), p["op.weight"], p["op.bias"]))


def dense_of_pixels():
    nodes = [("largest", "global max pool", ["input"], {}), ("op", "dense", ["largest"], {"outputs": 6})]
    return (5, 3, 4), nodes, {"op.weight": (6, 5), "op.bias": (6,)}, lambda x, p: F.linear(
        x.amax((2, 3)), p["op.weight"], p["op.bias"])[:, :, None, None]


def two_branches():
    nodes = [("bent", "tanh", ["input"], {}), ("op", "concat", ["input", "bent"], {}),
             ("twice", "concat", ["op", "op"], {}), ("sum", "add", ["twice", "twice"], {}),
             ("square", "multiply", ["sum", "twice"], {})]
    return (2, 3, 4), nodes, {}, lambda x, p: 2 * torch.cat([x, x.tanh()] * 2, 1) ** 2


CASES = {
    "depthwise": conv((6, 7, 8), 6, (3, 3), (2, 2), (1, 1), groups=6),
    "depthwise_that_multiplies": conv((4, 6, 5), 8, (3, 3), (1, 1), (1, 1), groups=4),
    "groups": conv((6, 7, 6), 9, (3, 3), (1, 1), (1, 1), groups=3),
    "dilation": conv((3, 9, 8), 4, (3, 3), (1, 1), (2, 2), (2, 2)),
    "dilation_with_a_stride": conv((3, 9, 10), 4, (2, 3), (2, 2), (1, 1), (3, 2)),
    "row_kernel": conv((3, 5, 9), 4, (1, 5), (1, 1), (0, 2)),
    "column_kernel": conv((3, 9, 5), 4, (5, 1), (1, 1), (2, 0)),
    "all_other_for_columns": conv((4, 9, 11), 6, (2, 3), (1, 3), (1, 2), (3, 1), groups=2),
    "max_pool": pool("max pool", (2, 7, 6), (3, 2), (2, 2)),
    "max_pool_padded": pool("max pool", (2, 7, 8), (3, 3), (2, 2), (1, 1)),
    "max_pool_ceil": pool("max pool", (2, 8, 7), (3, 2), (2, 3), (1, 1), ceil=True),
    "max_pool_ceil_drops_a_window": pool("max pool", (2, 5, 5), (2, 2), (3, 2), (1, 1), ceil=True),
    "average_pool": pool("average pool", (2, 7, 6), (3, 2), (2, 2), count_padding=False),
    "average_pool_padded": pool("average pool", (2, 7, 8), (3, 4), (2, 3), (1, 2), count_padding=False),
    "average_pool_counts": pool("average pool", (2, 7, 8), (3, 4), (2, 3), (1, 2), count_padding=True),
    "average_pool_ceil": pool("average pool", (2, 8, 7), (3, 2), (2, 3), (1, 1), True, False),
    "average_pool_ceil_counts": pool("average pool", (2, 8, 9), (3, 2), (2, 3), (1, 1), True, True),
    "relu": function("relu", F.relu),
    "relu6": function("clip", F.relu6, low=0, high=6),
    "hardtanh": function("clip", lambda x: F.hardtanh(x, -2.0, 1.5), low=-2, high=1.5),
    "leaky_relu": function("leaky relu", lambda x: F.leaky_relu(x, 0.125), slope=0.125),
    "sigmoid": function("sigmoid", torch.sigmoid),
    "tanh": function("tanh", torch.tanh),
    "hard_sigmoid": function("hard sigmoid", F.hardsigmoid),
    "hard_swish": function("hard swish", F.hardswish),
    "zero_pad": function("zero pad", lambda x: F.pad(x, (2, 0, 1, 3)), top=1, bottom=3, left=2, right=0),
    "squeeze_and_excite": squeeze_and_excite(),
    "dense_of_pixels": dense_of_pixels(),
    "two_branches": two_branches(),
}
SPREAD = 8  # of the inputs of functions, over all their corners


def results(name, case, formula):
    shape, nodes, parameters, compute = case
    signed = lambda what, extents: torch.from_numpy(
        formula.signed(f"{name}.{what}", math.prod(extents)).astype(np.float64).reshape(extents))
    spread = SPREAD if len(nodes) == 1 and not parameters else 1
    x = (spread * signed("input", (IMAGES, *shape))).requires_grad_()
    p = {key: signed(key, extents).requires_grad_() for key, extents in parameters.items()}
    out = compute(x, p)
    out.backward(signed("gradient", tuple(out.shape)))
    text = json.dumps({"input": shape, "spread": spread, "nodes": [
        dict(zip(("name", "kind", "inputs", "attributes"), node)) for node in nodes]})
    tensors = {"output": out.detach(), "input_gradient": x.grad, **{f"{k}_gradient": v.grad for k, v in p.items()}}
    return text, {f"{name}.{key}": t.numpy().astype(np.float32) for key, t in tensors.items()}


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent
    metadata = {"seed": str(SEED), "images": str(IMAGES),
                "producer": f"make_operations.py, PyTorch {torch.__version__}, float64 stored as float32"}
    tensors = {}
    for name, case in CASES.items():
        metadata[f"case.{name}"], made = results(name, case, Formula(SEED))
        tensors |= made
    path = folder / "operations.safetensors"
    write(path, tensors, metadata)
    print(f"{path.name}: {len(CASES)} cases, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
