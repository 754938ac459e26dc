#include "model/weights_file.h"

#include "base/file.h"
#include "model/weights_header.h"
#include "model/weights_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <set>
#include <stdexcept>

namespace prunescope::model {
namespace {

static_assert(std::endian::native == std::endian::little, "tensors are copied as they stand in the file");

ElementType elementType(const NamedTensor& tensor) {
    return static_cast<ElementType>(tensor.values.index());
}

std::string_view bytesOf(const NamedTensor& tensor) {
    const auto view = [](const auto& values) {
        return std::string_view(reinterpret_cast<const char*>(values.data()),
                                values.size() * sizeof(values[0]));
    };
    return std::visit(view, tensor.values);
}

/// What a caller must have kept: one name per tensor, and as many values as the shape says.
void checkConsistency(const WeightsFile& file) {
    std::set<std::string_view> names{metadataName};
    for (const NamedTensor& tensor : file.tensors) {
        if (!names.insert(tensor.name).second)
            throw std::logic_error("tensor name '" + tensor.name + "' is taken");
        std::uint64_t bytes = elementSize(elementType(tensor));
        for (const std::int64_t extent : tensor.shape) bytes *= static_cast<std::uint64_t>(extent);
        if (bytes != bytesOf(tensor).size())
            throw std::logic_error("shape of '" + tensor.name + "' does not fit");
    }
}

std::string headerText(const WeightsFile& file, const std::vector<const NamedTensor*>& order) {
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    if (!file.metadata.empty()) header[std::string(metadataName)] = file.metadata;
    std::uint64_t position = 0;
    for (const NamedTensor* tensor : order) {
        const std::uint64_t end = position + bytesOf(*tensor).size();
        header.push_back({tensor->name,
                          {{"dtype", elementTypeName(elementType(*tensor))},
                           {"shape", tensor->shape},
                           {"data_offsets", {position, end}}}});
        position = end;
    }
    std::string text = header.dump();
    text.resize((text.size() + prefixBytes - 1) / prefixBytes * prefixBytes, ' ');
    return text;
}

}  // namespace

const NamedTensor* WeightsFile::find(std::string_view name) const {
    const auto found =
        std::find_if(tensors.begin(), tensors.end(), [&](const auto& t) { return t.name == name; });
    return found == tensors.end() ? nullptr : &*found;
}

WeightsFile parseWeights(std::string_view bytes, const std::string& origin) {
    return WeightsReader(bytes, origin).readAll();
}

WeightsFile readWeights(const std::filesystem::path& path) {
    return WeightsReader(path).readAll();
}

std::string formatWeights(const WeightsFile& file) {
    checkConsistency(file);
    std::vector<const NamedTensor*> order;
    for (const NamedTensor& tensor : file.tensors) order.push_back(&tensor);
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
        return elementSize(elementType(*a)) > elementSize(elementType(*b));
    });

    const std::string header = headerText(file, order);
    const std::uint64_t length = header.size();
    std::string bytes(prefixBytes, '\0');
    std::memcpy(bytes.data(), &length, prefixBytes);
    std::size_t all = prefixBytes + header.size();
    for (const NamedTensor* tensor : order) all += bytesOf(*tensor).size();
    bytes.reserve(all);
    bytes += header;
    for (const NamedTensor* tensor : order) bytes += bytesOf(*tensor);
    return bytes;
}

void writeWeights(const std::filesystem::path& path, const WeightsFile& file) {
    writeFileAtomically(path, formatWeights(file));
}

}  // namespace prunescope::model
