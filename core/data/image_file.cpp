#include "data/image_file.h"

#include "base/error.h"
#include "data/exif_orientation.h"

#include <utility>

namespace prunescope::data {
namespace {

constexpr std::string_view jpegMagic = "\xff\xd8\xff";
constexpr std::string_view pngMagic = "\x89PNG\r\n\x1a\n";

std::unique_ptr<ImageDecoder> decoderOf(std::string_view bytes, const std::string& name) {
    if (bytes.starts_with(jpegMagic)) return jpegDecoder(bytes, name);
    if (bytes.starts_with(pngMagic)) return pngDecoder(bytes, name);
    throw Error(name,
                bytes.empty() ? Text::of("the file is empty")
                              : Text::of("expected a JPEG or PNG picture, found another kind of file"),
                Text::of("Convert the picture to JPEG or PNG, or take it away."));
}

}  // namespace

bool beginsLikeImage(std::string_view bytes) {
    return bytes.starts_with(jpegMagic) || bytes.starts_with(pngMagic);
}

ImageFile::ImageFile(std::string_view bytes, const std::string& name, std::int64_t mostPixels)
    : decoder_(decoderOf(bytes, name)) {
    if (pixels() <= mostPixels) return;
    throw Error(name,
                Text::of("the picture claims {} x {} pixels, more than the {} that are read",
                         decoder_->width(), decoder_->height(), mostPixels),
                Text::of("Make the picture smaller, or take it away."));
}

Raster ImageFile::decode() {
    Raster stored = decoder_->decode();
    return upright(std::move(stored), decoder_->orientation());
}

}  // namespace prunescope::data
