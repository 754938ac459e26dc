#include "data/mnist_files.h"

#include "base/error.h"
#include "base/file.h"
#include "base/sha256.h"
#include "data/idx_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cassert>
#include <string>
#include <system_error>
#include <utility>

namespace prunescope::data {
namespace {

namespace fs = std::filesystem;

struct File {
    std::string path;
    std::string bytes;
};

Text listing(const fs::path& folder) {
    constexpr std::size_t mostNames = 8;
    std::vector<std::string> names;
    std::error_code ignored;
    for (fs::directory_iterator entry(folder, ignored), end; entry != end && names.size() <= mostNames;
         entry.increment(ignored)) {
        names.push_back(entry->path().filename().string() + (entry->is_directory(ignored) ? "/" : ""));
    }
    if (names.empty()) return Text::of("no file");
    std::sort(names.begin(), names.end());
    if (names.size() > mostNames) names.back() = "…";
    return Text(fmt::format("{}", fmt::join(names, ", ")));
}

/// `part` is train or t10k, `kind` images or labels.
fs::path findFile(const DatasetSource& source, const fs::path& folder, const std::string& part,
                  const std::string& kind) {
    const std::string ending = kind == "images" ? "idx3-ubyte" : "idx1-ubyte";
    std::vector<std::string> names;
    for (const char separator : {'-', '.'}) {
        const std::string name = fmt::format("{}-{}{}{}", part, kind, separator, ending);
        names.push_back(name);
        names.push_back(name + ".gz");
    }
    for (const auto& name : names) {
        std::error_code ignored;
        const fs::file_type type = fs::status(folder / name, ignored).type();
        // Some programs unpack a file into a folder of its name: the file may still stand beside it. One that
        // is there but may not be looked at is taken, so that reading it says why.
        if (type != fs::file_type::not_found && type != fs::file_type::directory) return folder / name;
    }
    throw Error(folder.string(), Text::of("expected {}, found {}", fmt::join(names, " or "), listing(folder)),
                source.remedy);
}

File readDataFile(const DatasetSource& source, const fs::path& folder, const std::string& part,
                  const std::string& kind, std::vector<run::DataFile>& files) {
    const fs::path path = findFile(source, folder, part, kind);
    File file{path.string(), readFile(path, mostIdxBytes)};
    files.push_back(
        {path.filename().string(), static_cast<std::int64_t>(file.bytes.size()), sha256Hex(file.bytes)});
    return file;
}

void checkImageSize(const IdxImages& images, const kernels::Shape& expected, const std::string& path) {
    if (images.height == expected.height && images.width == expected.width) return;
    throw Error(path,
                Text::of("at byte 8 of the content: expected images of {} x {} pixels, found {} x {}",
                         expected.height, expected.width, images.height, images.width),
                Text::of("The file belongs to another data set."));
}

void checkLabels(const std::vector<std::uint8_t>& labels, std::int64_t classes, const std::string& path) {
    const auto wrong =
        std::find_if(labels.begin(), labels.end(), [&](std::uint8_t label) { return label >= classes; });
    if (wrong == labels.end()) return;
    const std::int64_t index = wrong - labels.begin();
    throw Error(path,
                Text::of("at byte {} of the content: expected labels from 0 to {}, found {} for image {}",
                         idxLabelsHeader + index, classes - 1, *wrong, index),
                Text::of("The file is damaged or belongs to another data set."));
}

ImageSet readPart(const DatasetSource& source, const fs::path& folder, const std::string& part,
                  std::vector<run::DataFile>& files) {
    const File imageFile = readDataFile(source, folder, part, "images", files);
    IdxImages images = parseIdxImages(imageFile.bytes, imageFile.path);
    checkImageSize(images, source.shape, imageFile.path);

    const File labelFile = readDataFile(source, folder, part, "labels", files);
    ImageSet set{.shape = source.shape, .pixels = std::move(images.pixels)};
    set.labels = parseIdxLabels(labelFile.bytes, labelFile.path);
    checkLabels(set.labels, source.classes(), labelFile.path);
    if (set.size() != images.count) {
        throw Error(
            labelFile.path,
            Text::of("at byte 4 of the content: expected {} labels, one for each image of {}, found {}",
                     images.count, imageFile.path, set.size()),
            Text::of("The two files do not belong together: check their names."));
    }
    return set;
}

}  // namespace

RawDataset loadMnistFiles(const DatasetSource& source, const fs::path& folder) {
    assert(source.shape.channels == 1);
    RawDataset raw;
    raw.train = readPart(source, folder, "train", raw.files);
    raw.test = readPart(source, folder, "t10k", raw.files);
    return raw;
}

}  // namespace prunescope::data
