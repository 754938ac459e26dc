#!/usr/bin/env python3
"""Keeps the numbers of core/ out of the locale's hands: the window's toolkit sets the C locale of the whole process, and a
decimal comma in a report, a configuration or a threshold would be a wrong number.

    numbers.py [ROOT]         exit status 1 and one line "file:line: why" for each call that depends on a locale
    numbers.py --self-test    shows on small pieces of code that every rule fires

Numbers are read with std::from_chars and written with fmt, which know no locale unless they are asked to.
"""
import pathlib
import re
import sys

RULES = [
    (re.compile(r"\b(strtod|strtof|strtold|atof|stod|stof|stold)\s*\("), "reads a number by the C locale"),
    (re.compile(r"\b[sf]?scanf\s*\("), "reads by the C locale"),
    (re.compile(r"\b(printf|fprintf|sprintf|snprintf|vsnprintf)\s*\("), "writes by the C locale"),
    (re.compile(r"\bsetlocale\s*\("), "changes the locale of the process"),
    (re.compile(r"\bstd::locale\b|\bimbue\s*\("), "depends on a C++ locale"),
    (re.compile(r"\bto_string\s*\(\s*[^)]*\b(double|float)\b"), "writes a number by the C locale"),
    (re.compile(r'"[^"\n]*\{[^{}\n]*L[a-zA-Z]?\}'), "asks fmt for the locale"),
]


def without_comments(text):
    blank = lambda match: re.sub(r"[^\n]", " ", match.group())
    return re.sub(r"//[^\n]*|/\*.*?\*/", blank, text, flags=re.DOTALL)


def offenders(text):
    """(line, why) of each call."""
    for number, line in enumerate(without_comments(text).split("\n"), start=1):
        for pattern, why in RULES:
            if pattern.search(line):
                yield number, why


def check(root):
    found = [f"{path.relative_to(root)}:{number}: {why}"
             for path in sorted((root / "core").rglob("*")) if path.suffix in (".h", ".cpp")
             for number, why in offenders(path.read_text(encoding="utf-8", errors="replace"))]
    print("\n".join(found) if found else "no number of core/ depends on a locale")
    return 1 if found else 0


def self_test():
    wrong = ["double x = std::strtod(text, nullptr);", "std::stod(text)", 'std::sscanf(text, "%lf", &x)',
             'std::printf("%f", x);', 'std::snprintf(buffer, 10, "%g", x)', 'setlocale(LC_ALL, "")',
             'std::locale("")', "stream.imbue(other)", "std::to_string(double{x})", 'fmt::format("{:L}", x)',
             'fmt::format("{:.2Lf}", x)']
    right = ["std::from_chars(a, b, x)", 'fmt::print("{:.2f}", x)', 'fmt::format("{}", List)', "// strtod(x)",
             "/* printf(x) */", "std::to_string(count)", 'fmt::format("{:.{}f}", x, n)']
    failed = [code for code in wrong if not list(offenders(code))] + [code for code in right if list(offenders(code))]
    print("\n".join(failed) if failed else "every rule works")
    return 1 if failed else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        sys.exit(self_test())
    sys.exit(check(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
