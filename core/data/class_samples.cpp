#include "data/class_samples.h"

#include "base/random.h"
#include "data/shuffle.h"

#include <algorithm>
#include <span>

namespace prunescope::data {
namespace {

constexpr std::uint64_t sampleSeed = 1;

using ClassImages = std::vector<std::vector<ImageIndex>>;

/// The images of a split, class by class.
ClassImages membersIn(const Dataset& dataset, run::Split split) {
    ClassImages members(static_cast<std::size_t>(dataset.classes()));
    const auto labels = dataset.labels(split);
    for (const ImageIndex image : dataset.indices(split)) members[labels[image.index()]].push_back(image);
    return members;
}

std::vector<ImageIndex> drawn(std::vector<ImageIndex> images, std::size_t most, std::size_t classNumber) {
    Random random(sampleSeed, RandomStream::samples, classNumber);
    shuffle(std::span(images), random);
    images.resize(std::min(images.size(), most));
    std::sort(images.begin(), images.end());
    return images;
}

std::int64_t sizeOf(const std::vector<ImageIndex>& images) {
    return static_cast<std::int64_t>(images.size());
}

}  // namespace

std::vector<ClassSamples> classSamples(const Dataset& dataset, std::size_t most) {
    if (dataset.task() == run::Task::regression) return {};
    const ClassImages training = membersIn(dataset, run::Split::train);
    const ClassImages validation = membersIn(dataset, run::Split::validation);
    const ClassImages test = membersIn(dataset, run::Split::test);
    std::vector<ClassSamples> classes;
    classes.reserve(training.size());
    for (std::size_t c = 0; c < training.size(); ++c) {
        classes.push_back({.name = dataset.facts().classNames[c],
                           .training = sizeOf(training[c]),
                           .validation = sizeOf(validation[c]),
                           .test = sizeOf(test[c]),
                           .samples = drawn(training[c], most, c)});
    }
    return classes;
}

}  // namespace prunescope::data
