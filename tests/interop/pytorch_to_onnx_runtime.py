#!/usr/bin/python3
"""How far: a network that PyTorch trained is pruned here and answers in ONNX Runtime.

    /usr/bin/python3 tests/interop/pytorch_to_onnx_runtime.py BUILD [--runtime PACKAGE] [--epochs N] [--prune-epochs N]

A small convolutional network learns Fashion-MNIST in PyTorch and is exported to ONNX; `prunescope-cli train` takes it with
its weights and prunes it to 90 % by fine-tuning with MAP; the result is exported to ONNX again and runs in ONNX Runtime.
Told are the accuracies of all three, and how far the answers of ONNX Runtime are from the recorded ones.

Build before: ninja -C BUILD prunescope-cli onnx_answers. For people, not for a test: it takes minutes, needs PyTorch (Debian: python3-torch, python3-onnx, dataset-fashion-mnist) and
installs ONNX Runtime by npm into a temporary folder. PACKAGE is what npm installs, onnxruntime-node unless it is given.
"""

import argparse
import gzip
import json
import pathlib
import subprocess
import tempfile

import numpy
import torch
from torch import nn

from onnx_runtime import Runtime, own_answers

DATA = pathlib.Path("/usr/share/datasets/fashion-mnist")
# What torchvision's users normalise Fashion-MNIST with; the run is told the same numbers.
MEAN, DEVIATION = 0.2860, 0.3530


def images_of(part):
    with gzip.open(DATA / f"{part}-images-idx3-ubyte.gz") as file:
        pixels = numpy.frombuffer(file.read(), numpy.uint8, offset=16).reshape(-1, 1, 28, 28)
    with gzip.open(DATA / f"{part}-labels-idx1-ubyte.gz") as file:
        labels = numpy.frombuffer(file.read(), numpy.uint8, offset=8)
    normalised = (pixels.astype(numpy.float32) / 255 - MEAN) / DEVIATION
    return torch.from_numpy(normalised.astype(numpy.float32)), torch.from_numpy(labels.astype(numpy.int64))


def network():
    def block(inputs, outputs):
        return [nn.Conv2d(inputs, outputs, 3, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(), nn.MaxPool2d(2)]

    return nn.Sequential(*block(1, 16), *block(16, 32), nn.Flatten(), nn.Linear(32 * 7 * 7, 64), nn.ReLU(), nn.Linear(64, 10))


def trained(epochs):
    torch.manual_seed(1)
    net = network()
    images, labels = images_of("train")
    optimizer = torch.optim.SGD(net.parameters(), 0.05, momentum=0.9, weight_decay=5e-4)
    for epoch in range(epochs):
        for batch in torch.randperm(len(images)).split(128):
            optimizer.zero_grad()
            nn.functional.cross_entropy(net(images[batch]), labels[batch]).backward()
            optimizer.step()
        print(f"PyTorch: epoch {epoch + 1} of {epochs}", flush=True)
    return net.eval()


def accuracy(logits, labels):
    return float((logits.argmax(1) == labels).float().mean())


def called(*command):
    return subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True).stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path, help="build folder with prunescope-cli")
    parser.add_argument("--runtime", default="onnxruntime-node", help="what npm installs as ONNX Runtime")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--prune-epochs", type=int, default=3)
    options = parser.parse_args()
    cli = options.build / "prunescope-cli"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        runtime = Runtime.installed(options.runtime, folder)
        net = trained(options.epochs)
        images, labels = images_of("t10k")
        with torch.no_grad():
            answers = net(images)
        print(f"PyTorch:      test accuracy {accuracy(answers, labels):.4f}")
        torch.onnx.export(net, images[:1], str(folder / "net.onnx"), input_names=["images"], output_names=["logits"],
                          dynamic_axes={"images": {0: "N"}, "logits": {0: "N"}},
                          training=torch.onnx.TrainingMode.PRESERVE, do_constant_folding=False)
        out = json.loads(called(
            cli, "train", "--model", folder / "net.onnx", "--set", f"data.mean={MEAN}",
            "--set", f"data.deviation={DEVIATION}", "--method", "map", "--sparsity", "0.9",
            "--epochs", options.prune_epochs, "--lr", "0.01", "--out", folder / "run", "--json"))
        called(cli, "export", folder / "run", "--out", folder / "pruned.onnx")
        first = first_test_accuracy(folder / "run")
        print(f"Prunescope:   before its first step {first:.4f}, at {out['sparsity_prunable']:.1%} sparsity {out['test_accuracy']:.4f}")
        if runtime is None:
            return
        before = torch.from_numpy(runtime.answers(folder / "net.onnx", images.numpy(), 10))
        after = torch.from_numpy(runtime.answers(folder / "pruned.onnx", images.numpy(), 10))
        print(f"ONNX Runtime: {accuracy(before, labels):.4f} before, {accuracy(after, labels):.4f} pruned")
        own = torch.from_numpy(own_answers(options.build, folder / "pruned.onnx", images.numpy(), 10, folder))
        print(f"ONNX Runtime and Prunescope, pruned: at most {float((after - own).abs().max()):.2e} apart, "
              f"{int((after.argmax(1) != own.argmax(1)).sum())} of {len(labels)} answers differ")
        print(f"PyTorch and ONNX Runtime before pruning: at most {float((before - answers).abs().max()):.2e} apart")


def first_test_accuracy(run):
    """From the run's database: the evaluation of step 0."""
    import sqlite3

    with sqlite3.connect(f"file:{run / 'run.db'}?mode=ro", uri=True) as database:
        row = database.execute("SELECT confusion FROM evaluations WHERE step = 0 AND split = 'test'").fetchone()
    confusion = numpy.array(json.loads(row[0])).reshape(10, 10)
    return confusion.trace() / confusion.sum()


if __name__ == "__main__":
    main()
