#!/usr/bin/env python3
"""Prunescope, PyTorch and ONNX Runtime in turn on this machine, and their ratios as a table in Markdown.

    apt-get install python3-torch libopenblas0 npm
    npm install --prefix ~/ort --ignore-scripts onnxruntime-node
    cmake --preset release -DPRUNESCOPE_BENCH=ON && cmake --build --preset release
    tests/benchmarks/compare.py build/release --ort ~/ort             # five rounds, about 20 minutes

Three networks, batch 128, float32. Training is SGD with momentum 0.9 and weight decay 1e-4; PyTorch runs on one and on
all threads and with both memory layouts, with one OpenBLAS thread and an allocator that keeps its memory, and the best
of all that counts. Prunescope's step includes the loading of its images. ONNX Runtime infers the dense networks, which
PyTorch exports, batch 128 on one and on all threads, one image on one thread; its times include its JavaScript binding.
Without --ort, that part is left out. In every round each program measures every network; of a round the median step or
pass counts, for all programs alike; figures are the medians of the rounds, and a ratio is the median of the ratios of
single rounds, whose lowest and highest stand beside it. Run it on an idle machine.
"""
from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench_support import build_argument, output_of, program, progress, stop
from compare_report import Comparison, print_report

HERE = Path(__file__).parent
BATCH = 128
SPARSITIES = (0, 0.9, 0.95, 0.98)
IMAGE_SHAPES = {"lenet-300-100": "1,28,28", "lenet-5": "1,28,28", "resnet-20": "3,32,32"}
# Where PyTorch is fastest: OpenBLAS's threads would compete with OpenMP's, and page faults halve the training speed of
# convolutional networks when memory goes back to the system after every step.
TORCH_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "MALLOC_TRIM_THRESHOLD_": "100000000000",
                     "MALLOC_MMAP_THRESHOLD_": "100000000000"}
MEMORY_MODEL, MEMORY_STEPS = "resnet-20", 10


@dataclass(frozen=True)
class Programs:
    build: Path
    torch_python: str
    ort: Path | None
    onnx: Path  # folder of the exported networks
    threads: int
    seconds: float

    def torch(self, *words: str) -> str:
        return output_of([self.torch_python, HERE / "torch_worker.py", *words], environment=TORCH_ENVIRONMENT)

    def prunescope(self, model: str, threads: int, sparsities: tuple[float, ...]) -> dict:
        answer = output_of([program(self.build, "prunescope-cli"), "bench", "--json", "--model", model, "--batch", str(BATCH),
                            "--threads", str(threads), "--sparsity", ",".join(map(str, sparsities)),
                            "--seconds", str(self.seconds)])
        return json.loads(answer.splitlines()[-1])

    def torch_training(self, model: str) -> dict:
        """On one thread and on all; the faster counts."""
        answers = [json.loads(self.torch("train", model, str(BATCH), str(threads), str(self.seconds)))
                   for threads in sorted({1, self.threads})]
        return max(answers, key=lambda answer: answer["images_per_second"])

    def onnx_runtime(self, model: str) -> dict | None:
        if self.ort is None:
            return None
        return json.loads(output_of(["node", HERE / "ort_worker.cjs", self.ort, self.onnx / f"{model}.onnx",
                                     IMAGE_SHAPES[model], str(BATCH), str(self.threads), str(self.seconds)]))


def expect_same_network(model: str, ours: dict, torch: dict) -> None:
    parameters = ours["results"][0]["dense_bytes"] // 4
    if parameters != torch["parameters"]:
        stop(f"{model} has {parameters} parameters in Prunescope and {torch['parameters']} in PyTorch.",
             "Make tests/benchmarks/torch_networks.py build the same network.")


def measure_round(programs: Programs, models: list[str], comparison: Comparison) -> None:
    for model in models:
        ours = programs.prunescope(model, programs.threads, SPARSITIES)
        torch = programs.torch_training(model)
        expect_same_network(model, ours, torch)
        comparison.add_network(model, ours, torch, programs.onnx_runtime(model))
        if model == MEMORY_MODEL and programs.threads > 1:
            comparison.add_scaling(model, ours, programs.prunescope(model, 1, (0,)))


