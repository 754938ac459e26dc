#include "model/tensor_reader.h"

#include <utility>

namespace prunescope::model {

void TensorReader::setHeader(WeightsHeader header) {
    header_ = std::move(header);
    for (std::size_t i = 0; i < header_.tensors.size(); ++i) places_.emplace(header_.tensors[i].name, i);
}

const TensorEntry* TensorReader::find(std::string_view name) const {
    const auto found = places_.find(name);
    return found == places_.end() ? nullptr : &header_.tensors[found->second];
}

WeightsFile TensorReader::readAll() const {
    WeightsFile file{.metadata = metadata(), .tensors = {}};
    file.tensors.reserve(entries().size());
    for (const TensorEntry& entry : entries()) file.tensors.push_back(read(entry));
    return file;
}

}  // namespace prunescope::model
