#pragma once

#include "session/snapshot.h"

#include <QCoreApplication>
#include <QString>
#include <vector>

namespace prunescope::ui {

/// Words for weights.
class WeightText {
    Q_DECLARE_TR_FUNCTIONS(WeightText)
public:
    /// "conv1 [3, 0, 2, 4]"
    static QString place(const QString& layer, const std::vector<std::int64_t>& shape, std::int64_t index);
    /// Rich text: `title`, why the weight is pruned or kept, then a line for everything that is known.
    static QString details(const QString& title, const QString& reason, const session::WeightDetail& detail);
    /// Rich text: `title`, while the answer is under way.
    static QString pending(const QString& title);
    static QString arrangement(view::Arrangement arrangement);
};

}  // namespace prunescope::ui
