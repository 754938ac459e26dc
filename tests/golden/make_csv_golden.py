#!/usr/bin/env python3
"""Makes csv.json of this folder: texts of tables, and the rows that Python's csv module reads in them.

    tests/golden/make_csv_golden.py [FOLDER]

The values are made of what is hard to read: separators, quotes, line ends, blanks and letters outside ASCII. A value
stands in quotes where RFC 4180 asks for it, where blanks begin or end it, and sometimes without need; quotes within a value
that has none around it are letters. Lines end in one of three ways, or in all of them within one text. Each case is
{"separator", "text", "rows"}; lines without a value are no rows.
"""
import csv
import io
import json
import pathlib
import random
import sys

PIECES = ["a", "b", "7", ".", "é", "日本", '"', '""', ",", ";", "\t", "\n", "\r\n", "\r", " ", "  "]
LINE_ENDS = ["\n", "\r\n", "\r"]
CASES = 300


def needs_quotes(value, separator):
    blanks = " " if separator == "\t" else " \t"
    return (value.startswith('"') or value != value.strip(blanks) or separator in value or "\n" in value
            or "\r" in value)


def written(value, separator, draw):
    if needs_quotes(value, separator) or draw.random() < 0.3:
        return '"' + value.replace('"', '""') + '"'
    return value


def case(draw):
    separator = draw.choice(",;\t")
    ends = draw.choice([[end] for end in LINE_ENDS] + [LINE_ENDS])
    lines = []
    for _ in range(draw.randint(1, 8)):
        values = ["".join(draw.choices(PIECES, k=draw.randint(0, 4))) for _ in range(draw.randint(1, 5))]
        lines.append(separator.join(written(value, separator, draw) for value in values))
    text = "".join(line + draw.choice(ends) for line in lines)
    if draw.random() < 0.3:
        text = text.rstrip("\r\n")
    rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True) if row]
    return {"separator": separator, "text": text, "rows": rows}


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    draw = random.Random(4180)
    cases = [case(draw) for _ in range(CASES)]
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in cases)
    (folder / "csv.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
