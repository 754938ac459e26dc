#pragma once

#include <QToolButton>

class QAction;

namespace prunescope::ui {

/// The small menu of a chart: its files, and its axis.
class ChartMenu : public QToolButton {
    Q_OBJECT
public:
    explicit ChartMenu(QWidget* parent);

    void setLogarithmic(bool logarithmic);
    void setFromZero(bool fromZero);
    void retranslate();

signals:
    /// As a file with this ending: "png", "svg" or "csv".
    void saveRequested(const QString& ending);
    void logarithmicToggled(bool logarithmic);
    void fromZeroToggled(bool fromZero);
    void wholeRunRequested();

private:
    QAction *savePng_, *saveSvg_, *saveCsv_, *logarithmic_, *fromZero_, *wholeRun_;
};

}  // namespace prunescope::ui
