"""What the long trials share: a workspace of their own with small made-up data, the programs under limits, and a count.

A trial is one try of one fault. A script tries many, tells of each bad ending in one line, and ends with
"N tried, B bad endings"; its exit status is 1 when B > 0. Run one as

    tests/soak/SCRIPT.py [BUILD] [--count N] [--seed S] [--workers W] [--keep]

BUILD is the folder of the built programs, build/dev unless given.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def idx(dimensions, values):
    """The bytes of an IDX file of unsigned bytes."""
    header = bytes([0, 0, 8, len(dimensions)]) + b"".join(struct.pack(">I", d) for d in dimensions)
    return header + bytes(values)


def write_data(folder, train=240, test=80, size=28, classes=10, seed=1):
    """Images in which a bright bar tells the class, in MNIST's file names: learned within an epoch or two."""
    random_numbers = random.Random(seed)
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for prefix, count in (("train", train), ("t10k", test)):
        pixels = bytearray()
        labels = bytes(i % classes for i in range(count))
        for label in labels:
            image = bytearray(random_numbers.randrange(60) for _ in range(size * size))
            row = (label * size // classes) * size
            image[row:row + 2 * size] = bytes([200 + random_numbers.randrange(56)] * (2 * size))
            pixels += image[:size * size]
        (folder / f"{prefix}-images-idx3-ubyte").write_bytes(idx([count, size, size], pixels))
        (folder / f"{prefix}-labels-idx1-ubyte").write_bytes(idx([count], labels))
    return folder


class Ending:
    """How a program ended. `status` is negative after a signal, as in `subprocess`; None when it hung."""

    def __init__(self, status, output, error, seconds):
        self.status = status
        self.output = output
        self.error = error
        self.seconds = seconds

    @property
    def hung(self):
        return self.status is None

    @property
    def crashed(self):
        """By a signal that a program's own fault raises, or by what a shell makes of one."""
        faults = (signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGILL, signal.SIGXFSZ,
                  signal.SIGPIPE, signal.SIGSYS)
        return self.status is not None and any(self.status in (-s, 128 + s) for s in faults)

    def __str__(self):
        how = "hung" if self.hung else f"status {self.status}"
        return f"{how} after {self.seconds:.1f} s: {(self.error or self.output).strip()[-300:]}"


def limits(file_bytes=None, memory_bytes=None, open_files=None, seconds=None):
    """For `preexec_fn`: limits of the program alone."""

    def apply():
        for kind, value in ((resource.RLIMIT_FSIZE, file_bytes), (resource.RLIMIT_AS, memory_bytes),
                            (resource.RLIMIT_NOFILE, open_files), (resource.RLIMIT_CPU, seconds)):
            if value is not None:
                resource.setrlimit(kind, (value, value))

    return apply


class Place:
    """A temporary folder with data, a home and a workspace, and the programs of one build that run in it."""

    def __init__(self, build, keep=False, parent=None, **data):
        self.build = pathlib.Path(build).resolve()
        self.cli = self.build / "prunescope-cli"
        self.window = self.build / "prunescope"
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="prunescope-soak-", dir=parent))
        self.keep = keep
        self.home = self.path / "home"
        self.home.mkdir()
        self.temporary = self.path / "tmp"
        self.temporary.mkdir()
        self.data = write_data(self.path / "data", **data)
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("XDG_")},
            "HOME": str(self.home),
            "TMPDIR": str(self.temporary),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_STATE_HOME": str(self.home / "state"),
        }

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.keep:
            print(f"kept: {self.path}")
            return
        subprocess.run(["chmod", "-R", "u+rwX", str(self.path)], check=False)
        shutil.rmtree(self.path, ignore_errors=True)

    def training(self, out, *more, epochs=20, model="mlp:32", sparsity=0.9):
        """The words of a short run; `more` is appended."""
        return [str(self.cli), "train", "--dataset", "mnist", "--data-dir", str(self.data), "--model", model,
                "--batch", "16", "--epochs", str(epochs), "--sparsity", str(sparsity), "--lr", "0.01",
                "--set", "validation_fraction=0.1", "--out", str(out), *map(str, more)]

    def start(self, words, environment=None, limit=None, **more):
        """Starts a program without waiting; its output goes to pipes unless `more` says otherwise."""
        settings = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
        return subprocess.Popen([str(word) for word in words], preexec_fn=limit, text=True, errors="replace",
                                env={**self.environment, **(environment or {})}, cwd=self.path, **settings)

    def finish(self, process, timeout=60, since=None):
        """Waits for it. One that takes too long is killed and counts as hung."""
        since = since or time.monotonic()
        try:
            output, error = process.communicate(timeout=timeout)
            status = process.returncode
        except subprocess.TimeoutExpired:
            process.kill()
            output, error = process.communicate()
            status = None
        return Ending(status, output or "", error or "", time.monotonic() - since)

    def run(self, words, timeout=60, **more):
        since = time.monotonic()
        return self.finish(self.start(words, **more), timeout, since)

    def weight_files(self):
        """Every whole weight file below the place, wherever it was saved."""
        return [path for path in self.path.rglob("*final.weights") if is_whole_weight_file(path)]


