#!/usr/bin/env python3
"""Run folders made to harm, each listed, shown and reported on; with --window each is opened in the window, too.

Every trial begins with a sound run beside files that belong to the user, and spoils the run in one way. It is a bad
ending when a program touches anything outside the folder, takes more than two seconds of the processor, hangs, takes
more than 500 MB, crashes, or says nothing of what is wrong.

    tests/soak/hostile_folders.py [BUILD] [--count N] [--window] [--only WORD]

See soak_support.py for the rest. The window needs Xvfb; its display is one that is free.
"""
import hashlib
import json
import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import stat
import struct
import subprocess
import sys
import time

import soak_support as soak

MOST_SECONDS = 2.0  # of the processor: a busy machine is not the program's fault
MOST_MEMORY = 500 * 1024  # kB
HANGS_AFTER = 30.0
WINDOW_SECONDS = 6.0
TERABYTE = 1 << 40

PARTS = ("run.db", "run.db-wal", "run.db-shm", "run.db-journal", "config.json", "final.weights", "report")
UNSEEN = {"run.db-shm"}  # of no meaning to a reader
JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")


class Trial:
    """A run folder to spoil, and the user's files that it must not reach."""

    def __init__(self, workspace, outside):
        self.workspace = workspace
        self.run = workspace / "run"
        self.outside = outside
        self.victim = outside / "thesis.tex"

    def part(self, name):
        return self.run / name

    def clear(self, name):
        path = self.part(name)
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.exists() or path.is_symlink():
            path.unlink()
        return path

    def sql(self, text, *values):
        database = sqlite3.connect(self.part("run.db"))
        database.execute("PRAGMA writable_schema = ON")
        with database:
            if values:
                database.executemany(text, *values)
            else:
                database.executescript(text)
        database.close()

    def page_bytes(self):
        return self.part("run.db").read_bytes()[:4096]


# In place of each file ------------------------------------------------------------------------------------------

def pipe(trial, name):
    os.mkfifo(trial.clear(name))


def folder(trial, name):
    trial.clear(name).mkdir()
    (trial.part(name) / "inside").write_text("x")


def link_to_a_file(trial, name):
    trial.clear(name).symlink_to(trial.victim)


def link_to_a_folder(trial, name):
    trial.clear(name).symlink_to(trial.outside)


def link_to_nowhere(trial, name):
    trial.clear(name).symlink_to(trial.outside / "not there yet")


def link_to_endless_zeros(trial, name):
    trial.clear(name).symlink_to("/dev/zero")


def socket_file(trial, name):
    path = trial.clear(name)
    here = os.getcwd()
    os.chdir(trial.run)  # the names of sockets are short
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    finally:
        os.chdir(here)


def hollow(trial, name):
    path = trial.part(name)
    start = path.read_bytes() if path.is_file() else b""
    path = trial.clear(name)
    with open(path, "wb") as stream:
        stream.write(start)
        try:
            stream.truncate(TERABYTE)
        except OSError:
            stream.truncate(8 << 30)


KINDS = (pipe, folder, link_to_a_file, link_to_a_folder, link_to_nowhere, link_to_endless_zeros, socket_file)


# Files of SQLite ------------------------------------------------------------------------------------------------

def journal(trial, pages, records=(), nonce=7, page_size=4096, super_journal=None, sector=512):
    """A rollback journal that SQLite would play back."""
    header = JOURNAL_MAGIC + struct.pack(">5I", len(records), nonce, pages, sector, page_size)
    content = header.ljust(sector, b"\0")
    for number, page in records:
        total = nonce + sum(page[i] for i in range(len(page) - 200, 0, -200))
        content += struct.pack(">I", number) + page + struct.pack(">I", total & 0xffffffff)
    if super_journal:
        name = os.fsencode(super_journal)
        content += struct.pack(">I", 1 << 20) + name + struct.pack(">II", len(name), sum(name) & 0xffffffff)
        content += JOURNAL_MAGIC
    trial.part("run.db-journal").write_bytes(content)


def journal_that_names_a_file(trial):
    journal(trial, 1, [(1, trial.page_bytes())], super_journal=trial.victim)


def journal_that_names_a_file_above(trial):
    journal(trial, 1, [(1, trial.page_bytes())], super_journal="../../outside/thesis.tex")


