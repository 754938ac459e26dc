#pragma once

#include "cli/predict_network.h"
#include "data/recorded_table.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace prunescope::cli {

/// What of a file a network is to answer, as training would have read it.
struct AskedSamples {
    /// Of the rows or images that are there, from 1; empty for a file that is one picture.
    std::vector<std::int64_t> rows{};
    std::vector<data::RowGap> gaps{};  ///< rows that cannot be answered
    std::int64_t count = 0;
    /// (sample, channel, row, column), before they are scaled.
    std::variant<std::vector<std::uint8_t>, std::vector<float>> values{};
};

/// Reads a picture (JPEG, PNG), a table (CSV, TSV, ARFF), arrays (NPZ, NPY) or images in IDX, told by how the
/// file begins; the last two plain or gzip. A picture becomes as large as training made its pictures. Throws
/// `Error` with the file for one that is damaged, or that does not fit the network.
AskedSamples askedSamples(const std::filesystem::path& file, const AskedNetwork& network);

/// The inputs of some samples, scaled as training scaled them.
void scaleSamples(const AskedSamples& samples, std::int64_t first, const AskedNetwork& network,
                  std::span<float> inputs);

}  // namespace prunescope::cli
