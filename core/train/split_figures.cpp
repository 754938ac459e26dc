#include "train/split_figures.h"

#include "train/confidence.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace prunescope::train {
namespace {

/// With more classes, those that come first are asked for.
constexpr kernels::Index firstClasses = 5;

/// Counts the answers.
class ClassFigures : public SplitFigures {
public:
    ClassFigures(run::Split split, std::int64_t classes, std::size_t images)
        : total_(static_cast<double>(images)) {
        run::Evaluation& e = counted_.evaluation;
        e.split = split;
        e.classes = counted_.answers.classes = classes;
        e.confusion.resize(static_cast<std::size_t>(classes * classes));
        counted_.answers.truth.reserve(images);
        counted_.answers.answers.reserve(images);
    }

    void add(const kernels::Tensor<float>& logits, std::span<const data::ImageIndex> /*images*/,
             const Objective& objective) override {
        run::Evaluation& e = counted_.evaluation;
        const std::vector<std::int32_t>& labels = objective.labels();
        std::vector<std::int32_t> answers;
        const nn::LossResult loss = nn::softmaxCrossEntropy<float>(logits, labels, {}, nullptr, &answers);
        e.loss += loss.loss * static_cast<double>(labels.size()) / total_;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const auto image = static_cast<kernels::Index>(i);
            ++e.confusion[static_cast<std::size_t>(labels[i] * e.classes + answers[i])];
            counted_.answers.truth.push_back(static_cast<std::uint16_t>(labels[i]));
            counted_.answers.answers.push_back(static_cast<std::uint16_t>(answers[i]));
            calibration_.add(confidenceOf(logits, image), labels[i] == answers[i]);
            if (asksForFive()) amongFive_ += placeOf(logits, image, labels[i]) < firstClasses ? 1 : 0;
        }
    }

    EvaluatedSplit take() override {
        counted_.evaluation.calibrationError = calibration_.value();
        if (asksForFive() && total_ > 0) counted_.evaluation.topFiveAccuracy = amongFive_ / total_;
        return std::move(counted_);
    }

private:
    bool asksForFive() const { return counted_.evaluation.classes > run::mostClassesWithoutTopFive; }

    EvaluatedSplit counted_{};
    CalibrationError calibration_{};
    double amongFive_ = 0;
    double total_;
};

/// Brings what was predicted into the target's own unit.
class NumberFigures : public SplitFigures {
public:
    NumberFigures(run::Split split, const data::Dataset& dataset)
        : split_(split),
          dataset_(dataset),
          target_(*dataset.description().target),
          total_(static_cast<double>(dataset.indices(split).size())) {
        measured_.evaluation.split = split;
    }

    void add(const kernels::Tensor<float>& outputs, std::span<const data::ImageIndex> images,
             const Objective& objective) override {
        const nn::LossResult loss =
            nn::numberLoss<float>(outputs, objective.targets(), objective.numberLoss(), nullptr);
        measured_.evaluation.loss += loss.loss * static_cast<double>(images.size()) / total_;
        const auto targets = dataset_.targets(split_);
        for (std::size_t i = 0; i < images.size(); ++i) {
            const auto image = static_cast<kernels::Index>(i);
            const float output = outputs.channel(image / outputs.lanes(), 0)[image % outputs.lanes()];
            measured_.answers.wanted.push_back(targets[images[i].index()]);
            measured_.answers.predicted.push_back(
                static_cast<float>(target_.mean + target_.standardDeviation * static_cast<double>(output)));
        }
    }

    EvaluatedSplit take() override {
        measured_.evaluation.numbers =
            run::numberErrorsOf(measured_.answers.wanted, measured_.answers.predicted);
        return std::move(measured_);
    }

private:
    run::Split split_;
    const data::Dataset& dataset_;
    run::TargetDescription target_;
    EvaluatedSplit measured_{};
    double total_;
};

}  // namespace

std::unique_ptr<SplitFigures> splitFigures(run::Split split, const data::Dataset& dataset) {
    if (dataset.task() == run::Task::regression) return std::make_unique<NumberFigures>(split, dataset);
    return std::make_unique<ClassFigures>(split, dataset.classes(), dataset.indices(split).size());
}

}  // namespace prunescope::train
