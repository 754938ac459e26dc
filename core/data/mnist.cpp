#include "data/data_files.h"
#include "data/datasets.h"
#include "data/mnist_files.h"

namespace prunescope::data {
namespace {

constexpr const char* usualClassesFile = "classes.txt";

Text mnistHint() {
    return Text::of("Name the folder that holds the files (data_dir, --data-dir DIR).");
}

std::unique_ptr<Dataset> openMnist(const DataPlace& place) {
    const auto classes = place.options.at("classes").get<std::string>();
    expectPlainName(classes, "data.classes");
    const bool mayLack = classes.empty() || classes == usualClassesFile;
    std::unique_ptr<Dataset> dataset = openAnyMnistFiles(classes, mayLack, place.folder, mnistHint());
    const auto groups = place.options.at("groups").get<std::string>();
    if (groups.empty()) return dataset;
    expectPlainName(groups, "data.groups");
    DataFiles files(place.folder, mnistHint());
    const FileContent file = files.read(std::vector{groups}, mostGroupBytes);
    const std::size_t images = dataset->labels(run::Split::test).size();
    dataset->setTestGroups(groupsFromLines(file.bytes, images, file.path));
    dataset->addFiles(files.takeRecord());
    return dataset;
}

}  // namespace

/// LeCun, Cortes & Burges, "The MNIST database of handwritten digits"; any other images in its file format.
DatasetEntry mnist() {
    return {
        .description =
            {.name = "mnist",
             .title = "MNIST",
             .summary = "Grey pictures of any size and their classes, in MNIST's file naming (IDX), from a "
                        "folder that you name.",
             .options = {{.key = "classes",
                          .title = "Class names",
                          .help = "Text file in the data folder with the name of each class, one a line; "
                                  "where there is no classes.txt, or this is empty, each is named by its "
                                  "label.",
                          .kind = run::OptionKind::text,
                          .defaultValue = usualClassesFile},
                         groupsOption("Text file in the data folder with the group of each test image, such "
                                      "as the site or machine that it is from, one a line in their order. "
                                      "Accuracy is then told by group.")}},
        .hint = mnistHint(),
        .likeness =
            [](const PlaceListing& p) {
                if (!looksLikeMnistFiles(p)) return Likeness::none;
                return p.isCalled("fashion") ? Likeness::possible : Likeness::clear;
            },
        .describe = [](const nlohmann::json&) { return std::optional<DatasetFacts>(); },
        .open = openMnist,
    };
}

}  // namespace prunescope::data
