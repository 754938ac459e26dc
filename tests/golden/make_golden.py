#!/usr/bin/env python3
"""Makes the golden files of this folder with PyTorch; they are what the engine's training is compared with.

    /usr/bin/python3 tests/golden/make_golden.py [FOLDER]      # Debian: python3-torch, python3-numpy

Each network trains ten steps of SGD from given weights on given batches. The reference is computed in double
precision and stored as float32, so that it is nearer to the truth than any single-precision program.

Initial weights and batches are not stored. They come from a formula that numpy and C++ compute alike
(support/golden.h is its other half), with the SEED of the file's metadata:

    bits(name, i) = splitmix64(fnv1a64("SEED:" + name) + i)      u = (bits >> 40) / 2^24, exact in float32
    signed(name, i) = 2 u - 1                                    uniform in [-1, 1)

    weight of rank > 1     float32(sqrt(3 / fan_in)) * signed    fan_in = product of shape[1:]
    weight of rank 1       (1 + signed / 8) / 2                  batch-norm scale
    bias                   signed, of a batch norm; signed / 8, of other layers
    running_mean 0, running_var 1
    images.STEP            signed, in (N, C, H, W) order         STEP = 1 .. 10
    labels.STEP            bits mod 10

Tensors of a file (float32 unless said otherwise):

    NAME                   every parameter and running statistic after ten steps
    loss                   (10) mean softmax cross-entropy of each step's batch, before its update
    logits.1               (24, 10) of the first batch, before its update
    logits.evaluation      (24, 10) of the first batch after ten steps, with running statistics
    logits.full_size       (24, 10) of 32x32 images, named images.full_size, before training, with batch
    loss.full_size         (1)      statistics, and their loss; of the residual networks alone
    gradient_norm.NAME     (1) Euclidean norm of the loss's gradient in the first step, without weight decay
    gradient_sample.NAME   first 16 values of that gradient
    initial_sample.NAME    first 16 values before training; NAME also images.1
    initial_sample.labels.1  (24) int64

A ReLU whose input lies within rounding of zero goes one way in one program and the other way in the next, and
a single one moves a gradient by up to a percent. The residual networks have millions of them, so they train on
small images (their layers take any size) and from seeds with which no such input decides anything: the script
trains again in single precision and, several times, from weights disturbed by more than rounding does, and
refuses to write a file when the results lie further apart than a fifth of the tolerance of 1e-4.
"""
import collections
import json
import math
import pathlib
import struct
import sys

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

BATCH, STEPS, CLASSES, SAMPLE = 24, 10, 10, 16
MOMENTUM, WEIGHT_DECAY = 0.9, 1e-4
DISTURBED_RUNS, DISTURBANCE, MOST_DISTANCE = 6, 3e-7, 2e-5
TYPES = {"float32": "F32", "uint8": "U8", "int64": "I64"}


# --- values by formula ---------------------------------------------------------------------------------------


def fnv1a64(name):
    value = 0xCBF29CE484222325
    for byte in name.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