def journal_that_cuts_the_database(trial):
    journal(trial, 1, [(1, trial.page_bytes())])


def journal_of_a_huge_database(trial):
    journal(trial, 0xfffffff0, [(1, trial.page_bytes())])


def journal_of_no_pages(trial):
    journal(trial, 0, [(1, trial.page_bytes())])


def journal_of_other_pages(trial):
    journal(trial, 4, [(1, b"\xff" * 65536)], page_size=65536)


def log_frames(pages, page_size=4096, truncate_last=True):
    """A write-ahead log with sound sums."""
    def add(total, data):
        one, two = total
        for at in range(0, len(data), 8):
            a, b = struct.unpack_from("<2I", data, at)
            one = (one + a + two) & 0xffffffff
            two = (two + b + one) & 0xffffffff
        return one, two

    header = struct.pack(">6I", 0x377f0682, 3007000, page_size, 0, 11, 13)
    total = add((0, 0), header)
    content = bytearray(header + struct.pack(">2I", *total))
    for index, (number, page, size) in enumerate(pages):
        begin = struct.pack(">2I", number, size)
        total = add(add(total, begin), page)
        content += begin + struct.pack(">4I", 11, 13, *total) + page
    return bytes(content)


def log_of_garbage_pages(trial):
    trial.part("run.db-wal").write_bytes(log_frames([(n, b"\x5a" * 4096, 40) for n in range(1, 41)]))


def log_of_a_huge_database(trial):
    trial.part("run.db-wal").write_bytes(log_frames([(1, trial.page_bytes(), 0xffffffff)]))


def log_of_small_pages(trial):
    trial.part("run.db-wal").write_bytes(log_frames([(n, b"\1" * 512, 9) for n in range(1, 9)], 512))


def log_of_another_run(trial):
    trial.part("run.db-wal").write_bytes(log_frames([(2, trial.page_bytes(), 2)]))


def database_of_zeros(trial):
    trial.part("run.db").write_bytes(bytes(1 << 20))


def database_of_nothing(trial):
    trial.part("run.db").write_bytes(b"")


