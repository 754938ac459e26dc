#include "data/dataset.h"

#include "base/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace prunescope::data {

std::string augmentationText(const Augmentation& augmentation) {
    std::vector<std::string> parts;
    if (augmentation.shift != 0) parts.push_back(fmt::format("shift {}", augmentation.shift));
    if (augmentation.flip) parts.emplace_back("flip");
    if (augmentation.rotation > 0) parts.push_back(fmt::format("rotation {}", augmentation.rotation));
    if (augmentation.brightness > 0) parts.push_back(fmt::format("brightness {}", augmentation.brightness));
    if (augmentation.contrast > 0) parts.push_back(fmt::format("contrast {}", augmentation.contrast));
    if (augmentation.cutout > 0) parts.push_back(fmt::format("cut-out {}", augmentation.cutout));
    return parts.empty() ? "none" : fmt::format("{}", fmt::join(parts, ", "));
}

Dataset::Dataset(DatasetFacts facts, std::vector<run::DataFile> files) : facts_(std::move(facts)) {
    if (classes() > mostClasses) {
        throw Error(Text::of("classes"),
                    Text::of("there are {} classes, and at most {} are possible", classes(), mostClasses),
                    Text::of("Check that the labels are classes and not numbers of their own."));
    }
    description_.files = std::move(files);
}

std::span<const ImageIndex> Dataset::indices(run::Split split) const {
    switch (split) {
        case run::Split::train:
            return trainIndices_;
        case run::Split::validation:
            return validationIndices_;
        case run::Split::test:
            return testIndices_;
    }
    return {};
}

std::span<const std::uint8_t> Dataset::pixels(run::Split /*split*/, ImageIndex /*image*/) const {
    return {};
}

std::vector<std::int64_t> Dataset::classCounts(run::Split split) const {
    std::vector<std::int64_t> counts(facts_.classNames.size());
    if (facts_.target) return counts;
    const auto all = labels(split);
    for (const ImageIndex image : indices(split)) ++counts[all[image.index()]];
    return counts;
}

void Dataset::loadVaried(std::span<const ImageIndex> images, const VariationSource& /*source*/,
                         kernels::Tensor<float>& input, std::vector<std::uint8_t>& /*scratch*/) const {
    load(run::Split::train, images, input);
}

void Dataset::expectLabels() const {
    if (labels(run::Split::train).empty()) {
        throw Error(Text::of("training samples"), Text::of("there are none"),
                    Text::of("Check that the files are the right ones."));
    }
    for (const run::Split part : {run::Split::train, run::Split::test}) {
        const auto all = labels(part);
        const auto wrong =
            std::find_if(all.begin(), all.end(), [&](Label label) { return label >= outputs(); });
        if (wrong == all.end()) continue;
        throw Error(Text::of("labels"),
                    Text::of("expected labels from 0 to {}, found {} for sample {}", classes() - 1, *wrong,
                             wrong - all.begin()),
                    Text::of("The file is damaged or belongs to another data set."));
    }
}

/// In two passes over the rows to train on, in their order.
run::TargetDescription Dataset::measuredTarget() const {
    const auto count = static_cast<double>(trainIndices_.size());
    run::TargetDescription target{.name = facts_.target->name, .unit = facts_.target->unit};
    double squares = 0;
    for (const ImageIndex i : trainIndices_) target.mean += static_cast<double>(trainTargets_[i.index()]);
    target.mean /= count;
    bool varies = false;
    for (const ImageIndex i : trainIndices_) {
        const double distance = static_cast<double>(trainTargets_[i.index()]) - target.mean;
        squares += distance * distance;
        varies = varies || trainTargets_[i.index()] != trainTargets_[trainIndices_.front().index()];
    }
    target.standardDeviation = std::sqrt(squares / count);
    if (varies) return target;
    throw Error(Text::of("training samples"),
                Text::of("the number to be predicted is the same in all of them: nothing can be learned"),
                Text::of("Train on more rows, or choose another label."));
}

void Dataset::prepare(TrainingSplit split, const Augmentation& augmentation,
                      const std::optional<Normalisation>& given) {
    trainIndices_ = std::move(split.train);
    validationIndices_ = std::move(split.validation);
    const auto testSize = static_cast<std::int64_t>(labels(run::Split::test).size());
    for (std::int64_t i = 0; i < testSize; ++i) testIndices_.emplace_back(i);
    augmentation_ = augmentation;

    Normalisation used = normalise(trainIndices_, given);
    description_.classNames = facts_.classNames;
    description_.imageShape = {shape().channels, shape().height, shape().width};
    description_.trainImages = static_cast<std::int64_t>(trainIndices_.size());
    description_.validationImages = static_cast<std::int64_t>(validationIndices_.size());
    description_.testImages = testSize;
    description_.leftOutImages = static_cast<std::int64_t>(labels(run::Split::train).size()) -
                                 description_.trainImages - description_.validationImages;
    description_.classCounts = {.train = classCounts(run::Split::train),
                                .validation = classCounts(run::Split::validation),
                                .test = classCounts(run::Split::test)};
    description_.mean = std::move(used.mean);
    description_.standardDeviation = std::move(used.standardDeviation);
    description_.inputUnit =
        pixels(run::Split::train, trainIndices_.front()).empty() ? run::numberUnit : run::pixelUnit;
    description_.augmentation = augmentationText(augmentation);
    if (facts_.target) description_.target = measuredTarget();
}

void Dataset::setTargets(std::vector<float> training, std::vector<float> test) {
    assert(facts_.target && training.size() == labels(run::Split::train).size() &&
           test.size() == labels(run::Split::test).size());
    trainTargets_ = std::move(training);
    testTargets_ = std::move(test);
}

void Dataset::setName(std::string name, std::string title) {
    description_.name = std::move(name);
    description_.title = std::move(title);
}

void Dataset::addFiles(std::vector<run::DataFile> files) {
    for (run::DataFile& file : files) description_.files.push_back(std::move(file));
}

void Dataset::setSkipped(std::int64_t count, std::vector<std::string> firstNames) {
    description_.skippedFiles = count;
    description_.skippedNames = std::move(firstNames);
}

void Dataset::setTestGroups(SampleGroups groups) {
    if (groups.known() && groups.ofTest.size() != labels(run::Split::test).size())
        throw std::logic_error("groups");
    description_.groupNames = groups.names;
    testGroups_ = std::move(groups);
}

void Dataset::setColumns(std::vector<run::ColumnDescription> columns) {
    description_.columns = std::move(columns);
}

}  // namespace prunescope::data
