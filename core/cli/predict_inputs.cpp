#include "cli/predict_inputs.h"

#include "base/error.h"
#include "base/file.h"
#include "base/file_reader.h"
#include "data/array_images.h"
#include "data/content_reader.h"
#include "data/dataset_entry.h"
#include "data/idx_reader.h"
#include "data/image_file.h"
#include "data/image_scaling.h"
#include "data/npz_archive.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <utility>

namespace prunescope::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view npyMagic = "\x93NUMPY";
constexpr std::string_view zipMagic = "PK";
constexpr std::string_view gzipMagic = "\x1f\x8b";
constexpr std::string_view idxMagic("\0\0\x08\x03", 4);

std::string shapeText(const kernels::Shape& shape) {
    return fmt::format("{} x {} x {}", shape.channels, shape.height, shape.width);
}

void expectShape(const std::string& file, const kernels::Shape& found, const AskedNetwork& network) {
    if (found == network.input()) return;
    throw Error(file,
                Text::of("expected inputs of {} values, as the network has them (channels, rows, columns), "
                         "found {}",
                         shapeText(network.input()), shapeText(found)),
                Text::of("Give it images or rows of that shape."));
}

/// Pixels of one byte and other numbers are scaled otherwise: one is never taken for the other.
void expectUnit(const std::string& file, double unit, const AskedNetwork& network) {
    if (!network.scaling.unit || *network.scaling.unit == unit) return;
    throw Error(file,
                unit == run::pixelUnit
                    ? Text::of("expected numbers as the network was trained on, found pixels of one byte")
                    : Text::of("expected pixels of one byte as the network was trained on, found other "
                               "numbers"),
                Text::of("Give it data of the kind that it was trained on."));
}

std::vector<std::int64_t> rowsFromOne(std::int64_t count) {
    std::vector<std::int64_t> rows(static_cast<std::size_t>(count));
    std::iota(rows.begin(), rows.end(), std::int64_t{1});
    return rows;
}

/// As the data set made its pictures; those of other data sets are squares that need no more than scaling.
data::Raster fitted(data::Raster picture, const std::string& file, const AskedNetwork& network) {
    const kernels::Shape& wanted = network.input();
    const bool asTheyAre = network.dataOptions.value("size", nlohmann::json()) == 0;
    const bool same = picture.height == wanted.height && picture.width == wanted.width;
    if (!same && (asTheyAre || wanted.height != wanted.width)) {
        throw Error(file,
                    Text::of("expected a picture of {} x {} pixels, found {} x {}", wanted.width,
                             wanted.height, picture.width, picture.height),
                    Text::of("Cut or scale it to that size."));
    }
    if (wanted.height == wanted.width) picture = data::squareOf(picture, wanted.height);
    return wanted.channels == 1 ? data::greyOf(std::move(picture)) : picture;
}

std::vector<std::uint8_t> planesOf(const data::Raster& picture, std::int64_t channels) {
    const auto pixels = static_cast<std::size_t>(picture.width * picture.height);
    const auto step = static_cast<std::size_t>(picture.channels);
    std::vector<std::uint8_t> planes;
    planes.reserve(pixels * static_cast<std::size_t>(channels));
    for (std::size_t c = 0; c < static_cast<std::size_t>(channels); ++c) {
        const std::size_t from = step == 1 ? 0 : c;
        for (std::size_t i = 0; i < pixels; ++i) planes.push_back(picture.pixels[i * step + from]);
    }
    return planes;
}

AskedSamples pictureSamples(const fs::path& path, const AskedNetwork& network) {
    const std::string file = path.string();
    expectUnit(file, run::pixelUnit, network);
    const std::int64_t channels = network.input().channels;
    if ((channels != 1 && channels != 3) || !network.columns.empty()) {
        throw Error(file,
                    Text::of("the network reads {} values, and no pictures", shapeText(network.input())),
                    Text::of("Give it data of the kind that it was trained on."));
    }
    const std::string bytes = readFile(path, data::mostImageBytes);
    const data::Raster picture = fitted(data::ImageFile(bytes, file).decode(), file, network);
    return {.count = 1, .values = planesOf(picture, channels)};
}

AskedSamples tableSamples(const fs::path& path, const AskedNetwork& network) {
    data::TableText text = data::readTableText(path);
    if (network.columns.empty()) {
        throw Error(path.string(), Text::of("is read as a table, and the network was not trained on one"),
                    Text::of("Give it data of the kind that it was trained on."));
    }
    const nlohmann::json options =
        run::completedOptions(data::datasets().get("table").description,
                              {.prefix = "data", .field = "data_options"}, network.dataOptions);
    data::RecordedRows rows =
        data::readRecordedRows(std::move(text), network.columns, data::tableOptionsFrom(options).text);
    const auto inputs = static_cast<std::size_t>(network.input().size());
    const auto count = std::ssize(rows.numbers);
    if (rows.values.size() != inputs * rows.numbers.size()) {
        throw Error(network.origin, Text::of("its columns do not make the inputs of its network"),
                    Text::of("The record was damaged, or another program wrote it."));
    }
    return {.rows = std::move(rows.numbers),
            .gaps = std::move(rows.gaps),
            .count = count,
            .values = std::move(rows.values)};
}

