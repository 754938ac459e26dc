#include "data/array_parts.h"

#include "base/error.h"
#include "data/byte_images.h"
#include "data/float_table.h"
#include "data/split.h"

#include <fmt/format.h>

#include <optional>
#include <type_traits>
#include <utility>

namespace prunescope::data {
namespace {

using ByteValues = std::vector<std::uint8_t>;
using FloatValues = std::vector<float>;

DatasetFacts arrayFacts(const ArrayImages& images, const LabelClasses& classes) {
    const bool pictures = images.shape.pixels() > 1;
    return {.shape = images.shape,
            .classNames = classes.names(),
            .augmentation = pictures ? std::optional(Augmentation{}) : std::nullopt};
}

void expectSameKind(const ArrayImages& training, const ArrayImages& test) {
    const auto text = [](const kernels::Shape& shape) {
        return fmt::format("{} x {} x {}", shape.channels, shape.height, shape.width);
    };
    if (training.shape != test.shape) {
        throw Error(
            test.file,
            Text::of("expected images or rows of {} numbers (channels, height, width), as in {}, found {}",
                     text(training.shape), training.file, text(test.shape)),
            Text::of("Save both arrays in the same shape but for their number of images."));
    }
    if (training.values.index() == test.values.index()) return;
    throw Error(test.file, Text::of("expected numbers of the same kind as in {}", training.file),
                Text::of("Save both arrays with the same element type."));
}

std::unique_ptr<Dataset> datasetFrom(DatasetFacts facts, std::vector<run::DataFile> files,
                                     ArrayImages training, std::vector<Label> trainingLabels,
                                     ArrayImages test, std::vector<Label> testLabels) {
    if (auto* pixels = std::get_if<ByteValues>(&training.values)) {
        const kernels::Shape shape = facts.shape;
        return std::make_unique<ByteImages>(
            std::move(facts), std::move(files),
            ImageSet{.shape = shape, .pixels = std::move(*pixels), .labels = std::move(trainingLabels)},
            ImageSet{.shape = shape,
                     .pixels = std::move(std::get<ByteValues>(test.values)),
                     .labels = std::move(testLabels)});
    }
    return std::make_unique<FloatTable>(
        std::move(facts), std::move(files),
        TableRows{.values = std::move(std::get<FloatValues>(training.values)),
                  .labels = std::move(trainingLabels)},
        TableRows{.values = std::move(std::get<FloatValues>(test.values)), .labels = std::move(testLabels)});
}

/// The images at these indices, which rise.
ArrayImages imagesAt(const ArrayImages& images, const std::vector<ImageIndex>& indices) {
    const auto length = static_cast<std::size_t>(images.shape.size());
    ArrayImages some{.file = images.file, .count = std::ssize(indices), .shape = images.shape, .values = {}};
    std::visit(
        [&](const auto& values) {
            auto& taken = some.values.emplace<std::decay_t<decltype(values)>>();
            taken.reserve(indices.size() * length);
            for (const ImageIndex i : indices) {
                const auto from = values.begin() + static_cast<std::ptrdiff_t>(i.index() * length);
                taken.insert(taken.end(), from, from + static_cast<std::ptrdiff_t>(length));
            }
        },
        images.values);
    return some;
}

std::vector<Label> labelsAt(const std::vector<Label>& labels, const std::vector<ImageIndex>& indices) {
    std::vector<Label> some;
    some.reserve(indices.size());
    for (const ImageIndex i : indices) some.push_back(labels[i.index()]);
    return some;
}

}  // namespace

std::unique_ptr<Dataset> datasetOf(ArrayPart training, ArrayPart test, std::vector<run::DataFile> files) {
    expectSameKind(training.images, test.images);
    const LabelClasses classes(training.labels);
    DatasetFacts facts = arrayFacts(training.images, classes);
    return datasetFrom(std::move(facts), std::move(files), std::move(training.images),
                       classes.classesOf(training.labels), std::move(test.images),
                       classes.classesOf(test.labels));
}

std::unique_ptr<Dataset> datasetOf(ArrayPart part, const TestDraw& draw, std::vector<run::DataFile> files) {
    const LabelClasses classes(part.labels);
    DatasetFacts facts = arrayFacts(part.images, classes);
    const std::vector<Label> labels = classes.classesOf(part.labels);
    const TestSplit split = stratifiedTestSplit(labels, facts.classNames.size(), draw.fraction, draw.seed);
    ArrayImages test = imagesAt(part.images, split.test);
    part.images = imagesAt(part.images, split.training);
    auto dataset =
        datasetFrom(std::move(facts), std::move(files), std::move(part.images),
                    labelsAt(labels, split.training), std::move(test), labelsAt(labels, split.test));
    dataset->setTestDrawn();
    return dataset;
}

}  // namespace prunescope::data
