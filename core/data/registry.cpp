#include "data/registry.h"

#include "base/error.h"
#include "base/suggest.h"
#include "data/datasets.h"
#include "data/normalisation.h"
#include "data/split.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace prunescope::data {

const std::vector<DatasetSource>& datasetSources() {
    static const std::vector<DatasetSource> sources{
        fashionMnist(),
        mnist(),
    };
    return sources;
}

namespace {

namespace fs = std::filesystem;

fs::path findFolder(const std::string& dataDir, const DatasetSource& source) {
    std::error_code ignored;
    if (!dataDir.empty()) {
        if (fs::is_directory(dataDir, ignored)) return dataDir;
        const bool exists = fs::exists(dataDir, ignored);
        throw Error(
            dataDir,
            exists ? Text::of("expected a folder with the files of {}, found something that is no folder",
                              source.title)
                   : Text::of("expected a folder with the files of {}, found nothing there", source.title),
            source.remedy);
    }
    if (source.usualFolders.empty()) {
        throw UsageError("data_dir",
                         Text::of("{} is not found by itself, and no folder is named", source.title),
                         source.remedy);
    }
    for (const auto& folder : source.usualFolders) {
        if (fs::is_directory(folder, ignored)) return folder;
    }
    std::vector<std::string> places;
    for (const auto& folder : source.usualFolders) places.push_back(folder.string());
    throw Error(fmt::format("{}", fmt::join(places, ", ")),
                Text::of("expected a folder with the files of {}, found nothing there", source.title),
                source.remedy);
}

void refuseSameImages(const RawDataset& raw, const fs::path& folder) {
    if (raw.train.pixels != raw.test.pixels) return;
    throw Error(folder.string(),
                Text::of("the test images are the training images: a test on them would say nothing"),
                Text::of("One file was copied under both names: put the right one in its place."));
}

run::DatasetDescription describe(const DatasetSource& source, const Dataset& dataset,
                                 std::vector<run::DataFile> files) {
    const kernels::Shape& shape = dataset.shape();
    run::DatasetDescription description;
    description.name = source.name;
    description.title = source.title;
    description.classNames = source.classNames;
    description.files = std::move(files);
    description.imageShape = {shape.channels, shape.height, shape.width};
    description.trainImages = static_cast<std::int64_t>(dataset.trainIndices.size());
    description.validationImages = static_cast<std::int64_t>(dataset.validationIndices.size());
    description.testImages = static_cast<std::int64_t>(dataset.testIndices.size());
    description.mean = dataset.normalisation.mean;
    description.standardDeviation = dataset.normalisation.standardDeviation;
    description.augmentation = augmentationText(dataset.augmentation);
    return description;
}

}  // namespace

const DatasetSource& findDataset(const std::string& name) {
    const auto& sources = datasetSources();
    const auto found =
        std::find_if(sources.begin(), sources.end(), [&](const auto& s) { return s.name == name; });
    if (found != sources.end()) return *found;
    std::vector<std::string> known;
    known.reserve(sources.size());
    for (const auto& source : sources) known.push_back(source.name);
    throw unknownName("unknown data set '{}'", name, known, "dataset");
}

Augmentation resolvedAugmentation(const run::AugmentConfig& config, const DatasetSource& source) {
    Augmentation augmentation = source.defaultAugmentation;
    if (config.shift != -1) augmentation.shift = config.shift;
    const std::int64_t most = std::min(source.shape.height, source.shape.width) - 1;
    if (augmentation.shift < 0 || augmentation.shift > most) {
        throw UsageError("augment.shift", Text::of("{} is not allowed for {}", config.shift, source.title),
                         Text::of("Give from 0 to {}, or -1 for the data set's default.", most));
    }
    if (config.flip != "auto") augmentation.flip = config.flip == "on";
    if (config.flip != "auto" && config.flip != "on" && config.flip != "off") {
        throw UsageError("augment.flip", Text::of("'{}' is not allowed", config.flip),
                         Text::of("Give auto, on or off."));
    }
    return augmentation;
}

Dataset loadDataset(const run::RunConfig& config) {
    const DatasetSource& source = findDataset(config.dataset);
    if (!(config.validationFraction > 0 && config.validationFraction < 1)) {
        throw UsageError("validation_fraction", Text::of("{} is not allowed", config.validationFraction),
                         Text::of("Give a number between 0 and 1."));
    }
    Dataset dataset;
    dataset.augmentation = resolvedAugmentation(config.augment, source);
    const fs::path folder = findFolder(config.dataDir, source);
    RawDataset raw = source.load(source, folder);
    refuseSameImages(raw, folder);

    TrainingSplit split = stratifiedSplit(raw.train.labels, source.classNames, config.validationFraction,
                                          static_cast<std::uint64_t>(config.seed));
    dataset.normalisation = measureNormalisation(raw.train, split.train);
    dataset.trainIndices = std::move(split.train);
    dataset.validationIndices = std::move(split.validation);
    for (std::int64_t i = 0; i < raw.test.size(); ++i) dataset.testIndices.emplace_back(i);
    dataset.trainingImages = std::move(raw.train);
    dataset.testImages = std::move(raw.test);
    dataset.description = describe(source, dataset, std::move(raw.files));
    return dataset;
}

}  // namespace prunescope::data
