#include "model/weights_reader.h"

#include "base/error.h"
#include "base/file_reader.h"
#include "base/quoted.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <memory>
#include <utility>

namespace prunescope::model {
namespace {

static_assert(std::endian::native == std::endian::little, "tensors are read as they stand in the file");

constexpr std::uint64_t mostFileBytes = std::uint64_t{4} << 30U;
constexpr std::uint64_t mostHeaderBytes = std::uint64_t{16} << 20U;

/// The header's length, checked against its bound and against the file.
void checkHeaderLength(std::uint64_t length, std::uint64_t fileBytes, const std::string& origin) {
    if (length > mostHeaderBytes) {
        refuseWeights(origin, 0, Text::of("a header of at most {} bytes", mostHeaderBytes),
                      Text::of("{}", length));
    }
    if (length > fileBytes - prefixBytes) {
        refuseWeights(origin, prefixBytes, Text::of("a header of {} bytes", length),
                      Text::of("the end of the file after {}", fileBytes - prefixBytes));
    }
}

/// The ranges, in order, must cover the data from its first byte to its last, each byte once.
void checkCoverage(const std::vector<TensorEntry>& sorted, std::uint64_t dataBytes,
                   std::uint64_t dataPosition, const std::string& origin) {
    std::uint64_t covered = 0;
    for (const TensorEntry& entry : sorted) {
        if (entry.begin != covered) {
            refuseWeights(origin, entry.position,
                          Text::of("tensor {} to start where the one before it ends, at {}",
                                   inQuotes(entry.name), covered),
                          entry.begin < covered ? Text::of("an overlap at {}", entry.begin)
                                                : Text::of("a hole at {}", entry.begin));
        }
        if (entry.end > dataBytes) {
            refuseWeights(origin, entry.position,
                          Text::of("tensor {} to end within {} bytes", inQuotes(entry.name), dataBytes),
                          Text::of("its end at {}", entry.end));
        }
        covered = entry.end;
    }
    if (covered != dataBytes) {
        refuseWeights(origin, dataPosition + covered, Text::of("the end of the file after the last tensor"),
                      Text::of("{} more bytes", dataBytes - covered));
    }
}

}  // namespace

WeightsReader::WeightsReader(const std::filesystem::path& path) : origin_(path.string()) {
    auto file = std::make_shared<FileReader>(path);
    if (file->size() > mostFileBytes) {
        throw Error(origin_,
                    Text::of("holds {} bytes where at most {} are expected", file->size(), mostFileBytes),
                    Text::of("It is not the file that belongs here; check its name."));
    }
    read_ = [file](std::uint64_t position, std::span<char> to) { file->read(position, to); };
    readHeader(file->size());
    file->refuseHoles();
}

WeightsReader::WeightsReader(std::string_view bytes, std::string origin) : origin_(std::move(origin)) {
    read_ = [bytes](std::uint64_t position, std::span<char> to) {
        if (!to.empty()) std::memcpy(to.data(), bytes.data() + position, to.size());
    };
    readHeader(bytes.size());
}

void WeightsReader::readHeader(std::uint64_t fileBytes) {
    if (fileBytes < prefixBytes) {
        refuseWeights(origin_, 0, Text::of("8 bytes with the length of the header"),
                      Text::of("a file of {}", fileBytes));
    }
    std::uint64_t length = 0;
    read_(0, {reinterpret_cast<char*>(&length), prefixBytes});
    checkHeaderLength(length, fileBytes, origin_);
    std::string text(length, '\0');
    read_(prefixBytes, text);
    WeightsHeader header = parseWeightsHeader(text, prefixBytes, origin_);
    dataPosition_ = prefixBytes + length;
    std::stable_sort(header.tensors.begin(), header.tensors.end(), [](const auto& a, const auto& b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    checkCoverage(header.tensors, fileBytes - dataPosition_, dataPosition_, origin_);
    setHeader(std::move(header));
}

NamedTensor WeightsReader::read(const TensorEntry& entry) const {
    NamedTensor tensor{entry.name, entry.shape, {}};
    const auto fill = [&](auto values) {
        values.resize((entry.end - entry.begin) / sizeof(values[0]));
        read_(dataPosition_ + entry.begin, {reinterpret_cast<char*>(values.data()), entry.end - entry.begin});
        tensor.values = std::move(values);
    };
    switch (entry.type) {
        case ElementType::f32:
            fill(std::vector<float>());
            break;
        case ElementType::u8:
            fill(std::vector<std::uint8_t>());
            break;
        case ElementType::i64:
            fill(std::vector<std::int64_t>());
            break;
    }
    return tensor;
}

}  // namespace prunescope::model
