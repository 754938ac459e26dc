#pragma once

#include "run/records.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::run {

enum class QualityUnit : std::uint8_t {
    share,   ///< in [0, 1], shown in percent
    target,  ///< the target's own unit
    plain,   ///< a bare number
};

/// A figure that says how well a network does what it is for. Terminal, charts, tables, files and report read
/// from here what it is called, in which unit it is, and whether more of it is better.
struct QualityMeasure {
    std::string key;    ///< in files: "accuracy", "rmse"
    std::string name;   ///< over a column, in a sentence: "accuracy", "RMSE"
    std::string title;  ///< over a chart, in a list: "Accuracy", "RMSE"
    std::string help;   ///< what it is, with the formula
    QualityUnit unit = QualityUnit::share;
    bool higherIsBetter = true;
    double (*of)(const Evaluation& evaluation) = nullptr;
    /// Its standard error; of an accuracy sqrt(p (1 - p) / n). NaN where none is known.
    double (*errorOf)(const Evaluation& evaluation) = nullptr;

    /// How much better the second is; below 0 where it is worse.
    double gain(double from, double to) const { return higherIsBetter ? to - from : from - to; }
};

/// Those of a task; the first is the one that runs are judged by.
const std::vector<QualityMeasure>& qualityMeasures(Task task);
inline const QualityMeasure& mainMeasure(Task task) {
    return qualityMeasures(task).front();
}
/// The one with that key, of any task; null for none.
const QualityMeasure* qualityMeasure(std::string_view key);

}  // namespace prunescope::run
