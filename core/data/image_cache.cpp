#include "data/image_cache.h"

#include "base/error.h"
#include "base/file_reader.h"
#include "base/folder.h"
#include "base/json_reader.h"
#include "base/sha256.h"
#include "base/user_folders.h"
#include "parallel/parallel_for.h"
#include "run/json_fields.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

namespace prunescope::data {
namespace {

namespace fs = std::filesystem;

/// A file is a line with the format, one with the SHA-256 of the header, one with its length, the header in
/// JSON, and of each part the labels and the pixels, in this machine's order of bytes.
/// The number rises with every change of what is made of a picture, so that caches from before do not count.
constexpr std::string_view cacheFormat = "prunescope-images-1\n";
constexpr std::size_t lengthDigits = 12;
constexpr std::size_t headerStart = cacheFormat.size() + sha256Digits + 1 + lengthDigits + 1;
constexpr std::size_t mostHeaderBytes = std::size_t{1} << 20U;
constexpr std::size_t mostParts = 2;
constexpr std::string_view cacheEnding = ".images";
/// Pieces of this size are read and checked in parallel.
constexpr std::int64_t cachePieceBytes = std::int64_t{1} << 20U;

template <class Value>
std::span<const char> bytesOf(const std::vector<Value>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value)};
}

template <class Value>
std::span<char> bytesOf(std::vector<Value>& values) {
    return {reinterpret_cast<char*>(values.data()), values.size() * sizeof(Value)};
}

/// SHA-256 over the CRC-32 of every piece: enough against a disk, and eight times as fast as SHA-256 over
/// everything. `fill(begin, piece)` comes before each is looked at.
template <class Char, class Fill>
std::string hashOfPieces(std::span<Char> bytes, const Fill& fill) {
    const parallel::Blocks blocks{static_cast<std::int64_t>(bytes.size()), cachePieceBytes};
    std::vector<std::uint32_t> sums(static_cast<std::size_t>(blocks.count()));
    parallel::parallelFor(blocks.count(), [&](std::int64_t i) {
        const auto begin = static_cast<std::size_t>(blocks.begin(i));
        const auto piece = bytes.subspan(begin, static_cast<std::size_t>(blocks.end(i)) - begin);
        fill(begin, piece);
        sums[static_cast<std::size_t>(i)] = static_cast<std::uint32_t>(
            crc32(0, reinterpret_cast<const Bytef*>(piece.data()), static_cast<uInt>(piece.size())));
    });
    return sha256Hex({reinterpret_cast<const char*>(sums.data()), sums.size() * sizeof(std::uint32_t)});
}

std::string hashOf(std::span<const char> bytes) {
    return hashOfPieces(bytes, [](std::size_t /*begin*/, std::span<const char> /*piece*/) {});
}

std::string hashOfRead(const FileReader& file, std::uint64_t position, std::span<char> to) {
    return hashOfPieces(
        to, [&](std::size_t begin, std::span<char> piece) { file.read(position + begin, piece); });
}

nlohmann::json partToJson(const ImageSet& images, const run::DataFile& file) {
    return {{"images", images.size()},
            {"labels_check", hashOf(bytesOf(images.labels))},
            {"pixels_check", hashOf(bytesOf(images.pixels))},
            {"name", file.name},
            {"bytes", file.bytes},
            {"sha256", file.sha256}};
}

nlohmann::json headerOf(const std::string& fingerprint, const LoadedImages& images) {
    const kernels::Shape& shape = images.parts.front().shape;
    nlohmann::json parts = nlohmann::json::array();
    for (std::size_t p = 0; p < images.parts.size(); ++p)
        parts.push_back(partToJson(images.parts[p], images.files[p]));
    return {{"fingerprint", fingerprint},
            {"shape", {shape.channels, shape.height, shape.width}},
            {"skipped", images.skipped},
            {"skipped_names", images.skippedNames},
            {"parts", std::move(parts)}};
}

/// Not a cache of these pictures.
struct OtherCache {};