AskedSamples samplesOf(data::ArrayImages images, const AskedNetwork& network) {
    expectShape(images.file, images.shape, network);
    const bool bytes = std::holds_alternative<std::vector<std::uint8_t>>(images.values);
    expectUnit(images.file, bytes ? run::pixelUnit : run::numberUnit, network);
    return {.rows = rowsFromOne(images.count), .count = images.count, .values = std::move(images.values)};
}

std::string layoutOfArrays(const AskedNetwork& network) {
    const auto found = network.dataOptions.find("layout");
    return found != network.dataOptions.end() && found->is_string() ? found->get<std::string>() : "auto";
}

/// The images among the arrays: as training called those to test on, else under a usual name, else the only
/// array.
std::string imagesIn(const data::NpzArchive& archive, const AskedNetwork& network) {
    std::vector<std::string> usual{"x_test", "x", "images", "x_train"};
    const auto named = network.dataOptions.find("x_test");
    if (named != network.dataOptions.end() && named->is_string())
        usual.insert(usual.begin(), named->get<std::string>());
    for (const std::string& name : usual)
        if (archive.has(name)) return name;
    if (archive.arrays().size() == 1) return archive.arrays().front();
    throw Error(archive.name(), Text::of("expected an array called x_test or x, found {}", archive.listing()),
                Text::of("Save the images or rows as x, such as numpy.savez(file, x=x)."));
}

AskedSamples npzSamples(const fs::path& path, const AskedNetwork& network) {
    const std::string bytes = readFile(path, data::mostNpzBytes);
    const data::NpzArchive archive(bytes, path.string());
    const auto content = archive.open(imagesIn(archive, network));
    return samplesOf(data::readArrayImages(*content, layoutOfArrays(network)), network);
}

AskedSamples npySamples(const std::string& bytes, const std::string& file, const AskedNetwork& network) {
    data::ContentReader content(bytes, file);
    return samplesOf(data::readArrayImages(content, layoutOfArrays(network)), network);
}

AskedSamples idxSamples(const std::string& bytes, const std::string& file, const AskedNetwork& network) {
    data::IdxImages images = data::parseIdxImages(bytes, file);
    expectShape(file, {1, images.height, images.width}, network);
    expectUnit(file, run::pixelUnit, network);
    return {.rows = rowsFromOne(images.count), .count = images.count, .values = std::move(images.pixels)};
}

/// What a file of numbers unpacks to tells which of the two kinds it is.
AskedSamples packedOrPlain(const fs::path& path, const AskedNetwork& network) {
    const std::string file = path.string();
    const std::string bytes = readFile(path, data::mostNpyBytes + data::mostNpyHeaderBytes);
    data::ContentReader content(bytes, file);
    std::array<std::uint8_t, npyMagic.size()> begin{};
    content.read(begin);
    const bool npy = std::equal(begin.begin(), begin.end(), npyMagic.begin(),
                                [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); });
    return npy ? npySamples(bytes, file, network) : idxSamples(bytes, file, network);
}

std::string beginningOf(const fs::path& path) {
    const FileReader reader(path);
    std::string begin(std::min<std::uint64_t>(reader.size(), data::imageMagicBytes), '\0');
    reader.read(0, begin);
    return begin;
}

template <class Value>
void scale(std::span<const Value> from, const AskedNetwork& network, double unit, std::span<float> to) {
    const auto& [known, mean, deviation] = network.scaling;
    const auto pixels = static_cast<std::size_t>(network.input().pixels());
    for (std::size_t start = 0; start < from.size(); start += pixels) {
        const std::size_t c = start / pixels % mean.size();
        for (std::size_t i = start; i < start + pixels; ++i) {
            const double value = static_cast<double>(from[i]) / unit;
            to[i] = deviation[c] == 0 ? 0.0F : static_cast<float>((value - mean[c]) / deviation[c]);
        }
    }
}

}  // namespace

AskedSamples askedSamples(const fs::path& file, const AskedNetwork& network) {
    const std::string begin = beginningOf(file);
    if (data::beginsLikeImage(begin)) return pictureSamples(file, network);
    if (begin.starts_with(zipMagic)) return npzSamples(file, network);
    if (begin.starts_with(gzipMagic) || begin.starts_with(npyMagic) || begin.starts_with(idxMagic))
        return packedOrPlain(file, network);
    return tableSamples(file, network);
}

void scaleSamples(const AskedSamples& samples, std::int64_t first, const AskedNetwork& network,
                  std::span<float> inputs) {
    const auto begin = static_cast<std::size_t>(first * network.input().size());
    if (const auto* bytes = std::get_if<std::vector<std::uint8_t>>(&samples.values)) {
        scale(std::span(*bytes).subspan(begin, inputs.size()), network, run::pixelUnit, inputs);
    } else {
        const auto& numbers = std::get<std::vector<float>>(samples.values);
        scale(std::span(numbers).subspan(begin, inputs.size()), network, run::numberUnit, inputs);
    }
}

}  // namespace prunescope::cli
