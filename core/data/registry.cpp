#include "data/registry.h"

#include "base/error.h"
#include "data/datasets.h"
#include "data/split.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace prunescope::data {

/// A new data set is one file and one line here.
Registry<DatasetEntry>& datasets() {
    static Registry<DatasetEntry> all(
        "unknown data set '{}'", "dataset",
        {fashionMnist(), images(), mnist(), cifar10(), cifar100(), npz(), table()});
    return all;
}

namespace {

namespace fs = std::filesystem;

nlohmann::json optionsOf(const DatasetEntry& entry, const run::RunConfig& config) {
    return run::completedOptions(entry.description, {.prefix = "data", .field = "data_options"},
                                 config.dataOptions);
}

/// Throws, of a place that cannot be read as this data set, what it is instead where its names tell.
void expectNoOther(const DatasetEntry& entry, const fs::path& place) {
    const DatasetEntry* const other = recognised(place);
    if (other == nullptr || mayBeReadAs(entry, place)) return;
    throw Error(place.string(),
                Text::of("expected the files of {}, found what looks like the data set '{}'",
                         entry.description.title, other->description.name),
                Text::of("Choose that data set (dataset, --dataset {}).", other->description.name));
}

std::unique_ptr<Dataset> openAt(const DatasetEntry& entry, const DataPlace& place) {
    try {
        return entry.open(place);
    } catch (const Error&) {
        expectNoOther(entry, place.folder);
        throw;
    }
}

fs::path namedFolder(const std::string& dataDir, const DatasetEntry& entry) {
    const std::string& title = entry.description.title;
    if (!entry.inFolder) {
        throw UsageError("data_dir", Text::of("{} is made and not read from a folder", title),
                         Text::of("Leave the folder out."));
    }
    std::error_code ignored;
    if (fs::is_directory(dataDir, ignored)) return dataDir;
    if (entry.fileToo && fs::is_regular_file(dataDir, ignored)) return dataDir;
    expectNoOther(entry, dataDir);
    const bool exists = fs::exists(dataDir, ignored);
    if (entry.fileToo) {
        throw Error(
            dataDir,
            exists
                ? Text::of("expected a file or folder of {}, found something that is no folder and no file",
                           title)
                : Text::of("expected a file or folder of {}, found nothing there", title),
            entry.hint);
    }
    throw Error(
        dataDir,
        exists ? Text::of("expected a folder with the files of {}, found something that is no folder", title)
               : Text::of("expected a folder with the files of {}, found nothing there", title),
        entry.hint);
}

fs::path findFolder(const std::string& dataDir, const DatasetEntry& entry) {
    if (!dataDir.empty()) return namedFolder(dataDir, entry);
    if (!entry.inFolder) return {};
    const std::string& title = entry.description.title;
    if (entry.usualFolders.empty()) {
        throw UsageError("data_dir", Text::of("{} is not found by itself, and no folder is named", title),
                         entry.hint);
    }
    std::error_code ignored;
    for (const auto& folder : entry.usualFolders) {
        if (fs::is_directory(folder, ignored)) return folder;
    }
    std::vector<std::string> places;
    for (const auto& folder : entry.usualFolders) places.push_back(folder.string());
    throw Error(fmt::format("{}", fmt::join(places, ", ")),
                Text::of("expected a folder with the files of {}, found nothing there", title), entry.hint);
}

void refuseSameImages(const Dataset& dataset, const fs::path& folder) {
    if (!dataset.testIsTraining()) return;
    throw Error(folder.string(),
                Text::of("the test samples are the training samples: a test on them would say nothing"),
                Text::of("One file was copied under both names: put the right one in its place."));
}

/// What has no pictures is not varied, and whoever asks for that is told.
void expectNoAugmentation(const run::AugmentConfig& config, const std::string& title) {
    const Text problem = Text::of("{} has no pictures to vary", title);
    if (config.shift > 0) throw UsageError("augment.shift", problem, Text::of("Give 0 or -1."));
    if (config.flip == "on") throw UsageError("augment.flip", problem, Text::of("Give auto or off."));
    const auto expectOff = [&](const char* option, bool on) {
        if (on) throw UsageError(option, problem, Text::of("Give 0."));
    };
    expectOff("augment.rotation", config.rotation > 0);
    expectOff("augment.brightness", config.brightness > 0);
    expectOff("augment.contrast", config.contrast > 0);
    expectOff("augment.cutout", config.cutout > 0);
}

void expectPlainShare(const char* option, double value, bool mayBeWhole) {
    if (value > 0 && (value < 1 || (mayBeWhole && value == 1))) return;
    throw UsageError(
        option, Text::of("{} is not allowed", value),
        mayBeWhole ? Text::of("Give a number above 0 up to 1.") : Text::of("Give a number between 0 and 1."));
}

TrainingSplit dividedTraining(const Dataset& dataset, const run::RunConfig& config) {
    const auto labels = dataset.labels(run::Split::train);
    const auto classes = static_cast<std::size_t>(dataset.outputs());
    const auto seed = static_cast<std::uint64_t>(config.seed);
    return stratifiedSplit(labels, stratifiedShare(labels, classes, config.dataShare, seed), classes,
                           config.validationFraction, seed);
}

}  // namespace

