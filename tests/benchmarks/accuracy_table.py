#!/usr/bin/env python3
"""Trains the networks of the accuracy tables and writes the tables in Markdown.

    tests/benchmarks/accuracy_table.py BUILD --out FILE [--runs FOLDER] [--jobs N] [--only TEXT] [--data-dir FOLDER]

BUILD is the folder of a release build. Every run is a whole training, one thread each, and leaves NAME.json in
--runs (the folder of FILE with "-runs" appended unless given): a run that is there already is not made again, so
that a table which was interrupted goes on where it stopped. The table is written anew after every run, and printed
at the end: record_results.py takes it into RESULTS.md.

Before and after: the pruned weights of MAP learn in every step (explore_interval = 1), or in every sixteenth (16, the
default). Both with pruning.on_collapse = note, so that a network which collapses is trained to its end all the same.
"""
import argparse
import concurrent.futures
import json
import math
import pathlib
import shlex
import sqlite3
import statistics
import subprocess
import sys
import threading

SEEDS = (1, 2, 3)
RESIDUAL = ("--lr", "0.1", "--set", "optimizer.nesterov=true")
GUARD = ("collapse_suspected", "divergence_suspected", "diverged", "ended_at_chance")
TEST_IMAGES = 10_000


class Row:
    """One network at one sparsity, under some options, on Fashion-MNIST."""

    def __init__(self, model, sparsity, epochs, *options):
        self.model, self.sparsity, self.epochs, self.options = model, sparsity, epochs, options

    def words(self, *more):
        return ("train", "--dataset", "fashion-mnist", "--model", self.model, "--sparsity", str(self.sparsity),
                "--epochs", str(self.epochs), *self.options, *more)

    def name(self, setting):
        return f"{self.model}-{100 * self.sparsity:g}-{self.epochs}-{setting}"


STUDY = [Row("lenet-300-100", 0.98, 24), Row("lenet-300-100", 0.99, 24), Row("resnet-8", 0.98, 8, *RESIDUAL),
         Row("resnet-20", 0.99, 4, *RESIDUAL), Row("resnet-20", 0.98, 5, *RESIDUAL)]
SETTINGS = {"every step": ("--set", "method.explore_interval=1", "--set", "pruning.on_collapse=note"),
            "every 16th": ("--set", "method.explore_interval=16", "--set", "pruning.on_collapse=note")}
DEFAULTS = [Row("lenet-5", 0.95, 15), Row("lenet-300-100", 0.98, 24)]


class Run:
    def __init__(self, row, setting, options, seed):
        self.row, self.setting, self.seed = row, setting, seed
        self.words = row.words(*options, "--seed", str(seed), "--threads", "1")
        self.name = f"{row.name(setting.replace(' ', '-'))}-seed{seed}"


def planned():
    """The defaults of the README first, then the study, before and after side by side."""
    runs = []
    for row in STUDY[:2]:
        runs += [Run(row, setting, options, seed) for seed in SEEDS for setting, options in SETTINGS.items()]
    for row in DEFAULTS:
        runs += [Run(row, "defaults", (), seed) for seed in SEEDS]
    for row in STUDY[2:]:
        runs += [Run(row, setting, options, seed) for seed in SEEDS for setting, options in SETTINGS.items()]
    return runs


def guard_events(folder):
    """What the guard said in a run, each with its step."""
    with sqlite3.connect(f"file:{folder / 'run.db'}?mode=ro", uri=True) as database:
        places = ",".join("?" * len(GUARD))
        return database.execute(f"select step, kind, reason from events where kind in ({places})", GUARD).fetchall()


