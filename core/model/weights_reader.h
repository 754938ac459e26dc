#pragma once

#include "model/weights_file.h"
#include "model/weights_header.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace prunescope::model {

/// A weights file, read tensor by tensor. Opening it reads and checks the header alone: what the header rules
/// out is refused before any of the data is read, and memory is taken for the tensors that are asked for.
class WeightsReader {
public:
    /// Throws `Error` for a file of more than 4 GiB, and as `parseWeights` does.
    explicit WeightsReader(const std::filesystem::path& path);
    /// The same for bytes, which must outlive it; `origin` names them in messages.
    WeightsReader(std::string_view bytes, std::string origin);
    WeightsReader(const WeightsReader&) = delete;
    WeightsReader& operator=(const WeightsReader&) = delete;

    const std::map<std::string, std::string>& metadata() const { return header_.metadata; }
    /// In the order of their bytes.
    const std::vector<TensorEntry>& entries() const { return header_.tensors; }
    /// Null when there is none of that name.
    const TensorEntry* find(std::string_view name) const;

    NamedTensor read(const TensorEntry& entry) const;

private:
    using Read = std::function<void(std::uint64_t position, std::span<char> to)>;

    void readHeader(std::uint64_t fileBytes);

    std::string origin_;
    Read read_;
    WeightsHeader header_;
    std::uint64_t dataPosition_ = 0;
    std::unordered_map<std::string_view, std::size_t> places_;
};

}  // namespace prunescope::model
