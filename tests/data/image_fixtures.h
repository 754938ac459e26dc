#pragma once

#include "data/idx_fixtures.h"
#include "data/raster.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"

// jpeglib.h takes FILE and size_t from what stands above it.
#include <jpeglib.h>
#include <zlib.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::test {

/// A picture of one colour.
inline data::Raster flat(std::int64_t width, std::int64_t height, std::vector<std::uint8_t> colour) {
    data::Raster raster{
        .width = width, .height = height, .channels = static_cast<std::int64_t>(colour.size())};
    for (std::int64_t i = 0; i < width * height; ++i)
        raster.pixels.insert(raster.pixels.end(), colour.begin(), colour.end());
    return raster;
}

/// A picture whose pixels all differ from their neighbours, as `salt` says.
inline data::Raster chequered(std::int64_t width, std::int64_t height, std::int64_t channels,
                              unsigned salt = 0) {
    data::Raster raster{.width = width, .height = height, .channels = channels};
    for (unsigned i = 0; i < width * height * channels; ++i)
        raster.pixels.push_back(static_cast<std::uint8_t>((i * 37 + i / 5 * 11 + salt * 29) & 0xffU));
    return raster;
}

/// TIFF header and one entry: the orientation, as cameras of either order of bytes write it.
inline std::string exifOf(unsigned orientation, bool bigEndian = true) {
    const auto number = [&](std::uint32_t value, int bytes) {
        std::string text;
        for (int i = 0; i < bytes; ++i)
            text.push_back(static_cast<char>(value >> 8 * (bigEndian ? bytes - 1 - i : i) & 0xffU));
        return text;
    };
    return (bigEndian ? "MM" : "II") + number(42, 2) + number(8, 4) + number(1, 2) + number(0x0112, 2) +
           number(3, 2) + number(1, 4) + number(orientation, 2) + number(0, 2) + number(0, 4);
}

struct JpegStyle {
    bool progressive = false;
    bool adobeMarker = true;  ///< of a picture in four inks
    std::string exif{};
    std::vector<jpeg_scan_info> scans{};  ///< instead of the usual passes
};

/// A JPEG file of best quality, colours not thinned out. One channel is grey, three are red, green and blue,
/// four are inks.
inline std::string jpegOf(const data::Raster& raster, const JpegStyle& style = {}) {
    jpeg_compress_struct encoder{};
    jpeg_error_mgr errors{};
    encoder.err = jpeg_std_error(&errors);
    errors.error_exit = [](j_common_ptr) { std::abort(); };
    jpeg_create_compress(&encoder);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&encoder, &bytes, &size);
    encoder.image_width = static_cast<JDIMENSION>(raster.width);
    encoder.image_height = static_cast<JDIMENSION>(raster.height);
    encoder.input_components = static_cast<int>(raster.channels);
    encoder.in_color_space = raster.channels == 1 ? JCS_GRAYSCALE : raster.channels == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&encoder);
    jpeg_set_quality(&encoder, 100, TRUE);
    encoder.comp_info[0].h_samp_factor = 1;
    encoder.comp_info[0].v_samp_factor = 1;
    if (style.progressive) jpeg_simple_progression(&encoder);
    if (!style.scans.empty()) {
        encoder.scan_info = style.scans.data();
        encoder.num_scans = static_cast<int>(style.scans.size());
    }
    if (!style.adobeMarker) encoder.write_Adobe_marker = FALSE;
    jpeg_start_compress(&encoder, TRUE);
    if (!style.exif.empty()) {
        const std::string marker = std::string("Exif\0\0", 6) + style.exif;
        jpeg_write_marker(&encoder, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(marker.data()),
                          static_cast<unsigned>(marker.size()));
    }
    while (encoder.next_scanline < encoder.image_height) {
        JSAMPROW row = const_cast<JSAMPROW>(raster.at(encoder.next_scanline, 0));
        jpeg_write_scanlines(&encoder, &row, 1);
    }
    jpeg_finish_compress(&encoder);
    std::string file(reinterpret_cast<const char*>(bytes), size);
    jpeg_destroy_compress(&encoder);
    std::free(bytes);
    return file;
}

inline std::string pngChunk(const std::string& kind, const std::string& content) {
    const std::string checked = kind + content;
    const auto sum =
        crc32(0, reinterpret_cast<const Bytef*>(checked.data()), static_cast<uInt>(checked.size()));
    return bigEndian(static_cast<std::uint32_t>(content.size())) + checked +
           bigEndian(static_cast<std::uint32_t>(sum));
}

