#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::run {

/// How pictures use a measure.
enum class MeasureRole : std::uint8_t {
    curve,   ///< has a chart of its own, a line for each layer
    bound,   ///< a dashed line in the chart of the curve before it
    figure,  ///< stands in tables and files alone
    detail,  ///< stands in files alone
};

/// A figure that a method gives for each layer whenever the layers are measured, such as MAP's mean
/// attention.
struct MeasureDescription {
    std::string key;    ///< in files: "attention_mean_kept"
    std::string name;   ///< over a column: "Attention"
    std::string title;  ///< over a chart: "Attention by layer"
    std::string help;   ///< for a tooltip, with the formula
    MeasureRole role = MeasureRole::figure;
    /// What it is where nothing has been pruned.
    double whenDense = 0;

    bool operator==(const MeasureDescription&) const = default;
};

inline constexpr std::size_t mostMeasures = 6;
/// The figures of one layer, in the order in which the run's header describes them; 0 beyond.
using LayerMeasures = std::array<double, mostMeasures>;

/// The place of the first measure of that role.
std::optional<std::size_t> placeOf(const std::vector<MeasureDescription>& measures, MeasureRole role);

/// Those of MAP, which its runs recorded before measures were described: mean attention over the kept
/// weights, over all, floor, strength.
std::vector<MeasureDescription> attentionMeasures();

}  // namespace prunescope::run
