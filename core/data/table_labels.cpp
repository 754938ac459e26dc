#include "data/table_labels.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace prunescope::data {

TableLabels::TableLabels(const ReadTable& read, const ColumnRoles& roles, const std::vector<RowUse>& uses)
    : label_(roles.label) {
    if (read.table.columns[label_].task == ColumnTask::number) {
        expectDifferentTargets(targetsOf(read.table, uses, RowUse::training), read.table.text.name());
    } else {
        classes_.emplace(read, label_, uses);
    }
}

std::vector<Label> TableLabels::labelsOf(const ReadTable& read, const std::vector<RowUse>& uses,
                                         RowUse use) const {
    if (classes_) return classes_->labelsOf(read, uses, use);
    return std::vector<Label>(static_cast<std::size_t>(std::count(uses.begin(), uses.end(), use)));
}

std::vector<float> TableLabels::targetsOf(const Table& table, const std::vector<RowUse>& uses,
                                          RowUse use) const {
    std::vector<float> targets;
    if (classes_) return targets;
    forEachRow(table, [&](std::size_t row, const float* cells) {
        if (uses[row] == use) targets.push_back(cells[label_]);
    });
    return targets;
}

bool areNumbersToPredict(const ReadTable& read, std::size_t label) {
    const TableColumn& column = read.table.columns[label];
    if (column.task != ColumnTask::text) return false;
    std::vector<Categories::Code> codes(column.categories.size());
    std::iota(codes.begin(), codes.end(), Categories::Code{0});
    auto values = valuesOf(column.categories, codes, read.decimalSign);
    return values && areQuantities(std::move(*values));
}

}  // namespace prunescope::data
