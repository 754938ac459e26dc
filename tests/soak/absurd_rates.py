#!/usr/bin/env python3
"""Runs that must blow up, collapse or learn nothing: none may end as "finished" without a word.

    tests/soak/absurd_rates.py [BUILD] [--count N] [--seed S] [--keep]

N runs (80) over every method, four small networks and learning rates from 0.3 to 100, with and without momentum;
then MAP, DPF and GMP at 98 and 99 % on resnet-8 and resnet-20. The data are made up and small.

What is bad: a crash or a hang; a "finished" run whose weight file holds what is no finite number; a "finished" run
whose test accuracy is within noise of guessing without an event, a message in the outcome, words in the terminal
and in the report, and a mark in its charts; a failed run without a reason, a place and a remedy, or with exit
status 0.
"""
import itertools
import json
import math
import pathlib
import random
import re
import sqlite3
import struct

import soak_support as soak

METHODS = ("map", "dpf", "gmp", "dense")
NETWORKS = ("mlp:32", "lenet-300-100", "lenet-5", "resnet-8")
RATES = (0.3, 1, 3, 10, 100)
STANDARD_ERRORS = 3


def trials(count, seed):
    """`count` of all combinations in a mixed order that depends on the seed alone, then the high sparsities."""
    mixed = [(method, network, rate, momentum, 0.95, 6) for method, network, rate, momentum
             in itertools.product(METHODS, NETWORKS, RATES, (0.9, 0))]
    random.Random(seed).shuffle(mixed)
    high = [(method, network, 0.1, 0.9, sparsity, 8)
            for network in ("resnet-8", "resnet-20") for sparsity in (0.98, 0.99) for method in METHODS[:3]]
    return mixed[:count] + high


def has_only_finite_floats(path):
    """Of a safetensors file, read without the program's help."""
    content = path.read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8:8 + length])
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        if not all(map(math.isfinite, struct.unpack(f"<{(end - begin) // 4}f", content[begin:end]))):
            return False
    return True


def at_chance(confusion, classes):
    """Whether always naming the most frequent class would do as well, up to noise."""
    rows = [confusion[k * classes:(k + 1) * classes] for k in range(classes)]
    images = sum(map(sum, rows))
    share = max(map(sum, rows)) / images
    right = sum(row[k] for k, row in enumerate(rows)) / images
    return right <= share + STANDARD_ERRORS * math.sqrt(share * (1 - share) / images)


def left_behind(folder):
    """(state and message of the outcome, kinds of events, last test evaluation) of a run's database."""
    with sqlite3.connect(f"file:{folder / 'run.db'}?mode=ro", uri=True) as database:
        outcome = database.execute("SELECT state, message FROM outcomes ORDER BY id DESC LIMIT 1").fetchone()
        kinds = [kind for (kind,) in database.execute("SELECT kind FROM events ORDER BY id")]
        test = database.execute(
            "SELECT confusion, classes FROM evaluations WHERE split = 'test' ORDER BY id DESC LIMIT 1").fetchone()
    return outcome or (None, ""), kinds, test


def report_of(ending):
    """The text of the report whose place the program printed; empty when it printed none."""
    place = re.search(r"^report +(.+)$", ending.error, re.MULTILINE)
    return pathlib.Path(place[1]).read_text() if place else ""


def faults_of_failure(ending, message, kinds):
    return [fault for bad, fault in (
        (ending.status == 0, "failed with exit status 0"),
        ("diverged" not in kinds, "failed without the event: " + message),
        ("step " not in message or "learning_rate" not in message, "failed without place or remedy: " + message),
        ("learning_rate" not in ending.error, "the terminal does not say why")) if bad]


def faults_of_chance(ending, message, kinds, report):
    return [fault for bad, fault in (
        ("ended_at_chance" not in kinds, "at chance without an event"),
        ("guessing" not in message, "at chance without a message"),
        ("guessing" not in ending.error + ending.output, "at chance, and the terminal is silent"),
        ("guessing" not in report, "at chance, and the report is silent"),
        (">guard " not in report, "at chance, and no mark in the report's charts")) if bad]


def faults_of(ending, folder, tally):
    if ending.hung or ending.crashed:
        return [str(ending)]
    (state, message), kinds, test = left_behind(folder)
    if state == "failed":
        tally.note("failed, and said where and why")
        return faults_of_failure(ending, message, kinds)
    if state != "finished":
        return [f"ended as {state}: {ending}"]
    faults = [] if has_only_finite_floats(folder / "final.weights") else ["finished with what is no number"]
    if at_chance(json.loads(test[0]), test[1]):
        tally.note("finished at chance, and said so")
        return faults + faults_of_chance(ending, message, kinds, report_of(ending))
    suspected = any(kind in kinds for kind in ("collapse_suspected", "divergence_suspected"))
    tally.note("finished with a result" + (", after a finding of the guard" if suspected else ""))
    return faults


def main():
    options = soak.arguments(__doc__.splitlines()[0], 80)
    tally = soak.Tally()
    with soak.Place(options.build, keep=options.keep, train=320, test=200) as place:
        for number, trial in enumerate(trials(options.count, options.seed)):
            method, network, rate, momentum, sparsity, epochs = trial
            folder = place.path / f"run-{number}"
            words = place.training(folder, "--method", method, "--set", f"optimizer.learning_rate={rate}",
                                   "--set", f"optimizer.momentum={momentum}", "--set", "pruning.mask_interval=4",
                                   "--seed", options.seed + number, "--threads", 1, epochs=epochs, model=network,
                                   sparsity=sparsity)
            if method == "dense":  # which is refused a sparsity
                at = words.index("--sparsity")
                del words[at:at + 2]
            tally.count(f"{method} {network} lr {rate} momentum {momentum} {100 * sparsity:g} %",
                        faults_of(place.run(words, timeout=600), folder, tally))
    tally.end()


if __name__ == "__main__":
    main()