def bits(name, count):
    """`count` numbers of 64 bits; unsigned arithmetic wraps, as it does in C++."""
    x = np.uint64(fnv1a64(name)) + np.arange(count, dtype=np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


class Formula:
    """The values of one seed."""

    def __init__(self, seed):
        self.seed = seed

    def bits(self, name, count):
        return bits(f"{self.seed}:{name}", count)

    def signed(self, name, count):
        u = (self.bits(name, count) >> np.uint64(40)).astype(np.float32) / np.float32(2**24)
        return np.float32(2) * u - np.float32(1)

    def initial(self, name, shape):
        count = math.prod(shape)
        owner, kind = name.rsplit(".", 1)
        batch_norm = owner.rsplit(".", 1)[-1].startswith("bn")
        if kind == "running_mean":
            values = np.zeros(count, np.float32)
        elif kind == "running_var":
            values = np.ones(count, np.float32)
        elif len(shape) > 1:
            values = np.float32(math.sqrt(3 / math.prod(shape[1:]))) * self.signed(name, count)
        elif kind == "weight":
            values = (np.float32(1) + self.signed(name, count) / np.float32(8)) / np.float32(2)
        else:
            values = self.signed(name, count) / np.float32(1 if batch_norm else 8)
        return values.reshape(shape)

    def images(self, step, shape):
        return self.signed(f"images.{step}", BATCH * math.prod(shape)).reshape(BATCH, *shape)

    def labels(self, step):
        return (self.bits(f"labels.{step}", BATCH) % np.uint64(CLASSES)).astype(np.int64)


# --- networks; attribute names are the tensors' names --------------------------------------------------------


class LeNet300(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1, self.fc2, self.fc3 = nn.Linear(784, 300), nn.Linear(300, 100), nn.Linear(100, 10)

    def forward(self, x):
        return self.fc3(F.relu(self.fc2(F.relu(self.fc1(x.flatten(1))))))


class LeNet5(nn.Module):
    """20 and 50 filters of 5x5, 500 hidden units; max pooling after each convolution and ReLU."""

    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 20, 5), nn.Conv2d(20, 50, 5)
        self.fc1, self.fc2 = nn.Linear(800, 500), nn.Linear(500, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return self.fc2(F.relu(self.fc1(x.flatten(1))))


class OptionA(nn.Module):
    """The parameter-free shortcut of He et al. 2016: every second pixel, zero channels around the old ones."""

    def __init__(self, channels, stride):
        super().__init__()
        self.added, self.stride = channels, stride

    def forward(self, x):
        before = (self.added - x.shape[1]) // 2
        after = self.added - x.shape[1] - before
        return F.pad(x[:, :, :: self.stride, :: self.stride], (0, 0, 0, 0, before, after))


class Projection(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv, self.bn = nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs)

    def forward(self, x):
        return self.bn(self.conv(x))


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride, projection):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        if stride == 1 and inputs == outputs:
            self.shortcut = nn.Identity()
        else:
            self.shortcut = Projection(inputs, outputs, stride) if projection else OptionA(outputs, stride)

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        return F.relu(self.bn2(self.conv2(y)) + self.shortcut(x))


class ResNet(nn.Module):
    """6n + 2 layers for 32x32 images: three stages of n blocks, 16, 32 and 64 channels."""

    def __init__(self, depth, projection):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16)
        inputs = 16
        for stage, outputs in enumerate((16, 32, 64), start=1):
            blocks = nn.Module()
            for block in range(1, (depth - 2) // 6 + 1):
                stride = 2 if stage > 1 and block == 1 else 1
                blocks.add_module(f"block{block}", Block(inputs, outputs, stride, projection))
                inputs = outputs
            self.add_module(f"stage{stage}", blocks)
        self.fc = nn.Linear(64, 10)

    def forward(self, x):
        x = F.relu(self.bn1(self.conv1(x)))
        for stage in (self.stage1, self.stage2, self.stage3):
            for block in stage.children():
                x = block(x)
        return self.fc(x.mean(dim=(2, 3)))


Reference = collections.namedtuple("Reference", "build shape learning_rate seed")
NETWORKS = {
    "lenet-300-100": Reference(LeNet300, (1, 28, 28), 0.05, 1),
    "lenet-5": Reference(LeNet5, (1, 28, 28), 0.05, 6),
    "resnet-20": Reference(lambda: ResNet(20, projection=False), (3, 8, 8), 0.02, 24),
    "resnet-8:projection": Reference(lambda: ResNet(8, projection=True), (3, 10, 10), 0.05, 11),
}


# --- training ------------------------------------------------------------------------------------------------


def state(network):
    """Parameters and running statistics; the counter of batches that PyTorch keeps is no part of a network."""
    return {name: t for name, t in network.state_dict().items() if not name.endswith("num_batches_tracked")}


def started(reference, dtype, disturb=lambda values: values):
    network = reference.build().to(dtype)
    with torch.no_grad():
        for name, tensor in state(network).items():
            values = Formula(reference.seed).initial(name, tuple(tensor.shape))
            tensor.copy_(torch.from_numpy(disturb(values)))
    return network


def optimizer(network, learning_rate):
    weights = [p for p in network.parameters() if p.dim() > 1]
    others = [p for p in network.parameters() if p.dim() == 1]
    groups = [{"params": weights, "weight_decay": WEIGHT_DECAY}, {"params": others, "weight_decay": 0}]
    return torch.optim.SGD(groups, lr=learning_rate, momentum=MOMENTUM)


def sample(values):
    return values.reshape(-1)[:SAMPLE]


def first_step_records(network, logits):
    records = {"logits.1": logits}
    for name, parameter in network.named_parameters():
        records[f"gradient_norm.{name}"] = parameter.grad.norm().reshape(1)
        records[f"gradient_sample.{name}"] = sample(parameter.grad)
    return {name: value.detach().numpy().copy() for name, value in records.items()}


def train(reference, dtype, **disturbed):
    """Every tensor of the golden file but the initial samples, in `dtype`."""
    network = started(reference, dtype, **disturbed)
    sgd = optimizer(network, reference.learning_rate)
    formula = Formula(reference.seed)
    batch = lambda step: torch.from_numpy(formula.images(step, reference.shape)).to(dtype)
    records, losses = {}, []
    for step in range(1, STEPS + 1):
        sgd.zero_grad()
        logits = network(batch(step))
        loss = F.cross_entropy(logits, torch.from_numpy(formula.labels(step)))
        loss.backward()
        losses.append(loss.item())
        if step == 1:
            records = first_step_records(network, logits)
        sgd.step()
    network.eval()
    with torch.no_grad():
        records["logits.evaluation"] = network(batch(1)).numpy()
    after = {name: tensor.numpy() for name, tensor in state(network).items()}
    return {**after, "loss": np.array(losses), **records}


def full_size_records(reference):
    """One forward pass at the size the residual networks are known for; no gradient, see the top of this file."""
    if reference.shape[0] != 3:
        return {}
    formula = Formula(reference.seed)
    with torch.no_grad():
        images = torch.from_numpy(formula.images("full_size", (3, 32, 32))).double()
        logits = started(reference, torch.float64)(images)
        loss = F.cross_entropy(logits, torch.from_numpy(formula.labels("full_size")))
    return {"logits.full_size": logits.numpy(), "loss.full_size": loss.reshape(1).numpy()}


def initial_samples(reference):
    formula = Formula(reference.seed)
    values = {name: formula.initial(name, tuple(t.shape)) for name, t in state(reference.build()).items()}
    values["images.1"] = formula.images(1, reference.shape)
    samples = {f"initial_sample.{name}": sample(v) for name, v in values.items()}
    return {**samples, "initial_sample.labels.1": formula.labels(1)}


def distance(other, truth):
    """Largest |difference| of a tensor over its largest |value|; the worst tensor's."""
    scale = lambda v: np.abs(v).max() or 1.0
    return max((float(np.abs(other[name] - v).max() / scale(v)), name) for name, v in truth.items())


def check_conditioning(reference, truth):
    """The distance of single precision; ends the program when rounding can decide where training goes."""
    random = np.random.default_rng(0)
    disturb = lambda values: values * (1 + DISTURBANCE * random.standard_normal(values.shape))
    single = distance(train(reference, torch.float32), truth)
    again = lambda: distance(train(reference, torch.float64, disturb=disturb), truth)
    worst = max([single, *(again() for _ in range(DISTURBED_RUNS))])
    if worst[0] > MOST_DISTANCE:
        sys.exit(f"rounding decides where training goes: {worst[0]:.1e} in {worst[1]}; choose another seed")
    return single[0]


# --- the file, written without any library for the format ----------------------------------------------------


def write(path, tensors, metadata):
    header, position = {"__metadata__": metadata}, 0
    for name, values in tensors.items():
        header[name] = {"dtype": TYPES[values.dtype.name], "shape": list(values.shape),
                        "data_offsets": [position, position + values.nbytes]}
        position += values.nbytes
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(v.tobytes() for v in tensors.values()))


