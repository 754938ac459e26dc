// The numbered notes that say where each figure comes from, with the row and the formula.

#include "report/summary_parts.h"
#include "report/text.h"
#include "view/accuracy_drops.h"

namespace prunescope::report {
namespace {

/// Collects origins, in the order in which they will be numbered.
class Origins {
public:
    void add(std::string key, Text title, Evidence evidence, Text text) {
        origins_.push_back({std::move(key), std::move(title), evidence, std::move(text)});
    }
    std::vector<Origin> take() { return std::move(origins_); }

private:
    std::vector<Origin> origins_;
};

Text rowOf(const Measurement& m, std::string_view split) {
    return Text::of("evaluations, split {}, step {} (epoch {})", split, countText(m.step.value),
                    epochText(m.epoch));
}

/// Of a number that is predicted.
void addErrors(const ResultSummary& result, Origins& notes) {
    const auto add = [&](const char* key, const Text& title, const std::optional<Measurement>& m,
                         const char* split) {
        if (!m) return;
        notes.add(
            key, title, Evidence::measured,
            Text::of(
                "{}: over {} samples, in the target's own unit, e = predicted - true: RMSE = sqrt(mean of "
                "e^2), MAE = mean of |e|, R^2 = 1 - mean of e^2 / variance of the true values.",
                rowOf(*m, split), countText(m->images)));
    };
    add("errors", Text::of("Test errors"), result.final, "test");
    add("errors_best", Text::of("Best test errors, by RMSE; not the result"), result.best, "test");
    add("errors_before", Text::of("Test errors before pruning"), result.before, "test");
    add("errors_of_validation", Text::of("Validation errors"), result.validation, "validation");
    if (!result.final) return;
    notes.add(
        "interval", Text::of("Interval of the test RMSE"), Evidence::estimated,
        Text::of(
            "RMSE -+ 1.96 standard errors: that of the mean of e^2, its sample standard deviation "
            "over sqrt(samples), divided by 2 RMSE (delta method). Covers the choice of test samples, not "
            "the choice of seed."));
    notes.add(
        "residuals", Text::of("Predictions and residuals"), Evidence::measured,
        Text::of("image_answers of the last test evaluation: test samples by their true value in groups of "
                 "as many; quantiles are linear between neighbours."));
}

/// Of two networks that predict a number.
void addPairedErrors(const HurtSummary& hurt, Origins& notes) {
    if (!hurt.errors) return;
    notes.add(
        "paired_errors", Text::of("Change of the absolute error"), Evidence::estimated,
        Text::of("image_answers, sample by sample: |error| of the pruned network less that of the first; the "
                 "interval is the mean -+ 1.96 standard errors. Wilcoxon's signed-rank test (Wilcoxon "
                 "1945) by the normal approximation, ties at their mean rank, unchanged samples left out. "
                 "Covers the choice of test samples, not the choice of seed."));
    if (hurt.numberGroups.empty()) return;
    notes.add(
        "group_rmse", Text::of("Interval of a group's change of RMSE"), Evidence::estimated,
        Text::of(
            "image_answers, group by group, e and f the errors of a sample before the two networks: "
            "RMSE(f) - RMSE(e) -+ 1.96 standard errors, that of the mean of f^2 / (2 RMSE(f)) - e^2 / (2 "
            "RMSE(e)) by the delta method (Casella & Berger 2002, section 5.5.4); none of fewer than "
            "{} samples.",
            view::fewestForChange));
}

void addAccuracy(const ResultSummary& result, Origins& notes) {
    if (const auto& f = result.final) {
        notes.add(
            "test_accuracy", Text::of("Test accuracy"), Evidence::measured,
            Text::of("{}, the last by step: sum of the diagonal of the confusion matrix over the sum of all "
                     "its entries = {} / {}.",
                     rowOf(*f, "test"), countText(f->correct), countText(f->images)));
        notes.add(
            "interval", Text::of("Interval of the test accuracy"), Evidence::estimated,
            Text::of("Wilson interval at 95 % of {} right answers in {}. Covers the choice of test samples, "
                     "not the choice of seed.",
                     countText(f->correct), countText(f->images)));
        notes.add("macro_f1", Text::of("Macro F1"), Evidence::measured,
                  Text::of("Same confusion matrix: plain mean of F1 = 2 TP / (2 TP + FP + FN) over the "
                           "classes that occur; "
                           "one without a sample has no F1."));
        notes.add(
            "per_class", Text::of("Figures per class"), Evidence::measured,
            Text::of(
                "Same confusion matrix (row: true class, column: answer): recall = TP / row sum, precision "
                "= TP / "
                "column sum, none where the sum is 0."));
    }
    if (const auto& b = result.best) {
        notes.add(
            "test_accuracy_best", Text::of("Best test accuracy"), Evidence::measured,
            Text::of("{}: {} / {}. The highest of all test evaluations, reached at sparsity {}; not the "
                     "result.",
                     rowOf(*b, "test"), countText(b->correct), countText(b->images),
                     percentText(b->sparsity)));
    }
    if (const auto& b = result.before) {
        notes.add("test_accuracy_before", Text::of("Test accuracy before pruning"), Evidence::measured,
                  Text::of("{}: {} / {}. The last test evaluation at sparsity 0 before the first step with a "
                           "pruned weight.",
                           rowOf(*b, "test"), countText(b->correct), countText(b->images)));
    }
    if (const auto& v = result.validation) {
        notes.add("validation_accuracy", Text::of("Validation accuracy"), Evidence::measured,
                  Text::of("{}, the last by step: {} / {}.", rowOf(*v, "validation"), countText(v->correct),
                           countText(v->images)));
    }
}

/// Of the two networks side by side.
void addHurt(const HurtSummary& hurt, Origins& notes) {
    if (!hurt.known()) return;
    if (hurt.errors) return addPairedErrors(hurt, notes);
    notes.add("calibration_error", Text::of("Expected calibration error"), Evidence::measured,
              Text::of("evaluations, calibration_error: over {} equally wide bins of confidence, the largest "
                       "softmax, the mean over the samples of |accuracy of the bin - mean confidence of the "
                       "bin| (Guo et al. 2017, equation 3).",
                       run::calibrationBins));
    notes.add("recall_change", Text::of("Interval of the change of recall"), Evidence::estimated,
              hurt.images
                  ? Text::of("image_answers, class by class: 95 % interval of the difference of paired "
                             "proportions (Newcombe 1998, Statistics in Medicine 17, 2635-2650, "
                             "method 10).")
                  : Text::of("confusion matrices, class by class: 95 % interval of the difference of "
                             "independent proportions (Newcombe 1998, Statistics in Medicine 17, "
                             "873-890, method 10), wider than for pairs."));
    if (!hurt.images) return;
    if (!hurt.groups.empty()) {
        notes.add("group_change", Text::of("Interval of a group's change of accuracy"), Evidence::estimated,
                  Text::of("image_answers, group by group: 95 % interval of the difference of paired "
                           "proportions (Newcombe 1998, Statistics in Medicine 17, 2635-2650, method 10)."));
    }
    notes.add(
        "mcnemar", Text::of("McNemar's exact test"), Evidence::estimated,
        Text::of("image_answers: samples that one network alone gets right, {} and {}; two-sided binomial "
                 "test of one half (McNemar 1947). Covers the choice of test samples, not the choice of "
                 "seed.",
                 countText(hurt.images->all.first), countText(hurt.images->all.second)));
}

void addFalls(const FallsSummary& falls, Origins& notes) {
    if (!falls.known()) return;
    notes.add(
        "validation_falls", Text::of("Falls of validation accuracy"), Evidence::estimated,
        Text::of("evaluations, split validation: each against the highest of the {} in front of it. The "
                 "usual change is the median of the last {} changes between neighbours, scaled like a "
                 "standard deviation. layer_statistics between the two: cut less revived, over the "
                 "layer's weights.",
                 view::dropRule.evaluationsInFront, view::dropRule.changesRemembered));
}

void addSparsity(const Summary& summary, Origins& notes) {
    const SizeSummary& s = summary.size;
    notes.add(
        "sparsity_prunable", Text::of("Sparsity of prunable weights"), Evidence::measured,
        Text::of(
            "layer_statistics, last row of each layer: 1 - sum of kept / sum of weights = {} pruned / {} "
            "prunable. Prunable are the weights of convolution and dense layers.",
            countText(s.pruned), countText(s.prunable)));
    notes.add("sparsity_all", Text::of("Sparsity of all parameters"), Evidence::measured,
              Text::of("{} pruned / {} parameters, biases and batch norm counted in.", countText(s.pruned),
                       countText(s.parameters)));
    if (s.requested) {
        notes.add(
            "sparsity_requested", Text::of("Requested sparsity"), Evidence::requested,
            s.masksFinished
                ? Text::of(
                      "The schedule in force at the end of the run, at its last step: the mask was still "
                      "moving, and was chosen once more for that.")
                : Text::of("samples, target_sparsity of the last row: the schedule in force at that step."));
    }
    notes.add("layers", Text::of("Kept weights per layer"), Evidence::measured,
              Text::of("layer_statistics, last row of each layer: kept, weights; sparsity = 1 - kept / "
                       "weights. A request "
                       "per "
                       "layer exists with the uniform scope alone; with the other scopes the share of a "
                       "layer is an outcome "
                       "of the ranking."));
    notes.add(
        "churn", Text::of("Cut and revived weights"), Evidence::measured,
        Text::of("layer_statistics, sums of cut and revived over {} mask updates. A weight that goes and "
                 "comes back is counted each time, so cut - revived = pruned at the end.",
                 countText(s.maskUpdates)));
}

/// What the method says of each layer, as it describes it.
void addMeasures(const std::vector<run::MeasureDescription>& measures, Origins& notes) {
    if (measures.empty()) return;
    std::vector<Text> parts;
    parts.reserve(measures.size());
    for (const run::MeasureDescription& m : measures)
        parts.push_back(Text::of("{}: {}", Text(m.name, {}), Text(m.help, {})));
    notes.add("measures", Text::of("Figures of the method"), Evidence::measured,
              Text::of("layer_statistics, in this order: {}", listed(parts)));
}

void addSize(const Summary& summary, const ReportInput& input, Origins& notes) {
    const SizeSummary& s = summary.size;
    notes.add(
        "parameters", Text::of("Parameters"), Evidence::measured,
        Text::of("Counted from the network's layers: {} parameters, {} of them prunable weights; left = "
                 "parameters - pruned.",
                 countText(s.parameters), countText(s.prunable)));
    notes.add("dense_bytes", Text::of("Dense size"), Evidence::theoretical,
              Text::of("{} parameters x 4 bytes (float32).", countText(s.parameters)));
    notes.add(
        "sparse_bytes", Text::of("Sparse size"), Evidence::estimated,
        Text::of("Compressed sparse rows with 32-bit columns: sum over prunable layers of min(4 w, 8 k + 4 "
                 "(rows + 1)) "
                 "bytes, w weights and k kept, plus 4 bytes for each other parameter."));
    notes.add(
        "macs", Text::of("Multiply-accumulates"), Evidence::theoretical,
        Text::of("For one sample, from the layers' shapes; remaining = sum of each layer's MACs x kept / "
                 "weights. Not a "
                 "measured time."));
    if (input.weights) {
        notes.add("weights_file", Text::of("Weights file"), Evidence::measured,
                  Text::of("Bytes and SHA-256 of the file in the run folder."));
    }
}

void addRun(const Summary& summary, Origins& notes) {
    notes.add("duration", Text::of("Training time"), Evidence::measured,
              Text::of("outcomes or, without one, the last row of samples: process_ms at step {}, the "
                       "time since the start without pauses.",
                       countText(summary.lastStep)));
    if (summary.imagesPerSecond) {
        notes.add("images_per_second", Text::of("Training rate"), Evidence::measured,
                  Text::of("outcomes: trained_images over process_ms; evaluations are in the time, not in "
                           "the samples."));
    }
    notes.add("data_files", Text::of("Data files"), Evidence::measured,
              Text::of("Name, bytes and SHA-256 of each file as it was read."));
    if (summary.reference) {
        notes.add(
            "reference", Text::of("Reference run"), Evidence::measured,
            Text::of("The same figures from the reference run's own record: its last test evaluation."));
    }
}

void addSpeed(const std::optional<run::Measurement>& speed, Origins& notes) {
    if (!speed) return;
    notes.add(
        "speed", Text::of("Measured speed"), Evidence::measured,
        Text::of("measurement.json in the run folder, its newest: the network as deployed on random samples, "
                 "in rounds, in turn with the same network with all of its weights. Times are medians of the "
                 "rounds, speed-ups are taken round by round, the spread is from the lower to the upper "
                 "quartile."));
    notes.add("break_even", Text::of("Sparsity that pays"), Evidence::estimated,
              Text::of("measurement.json: where the lower quartile of the speed-up passes 1, on a straight "
                       "line between two sparsities that were measured."));
}

}  // namespace

std::vector<Origin> describeOrigins(const ReportInput& input, const Summary& summary) {
    Origins notes;
    const bool numbers = input.record.header.dataset.task() == run::Task::regression;
    if (numbers) {
        addErrors(summary.result, notes);
    } else {
        addAccuracy(summary.result, notes);
    }
    addHurt(summary.hurt, notes);
    addFalls(summary.falls, notes);
    if (summary.readable) {
        addSparsity(summary, notes);
        addMeasures(input.record.header.measures, notes);
        addSize(summary, input, notes);
    }
    addRun(summary, notes);
    addSpeed(input.speed, notes);
    return notes.take();
}

}  // namespace prunescope::report
