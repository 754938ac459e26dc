#include "model/event_file.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <array>
#include <bit>
#include <cstring>
#include <functional>

namespace prunescope::model {
namespace {

static_assert(std::endian::native == std::endian::little, "tensors are read as they stand in memory");

using Coder = google::protobuf::io::CodedOutputStream;

/// Field numbers of event.proto and summary.proto, with the kind of what follows in their lowest three bits.
enum : std::uint32_t {
    wallTimeField = 1U << 3U | 1U,
    stepField = 2U << 3U | 0U,
    versionField = 3U << 3U | 2U,
    summaryField = 5U << 3U | 2U,
    valueField = 1U << 3U | 2U,
    tagField = 1U << 3U | 2U,
    simpleValueField = 2U << 3U | 5U
};

std::string coded(const std::function<void(Coder&)>& write) {
    std::string bytes;
    google::protobuf::io::StringOutputStream stream(&bytes);
    {
        Coder coder(&stream);
        write(coder);
    }
    return bytes;
}

void writeText(Coder& coder, std::uint32_t field, const std::string& text) {
    coder.WriteTag(field);
    coder.WriteVarint32(static_cast<std::uint32_t>(text.size()));
    coder.WriteString(text);
}

void writeTime(Coder& coder, std::int64_t wallMs) {
    coder.WriteTag(wallTimeField);
    coder.WriteLittleEndian64(std::bit_cast<std::uint64_t>(static_cast<double>(wallMs) / 1000));
}

using CrcTable = std::array<std::uint32_t, 256>;

constexpr CrcTable crcTable() {
    constexpr std::uint32_t castagnoli = 0x82F63B78U;  // the polynomial with its lowest power first
    CrcTable table{};
    for (std::uint32_t byte = 0; byte < table.size(); ++byte) {
        std::uint32_t rest = byte;
        for (int bit = 0; bit < 8; ++bit) rest = rest >> 1U ^ ((rest & 1U) != 0 ? castagnoli : 0);
        table[byte] = rest;
    }
    return table;
}

/// So that a CRC of data that hold CRCs is of use (TensorFlow's lib/hash/crc32c.h).
std::uint32_t maskedCrc(std::string_view bytes) {
    const std::uint32_t crc = crc32c(bytes);
    return (crc >> 15U | crc << 17U) + 0xA282EAD8U;
}

template <class Number>
std::string_view bytesOfNumber(const Number& number) {
    return {reinterpret_cast<const char*>(&number), sizeof number};
}

}  // namespace

std::uint32_t crc32c(std::string_view bytes) {
    static constexpr CrcTable table = crcTable();
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char byte : bytes) crc = crc >> 8U ^ table[(crc ^ static_cast<std::uint8_t>(byte)) & 0xFFU];
    return ~crc;
}

EventFile::EventFile(std::int64_t wallMs) {
    append(coded([&](Coder& coder) {
        writeTime(coder, wallMs);
        writeText(coder, versionField, "brain.Event:2");
    }));
}

void EventFile::add(const std::string& tag, std::int64_t step, std::int64_t wallMs, double value) {
    const std::string curve = coded([&](Coder& coder) {
        writeText(coder, tagField, tag);
        coder.WriteTag(simpleValueField);
        coder.WriteLittleEndian32(std::bit_cast<std::uint32_t>(static_cast<float>(value)));
    });
    const std::string summary = coded([&](Coder& coder) { writeText(coder, valueField, curve); });
    append(coded([&](Coder& coder) {
        writeTime(coder, wallMs);
        coder.WriteTag(stepField);
        coder.WriteVarint64(static_cast<std::uint64_t>(step));
        writeText(coder, summaryField, summary);
    }));
}

void EventFile::append(std::string_view event) {
    const std::uint64_t length = event.size();
    bytes_ += bytesOfNumber(length);
    bytes_ += bytesOfNumber(maskedCrc(bytesOfNumber(length)));
    bytes_ += event;
    bytes_ += bytesOfNumber(maskedCrc(event));
}

}  // namespace prunescope::model