def database_cut_in_half(trial):
    content = trial.part("run.db").read_bytes()
    trial.part("run.db").write_bytes(content[:len(content) // 2])


def database_header_alone(trial):
    trial.part("run.db").write_bytes(trial.page_bytes()[:100])


def database_without_its_log(trial):
    content = bytearray(trial.page_bytes())
    content[18:20] = b"\2\2"
    content[60:64] = content[68:72] = bytes(4)
    content[100:] = b"\x0d" + bytes(4) + b"\x10\0" + bytes(4096 - 107)
    content[28:32] = struct.pack(">I", 1)
    trial.part("run.db").write_bytes(bytes(content))


def pages_that_lead_in_circles(trial):
    content = bytearray(trial.part("run.db").read_bytes())
    pages = len(content) // 4096
    for page in range(1, pages):
        # An inner page with two hundred entries that lead to pages like itself.
        at = page * 4096
        cells = 200
        content[at:at + 12] = struct.pack(">BHHHBI", 5, 0, cells, 4096 - 5 * cells, 0, page % pages + 1)
        for cell in range(cells):
            place = 4096 - 5 * (cell + 1)
            content[at + 12 + 2 * cell:at + 14 + 2 * cell] = struct.pack(">H", place)
            content[at + place:at + place + 5] = struct.pack(">IB", (page + cell) % (pages - 1) + 2, cell % 120)
    trial.part("run.db").write_bytes(bytes(content))


def schema_that_leads_in_circles(trial):
    pages_that_lead_in_circles(trial)
    content = bytearray(trial.part("run.db").read_bytes())
    cells = 100
    content[100:112] = struct.pack(">BHHHBI", 5, 0, cells, 4096 - 5 * cells, 0, 2)
    for cell in range(cells):
        place = 4096 - 5 * (cell + 1)
        content[112 + 2 * cell:114 + 2 * cell] = struct.pack(">H", place)
        content[place:place + 5] = struct.pack(">IB", cell % 5 + 2, cell)
    trial.part("run.db").write_bytes(bytes(content))


def newer_version(trial):
    trial.sql("PRAGMA user_version = 99")


def other_program(trial):
    trial.sql("PRAGMA application_id = 1234")


def view_in_place_of_a_table(trial):
    trial.sql("ALTER TABLE samples RENAME TO real; CREATE VIEW samples AS SELECT * FROM real")


def missing_table(trial):
    trial.sql("DROP TABLE events")


def ten_thousand_tables(trial):
    trial.sql("".join(f"CREATE TABLE t{i} (a, b, c);" for i in range(10000)))
    trial.sql("DROP TABLE outcomes")


def no_header(trial):
    trial.sql("DELETE FROM run_header")


# Rows ---------------------------------------------------------------------------------------------------------

def set_header(trial, column, text):
    database = sqlite3.connect(trial.part("run.db"))
    with database:
        database.execute(f"UPDATE run_header SET {column} = ?", (text,))
    database.close()


def deep_configuration(trial):
    set_header(trial, "config", "[" * 500000)


def long_configuration(trial):
    set_header(trial, "config", '{"schedule":[' + ",".join(["{}"] * 100000) + "]}")
    trial.part("config.json").write_text('{"schedule":[' + ",".join(["{}"] * 300000) + "]}")


def long_network(trial):
    set_header(trial, "network", '{"layers":[' + ",".join(["{}"] * 200000) + "]}")


def huge_network_with_hollow_weights(trial):
    network = {"name": "mlp:1", "layers": [{"name": "fc", "kind": "dense", "weight_shape": [1 << 20, 1 << 20],
                                            "parameters": 1 << 40, "weights": 1 << 40, "macs": 1 << 40,
                                            "output_shape": [1, 1, 1], "prunable": 0}]}
    set_header(trial, "network", json.dumps(network))
    hollow(trial, "final.weights")


def weights_that_are_too_long(trial):
    with open(trial.part("final.weights"), "ab") as stream:
        stream.truncate(3 << 30)


def many_events(trial):
    trial.sql("INSERT INTO events (sequence, step, epoch, wall_ms, kind, who, reason, before, after) "
              "VALUES (?, 1, 1, 1, '', '', '', '', '')", ((i,) for i in range(10, 150000)))


def many_evaluations(trial):
    trial.sql("INSERT INTO evaluations (step, epoch, split, sparsity, loss, classes, confusion) "
              "VALUES (?, 1, 'train', 0, 0, 0, '[]')", ((i,) for i in range(150000)))


def long_reason(trial):
    trial.sql("UPDATE events SET reason = hex(zeroblob(10000000))")


def long_values(trial):
    set_header(trial, "dataset", json.dumps({"title": "x" * 20_000_000}))


def confusion_of_thousands(trial):
    trial.sql("UPDATE evaluations SET classes = 3000, confusion = '[' || replace(hex(zeroblob(4500000)), '0', '0,')"
              " || '0]'")


def escape_sequences(trial):
    nasty = "\x1b]52;c;ZXZpbA==\x07\x1b[2J\u202egnp.exe\r\nrun2  finished  100 %"
    trial.sql("UPDATE events SET reason = ?, who = ?", [(nasty, nasty)])
    set_header(trial, "dataset", json.dumps({"name": nasty, "title": nasty}))


def numbers_that_are_none(trial):
    trial.sql("UPDATE samples SET loss = 9e999, sparsity = -9e999, step = 9223372036854775807, epoch = NULL")


# The report and what is left in the folder ------------------------------------------------------------------------

def old_temporary_links(trial):
    report = trial.part("report")
    for name in ("index.html", "report.json", "metrics.csv"):
        (report / (name + ".partial")).symlink_to(trial.victim)
    (trial.run / "final.weights.partial").symlink_to(trial.victim)
    (trial.run / "config.json.partial").symlink_to(trial.victim)


def old_temporary_pipe(trial):
    os.mkfifo(trial.part("report") / "report.json.partial")


def new_temporary_links(trial):
    for place in (trial.run, trial.part("report")):
        for digit in "0123456789abcdef":
            (place / f".prunescope-{digit * 16}.partial").symlink_to(trial.victim)


def report_files_that_are_links(trial):
    for name in ("index.html", "report.json", "metrics.csv", "layers.csv", "events.csv"):
        (trial.part("report") / name).unlink()
        (trial.part("report") / name).symlink_to(trial.victim)


def report_of_another_run(trial):
    path = trial.part("report") / "report.json"
    text = json.loads(path.read_text())
    text["run"]["seed"] = 12345
    path.write_text(json.dumps(text))


def report_with_other_files(trial):
    (trial.part("report") / "notes.txt").write_text("mine")


def report_json_that_is_a_pipe(trial):
    path = trial.part("report") / "report.json"
    path.unlink()
    os.mkfifo(path)


def report_json_without_end(trial):
    path = trial.part("report") / "report.json"
    path.write_text("[" * 2_000_000)


def report_json_that_is_hollow(trial):
    path = trial.part("report") / "report.json"
    with open(path, "r+b") as stream:
        stream.truncate(TERABYTE // 4)


def hard_links(trial):
    # The user's file under the names of SQLite's files: only a reader that writes could harm it.
    for name in ("run.db-wal", "run.db-shm", "run.db-journal"):
        os.link(trial.victim, trial.clear(name))


WHOLE = (
    journal_that_names_a_file, journal_that_names_a_file_above, journal_that_cuts_the_database,
    journal_of_a_huge_database, journal_of_no_pages, journal_of_other_pages, log_of_garbage_pages,
    log_of_a_huge_database, log_of_small_pages, log_of_another_run, database_of_zeros, database_of_nothing,
    database_cut_in_half, database_header_alone, database_without_its_log, pages_that_lead_in_circles,
    schema_that_leads_in_circles, newer_version, other_program, view_in_place_of_a_table, missing_table,
    ten_thousand_tables, no_header, deep_configuration, long_configuration, long_network,
    huge_network_with_hollow_weights, weights_that_are_too_long, many_events, many_evaluations, long_reason,
    long_values, confusion_of_thousands, escape_sequences, numbers_that_are_none, old_temporary_links,
    old_temporary_pipe, new_temporary_links, report_files_that_are_links, report_of_another_run,
    report_with_other_files, report_json_that_is_a_pipe, report_json_without_end, report_json_that_is_hollow,
    hard_links)

# What a reader may rightly pass over in silence: it is of no meaning to it, or has been dealt with.
MAY_BE_SILENT = {
    "journal_that_cuts_the_database", "journal_of_a_huge_database", "journal_of_no_pages", "journal_of_other_pages",
    "log_of_small_pages", "log_of_another_run", "new_temporary_links", "hard_links", "long_reason", "long_values",
    "confusion_of_thousands", "escape_sequences", "numbers_that_are_none", "hollow run.db", "hollow run.db-shm",
    "hollow run.db-wal", "hollow run.db-journal", "hollow config.json", "log_of_a_huge_database", "long_configuration", "link_to_nowhere run.db-shm"}


def trials():
    """(name, what spoils a trial) of each, the kinds of faults taking turns."""
    for name in PARTS:
        for kind in KINDS:
            yield f"{kind.__name__} {name}", lambda t, k=kind, n=name: k(t, n)
    for name in PARTS[:-1]:
        yield f"hollow {name}", lambda t, n=name: hollow(t, n)
    for spoil in WHOLE:
        yield spoil.__name__, spoil


def state_of(path):
    """Everything about the files below a folder that a program could change."""
    state = {}
    for entry in sorted(path.rglob("*")):
        status = entry.lstat()
        content = hashlib.sha256(entry.read_bytes()).hexdigest() if stat.S_ISREG(status.st_mode) else ""
        links = 0 if stat.S_ISREG(status.st_mode) else status.st_nlink
        state[str(entry)] = (status.st_mode, status.st_size, status.st_mtime_ns, links, content)
    return state


class Used:
    def __init__(self, status, text, usage, seconds):
        self.status = status
        self.text = text
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss
        self.seconds = seconds

    def faults(self, what):
        found = []
        if self.status is None:
            found.append(f"{what} hung for {self.seconds:.0f} s")
        elif self.status < 0 or self.status >= 128:
            found.append(f"{what} ended with {self.status}: {self.text.strip()[-200:]}")
        if self.processor > MOST_SECONDS:
            found.append(f"{what} took {self.processor:.1f} s of the processor")
        if self.memory > MOST_MEMORY:
            found.append(f"{what} took {self.memory // 1024} MB")
        if any(ord(c) < 32 and c not in "\n\t" or c in "\x7f\u202e" for c in self.text):
            found.append(f"{what} wrote control characters to the terminal")
        return found


def use(place, words, stop_after=None):
    """Runs a program to its end, or tells it to end after a time; what it took is measured for it alone."""
    output = place.path / "output.txt"
    since = time.monotonic()
    with open(output, "wb") as stream:
        process = subprocess.Popen([str(w) for w in words], stdin=subprocess.DEVNULL, stdout=stream, stderr=stream,
                                   env=place.environment, cwd=place.path)
    told = False
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        seconds = time.monotonic() - since
        if pid != 0:
            process.returncode = os.waitstatus_to_exitcode(status)
            break
        if seconds > HANGS_AFTER:
            process.kill()
            _, _, usage = os.wait4(process.pid, 0)
            process.returncode = -signal.SIGKILL
            return Used(None, output.read_text(errors="replace"), usage, seconds)
        if stop_after and seconds > stop_after and not told:
            process.terminate()
            told = True
        time.sleep(0.01)
    asked = told and process.returncode == 128 + signal.SIGTERM
    return Used(0 if asked else process.returncode, output.read_text(errors="replace"), usage, seconds)


def try_one(place, template, name, spoil, window):
    workspace = place.path / "workspace"
    outside = place.path / "outside"
    for path in (workspace, outside):
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
    (outside / "thesis.tex").write_text("years of work\n" * 100)
    (outside / "index.html").write_text("my own page\n")
    os.utime(outside / "thesis.tex", (1e9, 1e9))
    shutil.copytree(template, workspace / "run", symlinks=True)
    trial = Trial(workspace, outside)
    spoil(trial)
    before = state_of(outside)
    run = trial.run
    silent = name in MAY_BE_SILENT or name.split(" ")[-1] in UNSEEN
    faults = []
    said = ""
    words = [("list", workspace), ("show", run), ("report", run)]
    for word, argument in words:
        used = use(place, [place.cli, word, argument])
        faults += used.faults(word)
        said += f"{word} {used.status}: {used.text}\n"
        if state_of(outside) != before:
            faults.append(f"{word} changed the user's files")
            before = state_of(outside)
    # A sound run gives a list of one line, and two commands that succeed without a word of the program's own.
    clean = "prunescope-cli:" not in said and "\n    " not in said.split("show ")[0]
    if clean and not silent:
        faults.append(f"nothing was said: {said[:300]!r}")
    if window:
        used = use(place, [place.window, run], stop_after=WINDOW_SECONDS)
        # What opening takes goes to a start that takes a second or two anyway.
        used.processor = max(0.0, used.processor - 4)
        used.memory = max(0, used.memory - 150 * 1024)
        faults += used.faults("window")
        if state_of(outside) != before:
            faults.append("the window changed the user's files")
    return faults


def screen(place):
    """A screen of our own; its number is the first that is free."""
    reading, writing = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x720x24", "-nolisten", "tcp"],
                              pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    place.environment["DISPLAY"] = ":" + os.read(reading, 20).decode().strip()
    os.close(reading)
    return server


def main():
    only = ""
    window = "--window" in sys.argv
    if window:
        sys.argv.remove("--window")
    if "--only" in sys.argv:
        at = sys.argv.index("--only")
        only = sys.argv[at + 1]
        del sys.argv[at:at + 2]
    chosen = [t for t in trials() if only in t[0]]
    options = soak.arguments(__doc__.split("\n")[0], len(chosen))
    tally = soak.Tally()
    with soak.Place(options.build, options.keep) as place:
        template = place.path / "template"
        made = place.run(place.training(template, epochs=2))
        if made.status != 0:
            sys.exit(f"no run to begin with: {made}")
        server = screen(place) if window else None
        try:
            # Fewer than all: every so many, so that each kind has its turn.
            step = max(1, len(chosen) // max(1, options.count))
            for name, spoil in chosen[::step][:options.count]:
                tally.count(name, try_one(place, template, name, spoil, window))
        finally:
            if server:
                server.terminate()
                server.wait()
    tally.end()


if __name__ == "__main__":
    main()
