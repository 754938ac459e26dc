#pragma once

#include "view/histogram.h"

#include <QWidget>

namespace prunescope::ui {

/// How often each value of a number that is to be predicted occurs in the rows to train on: bars, with the
/// least and the largest value below.
class TargetHistogram : public QWidget {
    Q_OBJECT
public:
    TargetHistogram(view::ValueHistogram values, QWidget* parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    view::ValueHistogram values_;
};

}  // namespace prunescope::ui
