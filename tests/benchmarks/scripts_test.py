#!/usr/bin/env python3
"""Tests of what the benchmark scripts compute and write; they measure nothing here."""
from __future__ import annotations

import json
import unittest
import xml.etree.ElementTree as ElementTree

import accuracy_table
import bench_support
import c_source
import callers
import compare_report
import kernel_table
import odd_shapes
import record_results
import sparsity_sweep
import svg_plot

SHAPE = "3x3_c16_o16_p32_s1"


def entry(name: str, cpu_time: float, gflops: float, unit: str = "us", run_type: str = "iteration") -> dict:
    return {"run_name": name, "run_type": run_type, "cpu_time": cpu_time, "time_unit": unit, "gflops": gflops}


def kernel_run(*benchmarks: dict) -> bench_support.KernelRun:
    context = {"processor": "Some CPU", "instruction_set": "AVX2"}
    return bench_support.parse_kernel_run(json.dumps({"context": context, "benchmarks": benchmarks}))


def passes(kind: str, batch: int, *times: float) -> list[dict]:
    return [entry(f"{SHAPE}/{p}/{kind}/{batch}", t, 100) for p, t in zip(bench_support.PASSES, times)]


class ReadingKernelBench(unittest.TestCase):
    def test_of_repetitions_the_fastest_counts(self) -> None:
        run = kernel_run(entry(f"{SHAPE}/forward/dense/128", 20, 90), entry(f"{SHAPE}/forward/dense/128", 10, 180),
                         entry(f"{SHAPE}/forward/dense/128", 30, 60))
        key = bench_support.Measurement(SHAPE, "forward", None, 128)
        self.assertAlmostEqual(run.seconds[key], 10e-6)
        self.assertEqual(run.gflops[key], 180)

    def test_means_and_deviations_of_google_benchmark_are_no_measurements(self) -> None:
        run = kernel_run(entry(f"{SHAPE}/forward/dense/128", 20, 90), entry(f"{SHAPE}/forward/dense/128", 1, 1, run_type="aggregate"))
        self.assertAlmostEqual(run.seconds[bench_support.Measurement(SHAPE, "forward", None, 128)], 20e-6)

    def test_the_peak_is_the_highest_that_was_seen(self) -> None:
        run = kernel_run(entry("machine/peak/iterations:1/repeats:1", 1, 200), entry("machine/peak/iterations:1/repeats:1", 1, 230))
        self.assertEqual(run.peak, 230)
        self.assertEqual(run.seconds, {})

    def test_a_ratio_compares_all_three_passes(self) -> None:
        run = kernel_run(*passes("dense", 128, 10, 20, 30), *passes("sparse:95", 128, 1, 2, 3))
        self.assertAlmostEqual(run.ratio(SHAPE, 128, 95), 0.1)

    def test_units_are_told_apart(self) -> None:
        run = kernel_run(entry(f"{SHAPE}/data/sparse:50/3", 2, 1, unit="ms"))
        self.assertAlmostEqual(run.seconds[bench_support.Measurement(SHAPE, "data", 50, 3)], 2e-3)


class ReadingGeneratedPrograms(unittest.TestCase):
    def test_the_line_of_a_benchmark_is_fields_behind_a_name(self) -> None:
        self.assertEqual(c_source.fields_of("net runs=1000 median_us=1.50 constant_bytes=79640\n"),
                         {"runs": 1000, "median_us": 1.5, "constant_bytes": 79640})

    def test_flash_holds_code_and_initial_values_memory_these_and_zeros(self) -> None:
        listing = "   text\t   data\t    bss\t    dec\t    hex\tfilename\n  81972\t     10\t  65024\t 147006\t  23e3e\tnet.o\n"
        self.assertEqual(c_source.bytes_of(listing), (81982, 65034))


