#include "model/npz_tensors.h"

#include "base/error.h"
#include "base/json_reader.h"
#include "data/npy_elements.h"
#include "data/npy_reader.h"

#include <algorithm>

namespace prunescope::model {
namespace {

constexpr std::uint64_t mostMetadataBytes = std::uint64_t{1} << 24U;

Text saveAnew() {
    return Text::of("Export it anew.");
}

}  // namespace

NamedTensor npzTensor(const data::NpzArchive& archive, const std::string& array, std::uint64_t& bytesLeft) {
    const auto content = archive.open(array);
    data::ContentCursor cursor(*content);
    const data::NpyHeader header = data::readNpyHeader(cursor);
    const auto bytes = static_cast<std::uint64_t>(header.elements()) * sizeof(float);
    if (bytes > bytesLeft || header.columnsFirst) {
        throw Error(content->name(),
                    Text::of("expected arrays in C's order of at most {} bytes together", mostNpzTensorBytes),
                    saveAnew());
    }
    bytesLeft -= bytes;
    NamedTensor tensor{array, header.shape, {}};
    if (header.type.kind == data::NpyKind::real) {
        tensor.values = data::readNpyFloats(cursor, header);
    } else {
        tensor.values = data::readNpyBytes(cursor, header);
    }
    return tensor;
}

std::map<std::string, std::string> npzMetadata(const data::NpzArchive& archive) {
    const auto content = archive.open(npzMetadataEntry);
    std::string text(std::min(content->mostBytes(), mostMetadataBytes + 1), '\0');
    text.resize(content->read({reinterpret_cast<std::uint8_t*>(text.data()), text.size()}));
    const std::string& origin = content->name();
    if (text.size() > mostMetadataBytes)
        throw Error(origin, Text::of("holds more than {} bytes", mostMetadataBytes), saveAnew());
    const nlohmann::json json = readJson(text, origin, saveAnew());
    std::map<std::string, std::string> metadata;
    if (json.is_object()) {
        for (const auto& [key, value] : json.items())
            if (value.is_string()) metadata[key] = value.get<std::string>();
    }
    return metadata;
}

}  // namespace prunescope::model
