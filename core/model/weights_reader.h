#pragma once

#include "model/tensor_reader.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace prunescope::model {

/// A weights file, read tensor by tensor. Opening it reads and checks the header alone: what the header rules
/// out is refused before any of the data is read.
class WeightsReader : public TensorReader {
public:
    /// Throws `Error` for a file of more than 4 GiB, and as `parseWeights` does.
    explicit WeightsReader(const std::filesystem::path& path);
    /// The same for bytes, which must outlive it; `origin` names them in messages.
    WeightsReader(std::string_view bytes, std::string origin);

    NamedTensor read(const TensorEntry& entry) const override;

private:
    using Read = std::function<void(std::uint64_t position, std::span<char> to)>;

    void readHeader(std::uint64_t fileBytes);

    std::string origin_;
    Read read_;
    std::uint64_t dataPosition_ = 0;
};

}  // namespace prunescope::model