const DatasetEntry* recognised(const fs::path& place) {
    const PlaceListing listing(place);
    const auto found = std::find_if(datasets().begin(), datasets().end(), [&](const DatasetEntry& entry) {
        return entry.likenessOf(listing) == Likeness::clear;
    });
    return found == datasets().end() ? nullptr : &*found;
}

bool mayBeReadAs(const DatasetEntry& entry, const fs::path& place) {
    return entry.likenessOf(PlaceListing(place)) != Likeness::none;
}

DatasetFacts factsOf(const run::RunConfig& config) {
    const DatasetEntry& entry = datasets().get(config.dataset);
    const nlohmann::json options = optionsOf(entry, config);
    if (auto facts = entry.describe(options)) return *std::move(facts);
    return openAt(entry, {findFolder(config.dataDir, entry), options})->facts();
}

std::optional<DatasetFacts> usualFacts(const std::string& name) {
    const DatasetEntry* entry = datasets().find(name);
    if (entry == nullptr) return std::nullopt;
    return entry->describe(optionsOf(*entry, {}));
}

Augmentation resolvedAugmentation(const run::AugmentConfig& config, const DatasetFacts& facts,
                                  const std::string& title) {
    if (config.flip != "auto" && config.flip != "on" && config.flip != "off") {
        throw UsageError("augment.flip", Text::of("'{}' is not allowed", config.flip),
                         Text::of("Give auto, on or off."));
    }
    if (!facts.augmentation) {
        expectNoAugmentation(config, title);
        return {};
    }
    Augmentation augmentation = *facts.augmentation;
    if (config.shift != -1) augmentation.shift = config.shift;
    const std::int64_t most = std::min(facts.shape.height, facts.shape.width) - 1;
    if (augmentation.shift < 0 || augmentation.shift > most) {
        throw UsageError("augment.shift", Text::of("{} is not allowed for {}", config.shift, title),
                         Text::of("Give from 0 to {}, or -1 for the data set's default.", most));
    }
    if (config.flip != "auto") augmentation.flip = config.flip == "on";
    augmentation.rotation = config.rotation;
    augmentation.brightness = config.brightness;
    augmentation.contrast = config.contrast;
    augmentation.cutout = config.cutout;
    if (augmentation.cutout < 0 || augmentation.cutout > most) {
        throw UsageError("augment.cutout", Text::of("{} is not allowed for {}", config.cutout, title),
                         Text::of("Give from 0 to {}.", most));
    }
    return augmentation;
}

std::optional<Normalisation> givenNormalisation(const run::NormalisationConfig& config,
                                                std::int64_t channels) {
    if (config.mean.empty() && config.deviation.empty()) return std::nullopt;
    const auto expectOneEach = [&](const char* option, const std::vector<double>& numbers) {
        if (static_cast<std::int64_t>(numbers.size()) == channels) return;
        throw UsageError(
            option, Text::of("has {} numbers, and the inputs have {} channels", numbers.size(), channels),
            Text::of("Give data.mean and data.deviation a number for each channel, or leave both "
                     "out."));
    };
    expectOneEach("data.mean", config.mean);
    expectOneEach("data.deviation", config.deviation);
    return Normalisation{.mean = config.mean, .standardDeviation = config.deviation};
}

std::shared_ptr<const Dataset> loadDataset(const run::RunConfig& config) {
    const DatasetEntry& entry = datasets().get(config.dataset);
    const auto& [name, title, summary, known] = entry.description;
    expectPlainShare("validation_fraction", config.validationFraction, false);
    expectPlainShare("data.share", config.dataShare, true);
    const nlohmann::json options = optionsOf(entry, config);
    // A wrong request is refused before long reading, where that is possible.
    if (const auto facts = entry.describe(options)) resolvedAugmentation(config.augment, *facts, title);
    const fs::path folder = findFolder(config.dataDir, entry);
    std::shared_ptr<Dataset> dataset = openAt(entry, {folder, options});
    dataset->expectLabels();
    refuseSameImages(*dataset, folder.empty() ? fs::path(title) : folder);

    dataset->prepare(dividedTraining(*dataset, config),
                     resolvedAugmentation(config.augment, dataset->facts(), title),
                     givenNormalisation(config.normalisation, dataset->shape().channels));
    dataset->setName(name, title);
    return dataset;
}

}  // namespace prunescope::data
