#!/usr/bin/env python3
"""How fast tables are read: from the file to rows that can be trained on.

    tests/benchmarks/table_reading.py build/release                        # 1,000,000 rows of 50 columns, about 2 minutes
    tests/benchmarks/table_reading.py build/release --rows 100000 --rounds 9

Makes tables of made-up numbers with a class in the last column, also with every value in quotes, with categories in every tenth
column and as ARFF, one after the other in a folder of its own, and has table_bench read each. Prints a table in Markdown. Run it
on an idle machine.
"""
from __future__ import annotations

import argparse
import itertools
import json
import random
import tempfile
from pathlib import Path
from typing import Callable, Iterable, Iterator

from bench_support import build_argument, markdown_table, output_of, program, progress

NUMBERS = 20_011  # different ones; a prime, so that rows differ
TOWNS = [f"town {i}" for i in range(200)]
Row = list[str]


def rows_of(count: int, columns: int) -> Iterator[Row]:
    draw = random.Random(1)
    numbers = [f"{draw.gauss(0, 10):.5f}" for _ in range(NUMBERS)]
    for i in range(count):
        start = i * 7919
        yield [numbers[(start + c * 104_729) % NUMBERS] for c in range(columns - 1)] + ["abc"[i % 3]]


def header_of(columns: int) -> Row:
    return [f"x{c}" for c in range(columns - 1)] + ["class"]


def plain(count: int, columns: int) -> Iterator[str]:
    yield ",".join(header_of(columns)) + "\n"
    for row in rows_of(count, columns):
        yield ",".join(row) + "\n"


def quoted(count: int, columns: int) -> Iterator[str]:
    for row in itertools.chain([header_of(columns)], rows_of(count, columns)):
        yield ",".join(f'"{value}"' for value in row) + "\n"


def categories(count: int, columns: int) -> Iterator[str]:
    yield ",".join(header_of(columns)) + "\n"
    for i, row in enumerate(rows_of(count, columns)):
        for c in range(0, columns - 1, 10):
            row[c] = TOWNS[(i * 31 + c) % len(TOWNS)]
        yield ",".join(row) + "\n"


def arff(count: int, columns: int) -> Iterator[str]:
    yield "@relation made_up\n"
    for name in header_of(columns)[:-1]:
        yield f"@attribute {name} numeric\n"
    yield "@attribute class {a,b,c}\n@data\n"
    for row in rows_of(count, columns):
        yield ",".join(row) + "\n"


TABLES: dict[str, tuple[str, Callable[[int, int], Iterable[str]]]] = {
    "numbers": ("numbers.csv", plain),
    "every value in quotes": ("quoted.csv", quoted),
    "every tenth column of 200 categories": ("categories.csv", categories),
    "ARFF": ("numbers.arff", arff),
}


def measured(bench: Path, file: Path, rounds: int) -> dict[str, float]:
    """The last line of table_bench."""
    return json.loads(output_of([bench, file, str(rounds)]).splitlines()[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    build_argument(parser)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--columns", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    bench = program(arguments.build, "table_bench")
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for title, (name, make) in TABLES.items():
            progress(title)
            file = Path(folder) / name
            with file.open("w", encoding="ascii") as stream:
                stream.writelines(make(arguments.rows, arguments.columns))
            result = measured(bench, file, arguments.rounds)
            lines.append([title, f"{result['megabytes']:.0f}", f"{result['seconds']:.2f}",
                          f"{result['megabytes'] / result['seconds']:.0f}"])
            file.unlink()
    print(f"{arguments.rows:,} rows of {arguments.columns} columns, the median of {arguments.rounds} rounds\n")
    print(markdown_table(["table", "MB", "seconds", "MB/s"], lines))


if __name__ == "__main__":
    main()