/// Nothing in it is believed before its hash has been seen to be right.
class CacheReader {
public:
    explicit CacheReader(const fs::path& file) : file_(file), position_(headerStart) {}

    LoadedImages read(const std::string& fingerprint) {
        const nlohmann::json json = readHeader();
        const run::JsonFields fields(json, "cache");
        std::string made;
        fields.read("fingerprint", made);
        if (made != fingerprint) refuse();
        LoadedImages images;
        fields.readCount("skipped", images.skipped);
        fields.read("skipped_names", images.skippedNames, mostSkippedNames);
        std::array<std::int64_t, 3> sizes{};
        fields.readCounts("shape", sizes);
        const auto parts = fields.list("parts", mostParts);
        for (const nlohmann::json* part : parts) readPart({sizes[0], sizes[1], sizes[2]}, *part, images);
        if (parts.empty() || position_ != file_.size()) refuse();
        return images;
    }

private:
    [[noreturn]] static void refuse() { throw OtherCache(); }

    std::string readText(std::uint64_t position, std::size_t length) const {
        if (position > file_.size() || length > file_.size() - position) refuse();
        std::string text(length, '\0');
        file_.read(position, text);
        return text;
    }

    nlohmann::json readHeader() {
        const std::string start = readText(0, headerStart);
        if (!start.starts_with(cacheFormat)) refuse();
        if (start[headerStart - 1] != '\n' || start[cacheFormat.size() + sha256Digits] != '\n') refuse();
        const std::string digits = start.substr(cacheFormat.size() + sha256Digits + 1, lengthDigits);
        std::size_t length = 0;
        const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
        if (code != std::errc() || end != digits.data() + digits.size() || length > mostHeaderBytes) refuse();
        const std::string header = readText(headerStart, length);
        position_ = headerStart + length;
        if (sha256Hex(header) != start.substr(cacheFormat.size(), sha256Digits)) refuse();
        return readJson(header, "cache", Text());
    }

    void readPart(const kernels::Shape& shape, const nlohmann::json& json, LoadedImages& images) {
        const run::JsonFields fields(json, "cache.parts");
        std::int64_t count = 0;
        fields.readCount("images", count, static_cast<std::int64_t>(mostPictures));
        expectRoom(shape, count);
        ImageSet set{.shape = shape};
        set.labels.resize(static_cast<std::size_t>(count));
        set.pixels.resize(static_cast<std::size_t>(count * shape.size()));
        expectHash(fields, "labels_check", bytesOf(set.labels));
        expectHash(fields, "pixels_check", bytesOf(set.pixels));
        run::DataFile file;
        fields.read("name", file.name);
        fields.readCount("bytes", file.bytes);
        fields.read("sha256", file.sha256);
        images.parts.push_back(std::move(set));
        images.files.push_back(std::move(file));
    }

    /// The file is as long as the part wants it to be; no product below overflows.
    void expectRoom(const kernels::Shape& shape, std::int64_t count) const {
        const auto left = static_cast<std::int64_t>(file_.size() - position_);
        const bool channels = shape.channels == 1 || shape.channels == 3;
        if (!channels || shape.height < 1 || shape.width < 1 || count < 1) refuse();
        if (shape.width > left / shape.height || shape.size() + std::int64_t{sizeof(Label)} > left / count)
            refuse();
    }

    void expectHash(const run::JsonFields& fields, const char* key, std::span<char> to) {
        std::string expected;
        fields.read(key, expected);
        if (hashOfRead(file_, position_, to) != expected) refuse();
        position_ += to.size();
    }

    FileReader file_;
    std::uint64_t position_;
};

std::string optionsText(const ImageOptions& options) {
    return fmt::format("size={},colour={},skip={}", options.size, static_cast<int>(options.colour),
                       options.skipDamaged);
}

