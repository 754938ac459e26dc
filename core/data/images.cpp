#include "base/error.h"
#include "data/datasets.h"
#include "data/image_cache.h"
#include "data/split.h"
#include "data/test_draw.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace prunescope::data {
namespace {

Text imagesHint() {
    return Text::of(
        "Name the folder that holds a folder of pictures for each class, or such folders train and test "
        "(data_dir, --data-dir DIR).");
}

std::vector<run::OptionDescription> imagesOptions() {
    using run::OptionKind;
    std::vector<run::OptionDescription> options{
        {.key = "size",
         .title = "Size",
         .help = "Rows and columns of pixels that every picture gets: its largest square around the middle, "
                 "shrunk "
                 "or enlarged. 0 leaves pictures as they are, which must then have the same size.",
         .kind = OptionKind::integer,
         .defaultValue = 32,
         .minimum = 0,
         .maximum = 4096},
        {.key = "colour",
         .title = "Colour",
         .help = "auto: grey when all pictures are grey, otherwise red, green and blue.",
         .kind = OptionKind::choice,
         .defaultValue = "auto",
         .choices = {"auto", "rgb", "grey"}},
        {.key = "skip_damaged",
         .title = "Skip damaged pictures",
         .help = "Leaves damaged pictures out and records how many, instead of refusing the folder.",
         .kind = OptionKind::boolean,
         .defaultValue = false}};
    addTestDrawOptions(options);
    options.push_back(groupsOption(
        "CSV file in the data folder that names the group of each test picture, such as the site "
        "or machine that it is from: its file below the folder, a comma, the group. Accuracy is "
        "then told by group."));
    return options;
}

ImageOptions imageOptions(const nlohmann::json& options) {
    const auto colour = options.at("colour").get<std::string>();
    return {.size = options.at("size").get<std::int64_t>(),
            .colour = colour == "rgb"    ? ImageColour::rgb
                      : colour == "grey" ? ImageColour::grey
                                         : ImageColour::automatic,
            .skipDamaged = options.at("skip_damaged").get<bool>()};
}

/// The images at the places, which rise.
ImageSet imagesAt(const ImageSet& all, const std::vector<ImageIndex>& places) {
    ImageSet some{.shape = all.shape};
    some.pixels.reserve(places.size() * static_cast<std::size_t>(all.shape.size()));
    for (const ImageIndex place : places) {
        const auto image = all.image(place);
        some.pixels.insert(some.pixels.end(), image.begin(), image.end());
        some.labels.push_back(all.labels[place.index()]);
    }
    return some;
}

/// Keeps the images at the places, which rise, without a second copy of them.
void keepImagesAt(ImageSet& images, const std::vector<ImageIndex>& places) {
    const auto length = static_cast<std::size_t>(images.shape.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].index() == i) continue;
        std::copy_n(images.image(places[i]).data(), length, images.pixels.data() + i * length);
        images.labels[i] = images.labels[places[i].index()];
    }
    images.pixels.resize(places.size() * length);
    images.labels.resize(places.size());
}

/// Takes the test images out of `images`.
ImageSet heldBackImages(ImageSet& images, const TestSplit& split) {
    ImageSet test = imagesAt(images, split.test);
    keepImagesAt(images, split.training);
    return test;
}

/// Of the test pictures, as the folder lists them: all of the last part, or those that were drawn.
std::vector<std::string> namesOfTestPictures(const ImageFolder& folder,
                                             const std::optional<TestSplit>& drawn) {
    const PicturePart& part = folder.parts.back();
    std::vector<std::string> names;
    if (drawn) {
        for (const ImageIndex place : drawn->test) names.push_back(part.pictures[place.index()].name);
    } else {
        for (const PictureFile& picture : part.pictures) names.push_back(part.name + "/" + picture.name);
    }
    return names;
}

void addGroups(Dataset& dataset, const ImageFolder& folder, const std::optional<TestSplit>& drawn,
               const std::string& groups) {
    if (groups.empty()) return;
    expectPlainName(groups, "data.groups");
    if (dataset.description().skippedFiles > 0) {
        throw UsageError(
            "data.groups",
            Text::of("{} damaged pictures were left out, so that the groups of the others cannot "
                     "be told",
                     dataset.description().skippedFiles),
            Text::of("Take the damaged pictures away."));
    }
    DataFiles files(folder.folder, imagesHint());
    const FileContent file = files.read(std::vector{groups}, mostGroupBytes);
    dataset.setTestGroups(groupsBySample(file.bytes, namesOfTestPictures(folder, drawn), file.path));
    dataset.addFiles(files.takeRecord());
}

std::unique_ptr<Dataset> openImages(const DataPlace& place) {
    const ImageFolder folder = listImageFolder(place.folder);
    LoadedImages loaded = cachedImages(folder, imageOptions(place.options));
    ImageSet training = std::move(loaded.parts.front());
    std::optional<TestSplit> drawn;
    if (loaded.parts.size() == 1) {
        const TestDraw draw = testDrawOf(place.options);
        drawn = stratifiedTestSplit(training.labels, folder.classNames.size(), draw.fraction, draw.seed);
    }
    ImageSet test = drawn ? heldBackImages(training, *drawn) : std::move(loaded.parts.back());
    constexpr std::int64_t shiftPart = 8;
    const std::int64_t side = std::min(training.shape.height, training.shape.width);
    const DatasetFacts facts{.shape = training.shape,
                             .classNames = folder.classNames,
                             .augmentation = Augmentation{.shift = side / shiftPart}};
    auto dataset =
        std::make_unique<ByteImages>(facts, std::move(loaded.files), std::move(training), std::move(test));
    if (drawn) dataset->setTestDrawn();
    dataset->setSkipped(loaded.skipped, std::move(loaded.skippedNames));
    addGroups(*dataset, folder, drawn, place.options.at("groups").get<std::string>());
    return dataset;
}

}  // namespace

/// Pictures in JPEG or PNG, in a folder for each class.
DatasetEntry images() {
    return {
        .description =
            {.name = "images",
             .title = "Image folder",
             .summary = "Pictures in JPEG or PNG, in a folder for each class, from a folder that you name.",
             .options = imagesOptions()},
        .hint = imagesHint(),
        .likeness = [](const PlaceListing& p) { return clearIf(p.hasFoldersOfPictures()); },
        .describe = [](const nlohmann::json&) { return std::optional<DatasetFacts>(); },
        .open = openImages,
    };
}

}  // namespace prunescope::data
