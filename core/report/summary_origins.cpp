// The numbered notes that say where each figure comes from, with the row and the formula.

#include "report/summary_parts.h"
#include "report/text.h"

#include <fmt/format.h>

namespace prunescope::report {
namespace {

/// Collects origins, in the order in which they will be numbered.
class Notes {
public:
    void add(std::string key, std::string title, Evidence evidence, std::string text) {
        origins_.push_back({std::move(key), std::move(title), evidence, std::move(text)});
    }
    std::vector<Origin> take() { return std::move(origins_); }

private:
    std::vector<Origin> origins_;
};

std::string rowOf(const Measurement& m, std::string_view split) {
    return fmt::format("evaluations, split {}, step {} (epoch {})", split, countText(m.step.value),
                       epochText(m.epoch));
}

void addAccuracy(const ResultSummary& result, Notes& notes) {
    if (const auto& f = result.final) {
        notes.add("test_accuracy", "Test accuracy", Evidence::measured,
                  fmt::format(
                      "{}, the last by step: sum of the diagonal of the confusion matrix over the sum of all "
                      "its entries = {} / {}.",
                      rowOf(*f, "test"), countText(f->correct), countText(f->images)));
        notes.add("interval", "Interval of the test accuracy", Evidence::estimated,
                  fmt::format(
                      "Wilson interval at 95 % of {} right answers in {}. Covers the choice of test images, "
                      "not the choice of seed.",
                      countText(f->correct), countText(f->images)));
        notes.add("macro_f1", "Macro F1", Evidence::measured,
                  "Same confusion matrix: plain mean over the classes of F1 = 2 TP / (2 TP + FP + FN); 0 for "
                  "a class "
                  "that neither occurs nor is answered.");
        notes.add("per_class", "Figures per class", Evidence::measured,
                  "Same confusion matrix (row: true class, column: answer): recall = TP / row sum, precision "
                  "= TP / "
                  "column sum, none where the sum is 0.");
    }
    if (const auto& b = result.best) {
        notes.add(
            "test_accuracy_best", "Best test accuracy", Evidence::measured,
            fmt::format("{}: {} / {}. The highest of all test evaluations, reached at sparsity {}; not the "
                        "result.",
                        rowOf(*b, "test"), countText(b->correct), countText(b->images),
                        percentText(b->sparsity)));
    }
    if (const auto& b = result.before) {
        notes.add(
            "test_accuracy_before", "Test accuracy before pruning", Evidence::measured,
            fmt::format("{}: {} / {}. The last test evaluation at sparsity 0 before the first step with a "
                        "pruned weight.",
                        rowOf(*b, "test"), countText(b->correct), countText(b->images)));
    }
    if (const auto& v = result.validation) {
        notes.add("validation_accuracy", "Validation accuracy", Evidence::measured,
                  fmt::format("{}, the last by step: {} / {}.", rowOf(*v, "validation"),
                              countText(v->correct), countText(v->images)));
    }
}

void addSparsity(const Summary& summary, Notes& notes) {
    const SizeSummary& s = summary.size;
    notes.add(
        "sparsity_prunable", "Sparsity of prunable weights", Evidence::measured,
        fmt::format(
            "layer_statistics, last row of each layer: 1 - sum of kept / sum of weights = {} pruned / {} "
            "prunable. Prunable are the weights of convolution and dense layers.",
            countText(s.pruned), countText(s.prunable)));
    notes.add("sparsity_all", "Sparsity of all parameters", Evidence::measured,
              fmt::format("{} pruned / {} parameters, biases and batch norm counted in.", countText(s.pruned),
                          countText(s.parameters)));
    if (s.requested) {
        notes.add("sparsity_requested", "Requested sparsity", Evidence::requested,
                  s.masksFinished
                      ? "The schedule in force at the end of the run, at its last step: the mask was still "
                        "moving, and was chosen once more for that."
                      : "samples, target_sparsity of the last row: the schedule in force at that step.");
    }
    notes.add(
        "layers", "Kept weights per layer", Evidence::measured,
        "layer_statistics, last row of each layer: kept, weights; sparsity = 1 - kept / weights. A request "
        "per "
        "layer exists with the uniform scope alone; with the other scopes the share of a layer is an outcome "
        "of the ranking.");
    notes.add(
        "churn", "Cut and revived weights", Evidence::measured,
        fmt::format("layer_statistics, sums of cut and revived over {} mask updates. A weight that goes and "
                    "comes back is counted each time, so cut - revived = pruned at the end.",
                    countText(s.maskUpdates)));
    notes.add("attention", "Mean attention and floor", Evidence::measured,
              "layer_statistics: mean of A = b + (1 - b) n over the kept weights, with n = (|w| - min) / "
              "(max - min) "
              "within the layer and the floor b = (1 - p)^z at sparsity p.");
}

void addSize(const Summary& summary, const ReportInput& input, Notes& notes) {
    const SizeSummary& s = summary.size;
    notes.add(
        "parameters", "Parameters", Evidence::measured,
        fmt::format("Counted from the network's layers: {} parameters, {} of them prunable weights; left = "
                    "parameters - pruned.",
                    countText(s.parameters), countText(s.prunable)));
    notes.add("dense_bytes", "Dense size", Evidence::theoretical,
              fmt::format("{} parameters x 4 bytes (float32).", countText(s.parameters)));
    notes.add("sparse_bytes", "Sparse size", Evidence::estimated,
              "Compressed sparse rows with 32-bit columns: sum over prunable layers of min(4 w, 8 k + 4 "
              "(rows + 1)) "
              "bytes, w weights and k kept, plus 4 bytes for each other parameter.");
    notes.add("macs", "Multiply-accumulates", Evidence::theoretical,
              "For one image, from the layers' shapes; remaining = sum of each layer's MACs x kept / "
              "weights. Not a "
              "measured time.");
    if (input.weights) {
        notes.add("weights_file", "Weights file", Evidence::measured,
                  "Bytes and SHA-256 of the file in the run folder.");
    }
}

void addRun(const Summary& summary, Notes& notes) {
    notes.add("duration", "Training time", Evidence::measured,
              fmt::format("outcomes or, without one, the last row of samples: process_ms at step {}, the "
                          "time since the start without pauses.",
                          countText(summary.lastStep)));
    if (summary.imagesPerSecond) {
        notes.add(
            "images_per_second", "Training rate", Evidence::measured,
            "outcomes: trained_images over process_ms; evaluations are in the time, not in the images.");
    }
    notes.add("data_files", "Data files", Evidence::measured,
              "Name, bytes and SHA-256 of each file as it was read.");
    if (summary.reference) {
        notes.add("reference", "Reference run", Evidence::measured,
                  "The same figures from the reference run's own record: its last test evaluation.");
    }
}

}  // namespace

std::vector<Origin> describeOrigins(const ReportInput& input, const Summary& summary) {
    Notes notes;
    addAccuracy(summary.result, notes);
    if (summary.readable) {
        addSparsity(summary, notes);
        addSize(summary, input, notes);
    }
    addRun(summary, notes);
    return notes.take();
}

}  // namespace prunescope::report
