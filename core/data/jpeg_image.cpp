#include "base/error.h"
#include "data/exif_orientation.h"
#include "data/image_decoder.h"

// jpeglib.h takes FILE and size_t from what stands above it.
#include <jerror.h>
#include <jpeglib.h>

#include <array>
#include <csetjmp>
#include <cstddef>
#include <string>

namespace prunescope::data {
namespace {

/// A progressive picture comes in passes, and each is work for the whole picture: camera and editor make
/// about ten, a hundred thousand fit into a small file.
constexpr int mostPasses = 100;

/// What the library works with. Its errors jump; only functions that hold nothing to be destroyed stand
/// between the place where they arise and `setjmp`.
struct JpegState {
    jpeg_decompress_struct decoder{};
    jpeg_error_mgr errors{};
    jpeg_progress_mgr progress{};
    std::jmp_buf jump{};
    std::array<char, JMSG_LENGTH_MAX> message{};
    bool tooManyPasses = false;
};

[[noreturn]] void jumpOut(j_common_ptr common) {
    auto& state = *static_cast<JpegState*>(common->client_data);
    common->err->format_message(common, state.message.data());
    std::longjmp(state.jump, 1);
}

/// The library repairs what is damaged and goes on with a warning: a picture half grey. Here it ends with the
/// first one, which also bounds the work for a header that claims much and brings little.
void endWithWarning(j_common_ptr common, int level) {
    const int code = common->err->msg_code;
    const bool harmless = code == JWRN_ADOBE_XFORM || code == JWRN_JFIF_MAJOR;
    if (level < 0 && !harmless) jumpOut(common);
}

void boundPasses(j_common_ptr common) {
    auto* const decoder = reinterpret_cast<j_decompress_ptr>(common);
    if (decoder->input_scan_number <= mostPasses) return;
    auto& state = *static_cast<JpegState*>(common->client_data);
    state.tooManyPasses = true;
    std::longjmp(state.jump, 1);
}

bool readJpegHeader(JpegState& state, const unsigned char* bytes, unsigned long size) {
    if (setjmp(state.jump) != 0) return false;
    jpeg_create_decompress(&state.decoder);
    state.decoder.progress = &state.progress;
    jpeg_mem_src(&state.decoder, bytes, size);
    jpeg_save_markers(&state.decoder, JPEG_APP0 + 1, 0xffff);
    jpeg_read_header(&state.decoder, TRUE);
    return true;
}

bool readJpegPixels(JpegState& state, unsigned char* to) {
    if (setjmp(state.jump) != 0) return false;
    jpeg_decompress_struct& decoder = state.decoder;
    jpeg_start_decompress(&decoder);
    const std::size_t rowBytes = std::size_t{decoder.output_width} * std::size_t(decoder.output_components);
    while (decoder.output_scanline < decoder.output_height) {
        JSAMPROW row = to + decoder.output_scanline * rowBytes;
        jpeg_read_scanlines(&decoder, &row, 1);
    }
    jpeg_finish_decompress(&decoder);
    return true;
}

std::uint8_t product(unsigned a, unsigned b) {
    return static_cast<std::uint8_t>((a * b + 127) / 255);
}

/// Photoshop, whose marker tells, stores ink inverted.
Raster colourFromInk(const Raster& ink, bool inverted) {
    Raster colour{.width = ink.width, .height = ink.height, .channels = 3};
    colour.pixels.reserve(ink.pixels.size() / 4 * 3);
    const auto light = [&](std::uint8_t value) { return inverted ? value : 255U - value; };
    for (std::size_t i = 0; i + 3 < ink.pixels.size(); i += 4) {
        for (std::size_t c = 0; c < 3; ++c)
            colour.pixels.push_back(product(light(ink.pixels[i + c]), light(ink.pixels[i + 3])));
    }
    return colour;
}

class JpegDecoder : public ImageDecoder {
public:
    JpegDecoder(std::string_view bytes, const std::string& name) : name_(name) {
        state_.decoder.err = jpeg_std_error(&state_.errors);
        state_.decoder.client_data = &state_;
        state_.errors.error_exit = jumpOut;
        state_.errors.emit_message = endWithWarning;
        state_.progress.progress_monitor = boundPasses;
        const auto* const data = reinterpret_cast<const unsigned char*>(bytes.data());
        if (!readJpegHeader(state_, data, bytes.size())) {
            jpeg_destroy_decompress(&state_.decoder);
            fail();
        }
        width_ = state_.decoder.image_width;
        height_ = state_.decoder.image_height;
        readOrientation();
        chooseOutput();
    }
    ~JpegDecoder() override { jpeg_destroy_decompress(&state_.decoder); }
    JpegDecoder(const JpegDecoder&) = delete;
    JpegDecoder& operator=(const JpegDecoder&) = delete;

    Raster decode() override {
        Raster raster{.width = width_, .height = height_, .channels = channels_};
        raster.pixels.resize(static_cast<std::size_t>(width_ * height_ * channels_));
        if (!readJpegPixels(state_, raster.pixels.data())) fail();
        return channels_ == 4 ? colourFromInk(raster, state_.decoder.saw_Adobe_marker != 0) : raster;
    }
    int orientation() const override { return orientation_; }

private:
    /// The exact arithmetic among those that the library has; it has the same bits on every machine.
    void chooseOutput() {
        jpeg_decompress_struct& decoder = state_.decoder;
        decoder.dct_method = JDCT_ISLOW;
        decoder.do_block_smoothing = FALSE;
        const bool ink = decoder.jpeg_color_space == JCS_CMYK || decoder.jpeg_color_space == JCS_YCCK;
        const bool grey = decoder.jpeg_color_space == JCS_GRAYSCALE;
        decoder.out_color_space = ink ? JCS_CMYK : grey ? JCS_GRAYSCALE : JCS_RGB;
        channels_ = ink ? 4 : grey ? 1 : 3;
    }

    void readOrientation() {
        constexpr std::string_view start("Exif\0\0", 6);
        for (auto* marker = state_.decoder.marker_list; marker != nullptr; marker = marker->next) {
            const std::string_view data(reinterpret_cast<const char*>(marker->data), marker->data_length);
            if (!data.starts_with(start)) continue;
            orientation_ = exifOrientation(data.substr(start.size()));
            return;
        }
    }

    [[noreturn]] void fail() const {
        const Text damage = Text::of("the JPEG picture is damaged: {}", std::string(state_.message.data()));
        const Text passes = Text::of("the JPEG picture is stored in more than {} passes", mostPasses);
        throw Error(name_, state_.tooManyPasses ? passes : damage,
                    Text::of("Copy or download the file again, or take it away."));
    }

    std::string name_;
    JpegState state_{};
    std::int64_t channels_ = 3;
    int orientation_ = 1;
};

}  // namespace

std::unique_ptr<ImageDecoder> jpegDecoder(std::string_view bytes, const std::string& name) {
    return std::make_unique<JpegDecoder>(bytes, name);
}

}  // namespace prunescope::data
