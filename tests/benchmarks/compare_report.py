"""What compare.py has measured, as figures with their ratios and targets. scripts_test.py tests it."""
from __future__ import annotations

import statistics
from dataclasses import dataclass, field

from bench_support import markdown_table

# At least so many times the peer's rate, or at most so much of its time, by network.
TRAINING_TARGETS = {"lenet-300-100": 2.4, "lenet-5": 2.5, "resnet-20": 1.6}
INFERENCE_TARGETS = {("resnet-20", 0): 0.95, ("resnet-20", 0.9): 2.2, ("resnet-20", 0.95): 3.0}
SINGLE_TARGETS = {("resnet-20", 0): 1.1, ("resnet-20", 0.95): 0.30, ("lenet-300-100", 0.95): 0.20}
EXPLORATION_TARGETS = {"resnet-20": 0.6, "lenet-300-100": 0.6}  # at 95 %
EXPLOITATION_TARGETS = {0.95: 0.30, 0.98: 0.22}
MAP_COST_TARGET = 1.05
SCALING_TARGET = 1.85
MEMORY_TARGET = 1.0
SCALING_THREADS = 2  # that the target speaks of


@dataclass
class Figure:
    """One quantity of ours beside the same of theirs, a value for every round."""
    name: str
    unit: str
    more_is_better: bool  # a rate; else a time or a size
    target: float | None = None  # for ours / theirs: at least, where more is better, else at most
    ours: list[float] = field(default_factory=list)
    theirs: list[float] = field(default_factory=list)

    def ratio(self) -> float:
        """The median of the ratios of single rounds: what disturbs a whole round meets both."""
        return statistics.median(a / b for a, b in zip(self.ours, self.theirs))

    def range(self) -> tuple[float, float]:
        """Lowest and highest ratio of a single round."""
        ratios = [a / b for a, b in zip(self.ours, self.theirs)]
        return min(ratios), max(ratios)

    def meets_target(self) -> bool | None:
        """None without a target."""
        if self.target is None:
            return None
        return self.ratio() >= self.target if self.more_is_better else self.ratio() <= self.target

    def row(self) -> list[str]:
        low, high = self.range()
        if self.target is None:
            target = ""
        else:
            target = f"{'at least' if self.more_is_better else 'at most'} {self.target:g} x: {'met' if self.meets_target() else 'missed'}"
        return [self.name, number(statistics.median(self.ours), self.unit), number(statistics.median(self.theirs), self.unit),
                f"{self.ratio():.2f} x", f"{low:.2f} to {high:.2f}", target]


def number(value: float, unit: str) -> str:
    return f"{value:,.{0 if value >= 1000 else 1 if value >= 100 else 2}f} {unit}"


def percent(sparsity: float) -> str:
    return "dense" if sparsity == 0 else f"{sparsity:.0%} sparse"


