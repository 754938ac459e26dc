#pragma once

#include "base/strong_index.h"
#include "data/sample_groups.h"
#include "kernels/tensor.h"
#include "run/records.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace prunescope::data {

/// Position of an image, or of a row of a table, in the data set's training files or in its test files.
using ImageIndex = StrongIndex<struct ImageTag>;

/// Number of a class, from 0.
using Label = std::uint16_t;
inline constexpr std::int64_t mostClasses = 65536;

/// How training images are varied: see `Variation` for what each of these does.
struct Augmentation {
    std::int64_t shift = 0;   ///< largest, in pixels and each direction
    bool flip = false;        ///< whether one in two is mirrored left to right
    double rotation = 0;      ///< largest angle to either side, in degrees
    double brightness = 0;    ///< factors from 1 - brightness to 1 + brightness
    double contrast = 0;      ///< likewise
    std::int64_t cutout = 0;  ///< side of the square, in pixels

    bool operator==(const Augmentation&) const = default;
};

/// "none", "shift 2", "flip" or "shift 2, flip, rotation 10, brightness 0.2, contrast 0.2, cut-out 8".
std::string augmentationText(const Augmentation& augmentation);

/// What decides how an image is varied, besides which image it is.
struct VariationSource {
    Augmentation augmentation{};
    std::uint64_t seed = 0;
    std::int64_t epoch = 0;
};

/// Mean and standard deviation of each channel. Those of byte images are in [0, 1] units (pixel / 255).
struct Normalisation {
    std::vector<double> mean{};
    std::vector<double> standardDeviation{};
};

/// A number that is to be predicted.
struct TargetFacts {
    std::string name{};  ///< of its column or array
    std::string unit{};  ///< empty for none
};

/// What is the same for every image or row of a data set.
struct DatasetFacts {
    kernels::Shape shape{};  ///< of one of them; (columns, 1, 1) in a table
    std::vector<std::string> classNames{};
    std::optional<Augmentation> augmentation{};  ///< the usual one; nothing where there is no picture to vary

    std::optional<TargetFacts> target{};  ///< where a number is predicted; there are no classes then

    std::int64_t classes() const { return static_cast<std::int64_t>(classNames.size()); }
    /// Of a network for this: one for each class, or the number.
    std::int64_t outputs() const { return target ? 1 : classes(); }
    run::Task task() const { return target ? run::Task::regression : run::Task::classification; }
};

/// The training files' images, divided in two. Both lists rise.
struct TrainingSplit {
    std::vector<ImageIndex> train{};
    std::vector<ImageIndex> validation{};
};

/// Images, or rows of a table, with a label for each, ready to train on. Those of the training files are held
/// once; the two splits made from them are lists of indices.
///
/// A kind of data derives from this: `ByteImages`, `FloatTable`. A data set opens its files and makes one of
/// them; `loadDataset` then divides and measures it.
class Dataset {
public:
    virtual ~Dataset() = default;
    Dataset(const Dataset&) = delete;
    Dataset& operator=(const Dataset&) = delete;

    const DatasetFacts& facts() const { return facts_; }
    const kernels::Shape& shape() const { return facts_.shape; }
    std::int64_t classes() const { return facts_.classes(); }
    std::int64_t outputs() const { return facts_.outputs(); }
    run::Task task() const { return facts_.task(); }
    std::span<const ImageIndex> indices(run::Split split) const;
    /// Augmentation in force for training.
    const Augmentation& augmentation() const { return augmentation_; }
    /// For the record. The data set's name and title are for `loadDataset` to fill in.
    const run::DatasetDescription& description() const { return description_; }

    /// Of the whole training files for the splits made from them, and of the test files. Where a number is
    /// predicted each is 0: the splits are drawn as of a single class.
    virtual std::span<const Label> labels(run::Split split) const = 0;
    /// Beside the labels, the number that is to be predicted of each, in its own unit; empty where there are
    /// classes.
    std::span<const float> targets(run::Split split) const {
        return split == run::Split::test ? testTargets_ : trainTargets_;
    }
    /// Whether what is tested on is what is trained on, so that a test would say nothing.
    virtual bool testIsTraining() const = 0;
    /// One of a split as its file has it: a byte for each pixel and channel, (channel, row, column). Empty
    /// where there are no pictures.
    virtual std::span<const std::uint8_t> pixels(run::Split split, ImageIndex image) const;

    /// Fills `input` with these images of a split, normalised. The number of images of `input` is theirs, and
    /// lanes after the last one become 0. Works on the threads of the current arena; the result does not
    /// depend on them.
    virtual void load(run::Split split, std::span<const ImageIndex> images,
                      kernels::Tensor<float>& input) const = 0;
    /// The same with training images varied, each as the source decides for it. `scratch` is memory that the
    /// caller keeps between its calls.
    virtual void loadVaried(std::span<const ImageIndex> images, const VariationSource& source,
                            kernels::Tensor<float>& input, std::vector<std::uint8_t>& scratch) const;

    /// Throws `Error` when there is no training image, and for a label that is not below the number of
    /// classes.
    void expectLabels() const;
    /// Takes the splits and the augmentation, and normalises by what is given, or else by the training split
    /// alone. Called once, before anything is loaded. Throws `Error` when there is nothing to learn from.
    void prepare(TrainingSplit split, const Augmentation& augmentation,
                 const std::optional<Normalisation>& given = {});
    void setName(std::string name, std::string title);
    /// Files that were damaged and left out, with the names of the first of them.
    /// For the record: files that were read beside those of the samples.
    void addFiles(std::vector<run::DataFile> files);
    void setSkipped(std::int64_t count, std::vector<std::string> firstNames);
    /// For the record: the test images are not of files of their own, but were drawn from the others.
    void setTestDrawn() { description_.testDrawn = true; }
    /// One for each test sample, or none. Throws `std::logic_error` for another number of them.
    void setTestGroups(SampleGroups groups);
    const SampleGroups& testGroups() const { return testGroups_; }
    /// The numbers that are to be predicted, one for each label; before `prepare`. The facts have a target.
    void setTargets(std::vector<float> training, std::vector<float> test);
    /// What was decided for the columns of a table, for the record.
    void setColumns(std::vector<run::ColumnDescription> columns);

protected:
    /// Throws `Error` for more than `mostClasses` classes.
    Dataset(DatasetFacts facts, std::vector<run::DataFile> files);

private:
    std::vector<std::int64_t> classCounts(run::Split split) const;
    run::TargetDescription measuredTarget() const;
    /// Measures these training images, unless it is given, and keeps what `load` needs of that.
    virtual Normalisation normalise(std::span<const ImageIndex> training,
                                    const std::optional<Normalisation>& given) = 0;

    DatasetFacts facts_;
    SampleGroups testGroups_{};
    Augmentation augmentation_{};
    run::DatasetDescription description_{};
    std::vector<ImageIndex> trainIndices_{};
    std::vector<ImageIndex> validationIndices_{};
    std::vector<ImageIndex> testIndices_{};
    std::vector<float> trainTargets_{};
    std::vector<float> testTargets_{};
};

}  // namespace prunescope::data
