#include "nn/weights_file.h"

#include "base/error.h"
#include "base/file.h"
#include "nn/weights_header.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <set>
#include <stdexcept>
#include <utility>

namespace prunescope::nn {
namespace {

static_assert(std::endian::native == std::endian::little, "tensors are copied as they stand in the file");

constexpr std::uint64_t mostFileBytes = std::uint64_t{4} << 30U;
constexpr std::uint64_t mostHeaderBytes = std::uint64_t{16} << 20U;
constexpr std::uint64_t prefixBytes = 8;

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

template <class T>
std::vector<T> copied(std::string_view bytes) {
    std::vector<T> values(bytes.size() / sizeof(T));
    if (!values.empty()) std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
}

NamedTensor makeTensor(TensorEntry&& entry, std::string_view data) {
    const std::string_view bytes = data.substr(entry.begin, entry.end - entry.begin);
    NamedTensor tensor{std::move(entry.name), std::move(entry.shape), {}};
    switch (entry.type) {
        case ElementType::f32:
            tensor.values = copied<float>(bytes);
            break;
        case ElementType::u8:
            tensor.values = copied<std::uint8_t>(bytes);
            break;
        case ElementType::i64:
            tensor.values = copied<std::int64_t>(bytes);
            break;
    }
    return tensor;
}

/// The header's length, checked against its bound and against the file.
std::uint64_t headerLength(std::string_view bytes, const std::string& origin) {
    if (bytes.size() < prefixBytes) {
        refuseWeights(origin, 0, "8 bytes with the length of the header",
                      fmt::format("a file of {}", bytes.size()));
    }
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), prefixBytes);
    if (length > mostHeaderBytes) {
        refuseWeights(origin, 0, fmt::format("a header of at most {} bytes", mostHeaderBytes),
                      fmt::format("{}", length));
    }
    if (length > bytes.size() - prefixBytes) {
        refuseWeights(origin, prefixBytes, fmt::format("a header of {} bytes", length),
                      fmt::format("the end of the file after {}", bytes.size() - prefixBytes));
    }
    return length;
}

/// The ranges, in order, must cover the data from its first byte to its last, each byte once.
void checkCoverage(const std::vector<TensorEntry>& sorted, std::uint64_t dataBytes,
                   std::uint64_t dataPosition, const std::string& origin) {
    std::uint64_t covered = 0;
    for (const TensorEntry& entry : sorted) {
        if (entry.begin != covered) {
            refuseWeights(
                origin, entry.position,
                fmt::format("tensor {} to start where the one before it ends, at {}", inQuotes(entry.name),
                            covered),
                fmt::format("{} at {}", entry.begin < covered ? "an overlap" : "a hole", entry.begin));
        }
        if (entry.end > dataBytes) {
            refuseWeights(origin, entry.position,
                          fmt::format("tensor {} to end within {} bytes", inQuotes(entry.name), dataBytes),
                          fmt::format("its end at {}", entry.end));
        }
        covered = entry.end;
    }
    if (covered != dataBytes) {
        refuseWeights(origin, dataPosition + covered, "the end of the file after the last tensor",
                      fmt::format("{} more bytes", dataBytes - covered));
    }
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
    const std::uint64_t length = headerLength(bytes, origin);
    WeightsHeader header = parseWeightsHeader(bytes.substr(prefixBytes, length), prefixBytes, origin);
    const std::string_view data = bytes.substr(prefixBytes + length);

    auto& entries = header.tensors;
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    checkCoverage(entries, data.size(), prefixBytes + length, origin);

    WeightsFile file{std::move(header.metadata), {}};
    file.tensors.reserve(entries.size());
    for (TensorEntry& entry : entries) file.tensors.push_back(makeTensor(std::move(entry), data));
    return file;
}

WeightsFile readWeights(const std::filesystem::path& path) {
    return parseWeights(readFile(path, mostFileBytes), path.string());
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
    bytes += header;
    for (const NamedTensor* tensor : order) bytes += bytesOf(*tensor);
    return bytes;
}

void writeWeights(const std::filesystem::path& path, const WeightsFile& file) {
    writeFileAtomically(path, formatWeights(file));
}

}  // namespace prunescope::nn
