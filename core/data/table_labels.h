#pragma once

#include "data/float_table.h"
#include "data/table_classes.h"
#include "data/table_options.h"

#include <optional>
#include <string>
#include <vector>

namespace prunescope::data {

/// What the rows of a table are to be told apart by, or what is to be predicted of them: the classes of its
/// label column, or its numbers.
class TableLabels {
public:
    /// Numbers where the column was read as such. Throws `Error` as `TableClasses` does, and for numbers that
    /// are all the same.
    TableLabels(const ReadTable& read, const ColumnRoles& roles, const std::vector<RowUse>& uses);

    bool numeric() const { return !classes_; }
    /// None where numbers are predicted.
    std::vector<std::string> classNames() const {
        return classes_ ? classes_->names() : std::vector<std::string>{};
    }

    /// Of the rows of that use, in their order: the labels, and the targets where they are numbers; see
    /// `Dataset`.
    std::vector<Label> labelsOf(const ReadTable& read, const std::vector<RowUse>& uses, RowUse use) const;
    std::vector<float> targetsOf(const Table& table, const std::vector<RowUse>& uses, RowUse use) const;

private:
    std::size_t label_;
    std::optional<TableClasses> classes_{};
};

/// Whether a label column that was read as texts has quantities, see `areQuantities`.
bool areNumbersToPredict(const ReadTable& read, std::size_t label);

}  // namespace prunescope::data
