#pragma once

#include "model/weights_file.h"
#include "model/weights_header.h"

#include <string_view>
#include <unordered_map>

namespace prunescope::model {

/// A file of named tensors, read one by one: memory is taken for those that are asked for.
class TensorReader {
public:
    TensorReader() = default;
    virtual ~TensorReader() = default;
    TensorReader(const TensorReader&) = delete;
    TensorReader& operator=(const TensorReader&) = delete;

    const std::map<std::string, std::string>& metadata() const { return header_.metadata; }
    /// In the order of their bytes.
    const std::vector<TensorEntry>& entries() const { return header_.tensors; }
    /// Null when there is none of that name.
    const TensorEntry* find(std::string_view name) const;

    /// Throws `Error` with the file when the tensor cannot be read.
    virtual NamedTensor read(const TensorEntry& entry) const = 0;
    /// The metadata and all tensors.
    WeightsFile readAll() const;

protected:
    /// Of whoever derives from it, before it is used.
    void setHeader(WeightsHeader header);

private:
    WeightsHeader header_;
    std::unordered_map<std::string_view, std::size_t> places_;
};

}  // namespace prunescope::model
