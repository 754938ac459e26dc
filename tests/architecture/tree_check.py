"""What checks of the whole tree share: their command line, and how they are tried out on small made-up trees."""
import pathlib
import sys
import tempfile


def try_out(violations, cases, always=None):
    """Each case is a name, its files with their texts, and how many violations they hold; `always` are more files."""
    for name, files, count in cases:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for path, text in {**(always or {}), **files}.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text)
            found = violations(root)
            if len(found) != count:
                sys.exit(f"{name}: {count} expected, found {found}")


def main(violations, self_test):
    """`--self-test`, or the root of the tree to check: exit status 1 and a line for each violation."""
    if "--self-test" in sys.argv:
        return self_test()
    found = violations(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2]))
    print("\n".join(found))
    sys.exit(1 if found else 0)
