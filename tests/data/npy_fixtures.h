#pragma once

#include <zlib.h>

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::test {

/// A number as little-endian files hold it.
template <class Number>
std::string littleEndian(Number number) {
    std::string bytes(sizeof number, '\0');
    std::memcpy(bytes.data(), &number, sizeof number);
    return bytes;
}

template <class Number>
std::string littleEndian(const std::vector<Number>& numbers) {
    std::string bytes;
    for (const Number number : numbers) bytes += littleEndian(number);
    return bytes;
}

/// An NPY file of version 1; header and elements are taken as they are, fitting or not.
inline std::string npyWith(const std::string& dictionary, std::string_view elements) {
    return "\x93NUMPY" + std::string("\x01\x00", 2) +
           littleEndian(static_cast<std::uint16_t>(dictionary.size())) + dictionary + std::string(elements);
}

/// `type` and `shape` as NumPy writes them: "<f4", "(2, 3)".
inline std::string npy(const std::string& type, const std::string& shape, std::string_view elements) {
    return npyWith("{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n", elements);
}

/// A file of an archive. What the archive says of it may be made wrong.
struct ZipFile {
    std::string name;
    std::string bytes;
    bool deflated = false;
    std::uint16_t flags = 0;
    std::uint16_t method = 0;         ///< 0: as it is
    std::uint32_t declaredBytes = 0;  ///< 0: as many as there are
};

/// Deflated without the header and the checksum of zlib.
inline std::string rawDeflated(std::string_view bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib");
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    std::string input(bytes);
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("zlib");
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

/// A zip archive: each file with its header, then the directory and its end (APPNOTE 6.3, 4.3).
inline std::string zipped(const std::vector<ZipFile>& files) {
    using std::uint16_t;
    using std::uint32_t;
    std::string archive;
    std::string directory;
    for (const ZipFile& file : files) {
        const std::string packed = file.deflated ? rawDeflated(file.bytes) : file.bytes;
        const auto method = file.method != 0 ? file.method : static_cast<uint16_t>(file.deflated ? 8 : 0);
        const auto size =
            file.declaredBytes != 0 ? file.declaredBytes : static_cast<uint32_t>(file.bytes.size());
        const auto checksum = static_cast<uint32_t>(crc32(
            0, reinterpret_cast<const Bytef*>(file.bytes.data()), static_cast<uInt>(file.bytes.size())));
        const std::string facts =
            littleEndian(uint16_t{20}) + littleEndian(file.flags) + littleEndian(method) +
            std::string("\0\0\x21\0", 4) + littleEndian(checksum) +
            littleEndian(static_cast<uint32_t>(packed.size())) + littleEndian(size) +
            littleEndian(static_cast<uint16_t>(file.name.size())) + littleEndian(uint16_t{0});
        directory += "PK\x01\x02" + littleEndian(uint16_t{20}) + facts + std::string(10, '\0') +
                     littleEndian(static_cast<uint32_t>(archive.size())) + file.name;
        archive += "PK\x03\x04" + facts + file.name + packed;
    }
    const auto count = static_cast<uint16_t>(files.size());
    const auto start = static_cast<uint32_t>(archive.size());
    return archive + directory + "PK\x05\x06" + std::string(4, '\0') + littleEndian(count) +
           littleEndian(count) + littleEndian(static_cast<uint32_t>(directory.size())) + littleEndian(start) +
           std::string(2, '\0');
}

}  // namespace prunescope::test