def is_whole_weight_file(path):
    """Whether the file is as long as its safetensors header says."""
    try:
        bytes_ = pathlib.Path(path).read_bytes()
        (length,) = struct.unpack("<Q", bytes_[:8])
        header = json.loads(bytes_[8:8 + length])
        ends = [entry["data_offsets"][1] for name, entry in header.items() if name != "__metadata__"]
        return bool(ends) and 8 + length + max(ends) == len(bytes_)
    except (OSError, ValueError, KeyError, struct.error):
        return False


def recorded(folder):
    """(state or None, samples, whether the steps are 1, 2, 3 … without a gap) of a run.db; None when unreadable.

    Reads a copy of the files: looking must not mend what the program left."""
    folder = pathlib.Path(folder)
    with tempfile.TemporaryDirectory() as copy:
        try:
            for name in ("run.db", "run.db-wal", "run.db-journal"):
                if (folder / name).is_file():
                    shutil.copy(folder / name, copy)
            database = sqlite3.connect(os.path.join(copy, "run.db"))
            try:
                steps = [row[0] for row in database.execute("SELECT step FROM samples ORDER BY id")]
                row = database.execute("SELECT state FROM outcomes ORDER BY id DESC LIMIT 1").fetchone()
            finally:
                database.close()
        except (sqlite3.Error, OSError):
            return None
    return (row[0] if row else None, len(steps), steps == list(range(1, len(steps) + 1)))


def run_folders(below):
    """The folders below that hold a run's database."""
    return [path.parent for path in pathlib.Path(below).rglob("run.db") if path.is_file()]


def judge(below, ending, steps, weights_possible=True):
    """What is bad about the end of a training run of so many steps that ended by itself.

    `below`: the folder in which all that it may have saved lies. A run that was refused before it trained is well
    ended when a word was said of it."""
    if ending.hung:
        return ["hung"]
    faults = []
    if ending.crashed:
        faults.append(f"crashed: {ending}")
    records = [recorded(folder) for folder in run_folders(below)]
    whole = ("finished", steps, True) in records
    weights = any(is_whole_weight_file(path) for path in pathlib.Path(below).rglob("*final.weights"))
    trained = "samples/s" in ending.error or any(record and record[1] > 0 for record in records)
    if ending.status == 0 and not (whole and weights):
        faults.append(f"status 0, but records {records}, weights {weights}")
    if ending.status != 0 and not ending.error.strip():
        faults.append(f"status {ending.status} without a word")
    if whole and weights and "the run failed" in ending.error:
        faults.append(f"whole, but called failed: {ending}")
    if trained and weights_possible and not weights:
        faults.append(f"no weights: {ending}")
    if any(record and not record[2] for record in records):
        faults.append("steps are missing in the middle of the record")
    return faults


def try_each(trials, attempt, workers):
    """Calls `attempt` with each trial, several at a time: most of them wait for something."""
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        for future in concurrent.futures.as_completed([pool.submit(attempt, trial) for trial in trials]):
            future.result()


class Tally:
    """Counts trials, and tells of each bad ending when it happens."""

    def __init__(self):
        self.tried = 0
        self.bad = 0
        self.notes = {}
        self.lock = threading.Lock()

    def count(self, trial, faults):
        """`faults`: what was bad about the ending, in words; empty when it was as it should be."""
        with self.lock:
            self.tried += 1
            if faults:
                self.bad += 1
                print(f"BAD {trial}: {'; '.join(faults)}", flush=True)

    def note(self, kind):
        """Counts how trials ended, to show that they reached what they try."""
        with self.lock:
            self.notes[kind] = self.notes.get(kind, 0) + 1

    def end(self):
        for kind in sorted(self.notes):
            print(f"  {self.notes[kind]:5} {kind}")
        print(f"{self.tried} tried, {self.bad} bad endings")
        sys.exit(1 if self.bad else 0)


def arguments(description, count):
    """The command line of a script, whose `count` is the number of trials unless given."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("build", nargs="?", default=str(ROOT / "build/dev"), help="folder of the built programs")
    parser.add_argument("--count", type=int, default=count, help="number of trials (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of what is left to chance (%(default)s)")
    parser.add_argument("--workers", type=int, default=8, help="trials at the same time (%(default)s)")
    parser.add_argument("--keep", action="store_true", help="leave the folder of the trials")
    options = parser.parse_args()
    if not (pathlib.Path(options.build) / "prunescope-cli").exists():
        parser.error(f"{options.build} holds no prunescope-cli: build it, or name its folder")
    return options
