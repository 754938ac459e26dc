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

/// A folder in MNIST's file naming, read file by file.
class MnistFolder {
public:
    MnistFolder(const DatasetFacts& facts, const fs::path& folder, const Text& hint)
        : facts_(facts), folder_(folder), hint_(hint) {}

    /// `part` is train or t10k.
    ImageSet readPart(const std::string& part);
    std::vector<run::DataFile> takeFiles() { return std::move(files_); }

private:
    /// `kind` is images or labels.
    fs::path find(const std::string& part, const std::string& kind) const;
    File read(const std::string& part, const std::string& kind);

    const DatasetFacts& facts_;
    const fs::path& folder_;
    const Text& hint_;
    std::vector<run::DataFile> files_{};
};

fs::path MnistFolder::find(const std::string& part, const std::string& kind) const {
    const std::string ending = kind == "images" ? "idx3-ubyte" : "idx1-ubyte";
    std::vector<std::string> names;
    for (const char separator : {'-', '.'}) {
        const std::string name = fmt::format("{}-{}{}{}", part, kind, separator, ending);
        names.push_back(name);
        names.push_back(name + ".gz");
    }
    for (const auto& name : names) {
        std::error_code ignored;
        const fs::file_type type = fs::status(folder_ / name, ignored).type();
        // Some programs unpack a file into a folder of its name: the file may still stand beside it. One that
        // is there but may not be looked at is taken, so that reading it says why.
        if (type != fs::file_type::not_found && type != fs::file_type::directory) return folder_ / name;
    }
    throw Error(folder_.string(),
                Text::of("expected {}, found {}", fmt::join(names, " or "), listing(folder_)), hint_);
}

File MnistFolder::read(const std::string& part, const std::string& kind) {
    const fs::path path = find(part, kind);
    File file{path.string(), readFile(path, mostIdxBytes)};
    files_.push_back(
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

ImageSet MnistFolder::readPart(const std::string& part) {
    const File imageFile = read(part, "images");
    IdxImages images = parseIdxImages(imageFile.bytes, imageFile.path);
    checkImageSize(images, facts_.shape, imageFile.path);

    const File labelFile = read(part, "labels");
    const std::vector<std::uint8_t> labels = parseIdxLabels(labelFile.bytes, labelFile.path);
    checkLabels(labels, facts_.classes(), labelFile.path);
    ImageSet set{.shape = facts_.shape,
                 .pixels = std::move(images.pixels),
                 .labels = std::vector<Label>(labels.begin(), labels.end())};
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

std::unique_ptr<Dataset> openMnistFiles(const DatasetFacts& facts, const fs::path& folder, const Text& hint) {
    assert(facts.shape.channels == 1);
    MnistFolder files(facts, folder, hint);
    ImageSet training = files.readPart("train");
    ImageSet test = files.readPart("t10k");
    return std::make_unique<ByteImages>(facts, files.takeFiles(), std::move(training), std::move(test));
}

}  // namespace prunescope::data
