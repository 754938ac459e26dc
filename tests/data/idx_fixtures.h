#pragma once

#include "base/error.h"
#include "support/file_bytes.h"

#include <zlib.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace prunescope::test {

/// A 32-bit number as IDX files hold it, most significant byte first.
inline std::string bigEndian(std::uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(value >> shift & 0xffU));
    return bytes;
}

/// An IDX file of images; `pixels` are taken as they are, fitting or not.
inline std::string idxImages(std::uint32_t count, std::uint32_t height, std::uint32_t width,
                             std::string_view pixels) {
    return bigEndian(0x00000803) + bigEndian(count) + bigEndian(height) + bigEndian(width) +
           std::string(pixels);
}

inline std::string idxLabels(std::uint32_t count, std::string_view labels) {
    return bigEndian(0x00000801) + bigEndian(count) + std::string(labels);
}

inline std::string gzipped(std::string_view bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
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

/// Images of 28 x 28 pixels that all differ, with the labels 0, 1, … 9, 0, 1, …
struct TinyDigits {
    std::uint32_t images = 0;
    unsigned salt = 0;  ///< two sets of different salt have different pixels

    std::string pixels() const {
        std::string bytes;
        for (std::uint32_t i = 0; i < images * 28 * 28; ++i) {
            bytes.push_back(static_cast<char>((i * 7 + i / 784 * 13 + salt) & 0xffU));
        }
        return bytes;
    }
    std::string labels() const {
        std::string bytes;
        for (std::uint32_t i = 0; i < images; ++i) bytes.push_back(static_cast<char>(i % 10));
        return bytes;
    }
    std::string imageFile() const { return idxImages(images, 28, 28, pixels()); }
    std::string labelFile() const { return idxLabels(images, labels()); }
};

/// A complete small data set in MNIST's naming: 40 training images and 20 test images.
inline void writeTinyMnist(const std::filesystem::path& folder) {
    const TinyDigits train{.images = 40};
    const TinyDigits test{.images = 20, .salt = 5};
    writeBytes(folder / "train-images-idx3-ubyte", train.imageFile());
    writeBytes(folder / "train-labels-idx1-ubyte", train.labelFile());
    writeBytes(folder / "t10k-images-idx3-ubyte", test.imageFile());
    writeBytes(folder / "t10k-labels-idx1-ubyte", test.labelFile());
}

/// The error that `action` throws; a test that expects one fails when there is none.
template <class Action>
Error errorOf(const Action& action) {
    std::optional<Error> error;
    try {
        action();
    } catch (const Error& e) {
        error = e;
    }
    if (!error) throw std::logic_error("no error was thrown");
    return *error;
}

}  // namespace prunescope::test
