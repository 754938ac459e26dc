#pragma once

#include "ui/support/branch_origin.h"

#include <QWidget>
#include <optional>

class QLabel;
class QPushButton;

namespace prunescope::ui {

/// Says whose state the run that is set up begins with, and lets it be a new run instead. It is not there for
/// a new run.
class BranchLine : public QWidget {
    Q_OBJECT
public:
    explicit BranchLine(QWidget* parent);

    const std::optional<BranchOrigin>& origin() const { return origin_; }
    void setOrigin(const std::optional<BranchOrigin>& origin);
    void retranslate();

signals:
    void changed();

private:
    std::optional<BranchOrigin> origin_;
    QLabel* text_;
    QPushButton* remove_;
};

}  // namespace prunescope::ui
