#include "data/mnist_files.h"

#include "base/error.h"
#include "data/byte_images.h"
#include "data/class_names.h"
#include "data/data_files.h"
#include "data/idx_reader.h"
#include "data/label_classes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

namespace prunescope::data {
namespace {

/// The images of one part and their labels, as many of one as of the other.
struct IdxPart {
    std::string imagesFile;
    IdxImages images;
    std::string labelsFile;
    IdxLabels labels;
};

/// `part` is train or t10k, `kind` images or labels.
std::vector<std::string> idxSpellings(const std::string& part, const std::string& kind) {
    const std::string ending = kind == "images" ? "idx3-ubyte" : "idx1-ubyte";
    return alsoGzip(
        {fmt::format("{}-{}-{}", part, kind, ending), fmt::format("{}-{}.{}", part, kind, ending)});
}

IdxPart readIdxPart(DataFiles& files, const std::string& part) {
    const FileContent imageFile = files.read(idxSpellings(part, "images"), mostIdxBytes);
    IdxPart read{.imagesFile = imageFile.path,
                 .images = parseIdxImages(imageFile.bytes, imageFile.path),
                 .labelsFile = {},
                 .labels = {}};
    const FileContent labelFile = files.read(idxSpellings(part, "labels"), mostIdxBytes);
    read.labelsFile = labelFile.path;
    read.labels = parseIdxLabels(labelFile.bytes, labelFile.path);
    if (std::ssize(read.labels.values) != read.images.count) {
        throw Error(
            labelFile.path,
            Text::of("at byte 4 of the content: expected {} labels, one for each image of {}, found {}",
                     read.images.count, imageFile.path, read.labels.values.size()),
            Text::of("The two files do not belong together: check their names."));
    }
    return read;
}

void expectImageSize(const IdxPart& part, const kernels::Shape& expected) {
    const IdxImages& images = part.images;
    if (images.height == expected.height && images.width == expected.width) return;
    throw Error(part.imagesFile,
                Text::of("at byte 8 of the content: expected images of {} x {} pixels, found {} x {}",
                         expected.height, expected.width, images.height, images.width),
                Text::of("The file belongs to another data set."));
}

std::vector<Label> labelsBelow(std::int64_t classes, const IdxPart& part) {
    const auto& values = part.labels.values;
    const auto wrong = std::find_if(values.begin(), values.end(),
                                    [&](std::int64_t label) { return label < 0 || label >= classes; });
    if (wrong == values.end()) return {values.begin(), values.end()};
    const std::int64_t index = wrong - values.begin();
    throw Error(part.labelsFile,
                Text::of("at byte {} of the content: expected labels from 0 to {}, found {} for image {}",
                         part.labels.offsetOf(index), classes - 1, *wrong, index),
                Text::of("The file is damaged or belongs to another data set."));
}

ImageSet imageSet(IdxPart part, std::vector<Label> labels) {
    return {.shape = {1, part.images.height, part.images.width},
            .pixels = std::move(part.images.pixels),
            .labels = std::move(labels)};
}

std::vector<std::string> mnistClassNames(const std::string& classesFile, bool mayLack,
                                         const LabelClasses& classes, DataFiles& files) {
    if (mayLack && !files.find(std::vector{classesFile})) return classes.names();
    const FileContent file = files.read(std::vector{classesFile}, mostClassNameBytes);
    return parseClassNames(file.bytes, classes.size(), file.path);
}

}  // namespace

bool looksLikeMnistFiles(const PlaceListing& place) {
    const auto spellings = idxSpellings("train", "images");
    return std::any_of(spellings.begin(), spellings.end(),
                       [&](const std::string& name) { return place.has(name); });
}

std::unique_ptr<Dataset> openMnistFiles(const DatasetFacts& facts, const std::filesystem::path& folder,
                                        const Text& hint) {
    assert(facts.shape.channels == 1);
    DataFiles files(folder, hint);
    const auto read = [&](const std::string& name) {
        IdxPart part = readIdxPart(files, name);
        expectImageSize(part, facts.shape);
        std::vector<Label> labels = labelsBelow(facts.classes(), part);
        return imageSet(std::move(part), std::move(labels));
    };
    ImageSet training = read("train");
    ImageSet test = read("t10k");
    return std::make_unique<ByteImages>(facts, files.takeRecord(), std::move(training), std::move(test));
}

std::unique_ptr<Dataset> openAnyMnistFiles(const std::string& classesFile, bool mayLack,
                                           const std::filesystem::path& folder, const Text& hint) {
    DataFiles files(folder, hint);
    IdxPart training = readIdxPart(files, "train");
    IdxPart test = readIdxPart(files, "t10k");
    const kernels::Shape shape{1, training.images.height, training.images.width};
    expectImageSize(test, shape);
    const auto labelsOf = [](IdxPart& part) {
        return NumberLabels{part.labelsFile, std::move(part.labels.values)};
    };
    const NumberLabels trainingLabels = labelsOf(training);
    const NumberLabels testLabels = labelsOf(test);
    const LabelClasses classes(trainingLabels);
    ImageSet trainingSet = imageSet(std::move(training), classes.classesOf(trainingLabels));
    ImageSet testSet = imageSet(std::move(test), classes.classesOf(testLabels));
    const DatasetFacts facts{.shape = shape,
                             .classNames = mnistClassNames(classesFile, mayLack, classes, files),
                             .augmentation = Augmentation{}};
    return std::make_unique<ByteImages>(facts, files.takeRecord(), std::move(trainingSet),
                                        std::move(testSet));
}

}  // namespace prunescope::data