class ReadingCallers(unittest.TestCase):
    def test_a_number_of_callers_is_a_row_with_both_networks_and_what_pruning_bought(self) -> None:
        dense = {"images_per_second": 2000.4, "median_us": 400.0, "p99_us": 900.25}
        pruned = {"images_per_second": 5001.0, "median_us": 150.04, "p99_us": 320.0}
        self.assertEqual(callers.cells_of({"callers": 4, "dense": dense, "pruned": pruned}),
                         ["4", "2,000", "400.0", "900.2", "5,001", "150.0", "320.0", "2.50"])


class BreakEven(unittest.TestCase):
    def test_is_the_lowest_sparsity_from_which_on_sparse_is_never_slower(self) -> None:
        self.assertEqual(kernel_table.break_even({50: 1.4, 60: 0.9, 70: 1.1, 80: 0.8, 90: 0.4}), 80)

    def test_is_the_first_when_sparse_is_always_faster_and_none_when_it_never_is(self) -> None:
        self.assertEqual(kernel_table.break_even({50: 0.9, 99: 0.1}), 50)
        self.assertIsNone(kernel_table.break_even({50: 2, 99: 1.5}))

    def test_is_looked_for_between_the_last_slower_sparsity_and_the_first_faster_one(self) -> None:
        self.assertEqual(list(kernel_table.between({50: 1.4, 60: 1.2, 70: 0.9, 80: 0.5})), list(range(61, 70)))
        self.assertEqual(list(kernel_table.between({50: 0.9, 60: 0.5})), [])
        self.assertEqual(list(kernel_table.between({95: 1.2, 99: 1.1})), [])


class Targets(unittest.TestCase):
    @staticmethod
    def row(shape: str = SHAPE, forward: float = 160, weights: float = 110, ratio: float = 0.15,
            even: int | None = 55) -> kernel_table.Row:
        return kernel_table.Row(shape, "a machine", {"forward": forward, "data": 1, "weights": weights}, 200, ratio, even)

    def test_a_row_that_meets_them_all_misses_none(self) -> None:
        self.assertEqual(kernel_table.misses(self.row()), [])

    def test_each_target_is_named_when_missed(self) -> None:
        self.assertIn("forward 60%", kernel_table.misses(self.row(forward=120))[0])
        self.assertIn("weights 45%", kernel_table.misses(self.row(weights=90))[0])
        self.assertIn("0.30 x", kernel_table.misses(self.row(ratio=0.3))[0])
        self.assertIn("75 %", kernel_table.misses(self.row(even=75))[0])
        self.assertIn("> 99 %", kernel_table.misses(self.row(even=None))[0])

    def test_shares_of_the_peak_are_asked_of_narrow_3x3_layers_alone(self) -> None:
        for shape in ("3x3_c128_o128_p56_s1", "1x1_c16_o16_p32_s1", "dense_784x300"):
            self.assertEqual(kernel_table.misses(self.row(shape, forward=20, weights=20)), [])


class Sweep(unittest.TestCase):
    def test_a_rise_is_measured_from_the_fastest_lower_sparsity(self) -> None:
        rise = sparsity_sweep.largest_rise({50: 1.0, 51: 0.8, 52: 0.9, 53: 0.88, 54: 0.4})
        self.assertEqual(rise.sparsity, 52)
        self.assertAlmostEqual(rise.share, 0.125)

    def test_falling_times_do_not_rise(self) -> None:
        self.assertEqual(sparsity_sweep.largest_rise({50: 1.0, 51: 0.9}).share, 0)

    def test_excess_over_dense_is_negative_when_all_are_faster(self) -> None:
        self.assertAlmostEqual(sparsity_sweep.largest_excess({50: 0.9, 51: 0.7}).share, -0.1)
        worst = sparsity_sweep.largest_excess({50: 1.02, 51: 1.07, 52: 0.5})
        self.assertEqual(worst.sparsity, 51)
        self.assertAlmostEqual(worst.share, 0.07)

    def test_noise_is_what_the_two_fastest_rounds_differ_by(self) -> None:
        rounds = [{50: 1.0, 51: 2.0}, {50: 1.02, 51: 2.04}, {50: 9.0, 51: 9.0}]
        self.assertAlmostEqual(sparsity_sweep.noise_of(rounds), 3 * 0.02)


