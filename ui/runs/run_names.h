#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace prunescope::store {
struct RunSummary;
}

namespace prunescope::ui {

/// What the targets of runs are to a name: groups of seeds have one, families have several.
enum class NamedTarget { named, left };

/// What each of these was asked for that the others were not: "MAP · 95 %". Of a single one, or of several
/// that were asked for the same, what was trained: "lenet-5 · MAP". Never the seed.
std::vector<QString> differenceNames(const std::vector<const store::RunSummary*>& runs, NamedTarget target);

/// What their names are made of, as the table calls it: "Method", "Attention strength".
QStringList differenceTitles(const std::vector<const store::RunSummary*>& runs, NamedTarget target);

/// What all of these have in common of data set, network and method: "fashion-mnist · lenet-5".
QString commonName(const std::vector<const store::RunSummary*>& runs);

}  // namespace prunescope::ui
