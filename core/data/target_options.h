#pragma once

#include "data/dataset.h"
#include "run/description.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace prunescope::data {

/// What the labels of a data set are.
enum class TargetKind : std::uint8_t {
    automatic,  ///< the data say
    classes,
    number  ///< to be predicted
};

struct TargetOptions {
    TargetKind kind = TargetKind::automatic;
    std::string unit{};  ///< of the number; empty for none
};

/// The options `target` and `unit`, at the end of those of a data set; the help of the first says what
/// decides where nothing is said.
void addTargetOptions(std::vector<run::OptionDescription>& options, std::string help);
/// `options`: validated, complete.
TargetOptions targetOptionsOf(const nlohmann::json& options);

/// Of numbers with at most so many different ones that are not whole nobody can tell whether they are grades
/// or quantities: they are no quantities unless the user says so.
inline constexpr std::size_t mostFractionsOfClasses = 10;
/// Whether labels are numbers that nobody would take for classes: with more different ones that are not
/// whole.
bool areQuantities(std::vector<double> labels);

/// Throws `Error` unless the numbers, those of `file`, are at least two different ones.
void expectDifferentTargets(const std::vector<float>& numbers, const std::string& file);

}  // namespace prunescope::data