/// Where the pictures of a folder are kept. Nothing for a user without a home, and where that would be in the
/// folder of the pictures itself.
std::optional<fs::path> cacheFileOf(const ImageFolder& folder, const ImageOptions& options) {
    try {
        const std::string pictures = folder.folder.string();
        const std::string key = sha256Hex(fmt::format("{}{}{}", pictures, '\0', optionsText(options)));
        constexpr std::size_t enough = 32;
        const fs::path caches = fs::weakly_canonical(cacheFolder()) / "prunescope" / "images";
        if ((caches.string() + "/").starts_with(pictures + "/")) return std::nullopt;
        return caches / (key.substr(0, enough) + std::string(cacheEnding));
    } catch (const Error&) {
        return std::nullopt;
    } catch (const fs::filesystem_error&) {
        return std::nullopt;
    }
}

bool wouldFillTheDisk(const fs::path& folder, std::span<const std::string_view> pieces) {
    std::error_code code;
    const fs::space_info space = fs::space(folder, code);
    std::uintmax_t bytes = 0;
    for (const std::string_view piece : pieces) bytes += piece.size();
    return !code && bytes > space.available / 2;
}

/// Files of the cache that were not written lately are removed.
void removeOldCaches(const Folder& folder) {
    std::vector<std::pair<fs::file_time_type, std::string>> caches;
    for (const std::string& name : folder.names()) {
        std::error_code code;
        const auto written = fs::last_write_time(folder.path() / name, code);
        if (name.ends_with(cacheEnding) && !code) caches.emplace_back(written, name);
    }
    std::sort(caches.rbegin(), caches.rend());
    for (std::size_t i = mostImageCaches; i < caches.size(); ++i) folder.remove(caches[i].second);
}

}  // namespace

std::string imageFingerprint(const ImageFolder& folder, const ImageOptions& options) {
    Sha256 hasher;
    hasher.update(cacheFormat);
    hasher.update(optionsText(options));
    for (const PicturePart& part : folder.parts) {
        hasher.update(fmt::format("\n{}{}{}", part.name, '\0', part.pictures.size()));
        for (const PictureFile& picture : part.pictures)
            hasher.update(fmt::format("\n{}{}{} {}", picture.name, '\0', picture.bytes, picture.modifiedNs));
    }
    return hasher.finish();
}

std::optional<LoadedImages> readImageCache(const fs::path& file, const std::string& fingerprint) {
    try {
        return CacheReader(file).read(fingerprint);
    } catch (const OtherCache&) {
        return std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
}

void writeImageCache(const fs::path& file, const std::string& fingerprint, const LoadedImages& images) {
    const std::string header = headerOf(fingerprint, images).dump();
    const std::string start =
        fmt::format("{}{}\n{:0{}}\n{}", cacheFormat, sha256Hex(header), header.size(), lengthDigits, header);
    std::vector<std::string_view> pieces{start};
    for (const ImageSet& set : images.parts) {
        for (const auto bytes : {bytesOf(set.labels), bytesOf(set.pixels)})
            pieces.emplace_back(bytes.data(), bytes.size());
    }
    const Folder folder = Folder::created(file.parent_path());
    // The pictures may lie where nobody else can look at them.
    std::error_code ignored;
    fs::permissions(folder.path(), fs::perms::owner_all, ignored);
    if (wouldFillTheDisk(folder.path(), pieces)) return;
    folder.write(file.filename().string(), pieces);
    removeOldCaches(folder);
}

LoadedImages cachedImages(const ImageFolder& folder, const ImageOptions& options) {
    const std::optional<fs::path> file = cacheFileOf(folder, options);
    if (!file) return loadImages(folder, options);
    const std::string fingerprint = imageFingerprint(folder, options);
    if (auto found = readImageCache(*file, fingerprint)) return *std::move(found);
    LoadedImages images = loadImages(folder, options);
    try {
        writeImageCache(*file, fingerprint, images);
    } catch (const Error&) {
        // A full disk or a folder that may not be written to: the next time takes as long as this one.
        return images;
    }
    return images;
}

}  // namespace prunescope::data
