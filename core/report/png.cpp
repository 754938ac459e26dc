#include "report/png.h"

#include "base/error.h"

#include <png.h>
#include <sodium.h>

#include <cstdint>
#include <vector>

namespace prunescope::report {
namespace {

/// Rows of the channels that are drawn.
std::vector<std::uint8_t> drawnBytes(const data::Raster& raster, std::int64_t drawn) {
    std::vector<std::uint8_t> bytes;
    bytes.reserve(static_cast<std::size_t>(raster.width * raster.height * drawn));
    for (std::int64_t row = 0; row < raster.height; ++row) {
        for (std::int64_t column = 0; column < raster.width; ++column)
            bytes.insert(bytes.end(), raster.at(row, column), raster.at(row, column) + drawn);
    }
    return bytes;
}

std::vector<std::uint8_t> pngBytes(const data::Raster& raster) {
    const std::int64_t drawn = raster.channels < 3 ? 1 : 3;
    const std::vector<std::uint8_t> pixels = drawnBytes(raster, drawn);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(raster.width);
    image.height = static_cast<png_uint_32>(raster.height);
    image.format = drawn == 1 ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
    png_alloc_size_t length = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::vector<std::uint8_t> bytes(length);
    if (pixels.empty() ||
        png_image_write_to_memory(&image, bytes.data(), &length, 0, pixels.data(), 0, nullptr) == 0) {
        throw Error("PNG", Text::of("a picture of {} x {} cannot be written", raster.width, raster.height),
                    {});
    }
    bytes.resize(length);
    return bytes;
}

}  // namespace

std::string pngUri(const data::Raster& raster) {
    const std::vector<std::uint8_t> bytes = pngBytes(raster);
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // the zero that ends it
    return "data:image/png;base64," + text;
}

}  // namespace prunescope::report
