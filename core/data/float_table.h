#pragma once

#include "data/augmentation.h"
#include "data/dataset.h"

#include <span>
#include <vector>

namespace prunescope::data {

/// Labelled rows of numbers.
struct TableRows {
    std::vector<float> values{};  ///< (row, column)
    std::vector<Label> labels{};  ///< one for each row
};

/// A table of numbers with a class for each row. A row is an image where the facts' shape has pixels: its
/// numbers stand in the order (channel, row, column). Every channel, which in a table is a column, is
/// standardised over the training split: its mean becomes 0 and its standard deviation 1; one that has a
/// single value becomes 0. The values are standardised once and kept so. Images are varied, the rows of a
/// table are not.
class FloatTable : public Dataset {
public:
    /// The facts' shape is (columns, 1, 1), or that of an image. Throws `Error` for a number that is not
    /// finite, and for rows that have not that many numbers.
    FloatTable(DatasetFacts facts, std::vector<run::DataFile> files, TableRows training, TableRows test);

    std::span<const Label> labels(run::Split split) const override { return rows(split).labels; }
    bool testIsTraining() const override { return training_.values == test_.values; }
    void load(run::Split split, std::span<const ImageIndex> images,
              kernels::Tensor<float>& input) const override;
    void loadVaried(std::span<const ImageIndex> images, const VariationSource& source,
                    kernels::Tensor<float>& input, std::vector<std::uint8_t>& scratch) const override;

private:
    /// Of these rows; a channel of one value has no deviation.
    Normalisation measured(std::span<const ImageIndex> training) const;
    Normalisation normalise(std::span<const ImageIndex> training,
                            const std::optional<Normalisation>& given) override;
    const TableRows& rows(run::Split split) const { return split == run::Split::test ? test_ : training_; }
    /// The numbers of a row.
    std::span<const float> row(run::Split split, ImageIndex index) const;

    TableRows training_;
    TableRows test_;
    std::vector<ChannelValues<float>> channels_{};  ///< as they have become
};

}  // namespace prunescope::data
