#!/usr/bin/env python3
"""Makes canonical_json.json of this folder: values, and what RFC 8785 writes for them.

    tests/golden/make_canonical_json.py [FOLDER]

"numbers": pairs of the 64 bits of a double in hexadecimal digits and its text by ECMAScript; the digits are those of Python's
repr, which are the shortest, too. "values": pairs of a JSON text and its canonical form. "links": links of a chain, each with
the hash of the one before and its own, by Python's hashlib.
"""
import hashlib
import json
import pathlib
import random
import struct
import sys

EDGES = [0.0, -0.0, 5e-324, -5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 1e21, 1e20, 999999999999999900000.0,
         1e-6, 1e-7, 9.999999999999997e-7, 123456789.125, 0.1 + 0.2, 4.5, 2e-3, 1e23, 9007199254740992.0, 333333333.33333329]
LETTERS = ["a", "b", "\"", "\\", "\n", "\t", "\x00", "\x1f", "\x7f", "é", "\u20ac", "\ufb33", "\U0001f600", "日", "/", "€"]


def number(x):
    """ECMA-262, Number::toString, of the digits of repr."""
    if x == 0:
        return "0"
    sign = "-" if x < 0 else ""
    mantissa, _, exponent = f"{abs(x)!r}".partition("e")
    whole, _, part = mantissa.partition(".")
    part = "" if part == "0" else part
    digits = (whole + part).lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(whole + part) - len((whole + part).lstrip("0")))
    if whole != "0":
        point = len(whole) + int(exponent or 0)
    digits = digits.rstrip("0")
    k = len(digits)
    if k <= point <= 21:
        return sign + digits + "0" * (point - k)
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    e = point - 1
    return sign + digits[0] + ("." + digits[1:] if k > 1 else "") + "e" + ("+" if e > 0 else "-") + str(abs(e))


def canonical(value):
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(json.dumps(k, ensure_ascii=False) + ":" + canonical(value[k]) for k in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float):
        return number(value)
    return json.dumps(value, ensure_ascii=False)


def any_value(draw, depth):
    kind = draw.randrange(7 if depth else 5)
    if kind == 0:
        return draw.choice([None, True, False])
    if kind == 1:
        return draw.randrange(-2**53, 2**53 + 1)
    if kind == 2:
        return draw.uniform(-1, 1) * 10 ** draw.randrange(-30, 30)
    if kind in (3, 4):
        return "".join(draw.choices(LETTERS, k=draw.randrange(6)))
    if kind == 5:
        return [any_value(draw, depth - 1) for _ in range(draw.randrange(4))]
    return {"".join(draw.choices(LETTERS, k=draw.randrange(1, 4))): any_value(draw, depth - 1) for _ in range(draw.randrange(5))}


def links(draw, count):
    previous, made = "0" * 64, []
    for n in range(1, count + 1):
        link = {"digest": draw.randbytes(32).hex(), "kind": draw.choice(["rows", "cut"]), "last": draw.randrange(1000),
                "number": n, "schema": 6, "table": draw.choice(["samples", "events"])}
        own = hashlib.blake2b(canonical(link | {"previous": previous}).encode(), digest_size=32).hexdigest()
        made.append(link | {"previous": previous, "hash": own})
        previous = own
    return made


def main():
    draw = random.Random(8785)
    floats = EDGES + [x for x in (struct.unpack("<d", draw.randbytes(8))[0] for _ in range(400)) if x - x == 0]
    floats += [round(draw.uniform(-1000, 1000), draw.randrange(8)) for _ in range(200)]
    values = [any_value(draw, 3) for _ in range(150)]
    golden = {"numbers": [[struct.pack(">d", x).hex(), number(x)] for x in floats],
              "values": [[json.dumps(v, ensure_ascii=False), canonical(v)] for v in values],
              "links": links(draw, 8)}
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
    folder = folder if folder.is_dir() else folder.parent
    (folder / "canonical_json.json").write_text(json.dumps(golden, ensure_ascii=True, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
