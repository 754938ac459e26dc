#include "data/cifar_names.h"
#include "data/cifar_reader.h"
#include "data/class_names.h"
#include "data/datasets.h"

#include <utility>

namespace prunescope::data {
namespace {

/// Largest file that is read, packed or not.
constexpr std::uint64_t mostCifarBytes = std::uint64_t{1} << 30U;

/// One of the two data sets, as its files hold it.
struct CifarFiles {
    std::vector<std::string> training{};
    std::string test;
    std::string names;  ///< text file with the names of the classes
    CifarFormat format{};
    std::vector<std::string> usualNames{};  ///< where there is no such file

    DatasetFacts facts() const {
        return {.shape = cifarShape,
                .classNames = usualNames,
                .augmentation = Augmentation{.shift = 4, .flip = true}};
    }
};

CifarFiles cifar10Files() {
    return {.training = {"data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin",
                         "data_batch_5.bin"},
            .test = "test_batch.bin",
            .names = "batches.meta.txt",
            .format = {.classes = {10}},
            .usualNames = cifar10Names()};
}

/// A record has the coarse label first.
CifarFiles cifar100Files(const nlohmann::json& options) {
    const bool fine = options.at("labels") == "fine";
    return {.training = {"train.bin"},
            .test = "test.bin",
            .names = fine ? "fine_label_names.txt" : "coarse_label_names.txt",
            .format = {.classes = {20, 100}, .used = fine ? 1U : 0U},
            .usualNames = fine ? cifar100FineNames() : cifar100CoarseNames()};
}

Text cifarHint() {
    return Text::of(
        "Unpack the data set's binary version, and name the folder that holds its .bin files (data_dir, "
        "--data-dir DIR).");
}

std::unique_ptr<Dataset> openCifar(const CifarFiles& cifar, const std::filesystem::path& folder) {
    DataFiles files(folder, cifarHint());
    const auto append = [&](const std::string& name, ImageSet& set) {
        const FileContent file = files.read(alsoGzip({name}), mostCifarBytes);
        appendCifarImages(file.bytes, file.path, cifar.format, set);
    };
    ImageSet training{.shape = cifarShape};
    for (const std::string& name : cifar.training) append(name, training);
    ImageSet test{.shape = cifarShape};
    append(cifar.test, test);
    DatasetFacts facts = cifar.facts();
    auto names = readClassNames(files, {cifar.names}, facts.classNames.size());
    if (!names.empty()) facts.classNames = std::move(names);
    return std::make_unique<ByteImages>(std::move(facts), files.takeRecord(), std::move(training),
                                        std::move(test));
}

}  // namespace

/// Krizhevsky, "Learning multiple layers of features from tiny images" (2009).
DatasetEntry cifar10() {
    return {
        .description =
            {.name = "cifar-10",
             .title = "CIFAR-10",
             .summary = "Colour 32 x 32 pictures of ten kinds of animals and vehicles, 50,000 to train and "
                        "10,000 to test, in their binary version."},
        .hint = cifarHint(),
        .likeness = [](const PlaceListing& p) { return clearIf(p.has("data_batch_1.bin")); },
        .describe = [](const nlohmann::json&) { return std::optional(cifar10Files().facts()); },
        .open = [](const DataPlace& place) { return openCifar(cifar10Files(), place.folder); },
    };
}

/// The same source.
DatasetEntry cifar100() {
    return {
        .description =
            {.name = "cifar-100",
             .title = "CIFAR-100",
             .summary = "Colour 32 x 32 pictures of a hundred classes in twenty groups, 50,000 to train and "
                        "10,000 to test, in their binary version.",
             .options = {{.key = "labels",
                          .title = "Labels",
                          .help = "What is learned: the hundred classes (fine) or their twenty groups "
                                  "(coarse).",
                          .kind = run::OptionKind::choice,
                          .defaultValue = "fine",
                          .choices = {"fine", "coarse"}}}},
        .hint = cifarHint(),
        .likeness = [](const PlaceListing& p) { return clearIf(p.has("train.bin")); },
        .describe =
            [](const nlohmann::json& options) { return std::optional(cifar100Files(options).facts()); },
        .open = [](const DataPlace& place) { return openCifar(cifar100Files(place.options), place.folder); },
    };
}

}  // namespace prunescope::data