def make(name, folder):
    reference = NETWORKS[name]
    truth = train(reference, torch.float64)
    single = check_conditioning(reference, truth)
    truth.update(full_size_records(reference))
    tensors = {**initial_samples(reference), **{n: v.astype(np.float32) for n, v in truth.items()}}
    metadata = {"network": name, "seed": str(reference.seed),
                "image_shape": "x".join(map(str, reference.shape)), "batch": str(BATCH),
                "steps": str(STEPS), "learning_rate": str(reference.learning_rate),
                "momentum": str(MOMENTUM), "weight_decay": str(WEIGHT_DECAY),
                "single_precision_distance": f"{single:.1e}",
                "producer": f"make_golden.py, PyTorch {torch.__version__}, float64 stored as float32"}
    path = folder / f"{name.replace(':', '-')}.safetensors"
    write(path, tensors, metadata)
    print(f"{path.name}: {path.stat().st_size} bytes, loss {truth['loss'][0]:.4f} to {truth['loss'][-1]:.4f}, "
          f"single precision differs by {single:.1e} of a tensor's largest value")


def make_interoperability(folder):
    """A small file of every element type, to show that the C++ reader reads what numpy wrote."""
    tensors = {"scalar": np.array(-5000000000, np.int64),
               "ramp": (np.arange(6, dtype=np.float32) / 4).reshape(2, 3),
               "empty": np.zeros((0, 2), np.float32), "枝": np.array([0, 1, 254, 255], np.uint8)}
    write(folder / "interoperability.safetensors", tensors, {"producer": "numpy"})


def main():
    torch.set_num_threads(1)
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent
    make_interoperability(folder)
    for name in NETWORKS:
        make(name, folder)


if __name__ == "__main__":
    main()
