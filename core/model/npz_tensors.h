#pragma once

#include "data/npz_archive.h"
#include "model/weights_file.h"

#include <cstdint>
#include <map>
#include <string>

namespace prunescope::model {

/// Where an archive says what is known of its network.
inline constexpr const char* npzMetadataEntry = "metadata.json";
/// Most bytes of all tensors of a file: packed, a small file may stand for any amount of memory.
inline constexpr std::uint64_t mostNpzTensorBytes = std::uint64_t{1} << 32U;

/// An array of an archive: real numbers as float, bytes as bytes. Takes what it holds off `bytesLeft`. Throws
/// `Error` for other numbers, for columns first, and for more than is left.
NamedTensor npzTensor(const data::NpzArchive& archive, const std::string& array, std::uint64_t& bytesLeft);

/// What the archive says by key. Throws `Error` where it has no such entry, or one that cannot be read.
std::map<std::string, std::string> npzMetadata(const data::NpzArchive& archive);

}  // namespace prunescope::model
