#!/usr/bin/env python3
"""Changes the folder of a run while it trains: renames, removes, replaces, locks it, cuts SQLite's files.

Every run has to end with status 0, whole, wherever it is then; where that is not where it was started, the program
names the place. Nothing that somebody else put there is touched. Bad: anything else. A run whose end is recorded
is left unchanged; too many of those are bad, too."""
import os
import random
import shutil
import signal
import subprocess
import time

import soak_support as soak

EPOCHS = 240
MINE = "somebody else's"
NOBODY = 65534


def rename(run, _):
    run.rename(run.with_name("renamed"))


def rename_above(run, _):
    run.parent.rename(run.parent.with_name("renamed-workspace"))


def remove(run, _):
    shutil.rmtree(run, ignore_errors=True)


def remove_above(run, _):
    shutil.rmtree(run.parent, ignore_errors=True)


def replace_by_file(run, _):
    run.rename(run.with_name("aside"))
    shutil.rmtree(run.with_name("aside"), ignore_errors=True)
    run.write_text(MINE)


def replace_by_folder(run, _):
    run.rename(run.with_name("renamed"))
    run.mkdir()
    (run / "run.db").write_text(MINE)
    (run / "final.weights").write_text(MINE)


def forbid(run, _):
    run.chmod(0)


def cut_index(run, chance):
    os.truncate(run / "run.db-shm", chance.choice([0, 100, 4096]))


def remove_index(run, _):
    (run / "run.db-shm").unlink()


def remove_log(run, _):
    (run / "run.db-wal").unlink()


def remove_database(run, _):
    (run / "run.db").unlink()


def lock(run, chance):
    """A transaction of another program, that ends after a while or when that program does."""
    seconds = chance.choice([2, 8, 30])
    script = ("import sqlite3,sys,time\nd=sqlite3.connect(sys.argv[1],timeout=60,isolation_level=None)\n"
              "d.execute('BEGIN IMMEDIATE')\ntime.sleep(float(sys.argv[2]))")
    subprocess.Popen(["python3", "-c", script, str(run / "run.db"), str(seconds)])


CHANGES = [rename, rename_above, remove, remove_above, replace_by_file, replace_by_folder, forbid, cut_index,
           remove_index, remove_log, remove_database, lock, lock]
STAYS = {cut_index, remove_index, remove_log}


def wait_until_it_trains(run):
    for _ in range(600):
        if soak.recorded(run):
            return True
        time.sleep(0.02)
    return False


def has_ended(process, run):
    """Whether the end of the run is recorded, or its program is gone."""
    record = soak.recorded(run)
    return process.poll() is not None or record is None or record[0] is not None


def change_while_it_stands(process, change, run, chance):
    """Changes the folder at one moment of the run, however fast it trains; returns whether that was done."""
    if process.poll() is not None:
        return False
    process.send_signal(signal.SIGSTOP)
    try:
        if has_ended(process, run):
            return False
        change(run, chance)
        return True
    except FileNotFoundError:
        return False  # SQLite has not made its files yet, or has put them away
    finally:
        process.send_signal(signal.SIGCONT)


def others_were_touched(run, change):
    if change is replace_by_file:
        return not run.is_file() or run.read_text() != MINE
    if change is replace_by_folder:
        return any((run / name).read_text() != MINE for name in ("run.db", "final.weights"))
    return False


def faults_of_the_place(below, run, change, ending):
    moved = not (run / "final.weights").is_file() or change is replace_by_folder
    faults = []
    if moved and not any(str(path.parent) in ending.error for path in below.rglob("*final.weights")):
        faults.append(f"does not name the place: {ending}")
    if moved and change in STAYS:
        faults.append("not in its own folder, which is sound")
    if others_were_touched(run, change):
        faults.append("touched what somebody else put there")
    return faults


def main():
    options = soak.arguments(__doc__, count=40)
    chance = random.Random(options.seed)
    tally = soak.Tally()
    root = os.geteuid() == 0
    with soak.Place(options.build, options.keep) as place:
        folder = place.path / "whole" / "run"
        ending = place.run(place.training(folder, epochs=EPOCHS), timeout=300)
        assert ending.status == 0, ending
        steps = soak.recorded(folder)[1]
        too_late = []

        def attempt(number):
            change = CHANGES[number % len(CHANGES)]
            below = place.path / f"trial{number}"
            run = below / "workspace" / f"run{number}"
            run.parent.mkdir(parents=True)
            more = {}
            if root and change is forbid:  # permissions are nothing to root
                subprocess.run(["chown", "-R", str(NOBODY), below], check=True)
                place.path.chmod(0o755)
                more = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            process = place.start(place.training(run, epochs=EPOCHS), environment={
                "XDG_STATE_HOME": below / "state", "HOME": below / "home", "TMPDIR": below}, **more)
            begun = wait_until_it_trains(run)
            time.sleep(chance.uniform(0, 0.8) * ending.seconds)
            changed = change_while_it_stands(process, change, run, chance)
            ended = place.finish(process, 300)
            if run.is_dir():
                run.chmod(0o755)
            faults = [] if begun else [f"never began: {ended}"]
            faults += soak.judge(below, ended, steps)
            if changed:
                faults += faults_of_the_place(below, run, change, ended)
            else:
                too_late.append(number)
            tally.note(f"status {ended.status}{'' if changed else ', unchanged: too late'}: {change.__name__}")
            tally.count(f"{number}: {change.__name__}", faults)

        soak.try_each(range(options.count), attempt, options.workers)
        if len(too_late) > options.count // 4:
            tally.count("all", [f"{len(too_late)} runs ended before their changes"])
    tally.end()


if __name__ == "__main__":
    main()
