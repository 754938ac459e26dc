#pragma once

#include "session/snapshot.h"
#include "view/axis_scale.h"

#include <QWidget>
#include <memory>

class QPainter;

namespace prunescope::ui {

class Theme;

/// The histogram of |w|, kept and pruned weights apart, on a logarithmic count axis, with the threshold.
class HistogramView : public QWidget {
    Q_OBJECT
public:
    explicit HistogramView(Theme& theme, QWidget* parent = nullptr);
    void setPicture(std::shared_ptr<const session::WeightPicture> picture);
    /// Another layer: the axes may move.
    void forget();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// Where the threshold line stands, or -1 without one.
    double thresholdX() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QRectF plot() const;
    double xOf(double magnitude) const;
    double yOf(std::int64_t count) const;
    void paintAxes(QPainter& painter) const;
    void paintBars(QPainter& painter) const;
    void paintThreshold(QPainter& painter) const;

    Theme& theme_;
    std::shared_ptr<const session::WeightPicture> picture_;
    view::AxisScale scale_;
    int decades_ = 1;  ///< of the count axis
};

}  // namespace prunescope::ui
