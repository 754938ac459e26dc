#pragma once

#include "data/image_decoder.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace prunescope::data {

/// A picture of more pixels is refused before it is decoded, a larger file before it is read.
inline constexpr std::int64_t mostImagePixels = 100'000'000;
inline constexpr std::uint64_t mostImageBytes = std::uint64_t{1} << 28U;

/// Bytes at the beginning of a file that tell what it is.
inline constexpr std::size_t imageMagicBytes = 8;
/// Whether the bytes begin like a JPEG or a PNG file.
bool beginsLikeImage(std::string_view bytes);

/// A picture in a JPEG or PNG file. Greyscale is grey, everything else becomes red, green and blue: palettes,
/// CMYK (by the plain formula, without colour profiles). 16 bits are rounded to 8; what is transparent is
/// laid over white. Colour profiles and gamma are passed over.
class ImageFile {
public:
    /// Reads the header. `bytes` must outlive this; `name` is what messages call the file. Throws `Error` for
    /// another format, a damaged header, and more than `mostPixels` pixels.
    ImageFile(std::string_view bytes, const std::string& name, std::int64_t mostPixels = mostImagePixels);

    std::int64_t pixels() const { return decoder_->width() * decoder_->height(); }
    /// The picture as it is to be looked at, turned as EXIF says. Once. Throws `Error` for damage of any
    /// kind, and for whatever is cut off: half a picture is none.
    Raster decode();

private:
    std::unique_ptr<ImageDecoder> decoder_;
};

}  // namespace prunescope::data
