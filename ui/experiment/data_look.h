#pragma once

#include "data/class_samples.h"
#include "run/run_config.h"
#include "view/histogram.h"

#include <nlohmann/json.hpp>

#include <QImage>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace prunescope::ui {

/// All that decides what is in a data set and how it is divided.
struct DataQuestion {
    std::string dataset;
    std::string dataDir;
    nlohmann::json dataOptions;
    double dataShare = 1;
    double validationFraction = 0;
    std::int64_t seed = 0;
    bool operator==(const DataQuestion&) const = default;
};

DataQuestion dataQuestionOf(const run::RunConfig& config);
/// One that asks for these data, in everything else the usual.
run::RunConfig configOf(const DataQuestion& question);
/// Bytes of (channel, row, column) as a picture, which is made smaller when it is large. One or three
/// channels.
QImage thumbnailOf(std::span<const std::uint8_t> pixels, const kernels::Shape& shape);

/// What a data set looks like: what it consists of, how many images each class has, and small pictures of
/// some.
struct DataLook {
    run::DatasetDescription description{};  ///< without its files
    std::vector<data::ClassSamples> classes{};
    /// Of each of the first classes, as their files have them; images of floats from their darkest to their
    /// brightest value. Empty for a data set without pictures.
    std::vector<std::vector<QImage>> pictures{};
    view::ValueHistogram targets{};  ///< of the training rows, where a number is predicted
};

/// Of how many classes there is more than their counts.
inline constexpr std::size_t mostClassesShown = 100;
inline constexpr std::size_t samplesOfClass = 8;

/// On any thread.
DataLook lookAt(const data::Dataset& dataset);
/// Reads the data set for that, which takes its time, and lets go of it. Throws as `loadDataset` does.
DataLook lookAtData(const DataQuestion& question);

}  // namespace prunescope::ui
