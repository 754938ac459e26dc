#pragma once

#include "data/raster.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace prunescope::data {

/// A picture file of one format of which only the header has been read.
class ImageDecoder {
public:
    virtual ~ImageDecoder() = default;
    ImageDecoder(const ImageDecoder&) = delete;
    ImageDecoder& operator=(const ImageDecoder&) = delete;

    /// As stored, and as the header claims.
    std::int64_t width() const { return width_; }
    std::int64_t height() const { return height_; }

    /// The pixels as stored, grey or colour, whatever is transparent over white. Once. Throws `Error` for
    /// everything that is damaged, at the first place where it is.
    virtual Raster decode() = 0;
    /// How the picture is held, 1 to 8 as in EXIF.
    virtual int orientation() const = 0;

protected:
    ImageDecoder() = default;

    std::int64_t width_ = 0;
    std::int64_t height_ = 0;
};

/// Each reads the header and throws `Error` when it is damaged. `bytes` must outlive the decoder; `name` is
/// what messages call the file.
std::unique_ptr<ImageDecoder> jpegDecoder(std::string_view bytes, const std::string& name);
std::unique_ptr<ImageDecoder> pngDecoder(std::string_view bytes, const std::string& name);

}  // namespace prunescope::data
