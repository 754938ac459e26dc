#pragma once

#include <QGraphicsItem>
#include <memory>
#include <vector>

class QChart;
class QXYSeries;

namespace prunescope::ui {

/// Qt writes SVG without clipping: curves that go beyond the axes would be drawn over what stands beside the
/// plot. While this lives they are drawn only as far as they lie in it.
class ClippedCurves {
public:
    explicit ClippedCurves(QChart& chart);
    ~ClippedCurves();
    ClippedCurves(const ClippedCurves&) = delete;
    ClippedCurves& operator=(const ClippedCurves&) = delete;

private:
    void draw(QChart& chart, QXYSeries& series);

    std::vector<QXYSeries*> hidden_;
    std::vector<std::unique_ptr<QGraphicsItem>> drawn_;
};

}  // namespace prunescope::ui