def peak_megabytes(command: list[str | Path], environment: dict[str, str]) -> float:
    """Most memory that a command ever has in use (VmHWM), in 10^6 bytes."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, **environment})
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        stop(f"{Path(command[0]).name} failed with status {process.returncode}.",
             "The command was: " + " ".join(map(str, command)))
    return usage.ru_maxrss * 1024 / 1e6


def measure_memory(programs: Programs, comparison: Comparison) -> None:
    """A few training steps in a process that does nothing else."""
    threads, steps = str(programs.threads), str(MEMORY_STEPS)
    ours = peak_megabytes([program(programs.build, "step_profile"), MEMORY_MODEL, "dense", threads, str(BATCH), steps], {})
    theirs = peak_megabytes([programs.torch_python, HERE / "torch_worker.py", "steps", MEMORY_MODEL, str(BATCH), threads, steps],
                            TORCH_ENVIRONMENT)
    comparison.add_memory(MEMORY_MODEL, ours, theirs)


def python_with_torch(asked: str | None) -> str:
    for python in [asked] if asked else [sys.executable, "/usr/bin/python3"]:
        try:
            found = subprocess.run([python, "-c", "import torch"], stderr=subprocess.DEVNULL, check=False).returncode == 0
        except OSError:
            found = False
        if found:
            return python
    stop("there is no PyTorch.", "Run: apt-get install python3-torch libopenblas0\n"
         "  or name an interpreter that has it with --torch-python.")


def checked_ort(folder: Path | None) -> Path | None:
    if folder is not None and not (folder / "node_modules" / "onnxruntime-node").is_dir():
        stop(f"{folder} has no ONNX Runtime.", f"Run: npm install --prefix {folder} --ignore-scripts onnxruntime-node\n"
             "  or leave --ort out to compare with PyTorch alone.")
    return folder


def arguments_of() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    build_argument(parser)
    parser.add_argument("--ort", type=Path, metavar="DIR", help="folder with node_modules/onnxruntime-node")
    parser.add_argument("--torch-python", metavar="PYTHON", help="Python that has PyTorch (default: this one or the system's)")
    parser.add_argument("--models", default=",".join(IMAGE_SHAPES), help="networks, separated by commas (default: all three)")
    parser.add_argument("--rounds", type=int, default=5, help="of everything (default 5)")
    parser.add_argument("--seconds", type=float, default=3, help="of each measurement, about (default 3)")
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="default: all of the machine")
    arguments = parser.parse_args()
    unknown = set(arguments.models.split(",")) - set(IMAGE_SHAPES)
    if unknown:
        stop(f"there is no network {', '.join(sorted(unknown))} here.", "Choose of " + ", ".join(IMAGE_SHAPES) + ".")
    if arguments.rounds < 1 or arguments.threads < 1 or arguments.seconds <= 0:
        stop("nothing would be measured.", "Give --rounds and --threads of at least 1, and --seconds above 0.")
    return arguments


def main() -> None:
    arguments = arguments_of()
    models = arguments.models.split(",")
    with tempfile.TemporaryDirectory() as folder:
        programs = Programs(arguments.build, python_with_torch(arguments.torch_python), checked_ort(arguments.ort), Path(folder),
                            arguments.threads, arguments.seconds)
        for model in models if programs.ort else []:
            programs.torch("export", model, str(programs.onnx / f"{model}.onnx"))
        comparison = Comparison(BATCH, arguments.threads)
        for k in range(arguments.rounds):
            measure_round(programs, models, comparison)
            progress(f"round {k + 1} of {arguments.rounds}: {comparison.last_round()}")
        if MEMORY_MODEL in models:
            measure_memory(programs, comparison)
    print_report(comparison, arguments.rounds)


if __name__ == "__main__":
    main()