enum class PngColour : char { grey = 0, rgb = 2, palette = 3, greyAlpha = 4, rgbAlpha = 6 };

struct PngStyle {
    std::uint32_t width = 1;
    std::uint32_t height = 1;
    PngColour colour = PngColour::grey;
    char depth = 8;
    bool interlaced = false;
    std::string before{};  ///< chunks in front of the pixels
    std::string after{};
};

/// `rows` are the bytes of the rows as PNG stores them, a byte with the filter in front of each.
inline std::string pngOf(const PngStyle& style, const std::string& rows) {
    uLongf size = compressBound(rows.size());
    std::string packed(size, '\0');
    compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(rows.data()),
             rows.size());
    packed.resize(size);
    const std::string header = bigEndian(style.width) + bigEndian(style.height) + style.depth +
                               static_cast<char>(style.colour) + '\0' + '\0' +
                               static_cast<char>(style.interlaced);
    return "\x89PNG\r\n\x1a\n" + pngChunk("IHDR", header) + style.before + pngChunk("IDAT", packed) +
           style.after + pngChunk("IEND", "");
}

/// A PNG file of 8 bits, grey or red, green and blue.
inline std::string pngOf(const data::Raster& raster, const std::string& exif = {}) {
    PngStyle style{.width = static_cast<std::uint32_t>(raster.width),
                   .height = static_cast<std::uint32_t>(raster.height),
                   .colour = raster.channels == 1 ? PngColour::grey : PngColour::rgb};
    if (!exif.empty()) style.before = pngChunk("eXIf", exif);
    std::string rows;
    for (std::int64_t row = 0; row < raster.height; ++row) {
        rows += '\0';
        rows.append(reinterpret_cast<const char*>(raster.at(row, 0)),
                    static_cast<std::size_t>(raster.width * raster.channels));
    }
    return pngOf(style, rows);
}

/// A JPEG file of eight rows, in `passes` passes: the means first, then each of the other coefficients by
/// itself.
inline std::string jpegOfPasses(std::size_t passes) {
    std::vector<jpeg_scan_info> scans;
    const auto add = [&](int coefficient, int previous, int bit) {
        scans.push_back({1, {0}, coefficient, coefficient, previous, bit});
    };
    add(0, 0, 0);
    // The highest bits of a coefficient come first; a pass adds one bit.
    for (int k = 1; k < 64 && scans.size() < passes; ++k) {
        for (int bit = 8; bit >= 0 && scans.size() < passes; --bit) add(k, bit == 8 ? 0 : bit + 1, bit);
    }
    return jpegOf(chequered(8, 8, 1), {.scans = scans});
}

/// A folder for pictures and one for the cache, which the user's cache folder is while this exists.
class PictureFolders {
public:
    PictureFolders() {
        const char* before = std::getenv("XDG_CACHE_HOME");
        if (before != nullptr) before_ = before;
        ::setenv("XDG_CACHE_HOME", caches_.path().c_str(), 1);
    }
    PictureFolders(const PictureFolders&) = delete;
    PictureFolders& operator=(const PictureFolders&) = delete;
    ~PictureFolders() {
        before_ ? ::setenv("XDG_CACHE_HOME", before_->c_str(), 1) : ::unsetenv("XDG_CACHE_HOME");
    }

    std::filesystem::path path() const { return std::filesystem::canonical(pictures_.path()); }
    std::filesystem::path operator/(const std::string& name) const { return path() / name; }
    std::filesystem::path caches() const { return caches_ / "prunescope" / "images"; }

    /// With the folders on the way.
    std::filesystem::path write(const std::string& name, const std::string& bytes) const {
        const std::filesystem::path file = path() / name;
        std::filesystem::create_directories(file.parent_path());
        writeBytes(file, bytes);
        return file;
    }

    /// Two classes, cat and dog, of so many colour pictures each, that all differ.
    void writeClasses(const std::string& part, unsigned pictures, unsigned salt = 0) const {
        for (unsigned i = 0; i < pictures; ++i) {
            write(part + "cat/" + std::to_string(i) + ".png", pngOf(chequered(8, 8, 3, salt + i)));
            write(part + "dog/" + std::to_string(i) + ".jpg", jpegOf(chequered(8, 8, 3, salt + 50 + i)));
        }
    }

private:
    TemporaryFolder pictures_{};
    TemporaryFolder caches_{};
    std::optional<std::string> before_{};
};

}  // namespace prunescope::test
