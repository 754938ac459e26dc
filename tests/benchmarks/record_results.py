#!/usr/bin/env python3
"""Runs a benchmark and writes what it prints into RESULTS.md, so that no figure there is written by hand.

    tests/benchmarks/record_results.py compare -- tests/benchmarks/compare.py build/release --rounds 3
    tests/benchmarks/record_results.py c-source -- tests/benchmarks/c_source.py build/release
    tests/benchmarks/record_results.py callers -- tests/benchmarks/callers.py build/release
    tests/benchmarks/record_results.py --check          # every section is as its script wrote it

The first word names the section; a section of that name is replaced, another is appended. Beside the output stand the
command, the day, the state of the sources and the machine. Nothing is written when the command fails. A section carries
the SHA-256 of its text: --check finds those that were edited afterwards, and figures that stand outside any section.
"""
from __future__ import annotations

import argparse
import datetime
import hashlib
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Sequence

RESULTS = Path(__file__).parent / "RESULTS.md"
SECTION = re.compile(r"<!-- begin (?P<name>[\w-]+) sha256:(?P<hash>[0-9a-f]{64}) -->\n(?P<text>.*?)<!-- end (?P=name) -->\n", re.DOTALL)
# A number that would need a measurement: with a decimal point, or with a unit of the tables.
FIGURE = re.compile(r"\d\.\d|\d\s?(%|ms|µs|us|GFLOP|GB/s|MB|x\b|images)")


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def section(name: str, text: str) -> str:
    return f"<!-- begin {name} sha256:{hash_of(text)} -->\n{text}<!-- end {name} -->\n"


def with_section(document: str, name: str, text: str) -> str:
    """The document with this section in the place of the old one, or at its end."""
    new = section(name, text)
    for old in SECTION.finditer(document):
        if old["name"] == name:
            return document[:old.start()] + new + document[old.end():]
    return document.rstrip("\n") + "\n\n" + new


def faults_in(document: str) -> list[str]:
    """What in the document was not written by a script."""
    faults = [f"section {s['name']} was changed after its script wrote it" for s in SECTION.finditer(document)
              if hash_of(s["text"]) != s["hash"]]
    outside = SECTION.sub("", document)
    faults += [f"a marker of a section is damaged: {line}" for line in outside.splitlines()
               if line.startswith(("<!-- begin", "<!-- end"))]
    faults += [f"a figure that no script wrote: {line.strip()}" for line in outside.splitlines() if FIGURE.search(line)]
    return faults


def processor() -> str:
    try:
        names = re.findall(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        names = []
    return names[0] if names else "an unknown processor"


def state_of_sources() -> str:
    answer = subprocess.run(["git", "-C", str(RESULTS.parent), "describe", "--always", "--dirty", "--abbrev=10"],
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    return answer.stdout.strip() or "sources outside git"


def text_of(name: str, command: Sequence[str], output: str) -> str:
    today = datetime.date.today().isoformat()
    return (f"### {name}\n\n`{shlex.join(command)}`, {today}, {state_of_sources()}, {os.cpu_count()} processor threads of "
            f"{processor()}\n\n{output.strip(chr(10))}\n\n")


def record(name: str, command: Sequence[str]) -> None:
    answer = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    sys.stdout.write(answer.stdout)
    if answer.returncode != 0:
        sys.exit(f"error: the command failed with status {answer.returncode}, so nothing was written.")
    document = RESULTS.read_text(encoding="utf-8")
    RESULTS.write_text(with_section(document, name, text_of(name, command, answer.stdout)), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="look for figures that no script wrote")
    parser.add_argument("name", nargs="?", help="of the section: letters, digits, - and _")
    parser.add_argument("command", nargs="*", help="behind --")
    arguments = parser.parse_args()
    if arguments.check:
        faults = faults_in(RESULTS.read_text(encoding="utf-8"))
        sys.exit("\n".join(faults) or 0)
    if not arguments.name or not re.fullmatch(r"[\w-]+", arguments.name) or not arguments.command:
        parser.error("give the name of the section and, behind --, the command")
    record(arguments.name, arguments.command)


if __name__ == "__main__":
    main()
