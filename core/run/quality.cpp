#include "run/quality.h"

#include <cmath>
#include <limits>

namespace prunescope::run {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

double noError(const Evaluation& /*evaluation*/) {
    return unknown;
}

double accuracyError(const Evaluation& evaluation) {
    const double share = evaluation.accuracy();
    return std::sqrt(share * (1 - share) / static_cast<double>(evaluation.images()));
}

/// NaN of an evaluation that has no such errors.
template <auto figure>
double ofErrors(const Evaluation& evaluation) {
    return evaluation.numbers ? ((*evaluation.numbers).*figure)() : unknown;
}

double meanAbsolute(const Evaluation& evaluation) {
    return evaluation.numbers ? evaluation.numbers->meanAbsolute : unknown;
}

std::vector<QualityMeasure> measuresOfClasses() {
    return {{.key = "accuracy",
             .name = "accuracy",
             .title = "Accuracy",
             .help = "Share of the samples that are named rightly.",
             .of = [](const Evaluation& e) { return e.accuracy(); },
             .errorOf = accuracyError},
            {.key = "macro_f1",
             .name = "macro F1",
             .title = "Macro F1",
             .help = "Unweighted mean over the classes of F1 = 2 TP / (2 TP + FP + FN).",
             .of = [](const Evaluation& e) { return e.macroF1(); },
             .errorOf = noError}};
}

std::vector<QualityMeasure> measuresOfNumbers() {
    return {{.key = "rmse",
             .name = "RMSE",
             .title = "RMSE",
             .help = "Root of the mean squared error, in the unit of the target.",
             .unit = QualityUnit::target,
             .higherIsBetter = false,
             .of = ofErrors<&NumberErrors::rmse>,
             .errorOf = ofErrors<&NumberErrors::rmseStandardError>},
            {.key = "mae",
             .name = "MAE",
             .title = "MAE",
             .help = "Mean absolute error, in the unit of the target.",
             .unit = QualityUnit::target,
             .higherIsBetter = false,
             .of = meanAbsolute,
             .errorOf = ofErrors<&NumberErrors::meanAbsoluteStandardError>},
            {.key = "r_squared",
             .name = "R²",
             .title = "R²",
             .help = "1 − mean squared error / variance of the target: 1 is perfect, 0 no better than "
                     "always the mean.",
             .unit = QualityUnit::plain,
             .of = ofErrors<&NumberErrors::rSquared>,
             .errorOf = noError}};
}

}  // namespace

const std::vector<QualityMeasure>& qualityMeasures(Task task) {
    static const std::vector<QualityMeasure> classes = measuresOfClasses();
    static const std::vector<QualityMeasure> numbers = measuresOfNumbers();
    return task == Task::regression ? numbers : classes;
}

const QualityMeasure* qualityMeasure(std::string_view key) {
    for (const Task task : {Task::classification, Task::regression}) {
        for (const QualityMeasure& measure : qualityMeasures(task)) {
            if (measure.key == key) return &measure;
        }
    }
    return nullptr;
}

}  // namespace prunescope::run
