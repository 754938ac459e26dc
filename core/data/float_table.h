#pragma once

#include "data/dataset.h"

#include <span>
#include <vector>

namespace prunescope::data {

/// Labelled rows of numbers.
struct TableRows {
    std::vector<float> values{};  ///< (row, column)
    std::vector<Label> labels{};  ///< one for each row
};

/// A table of numbers with a class for each row. Every column is standardised over the training split: its
/// mean becomes 0 and its standard deviation 1; a column of one value becomes 0. The values are standardised
/// once and kept so. Rows are not varied.
class FloatTable : public Dataset {
public:
    /// The facts' shape is (columns, 1, 1). Throws `Error` for a number that is not finite, and for rows that
    /// have not that many columns.
    FloatTable(DatasetFacts facts, std::vector<run::DataFile> files, TableRows training, TableRows test);

    std::span<const Label> labels(run::Split split) const override { return rows(split).labels; }
    bool testIsTraining() const override { return training_.values == test_.values; }
    void load(run::Split split, std::span<const ImageIndex> images,
              kernels::Tensor<float>& input) const override;

private:
    Normalisation normalise(std::span<const ImageIndex> training) override;
    const TableRows& rows(run::Split split) const { return split == run::Split::test ? test_ : training_; }

    TableRows training_;
    TableRows test_;
};

}  // namespace prunescope::data
