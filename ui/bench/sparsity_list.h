#pragma once

#include <QString>
#include <vector>

namespace prunescope::ui {

/// Sparsities as they are typed into a field, and what is wrong with them.
struct SparsityList {
    std::vector<double> shares{};
    QString problem{};  ///< empty: the list can be measured
};

/// Per cent from 0 to below 100, with or without the sign, separated by commas or blanks: "50, 90 95.5 %". An
/// empty list is allowed; whoever needs one asks.
SparsityList sparsitiesOf(const QString& text);

/// "50, 90, 95.5"
QString sparsitiesText(const std::vector<double>& shares);

}  // namespace prunescope::ui
