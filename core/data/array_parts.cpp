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

/// What the labels of arrays are: classes, those of the training labels, or numbers.
class PartLabels {
public:
    explicit PartLabels(const ArrayPart& training) {
        if (training.numeric()) {
            expectDifferentTargets(training.numbers, training.labels.file);
            target_ = training.target;
        } else {
            classes_.emplace(training.labels);
        }
    }

    DatasetFacts facts(const ArrayImages& images) const {
        const bool pictures = images.shape.pixels() > 1;
        return {.shape = images.shape,
                .classNames = classes_ ? classes_->names() : std::vector<std::string>{},
                .augmentation = pictures ? std::optional(Augmentation{}) : std::nullopt,
                .target = target_};
    }
    std::vector<Label> of(const ArrayPart& part) const {
        if (classes_) return classes_->classesOf(part.labels);
        return std::vector<Label>(part.numbers.size());
    }

private:
    std::optional<LabelClasses> classes_{};
    std::optional<TargetFacts> target_{};
};

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

/// Of all of a part, those of these images.
template <class Value>
std::vector<Value> valuesAt(const std::vector<Value>& values, const std::vector<ImageIndex>& indices) {
    std::vector<Value> some;
    if (values.empty()) return some;
    some.reserve(indices.size());
    for (const ImageIndex i : indices) some.push_back(values[i.index()]);
    return some;
}

}  // namespace

std::unique_ptr<Dataset> datasetOf(ArrayPart training, ArrayPart test, std::vector<run::DataFile> files) {
    expectSameKind(training.images, test.images);
    const PartLabels labels(training);
    DatasetFacts facts = labels.facts(training.images);
    auto dataset = datasetFrom(std::move(facts), std::move(files), std::move(training.images),
                               labels.of(training), std::move(test.images), labels.of(test));
    if (training.numeric()) dataset->setTargets(std::move(training.numbers), std::move(test.numbers));
    return dataset;
}

std::unique_ptr<Dataset> datasetOf(ArrayPart part, const TestDraw& draw, std::vector<run::DataFile> files) {
    const PartLabels known(part);
    DatasetFacts facts = known.facts(part.images);
    const std::vector<Label> labels = known.of(part);
    const TestSplit split =
        stratifiedTestSplit(labels, static_cast<std::size_t>(facts.outputs()), draw.fraction, draw.seed);
    ArrayImages test = imagesAt(part.images, split.test);
    part.images = imagesAt(part.images, split.training);
    auto dataset =
        datasetFrom(std::move(facts), std::move(files), std::move(part.images),
                    valuesAt(labels, split.training), std::move(test), valuesAt(labels, split.test));
    if (part.numeric())
        dataset->setTargets(valuesAt(part.numbers, split.training), valuesAt(part.numbers, split.test));
    dataset->setTestDrawn();
    return dataset;
}

}  // namespace prunescope::data
