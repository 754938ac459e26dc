#include "base/error.h"
#include "data/array_parts.h"
#include "data/array_store.h"
#include "data/data_files.h"
#include "data/datasets.h"
#include "data/test_draw.h"

#include <utility>

namespace prunescope::data {
namespace {

Text npzHint() {
    return Text::of(
        "Name the .npz file, or the folder that holds it or the .npy files (data_dir, --data-dir DIR); how "
        "the arrays are called is said with data.x_train and so on.");
}

/// How the arrays of one part are called.
struct ArrayNames {
    std::string images;
    std::string labels;
};

std::string arrayName(const nlohmann::json& options, const std::string& key) {
    auto name = options.at(key).get<std::string>();
    expectPlainName(name, "data." + key);
    return name;
}

/// `part` is train or test.
ArrayNames arrayNamesOf(const nlohmann::json& options, const std::string& part) {
    return {arrayName(options, "x_" + part), arrayName(options, "y_" + part)};
}

ArrayPart readArrayPart(ArrayStore& store, const ArrayNames& names, const std::string& layout,
                        TargetKind kind) {
    ArrayPart part;
    part.images = readArrayImages(*store.open(names.images), layout);
    const auto content = store.open(names.labels);
    ArrayLabels labels = readArrayLabels(*content, kind);
    part.labels = {content->name(), std::move(labels.classes)};
    part.numbers = std::move(labels.numbers);
    if (part.size() == part.images.count) return part;
    throw Error(part.labels.file,
                Text::of("expected {} labels, one for each image or row of {}, found {}", part.images.count,
                         part.images.file, part.size()),
                Text::of("The two arrays do not belong together: check their names."));
}

/// Whether there is a test part. Names that were given must be there, and of the usual ones both or none.
bool hasTestPart(const ArrayStore& store, const ArrayNames& names) {
    if (names.images.empty() && names.labels.empty()) return false;
    const bool usual = names.images == "x_test" && names.labels == "y_test";
    return !usual || store.has(names.images) || store.has(names.labels);
}

/// None where no array is named.
SampleGroups readGroups(ArrayStore& store, const std::string& name, const ArrayPart& test) {
    if (name.empty()) return {};
    const auto array = store.open(name);
    std::vector<std::string> names;
    for (const std::int64_t group : readArrayLabels(*array)) names.push_back(std::to_string(group));
    if (std::ssize(names) != test.images.count) {
        throw Error(array->name(),
                    Text::of("expected {} groups, one for each image or row of {}, found {}",
                             test.images.count, test.images.file, names.size()),
                    Text::of("The two arrays do not belong together: check their names."));
    }
    return groupsFromNames({names.begin(), names.end()}, array->name(),
                           Text::of("Name an array with the groups of the test images (data.groups)."));
}

std::unique_ptr<Dataset> openNpz(const DataPlace& place) {
    const auto& options = place.options;
    const auto layout = options.at("layout").get<std::string>();
    const ArrayNames training = arrayNamesOf(options, "train");
    const ArrayNames test = arrayNamesOf(options, "test");
    const auto store = openArrayStore(place.folder, training.images, npzHint());
    const TargetOptions target = targetOptionsOf(options);
    ArrayPart part = readArrayPart(*store, training, layout, target.kind);
    part.target = {training.labels, target.unit};
    const std::string groups = arrayName(options, "groups");
    if (hasTestPart(*store, test)) {
        const TargetKind kind = part.numeric() ? TargetKind::number : TargetKind::classes;
        ArrayPart testPart = readArrayPart(*store, test, layout, kind);
        SampleGroups groupsOfTest = readGroups(*store, groups, testPart);
        auto dataset = datasetOf(std::move(part), std::move(testPart), store->takeRecord());
        dataset->setTestGroups(std::move(groupsOfTest));
        return dataset;
    }
    if (!groups.empty()) {
        throw UsageError("data.groups", Text::of("there are groups for test images, and no test images"),
                         Text::of("Put arrays of test images and labels beside the others."));
    }
    return datasetOf(std::move(part), testDrawOf(options), store->takeRecord());
}

run::OptionDescription arrayOption(const std::string& key, std::string title, std::string help) {
    return {.key = key,
            .title = std::move(title),
            .help = std::move(help),
            .kind = run::OptionKind::text,
            .defaultValue = key};
}

std::vector<run::OptionDescription> npzOptions() {
    std::vector<run::OptionDescription> options{
        arrayOption("x_train", "Training images", "Name of the array with the images or rows to train on."),
        arrayOption("y_train", "Training labels",
                    "Name of the array with their labels: whole numbers of classes, or numbers to predict."),
        arrayOption(
            "x_test", "Test images",
            "Name of the array with the images or rows to test on; where neither it nor its labels are "
            "there, they are drawn from those to train on."),
        arrayOption("y_test", "Test labels", "Name of the array with the labels of the test images."),
        {.key = "layout",
         .title = "Layout",
         .help = "Where the channels of images are: last (nhwc), second (nchw), or where a dimension of 1, 3 "
                 "or 4 stands (auto).",
         .kind = run::OptionKind::choice,
         .defaultValue = "auto",
         .choices = {"auto", "nhwc", "nchw"}}};
    addTestDrawOptions(options);
    addTargetOptions(
        options,
        "What the labels are: classes, or a number that is to be predicted; with auto real numbers "
        "of which more than 10 different ones are not whole.");
    options.push_back(
        groupsOption("Name of an array of whole numbers with the group of each test image or row, such as "
                     "the site that it "
                     "is from. Accuracy is then told by group."));
    return options;
}

}  // namespace

/// The formats are NumPy's: "A simple file format for NumPy arrays" (NEP 1).
DatasetEntry npz() {
    return {
        .description =
            {.name = "npz",
             .title = "NumPy arrays",
             .summary = "Images or rows of numbers and their labels as arrays of NumPy's, in a .npz file or "
                        "in .npy files.",
             .options = npzOptions()},
        .hint = npzHint(),
        .fileToo = true,
        .likeness =
            [](const PlaceListing& p) {
                return clearIf(p.hasEnding({".npz", ".npy"}));
            },
        .describe = [](const nlohmann::json&) { return std::optional<DatasetFacts>(); },
        .open = openNpz,
    };
}

}  // namespace prunescope::data