class Comparison:
    """Gathers the figures of all rounds."""

    def __init__(self, batch: int, threads: int) -> None:
        self.batch, self.threads = batch, threads
        self.machine = ""
        self.versions: dict[str, str] = {}
        self.against_peers: dict[str, Figure] = {}
        self.against_own_dense: dict[str, Figure] = {}

    def add_network(self, model: str, ours: dict, torch: dict, ort: dict | None) -> None:
        """Answers of `prunescope-cli bench --json`, torch_worker.py and ort_worker.cjs for one network in one round."""
        machine = ours["machine"]
        self.machine = f"{machine['name']} ({machine['fma_gflops_per_core']:.0f} GFLOP/s of multiply-adds on a core)"
        self.versions["PyTorch"] = torch["version"]
        self._add(self.against_peers, Figure(f"{model}, training", "images/s", True, TRAINING_TARGETS.get(model)),
                  ours["dense"]["train_images_per_second"], torch["images_per_second"])
        if ort is not None:
            self.versions["ONNX Runtime"] = ort["version"]
            self._add_inference(model, ours, ort)
        self._add_steps(model, ours)

    def add_scaling(self, model: str, ours: dict, one_thread: dict) -> None:
        target = SCALING_TARGET if self.threads == SCALING_THREADS else None
        self._add(self.against_own_dense, Figure(f"{model}, training, {self.threads} threads against one", "images/s", True, target),
                  ours["dense"]["train_images_per_second"], one_thread["dense"]["train_images_per_second"])

    def add_memory(self, model: str, ours: float, theirs: float) -> None:
        self._add(self.against_peers, Figure(f"{model}, training, peak memory", "MB", False, MEMORY_TARGET), ours, theirs)

    def last_round(self) -> str:
        training = (f for name, f in self.against_peers.items() if name.endswith(", training"))
        return "; ".join(f"{f.name} {f.ours[-1] / f.theirs[-1]:.2f} x" for f in training)

    def _add_inference(self, model: str, ours: dict, ort: dict) -> None:
        for sparsity, infer, single in self._inference(ours):
            self._add(self.against_peers,
                      Figure(f"{model}, inference, {percent(sparsity)}", "images/s", True, INFERENCE_TARGETS.get((model, sparsity))),
                      infer, ort["images_per_second"])
            self._add(self.against_peers,
                      Figure(f"{model}, one image on one thread, {percent(sparsity)}", "µs", False,
                             SINGLE_TARGETS.get((model, sparsity))), single, ort["batch1_us"]["median"])

    @staticmethod
    def _inference(ours: dict) -> list[tuple[float, float, float]]:
        """Sparsity, images per second, microseconds of one image."""
        dense = ours["dense"]
        sparse = [(r["sparsity"], r["infer_images_per_second"], r["batch1_us"]["median"]) for r in ours["results"] if r["sparsity"] > 0]
        return [(0, dense["infer_images_per_second"], dense["batch1_us"]["median"]), *sparse]

    def _add_steps(self, model: str, ours: dict) -> None:
        """MAP's steps against the dense network's own."""
        dense = ours["dense"]["train_ms"]
        for result in ours["results"]:
            sparsity = result["sparsity"]
            exploration = MAP_COST_TARGET if sparsity == 0 else EXPLORATION_TARGETS.get(model) if sparsity == 0.95 else None
            self._add(self.against_own_dense, Figure(f"{model}, MAP exploration step, {percent(sparsity)}", "ms", False, exploration),
                      result["exploration_ms"], dense)
            if sparsity > 0:
                self._add(self.against_own_dense,
                          Figure(f"{model}, MAP exploitation step, {percent(sparsity)}", "ms", False,
                                 EXPLOITATION_TARGETS.get(sparsity)), result["exploitation_ms"], dense)

    @staticmethod
    def _add(figures: dict[str, Figure], figure: Figure, ours: float, theirs: float) -> None:
        known = figures.setdefault(figure.name, figure)
        known.ours.append(ours)
        known.theirs.append(theirs)


def print_report(comparison: Comparison, rounds: int) -> None:
    peers = ", ".join(f"{name} {version}" for name, version in comparison.versions.items())
    print(f"{comparison.machine}, {comparison.threads} thread(s), batch {comparison.batch}, float32; {peers}; medians of {rounds} "
          "round(s), all measured.\n")
    headings = ["figure", "Prunescope", "peer", "ratio", "of single rounds", "target"]
    print(markdown_table(headings, [f.row() for f in comparison.against_peers.values()]))
    if "ONNX Runtime" not in comparison.versions:
        print("\nInference is left out: there is no ONNX Runtime without --ort.")
    headings[2] = "own dense, or one thread"
    print("\n" + markdown_table(headings, [f.row() for f in comparison.against_own_dense.values()]))
    figures = [*comparison.against_peers.values(), *comparison.against_own_dense.values()]
    missed = [f.name for f in figures if f.meets_target() is False]
    print("\nEvery target is met." if not missed else "\nTargets missed: " + "; ".join(missed) + ".")
