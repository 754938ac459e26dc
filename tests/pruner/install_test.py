#!/ usr / bin / env python3
"""Installs the pruner below the build folder and uses it as others would: from C with find_package(Prunescope) and with
pkg-config, from Python with ctypes. All three must give the masks and the attention that this script computes for itself.

    install_test.py BUILD_DIR SOURCE_DIR C_COMPILER
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
import installed_library  # noqa: E402

SPARSITY = 0.5
WEIGHTS = [3, -1, 0.5, -4, 2.5, -0.25, 0.125, -8]


def expected():
    """MAP, from its formula: b = 1 - p, A = b + (1 - b) n, a = A over its mean of the kept weights."""
    magnitudes = [abs(w) for w in WEIGHTS]
    low, high = min(magnitudes), max(magnitudes)
    floor = 1 - SPARSITY
    attention = [floor + (1 - floor) * (m - low) / (high - low) for m in magnitudes]
    kept = round(len(WEIGHTS) * (1 - SPARSITY))
    mask = [m in sorted(magnitudes)[-kept:] for m in magnitudes]
    mean = sum(a for a, m in zip(attention, mask) if m) / kept
    return [(int(m), a, m * w * a / mean) for w, a, m in zip(WEIGHTS, attention, mask)]


def main():
    build, source, compiler = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    installed = installed_library.Installed("pruner", build, source, compiler)
    examples = source / "resources/examples"
    for name, command in installed.programs(examples / "prune.c", examples / "prune.py").items():
        lines = installed.run(*command, SPARSITY, *WEIGHTS).splitlines()
        found = [tuple(float(text) for text in line.split()) for line in lines]
        if len(found) != len(WEIGHTS) or any(abs(f - e) > 1e-4 for fs, es in zip(found, expected()) for f, e in zip(fs, es)):
            sys.exit(f"{name}: expected\n{expected()}\nbut found\n{found}")
    installed.expect_only("prunescope_pruner_", "prunescope_pruner_begin_step")


if __name__ == "__main__":
    main()
