"""The reference networks in PyTorch, layer by layer as Prunescope builds them. Needs Debian's python3-torch."""
from __future__ import annotations

from typing import Callable

import torch
from torch import Tensor, nn


class PaddedShortcut(nn.Module):
    """Every other pixel, and channels of zeros, half of them before and half after (He et al. 2016, option A)."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.inputs, self.outputs = inputs, outputs
        self.before = (outputs - inputs) // 2

    def forward(self, x: Tensor) -> Tensor:
        after = self.outputs - self.inputs - self.before
        return nn.functional.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, self.before, after))

    def as_convolution(self) -> nn.Conv2d:
        """The same as a 1x1 convolution with weights of 0 and 1."""
        convolution = nn.Conv2d(self.inputs, self.outputs, 1, 2, bias=False)
        with torch.no_grad():
            convolution.weight.zero_()
            for channel in range(self.inputs):
                convolution.weight[self.before + channel, channel] = 1
        return convolution


class Residual(nn.Module):
    """Two 3x3 convolutions; where the channels grow, the first of them has stride 2."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        grows = inputs != outputs
        self.main = nn.Sequential(
            nn.Conv2d(inputs, outputs, 3, 2 if grows else 1, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True),
            nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False), nn.BatchNorm2d(outputs))
        self.shortcut = PaddedShortcut(inputs, outputs) if grows else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu_(self.main(x) + self.shortcut(x))


def lenet_300_100() -> nn.Module:
    return nn.Sequential(nn.Flatten(), nn.Linear(784, 300), nn.ReLU(inplace=True), nn.Linear(300, 100), nn.ReLU(inplace=True),
                         nn.Linear(100, 10))


def lenet_5() -> nn.Module:
    """Of the pruning literature (Caffe's): 20 and 50 filters of 5x5, 500 hidden units."""
    return nn.Sequential(nn.Conv2d(1, 20, 5), nn.ReLU(inplace=True), nn.MaxPool2d(2),
                         nn.Conv2d(20, 50, 5), nn.ReLU(inplace=True), nn.MaxPool2d(2),
                         nn.Flatten(), nn.Linear(800, 500), nn.ReLU(inplace=True), nn.Linear(500, 10))


def resnet_20() -> nn.Module:
    widths = [16, 16, 16, 16, 32, 32, 32, 64, 64, 64]
    return nn.Sequential(nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU(inplace=True),
                         *(Residual(a, b) for a, b in zip(widths, widths[1:])),
                         nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


NETWORKS: dict[str, tuple[Callable[[], nn.Module], tuple[int, int, int]]] = {  # with the shape of an image
    "lenet-300-100": (lenet_300_100, (1, 28, 28)),
    "lenet-5": (lenet_5, (1, 28, 28)),
    "resnet-20": (resnet_20, (3, 32, 32)),
}


def export_onnx(name: str, path: str) -> None:
    """Writes a network with random weights, for any number of images x, its batch norms folded by the exporter.

    Shortcuts go out as convolutions: PyTorch's slices and pads would keep ONNX Runtime from its fastest layout.
    """
    build, shape = NETWORKS[name]
    network = build()
    for block in network.modules():
        if isinstance(block, Residual) and isinstance(block.shortcut, PaddedShortcut):
            block.shortcut = block.shortcut.as_convolution()
    torch.onnx.export(network.eval(), torch.randn(1, *shape), path, input_names=["x"], output_names=["y"],
                      dynamic_axes={"x": {0: "images"}, "y": {0: "images"}}, opset_version=13)
