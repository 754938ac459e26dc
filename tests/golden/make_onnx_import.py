#!/usr/bin/env python3
"""Writes networks as PyTorch exports them, and what PyTorch answers: pytorch_*.onnx and pytorch_answers.safetensors.

    python3 tests/golden/make_onnx_import.py

Needs PyTorch 1.13 (Debian: python3-torch, python3-onnx). The files are committed; tests read them and need no PyTorch.
"""

import json
import pathlib
import struct

import torch
from torch import nn

HERE = pathlib.Path(__file__).parent
IMAGES = (3, 2, 12, 10)


class SqueezeExcitation(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.squeeze = nn.Conv2d(channels, 3, 1)
        self.excite = nn.Conv2d(3, channels, 1)

    def forward(self, x):
        weights = torch.relu(self.squeeze(self.pool(x)))
        return x * nn.functional.hardsigmoid(self.excite(weights))


class Mixed(nn.Module):
    """One of each operation that is taken over, more or less."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(2, 6, (3, 5), stride=(1, 2), padding=(1, 2), bias=False)
        self.bn1 = nn.BatchNorm2d(6, eps=1e-3)
        self.depthwise = nn.Conv2d(6, 6, 3, padding=2, dilation=2, groups=6)
        self.bn2 = nn.BatchNorm2d(6)
        self.grouped = nn.Conv2d(6, 8, 1, groups=2)
        self.excitation = SqueezeExcitation(8)
        self.pad = nn.ZeroPad2d((1, 0, 0, 1))
        self.last = nn.Conv2d(8, 5, 3)
        self.side = nn.Conv2d(8, 3, 3)
        self.max = nn.MaxPool2d(3, stride=2, padding=1, ceil_mode=True)
        self.mean = nn.AvgPool2d(2, stride=1, padding=1)
        self.dropout = nn.Dropout(0.25)
        self.fc1 = nn.Linear(8 * 7 * 4, 7)
        self.fc2 = nn.Linear(7, 4)

    def forward(self, x):
        x = (x - 0.25) / 0.5
        x = nn.functional.hardswish(self.bn1(self.conv1(x)))
        x = x + nn.functional.leaky_relu(self.bn2(self.depthwise(x)), 0.1)
        x = self.excitation(nn.functional.relu6(self.grouped(x)))
        x = self.pad(x)
        x = torch.cat([torch.sigmoid(self.last(x)), torch.tanh(self.side(x))], 1)
        x = self.mean(self.max(x))
        x = self.dropout(x.view(x.size(0), -1))
        return self.fc2(torch.relu(self.fc1(x)))


def randomised(network, generator):
    """Parameters and statistics as a trained network might have them."""
    with torch.no_grad():
        for name, tensor in network.state_dict().items():
            if name.endswith("running_var"):
                tensor.copy_(0.5 + torch.rand(tensor.shape, generator=generator))
            elif tensor.dtype == torch.float32:
                tensor.copy_(torch.randn(tensor.shape, generator=generator) * 0.3)
    return network.eval()


def write_safetensors(path, tensors):
    header, data = {}, b""
    for name, tensor in tensors.items():
        raw = tensor.detach().contiguous().numpy().astype("<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def main():
    generator = torch.Generator().manual_seed(5)
    network = randomised(Mixed(), generator)
    images = torch.randn(IMAGES, generator=generator)
    axes = {"images": {0: "N"}, "logits": {0: "N"}}
    for name, folded, opset in (("folded", True, 13), ("as_written", False, 11), ("opset_16", True, 16)):
        torch.onnx.export(network, images, str(HERE / f"pytorch_{name}.onnx"), input_names=["images"],
                          output_names=["logits"], dynamic_axes=axes, opset_version=opset, do_constant_folding=folded,
                          training=torch.onnx.TrainingMode.EVAL if folded else torch.onnx.TrainingMode.PRESERVE)
    weights = {f"weights.{name}": tensor.clone() for name, tensor in network.state_dict().items()
               if tensor.dtype == torch.float32}
    answers = network.double().eval()(images.double()).float()
    write_safetensors(HERE / "pytorch_answers.safetensors",
                      {"images": images, "answers": answers, **weights})


if __name__ == "__main__":
    main()