class OddShapes(unittest.TestCase):
    def run_of(self, one: float, all_images: float) -> bench_support.KernelRun:
        batches = [(batch, all_images * batch / 128) for batch in odd_shapes.BATCHES if batch > 1] + [(1, one)]
        return kernel_run(*[e for batch, time in batches for kind in ("dense", "sparse:95")
                            for e in passes(kind, batch, time, time, time)])

    def test_one_image_may_take_the_time_of_a_whole_vector_but_not_far_more(self) -> None:
        self.assertEqual(odd_shapes.expected(1), 16)
        self.assertAlmostEqual(odd_shapes.expected(129), 144 / 129)
        self.assertEqual(odd_shapes.cliffs(self.run_of(one=16, all_images=128), SHAPE), [])
        found = odd_shapes.cliffs(self.run_of(one=30, all_images=128), SHAPE)
        self.assertEqual(len(found), 2)  # dense and sparse
        self.assertIn("batch 1: 30.00 x", found[0])


def bench_answer(train: float) -> dict:
    """As of prunescope-cli bench --json."""
    result = {"sparsity": 0.95, "dense_bytes": 4000, "exploration_ms": 8, "exploitation_ms": 2,
              "infer_images_per_second": 9000, "batch1_us": {"median": 100}}
    return {"machine": {"name": "Some CPU", "fma_gflops_per_core": 230},
            "dense": {"train_ms": 10, "train_images_per_second": train, "infer_images_per_second": 3000, "batch1_us": {"median": 400}},
            "results": [{**result, "sparsity": 0, "exploration_ms": 10.4}, result]}


class Compare(unittest.TestCase):
    def comparison(self) -> compare_report.Comparison:
        comparison = compare_report.Comparison(128, 2)
        ort = {"version": "1", "images_per_second": 3000, "batch1_us": {"median": 500}}
        for ours, theirs in ((1600, 1000), (2000, 900)):
            comparison.add_network("resnet-20", bench_answer(ours), {"version": "2", "images_per_second": theirs}, ort)
        return comparison

    def test_a_ratio_is_the_median_of_the_rounds_and_shown_with_the_range(self) -> None:
        figure = self.comparison().against_peers["resnet-20, training"]
        self.assertAlmostEqual(figure.ratio(), (1.6 + 2000 / 900) / 2)
        self.assertAlmostEqual(figure.range()[0], 1.6)
        self.assertAlmostEqual(figure.range()[1], 2000 / 900)
        self.assertTrue(figure.meets_target())

    def test_times_are_better_when_lower(self) -> None:
        peers = self.comparison().against_peers
        self.assertAlmostEqual(peers["resnet-20, one image on one thread, 95% sparse"].ratio(), 0.2)
        self.assertTrue(peers["resnet-20, one image on one thread, 95% sparse"].meets_target())
        own = self.comparison().against_own_dense
        self.assertTrue(own["resnet-20, MAP exploration step, dense"].meets_target())  # 4 % more than plain SGD
        self.assertFalse(own["resnet-20, MAP exploration step, 95% sparse"].meets_target())
        self.assertTrue(own["resnet-20, MAP exploitation step, 95% sparse"].meets_target())

    def test_inference_is_left_out_without_onnx_runtime(self) -> None:
        comparison = compare_report.Comparison(128, 2)
        comparison.add_network("lenet-5", bench_answer(1), {"version": "2", "images_per_second": 1}, None)
        self.assertEqual(list(comparison.against_peers), ["lenet-5, training"])