def train(run, arguments):
    """Makes the run unless it is there, and gives what it left."""
    result = arguments.runs / f"{run.name}.json"
    if result.exists():
        return json.loads(result.read_text())
    folder = arguments.runs / run.name
    subprocess.run(["rm", "-rf", str(folder)], check=True)
    data = ("--data-dir", arguments.data_dir) if arguments.data_dir else ()
    words = [str(arguments.build / "prunescope-cli"), *run.words, *data, "--json", "--out", str(folder)]
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode == 0:
        measured = json.loads(done.stdout)
        test, state = measured["test_accuracy"], measured["state"]
    else:
        test, state = None, "failed: " + done.stderr.strip().splitlines()[-1]
    left = {"command": shlex.join(["prunescope-cli", *run.words]), "state": state, "test_accuracy": test,
            "guard": guard_events(folder)}
    partial = result.with_suffix(".partial")
    partial.write_text(json.dumps(left, indent=1))
    partial.rename(result)
    return left


def cell(results):
    """Mean and standard error over the seeds, then each seed; "failed" counts as no accuracy."""
    known = [100 * r["test_accuracy"] for r in results if r and r["test_accuracy"] is not None]
    each = ", ".join("not run" if r is None else "failed" if r["test_accuracy"] is None
                     else f"{100 * r['test_accuracy']:.2f}" for r in results)
    if len(known) < 2 or len(known) < len(results):
        return f"({each})"
    error = statistics.stdev(known) / math.sqrt(len(known))
    return f"{statistics.mean(known):.2f} ± {error:.2f} ({each})"


def table(results):
    """`results`: what is there, by name of the run."""
    of = lambda row, setting: [results.get(f"{row.name(setting.replace(' ', '-'))}-seed{seed}") for seed in SEEDS]
    lines = ["Test accuracy in percent at the last epoch, Fashion-MNIST, 10,000 test images: mean over seeds 1, 2, 3 ± "
             "its standard error over the seeds (each seed). The choice of test images alone gives one run a standard "
             f"error of {100 * math.sqrt(0.89 * 0.11 / TEST_IMAGES):.2f} near 89 %.", "",
             "| network, sparsity, epochs | pruned weights learn in every step | in every 16th (default) |", "|---|---|---|"]
    for row in STUDY:
        lines.append(f"| `{row.model}`, {100 * row.sparsity:g} %, {row.epochs} | "
                     + " | ".join(cell(of(row, setting)) for setting in SETTINGS) + " |")
    lines += ["", "| defaults of the program | test accuracy |", "|---|---|"]
    for row in DEFAULTS:
        lines.append(f"| `{row.model}`, {100 * row.sparsity:g} %, {row.epochs} epochs | {cell(of(row, 'defaults'))} |")
    said = [(run.name, results[run.name]["guard"]) for run in planned() if results.get(run.name)]
    lines += ["", "What the guard said:", ""]
    lines += [f"- {name}: " + "; ".join(f"{kind} at step {step}" for step, kind, _ in events)
              for name, events in said if events] or ["- nothing in any run"]
    lines += ["", "Commands (seed 1 of each):", "", "```"]
    lines += [shlex.join(["prunescope-cli", *run.words]) for run in planned() if run.seed == SEEDS[0]]
    return "\n".join(lines + ["```", ""])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--runs", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=1, help="runs at once, one thread each")
    parser.add_argument("--only", default="", help="runs whose name holds this text")
    parser.add_argument("--data-dir")
    arguments = parser.parse_args()
    arguments.runs = arguments.runs or arguments.out.with_name(arguments.out.stem + "-runs")
    arguments.runs.mkdir(parents=True, exist_ok=True)
    runs = [run for run in planned() if arguments.only in run.name]
    results = {run.name: json.loads((arguments.runs / f"{run.name}.json").read_text()) for run in planned()
               if (arguments.runs / f"{run.name}.json").exists()}
    writing = threading.Lock()

    def make(run):
        left = train(run, arguments)
        with writing:
            results[run.name] = left
            arguments.out.write_text(table(results))
            print(f"{run.name}: {left['state']}, test {left['test_accuracy']}, {len(left['guard'])} events of the guard",
                  file=sys.stderr, flush=True)

    arguments.out.write_text(table(results))
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for future in [pool.submit(make, run) for run in runs]:
            future.result()
    print(table(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
