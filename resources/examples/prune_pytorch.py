#!/usr/bin/env python3
"""A network that PyTorch trains and MAP prunes to 90 %: two rings of points, one inside the other, are told apart."""
import ctypes

import torch

library = ctypes.CDLL("libprunescope_pruner.so.0")
library.prunescope_pruner_last_error.restype = ctypes.c_char_p
library.prunescope_pruner_sparsity.restype = ctypes.c_double


def call(function, *arguments):
    if getattr(library, "prunescope_pruner_" + function)(*arguments) != 0:
        raise RuntimeError(library.prunescope_pruner_last_error().decode())


def floats(tensor):
    return ctypes.cast(tensor.data_ptr(), ctypes.POINTER(ctypes.c_float))


torch.manual_seed(1)
steps, count = 1500, 2000
angle, ring = 6.2832 * torch.rand(count), torch.arange(count) % 2
points = (1 + ring + 0.2 * torch.randn(count))[:, None] * torch.stack((angle.cos(), angle.sin()), 1)
network = torch.nn.Sequential(torch.nn.Linear(2, 64), torch.nn.ReLU(), torch.nn.Linear(64, 64), torch.nn.ReLU(), torch.nn.Linear(64, 2))
optimizer = torch.optim.SGD(network.parameters(), lr=0.1, momentum=0.9)

pruner = ctypes.c_void_p()
call("create", b"map", b'{"schedule": {"target": 0.9}}', ctypes.c_int64(steps), 1, ctypes.byref(pruner))
pruned = [(name, p, p.detach().clone()) for name, p in network.named_parameters() if p.dim() > 1]  # p: what the network computes with
for name, p, latent in pruned:
    p.grad = torch.zeros_like(p)
    call("add", pruner, name.encode(), (ctypes.c_int64 * p.dim())(*p.shape), ctypes.c_size_t(p.dim()), floats(latent), floats(p.grad), floats(p))
call("start", pruner)
for step in range(steps):
    call("begin_step", pruner, ctypes.c_int64(step))
    optimizer.zero_grad(set_to_none=False)  # the pruner keeps the gradients' places
    loss = torch.nn.functional.cross_entropy(network(points[:1000]), ring[:1000])
    loss.backward()
    call("form_gradients", pruner)
    for _, p, latent in pruned:
        p.data.copy_(latent)  # the optimiser moves the latent weights
    optimizer.step()
    for _, p, latent in pruned:
        latent.copy_(p.data)
    call("end_step", pruner)
call("finish", pruner, ctypes.c_int64(steps))
right = (network(points[1000:]).argmax(1) == ring[1000:]).float().mean().item()
print(f"sparsity {library.prunescope_pruner_sparsity(pruner):.3f}, loss {loss.item():.3f}, {100 * right:.1f} % of the other points right")
library.prunescope_pruner_close(pruner)
