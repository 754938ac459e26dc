#include "data/content_reader.h"

#include "base/error.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace prunescope::data {
namespace {

constexpr std::string_view gzipMagic = "\x1f\x8b";
/// Deflate's best: 258 bytes from two bits.
constexpr std::uint64_t mostExpansion = 1032;
constexpr int gzipWindow = 15 + 16;

std::unique_ptr<z_stream> startInflate(std::string_view bytes, const std::string& name) {
    if (bytes.size() > std::numeric_limits<uInt>::max()) {
        throw Error(name, Text::of("holds {} bytes, more than this program unpacks", bytes.size()),
                    Text::of("Unpack the file first."));
    }
    auto stream = std::make_unique<z_stream>();
    // zlib only reads through this pointer; its type is not const for the sake of old compilers.
    stream->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream->avail_in = static_cast<uInt>(bytes.size());
    if (inflateInit2(stream.get(), gzipWindow) != Z_OK) {
        throw Error(name, Text::of("cannot be unpacked: zlib has no memory"),
                    Text::of("Close other programs and try again."));
    }
    return stream;
}

}  // namespace

void ContentReader::EndInflate::operator()(z_stream* stream) const {
    inflateEnd(stream);
    delete stream;
}

ContentReader::ContentReader(std::string_view bytes, std::string name)
    : bytes_(bytes), name_(std::move(name)) {
    if (bytes_.starts_with(gzipMagic)) inflater_.reset(startInflate(bytes_, name_).release());
}

ContentReader::~ContentReader() = default;

std::uint64_t ContentReader::mostBytes() const {
    return compressed() ? mostExpansion * bytes_.size() : bytes_.size();
}

std::size_t ContentReader::position() const {
    return bytes_.size() - inflater_->avail_in;
}

std::size_t ContentReader::read(std::span<std::uint8_t> out) {
    if (compressed()) return inflateInto(out);
    const std::size_t count = std::min(out.size(), bytes_.size() - plainPosition_);
    std::copy_n(bytes_.data() + plainPosition_, count, out.data());
    plainPosition_ += count;
    return count;
}

std::size_t ContentReader::inflateInto(std::span<std::uint8_t> out) {
    z_stream& stream = *inflater_;
    std::size_t done = 0;
    while (done < out.size() && !finished_) {
        const std::size_t piece = std::min<std::size_t>(out.size() - done, std::numeric_limits<uInt>::max());
        stream.next_out = out.data() + done;
        stream.avail_out = static_cast<uInt>(piece);
        const int code = ::inflate(&stream, Z_NO_FLUSH);
        done += piece - stream.avail_out;
        if (code == Z_STREAM_END) {
            startNextMember();
        } else if (code == Z_BUF_ERROR) {
            throw Error(name_,
                        Text::of("the gzip data end at byte {}, in the middle of a stream", position()),
                        Text::of("The file is incomplete: copy or download it again."));
        } else if (code != Z_OK) {
            throw Error(name_,
                        Text::of("the gzip data are damaged at byte {}: {}", position(),
                                 stream.msg == nullptr ? Text::of("not readable") : Text(stream.msg)),
                        Text::of("Copy or download the file again."));
        }
    }
    return done;
}

void ContentReader::startNextMember() {
    const std::string_view rest = bytes_.substr(position());
    // Whatever copies in whole blocks pads the last one with zeros; gzip passes over them as well.
    const bool onlyPadding = rest.find_first_not_of('\0') == std::string_view::npos;
    if (onlyPadding) {
        finished_ = true;
    } else if (rest.starts_with(gzipMagic)) {
        inflateReset(inflater_.get());
    } else {
        throw Error(
            name_,
            Text::of("the gzip data end at byte {}: expected the end of the file, found {} more bytes",
                     position(), rest.size()),
            Text::of("Something was appended to the file: copy or download it again."));
    }
}

}  // namespace prunescope::data
