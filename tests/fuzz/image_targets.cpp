// Pictures, and the cache of those that were read.

#include "base/error.h"
#include "base/sha256.h"
#include "data/exif_orientation.h"
#include "data/image_cache.h"
#include "data/image_file.h"
#include "data/image_fixtures.h"
#include "memory_file.h"
#include "targets.h"

#include <fmt/format.h>

#include <algorithm>

namespace prunescope::fuzz {
namespace {

/// Enough for every part of a decoder; more only takes longer.
constexpr std::int64_t mostPixels = 1 << 16;

/// Any bytes give a whole picture or an error.
void readImage(std::string_view bytes) {
    data::ImageFile file(bytes, "fuzz", mostPixels);
    const std::int64_t pixels = file.pixels();
    const data::Raster raster = file.decode();
    expect(raster.channels == 1 || raster.channels == 3, "grey or colour");
    expect(raster.width > 0 && raster.width * raster.height == pixels, "as many pixels as the header says");
    expect(static_cast<std::int64_t>(raster.pixels.size()) == pixels * raster.channels,
           "each with its channels");
}

void readExif(std::string_view bytes) {
    const int orientation = data::exifOrientation(bytes);
    expect(orientation >= 1 && orientation <= 8, "one of eight");
    const data::Raster stored = test::chequered(3, 2, 1);
    data::Raster seen = data::upright(stored, orientation);
    expect(seen.width * seen.height == 6, "as many pixels");
    expect(std::is_permutation(seen.pixels.begin(), seen.pixels.end(), stored.pixels.begin(),
                               stored.pixels.end()),
           "the same pixels");
}

const std::string& fingerprint() {
    static const std::string digits(sha256Digits, '0');
    return digits;
}

void readCacheFile(std::string_view bytes) {
    const MemoryFile file(bytes);
    const auto found = data::readImageCache(file.path(), fingerprint());
    if (!found) return;
    expect(!found->parts.empty() && found->parts.size() == found->files.size(), "a hash for each part");
    for (const data::ImageSet& part : found->parts) {
        const auto size = static_cast<std::size_t>(part.size() * part.shape.size());
        expect(size > 0 && part.pixels.size() == size, "as many pixels as images have");
        expect(size < bytes.size(), "no more than the file holds");
    }
}

/// The bytes as a file, and as what a right hash stands in front of: a line of JSON, then images.
void readCache(std::string_view bytes) {
    readCacheFile(bytes);
    const std::string_view header = bytes.substr(0, bytes.find('\n'));
    readCacheFile(
        fmt::format("prunescope-images-1\n{}\n{:012}\n{}", sha256Hex(header), header.size(), header) +
        std::string(bytes.substr(std::min(bytes.size(), header.size() + 1))));
}

std::vector<std::string> cacheSeeds() {
    data::LoadedImages images;
    for (const unsigned count : {2U, 1U}) {
        data::ImageSet part{.shape = {1, 2, 3}};
        for (unsigned i = 0; i < count; ++i) {
            const auto pixels = test::chequered(3, 2, 1, i).pixels;
            part.pixels.insert(part.pixels.end(), pixels.begin(), pixels.end());
            part.labels.push_back(static_cast<data::Label>(i));
        }
        images.parts.push_back(std::move(part));
        images.files.push_back({"part", 9, fingerprint()});
    }
    images.skippedNames = {"cat/1.jpg"};
    images.skipped = 1;
    const test::TemporaryFolder folder;
    data::writeImageCache(folder / "seed", fingerprint(), images);
    const std::string file = test::readBytes(folder / "seed");
    const std::size_t begin = file.find('{');
    const std::size_t end = file.find(']', file.rfind("skipped_names")) + 2;
    return {file, file.substr(begin, end - begin) + "\n" + file.substr(end)};
}

}  // namespace

Target jpegTarget() {
    return {.name = "jpeg",
            .run = answered<readImage>,
            .seeds =
                [] {
                    const data::Raster colour = test::chequered(17, 9, 3);
                    return std::vector<std::string>{
                        test::jpegOf(test::chequered(8, 8, 1), {.exif = test::exifOf(6)}),
                        test::jpegOf(colour), test::jpegOf(colour, {.progressive = true}),
                        test::jpegOf(test::flat(8, 8, {1, 2, 3, 4})), test::jpegOfPasses(20)};
                },
            .longest = 16384};
}

Target pngTarget() {
    return {
        .name = "png",
        .run = answered<readImage>,
        .seeds =
            [] {
                using test::PngColour;
                const std::string palette = test::pngChunk("PLTE", "abcdef") + test::pngChunk("tRNS", "x");
                return std::vector<std::string>{
                    test::pngOf(test::chequered(9, 5, 3), test::exifOf(3)),
                    test::pngOf({.width = 2, .height = 2, .interlaced = true},
                                std::string("\0\1\0\2\0\3\4", 7)),
                    test::pngOf({.width = 2, .colour = PngColour::palette, .depth = 1, .before = palette},
                                std::string("\0\x40", 2)),
                    test::pngOf({.colour = PngColour::rgbAlpha, .depth = 16}, std::string("\0abcdefgh", 9))};
            },
        .longest = 16384};
}

Target exifTarget() {
    return {.name = "exif", .run = readExif, .seeds = [] {
                return std::vector<std::string>{test::exifOf(6), test::exifOf(8, false)};
            }};
}

Target imageCacheTarget() {
    return {.name = "image_cache", .run = readCache, .seeds = cacheSeeds};
}

}  // namespace prunescope::fuzz