class Results(unittest.TestCase):
    """RESULTS.md says what scripts have measured, and nothing else."""

    def test_a_section_replaces_the_one_of_its_name_and_leaves_the_others(self) -> None:
        document = record_results.with_section("# Head\n", "one", "1.5 ms\n")
        document = record_results.with_section(document, "two", "2.5 ms\n")
        document = record_results.with_section(document, "one", "9.5 ms\n")
        self.assertNotIn("1.5", document)
        self.assertLess(document.index("9.5 ms"), document.index("2.5 ms"))
        self.assertEqual(record_results.faults_in(document), [])

    def test_an_edited_section_is_found(self) -> None:
        document = record_results.with_section("# Head\n", "one", "1.5 ms\n").replace("1.5", "1.2")
        self.assertEqual(len(record_results.faults_in(document)), 1)

    def test_a_figure_by_hand_is_found(self) -> None:
        for line in ("it is 1.98 times faster", "95 % of all", "12 ms"):
            self.assertEqual(len(record_results.faults_in(f"# Head\n{line}\n")), 1, line)
        self.assertEqual(record_results.faults_in("seeds 1, 2, 3 on 2 threads\n"), [])

    def test_the_file_of_this_project_is_as_its_scripts_wrote_it(self) -> None:
        self.assertEqual(record_results.faults_in(record_results.RESULTS.read_text(encoding="utf-8")), [])


class Output(unittest.TestCase):
    def test_a_table_has_a_line_of_markers_and_one_for_each_row(self) -> None:
        self.assertEqual(bench_support.markdown_table(["a", "b"], [["x", "1"]]), "| a | b |\n|---|---:|\n| x | 1 |")

    def test_a_plot_is_well_formed_and_draws_every_curve(self) -> None:
        drawing = svg_plot.svg("a < b", "x", "y", [svg_plot.Curve("one & two", [(50, 1), (99, 0.1)]),
                                                   svg_plot.Curve("three", [(50, 0.9), (99, 0.2)])])
        root = ElementTree.fromstring(drawing)
        self.assertEqual(len(root.findall("{*}polyline")), 2)
        self.assertIn("one & two", [text.text for text in root.findall("{*}text")])

    def test_a_plot_puts_zero_at_the_bottom_and_higher_values_above(self) -> None:
        axes = svg_plot.axes_of([svg_plot.Curve("c", [(50, 0.5), (99, 1.3)])])
        self.assertEqual(axes.y(0), svg_plot.HEIGHT - svg_plot.BOTTOM)
        self.assertGreater(axes.y(0.5), axes.y(1.3))
        self.assertGreaterEqual(axes.y(1.3), svg_plot.TOP)



def trained(*accuracies: float | None) -> list[dict | None]:
    return [None if a is None else {"test_accuracy": a, "guard": []} for a in accuracies]


class AccuracyTable(unittest.TestCase):
    def test_gives_the_mean_its_standard_error_and_every_seed(self) -> None:
        self.assertEqual(accuracy_table.cell(trained(0.88, 0.89, 0.90)), "89.00 ± 0.58 (88.00, 89.00, 90.00)")

    def test_a_seed_that_is_missing_leaves_no_mean(self) -> None:
        self.assertEqual(accuracy_table.cell(trained(0.88, 0.89, None)), "(88.00, 89.00, not run)")

    def test_a_failed_seed_is_no_accuracy_of_zero(self) -> None:
        failed = {"test_accuracy": None, "guard": []}
        self.assertEqual(accuracy_table.cell([*trained(0.88, 0.89), failed]), "(88.00, 89.00, failed)")

    def test_every_run_has_a_name_of_its_own_and_stands_in_the_table(self) -> None:
        runs = accuracy_table.planned()
        self.assertEqual(len({run.name for run in runs}), len(runs))
        text = accuracy_table.table({run.name: {"test_accuracy": 0.9, "guard": []} for run in runs})
        self.assertNotIn("not run", text)
        self.assertEqual(text.count("90.00 ± 0.00"), len(runs) // len(accuracy_table.SEEDS))

    def test_what_the_guard_said_is_told(self) -> None:
        run = accuracy_table.planned()[0]
        text = accuracy_table.table({run.name: {"test_accuracy": 0.1, "guard": [[865, "collapse_suspected", "why"]]}})
        self.assertIn(f"- {run.name}: collapse_suspected at step 865", text)


if __name__ == "__main__":
    unittest.main()
