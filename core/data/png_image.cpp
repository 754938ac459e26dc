#include "base/error.h"
#include "data/exif_orientation.h"
#include "data/image_decoder.h"

#include <png.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstddef>
#include <cstring>
#include <string>

namespace prunescope::data {
namespace {

/// What the library works with. Its errors jump; only functions that hold nothing to be destroyed stand
/// between the place where they arise and `setjmp`.
struct PngState {
    png_structp png = nullptr;
    png_infop info = nullptr;
    const char* next = nullptr;  ///< of the file
    std::size_t left = 0;
    int passes = 1;
    bool endsEarly = false;
    std::array<char, 200> message{};
};

[[noreturn]] void endWithError(png_structp png, png_const_charp message) {
    auto& state = *static_cast<PngState*>(png_get_error_ptr(png));
    std::strncpy(state.message.data(), message, state.message.size() - 1);
    png_longjmp(png, 1);
}

/// What the library warns of is no damage: every checksum is checked, and a wrong one is an error.
void passOver(png_structp /*png*/, png_const_charp /*message*/) {}

void readFrom(png_structp png, png_bytep to, std::size_t count) {
    auto& state = *static_cast<PngState*>(png_get_io_ptr(png));
    state.endsEarly = count > state.left;
    if (state.endsEarly) png_longjmp(png, 1);
    std::memcpy(to, state.next, count);
    state.next += count;
    state.left -= count;
}

/// Of all that a file may hold beside its pixels nothing.
void chooseChunks(png_structp png) {
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
    png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
}

/// Of the chunk eXIf, wherever it stands. The library would take as much memory for it as it claims to need.
int orientationIn(std::string_view file) {
    constexpr std::size_t lengthBytes = 4;
    constexpr std::size_t frameBytes = 12;  // length, kind and checksum of a chunk
    std::size_t at = 8;
    while (at + frameBytes <= file.size()) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < lengthBytes; ++i)
            length = length << 8U | static_cast<unsigned char>(file[at + i]);
        if (length > file.size() - at - frameBytes) break;
        const std::string_view content = file.substr(at + 2 * lengthBytes, length);
        if (file.substr(at + lengthBytes, lengthBytes) == "eXIf") return exifOrientation(content);
        at += frameBytes + length;
    }
    return 1;
}

bool readPngHeader(PngState& state) {
    if (setjmp(png_jmpbuf(state.png)) != 0) return false;
    png_set_read_fn(state.png, &state, readFrom);
    chooseChunks(state.png);
    png_read_info(state.png, state.info);
    png_set_expand(state.png);
    png_set_scale_16(state.png);
    state.passes = png_set_interlace_handling(state.png);
    png_read_update_info(state.png, state.info);
    return true;
}

bool readPngPixels(PngState& state, unsigned char* to) {
    if (setjmp(png_jmpbuf(state.png)) != 0) return false;
    const std::size_t rowBytes = png_get_rowbytes(state.png, state.info);
    const std::size_t rows = png_get_image_height(state.png, state.info);
    for (int pass = 0; pass < state.passes; ++pass) {
        for (std::size_t row = 0; row < rows; ++row) png_read_row(state.png, to + row * rowBytes, nullptr);
    }
    png_read_end(state.png, state.info);
    return true;
}

/// `alpha` says how much of the value is seen; the rest is white.
std::uint8_t overWhite(unsigned value, unsigned alpha) {
    return static_cast<std::uint8_t>((value * alpha + 255 * (255 - alpha) + 127) / 255);
}

/// Takes off the last channel, by which the others are laid over white.
Raster withoutAlpha(Raster raster) {
    const auto channels = static_cast<std::size_t>(raster.channels);
    auto to = raster.pixels.begin();
    for (auto pixel = raster.pixels.cbegin(); pixel != raster.pixels.cend();
         pixel += static_cast<std::ptrdiff_t>(channels)) {
        const std::uint8_t alpha = pixel[static_cast<std::ptrdiff_t>(channels - 1)];
        for (std::size_t c = 0; c + 1 < channels; ++c)
            *to++ = overWhite(pixel[static_cast<std::ptrdiff_t>(c)], alpha);
    }
    raster.pixels.erase(to, raster.pixels.end());
    --raster.channels;
    return raster;
}

class PngDecoder : public ImageDecoder {
public:
    PngDecoder(std::string_view bytes, const std::string& name)
        : name_(name), orientation_(orientationIn(bytes)) {
        state_.next = bytes.data();
        state_.left = bytes.size();
        state_.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &state_, endWithError, passOver);
        if (state_.png != nullptr) state_.info = png_create_info_struct(state_.png);
        if (state_.info == nullptr || !readPngHeader(state_)) {
            destroy();
            fail();
        }
        width_ = png_get_image_width(state_.png, state_.info);
        height_ = png_get_image_height(state_.png, state_.info);
    }
    ~PngDecoder() override { destroy(); }
    PngDecoder(const PngDecoder&) = delete;
    PngDecoder& operator=(const PngDecoder&) = delete;

    Raster decode() override {
        Raster raster{
            .width = width_, .height = height_, .channels = png_get_channels(state_.png, state_.info)};
        raster.pixels.resize(static_cast<std::size_t>(width_ * height_ * raster.channels));
        if (!readPngPixels(state_, raster.pixels.data())) fail();
        return raster.channels % 2 == 0 ? withoutAlpha(std::move(raster)) : raster;
    }

    int orientation() const override { return orientation_; }

private:
    void destroy() { png_destroy_read_struct(&state_.png, &state_.info, nullptr); }

    [[noreturn]] void fail() const {
        throw Error(name_,
                    state_.endsEarly
                        ? Text::of("the PNG picture ends early")
                        : Text::of("the PNG picture is damaged: {}", std::string(state_.message.data())),
                    Text::of("Copy or download the file again, or take it away."));
    }

    std::string name_;
    PngState state_{};
    int orientation_;
};

}  // namespace

std::unique_ptr<ImageDecoder> pngDecoder(std::string_view bytes, const std::string& name) {
    return std::make_unique<PngDecoder>(bytes, name);
}

}  // namespace prunescope::data
