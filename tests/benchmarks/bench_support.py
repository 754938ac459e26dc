"""What the scripts of this folder share: starting programs, reading kernel_bench, tables, the machine's name.

Nothing here runs by itself; scripts_test.py tests it.
"""
from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterator, NoReturn, Sequence

PASSES = ("forward", "data", "weights")


def stop(problem: str, remedy: str) -> NoReturn:
    """Ends the script with what is wrong and how to mend it."""
    sys.exit(f"error: {problem}\n  {remedy}")


def program(build: Path, name: str) -> Path:
    """A program of the build folder; ends the script when it is not there."""
    path = build / name
    if not path.is_file():
        stop(f"{path} is not there.", "Build it from the project's folder:\n"
             f"    cmake --preset release -DPRUNESCOPE_BENCH=ON && cmake --build --preset release --target {name}")
    return path.resolve()


def build_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("build", type=Path, metavar="BUILD_DIR", help="folder of the build, such as build/release")


def output_of(command: Sequence[str | Path], core: int | None = None, environment: dict[str, str] | None = None) -> str:
    """Standard output of a command, on one core of the machine where asked for; ends the script when it fails."""
    pinned = ["taskset", "-c", str(core), *command] if core is not None else list(command)
    answer = subprocess.run(pinned, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False,
                            env={**os.environ, **(environment or {})})
    if answer.returncode != 0:
        stop(f"{Path(command[0]).name} failed with status {answer.returncode}:\n{answer.stderr[-2000:].strip()}",
             "The command was: " + " ".join(map(str, pinned)))
    return answer.stdout


@contextlib.contextmanager
def virtual_screen(folder: Path) -> Iterator[str]:
    """The display of an X server without a screen; its picture is the file Xvfb_screen0 of the folder."""
    reader, writer = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp",
                               "-fbdir", str(folder)], pass_fds=[writer], stderr=subprocess.DEVNULL)
    try:
        yield ":" + os.read(reader, 16).decode().strip()
    finally:
        server.terminate()
        server.wait()
        os.close(reader)
        os.close(writer)


@dataclass(frozen=True)
class Measurement:
    """One benchmark of kernel_bench: the shortest time of its repetitions."""
    shape: str
    kernel_pass: str
    sparsity: int | None  # percent; None: the dense kernel
    batch: int


@dataclass
class KernelRun:
    """What kernel_bench has measured."""
    processor: str = ""
    instruction_set: str = ""
    peak: float = 0  # 10^9 operations a second of one core with multiply-adds alone
    seconds: dict[Measurement, float] = field(default_factory=dict)
    gflops: dict[Measurement, float] = field(default_factory=dict)

    def add(self, other: KernelRun) -> None:
        """Takes the figures of another run on the same machine."""
        self.processor, self.instruction_set = other.processor, other.instruction_set
        self.peak = max(self.peak, other.peak)
        self.seconds |= other.seconds
        self.gflops |= other.gflops

    def machine(self) -> str:
        return f"{self.processor or 'unknown processor'}, {self.instruction_set}"

    def total(self, shape: str, batch: int, sparsity: int | None) -> float:
        """Seconds of the three passes of a layer together."""
        return sum(self.seconds[Measurement(shape, p, sparsity, batch)] for p in PASSES)

    def ratio(self, shape: str, batch: int, sparsity: int) -> float:
        """Time of the three sparse passes against the three dense ones."""
        return self.total(shape, batch, sparsity) / self.total(shape, batch, None)


UNITS = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1.0}
NAME = re.compile(r"(\w+)/(\w+)/(?:dense|sparse:(\d+))/(\d+)$")


def parse_kernel_run(text: str) -> KernelRun:
    """Reads the JSON of kernel_bench. Of repetitions the fastest counts: what disturbs it only ever adds time."""
    report = json.loads(text)
    run = KernelRun(report["context"].get("processor", ""), report["context"].get("instruction_set", ""))
    for entry in report["benchmarks"]:
        if entry["run_type"] != "iteration":
            continue
        if entry["run_name"].startswith("machine/peak"):
            run.peak = max(run.peak, entry["gflops"])
        elif match := NAME.match(entry["run_name"]):
            shape, kernel_pass, sparsity, batch = match.groups()
            key = Measurement(shape, kernel_pass, int(sparsity) if sparsity else None, int(batch))
            run.seconds[key] = min(run.seconds.get(key, float("inf")), entry["cpu_time"] * UNITS[entry["time_unit"]])
            run.gflops[key] = max(run.gflops.get(key, 0), entry["gflops"])
    return run


@dataclass(frozen=True)
class KernelBench:
    """kernel_bench with the options that stay the same from shape to shape."""
    path: Path
    shapes: str = "table"
    repetitions: int = 5
    min_time: float = 0.05
    core: int | None = None

    def shape_names(self, pattern: str) -> list[str]:
        """Shapes whose name holds the regular expression, in the order of kernel_bench."""
        listing = output_of([self.path, f"--shapes={self.shapes}", "--benchmark_list_tests=true"])
        names = dict.fromkeys(line.split("/")[0] for line in listing.splitlines() if NAME.match(line))
        chosen = [name for name in names if re.search(pattern, name)]
        if not chosen:
            stop(f"no shape is called like '{pattern}'.", "There are: " + ", ".join(names))
        return chosen

    def run(self, shape: str, sparsities: Sequence[int], batches: Sequence[int] = (128,)) -> KernelRun:
        """Measures one shape, dense and at these sparsities (in percent), in random order."""
        return parse_kernel_run(output_of([
            self.path, f"--shapes={self.shapes}", f"--benchmark_filter=^machine|^{shape}/",
            f"--sparsities={','.join(map(str, sparsities))}", f"--batches={','.join(map(str, batches))}",
            f"--benchmark_repetitions={self.repetitions}", f"--benchmark_min_time={self.min_time}",
            "--benchmark_enable_random_interleaving=true", "--benchmark_format=json"], self.core))


def kernel_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--shape", default=".", metavar="REGEX", help="only shapes whose name holds this regular expression")
    parser.add_argument("--repetitions", type=int, default=5, help="of every measurement; the fastest counts (default 5)")
    parser.add_argument("--min-time", type=float, default=0.05, metavar="SECONDS", help="of a repetition, at least (default 0.05)")
    parser.add_argument("--core", type=int, help="number of the core to measure on; without it the system chooses")


def kernel_bench(arguments: argparse.Namespace, shapes: str = "table") -> KernelBench:
    if arguments.repetitions < 1 or arguments.min_time <= 0:
        stop("nothing would be measured.", "Give --repetitions of at least 1 and a --min-time above 0.")
    return KernelBench(program(arguments.build, "kernel_bench"), shapes, arguments.repetitions, arguments.min_time, arguments.core)


def markdown_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The first column is set to the left, the others to the right."""
    lines = ["| " + " | ".join(headings) + " |", "|---" + "|---:" * (len(headings) - 1) + "|"]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)


def progress(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
