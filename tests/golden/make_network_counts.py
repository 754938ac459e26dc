#!/usr/bin/env python3
"""Makes network_counts.json with PyTorch: parameters and multiply-accumulates of the named networks.

    /usr/bin/python3 tests/golden/make_network_counts.py [FOLDER]      # Debian: python3-torch

The networks are written down here from their papers, as torch.nn modules and without the program's graphs: for ten
classes of images of 3 x 32 x 32. What a convolution or a dense layer multiplies is counted while an image goes
through, one product for each weight and each output that it has a part in. Running statistics are no parameters.
"""
import json
import pathlib
import sys

import torch
from torch import nn


def conv(inputs, outputs, kernel=3, stride=1, groups=1, bias=False):
    return nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=bias)


class Residual(nn.Module):
    """relu(path(x) + shortcut(x)); `option` is that of He et al. 2016, section 4.2."""

    def __init__(self, inputs, outputs, stride, option):
        super().__init__()
        self.path = nn.Sequential(conv(inputs, outputs, 3, stride), nn.BatchNorm2d(outputs), nn.ReLU(),
                                  conv(outputs, outputs), nn.BatchNorm2d(outputs))
        self.stride, self.more = stride, outputs - inputs
        self.project = None
        if option == "B" and self.more:
            self.project = nn.Sequential(conv(inputs, outputs, 1, stride), nn.BatchNorm2d(outputs))

    def forward(self, x):
        if self.project is not None:
            shortcut = self.project(x)
        else:
            shortcut = nn.functional.pad(x[:, :, ::self.stride, ::self.stride], (0, 0, 0, 0, 0, self.more))
        return torch.relu(self.path(x) + shortcut)


class PreActivated(nn.Module):
    """Zagoruyko & Komodakis 2016, figure 1(a)."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.before = nn.Sequential(nn.BatchNorm2d(inputs), nn.ReLU())
        self.path = nn.Sequential(conv(inputs, outputs, 3, stride), nn.BatchNorm2d(outputs), nn.ReLU(),
                                  conv(outputs, outputs))
        self.project = conv(inputs, outputs, 1, stride) if inputs != outputs else None

    def forward(self, x):
        active = self.before(x)
        return self.path(active) + (x if self.project is None else self.project(active))


class InvertedResidual(nn.Module):
    """Sandler et al. 2018, table 1."""

    def __init__(self, inputs, outputs, stride, expansion):
        super().__init__()
        width = inputs * expansion
        widen = [conv(inputs, width, 1), nn.BatchNorm2d(width), nn.ReLU6()] if expansion > 1 else []
        self.path = nn.Sequential(*widen, conv(width, width, 3, stride, width), nn.BatchNorm2d(width), nn.ReLU6(),
                                  conv(width, outputs, 1), nn.BatchNorm2d(outputs))
        self.adds = stride == 1 and inputs == outputs

    def forward(self, x):
        return self.path(x) + x if self.adds else self.path(x)


def classifier(channels):
    return [nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(channels, 10)]


def resnet(depth):
    """He et al. 2016, section 4.2, with option A."""
    layers, inputs = [conv(3, 16), nn.BatchNorm2d(16), nn.ReLU()], 16
    for width in (16, 32, 64):
        for block in range((depth - 2) // 6):
            layers.append(Residual(inputs, width, 2 if block == 0 and width > 16 else 1, "A"))
            inputs = width
    return nn.Sequential(*layers, *classifier(64))


def resnet18():
    """He et al. 2016, table 1, with a first convolution of 3x3 and stride 1, and no first pooling."""
    layers, inputs = [conv(3, 64), nn.BatchNorm2d(64), nn.ReLU()], 64
    for width in (64, 128, 256, 512):
        for block in range(2):
            layers.append(Residual(inputs, width, 2 if block == 0 and width > 64 else 1, "B"))
            inputs = width
    return nn.Sequential(*layers, *classifier(512))


def wide(depth, factor):
    layers, inputs = [conv(3, 16)], 16
    for width in (16 * factor, 32 * factor, 64 * factor):
        for block in range((depth - 4) // 6):
            layers.append(PreActivated(inputs, width, 2 if block == 0 and width > 16 * factor else 1))
            inputs = width
    return nn.Sequential(*layers, nn.BatchNorm2d(inputs), nn.ReLU(), *classifier(inputs))


def vgg16():
    """Simonyan & Zisserman 2015, table 1, column D, with batch norm and one dense layer."""
    layers, inputs = [], 3
    for width in (64, 64, 0, 128, 128, 0, 256, 256, 256, 0, 512, 512, 512, 0, 512, 512, 512, 0):
        if width == 0:
            layers.append(nn.MaxPool2d(2))
            continue
        layers += [conv(inputs, width, bias=True), nn.BatchNorm2d(width), nn.ReLU()]
        inputs = width
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(512, 10))


def mobilenet():
    """Sandler et al. 2018, table 2, with a stride of 1 in the first convolution and in the second stage."""
    layers, inputs = [conv(3, 32), nn.BatchNorm2d(32), nn.ReLU6()], 32
    for expansion, outputs, blocks, stride in ((1, 16, 1, 1), (6, 24, 2, 1), (6, 32, 3, 2), (6, 64, 4, 2),
                                               (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)):
        for block in range(blocks):
            layers.append(InvertedResidual(inputs, outputs, stride if block == 0 else 1, expansion))
            inputs = outputs
    return nn.Sequential(*layers, conv(320, 1280, 1), nn.BatchNorm2d(1280), nn.ReLU6(), *classifier(1280))


NETWORKS = {**{f"resnet-{depth}": resnet(depth) for depth in (20, 32, 44, 56, 110)}, "resnet-18": resnet18(),
            **{f"wrn-{depth}-{factor}": wide(depth, factor)
               for depth, factor in ((16, 4), (40, 2), (40, 4), (16, 8), (28, 10))},
            "vgg-16-bn": vgg16(), "mobilenet-v2": mobilenet()}


def counts(network):
    macs = 0

    def count(layer, _inputs, output):
        nonlocal macs
        macs += layer.weight.numel() // layer.weight.shape[0] * output.numel()

    for layer in network.modules():
        if isinstance(layer, (nn.Conv2d, nn.Linear)):
            layer.register_forward_hook(count)
    with torch.no_grad():
        assert network.eval()(torch.zeros(1, 3, 32, 32)).shape == (1, 10)
    return {"parameters": sum(p.numel() for p in network.parameters()), "multiply_accumulates": macs}


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent
    made = {name: counts(network) for name, network in NETWORKS.items()}
    (folder / "network_counts.json").write_text(json.dumps(made, indent=1) + "\n")
    for name, each in made.items():
        print(name, *each.values())


if __name__ == "__main__":
    main()
