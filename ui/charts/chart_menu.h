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
    /// The axis of the values is held, and can be told to fit them again.
    void setHeld(bool held);
    void retranslate();

signals:
    /// As a file with this ending: "png", "svg" or "csv".
    void saveRequested(const QString& ending);
    void logarithmicToggled(bool logarithmic);
    void fromZeroToggled(bool fromZero);
    void wholeRunRequested();
    void fitRequested();

private:
    QAction *savePng_, *saveSvg_, *saveCsv_, *logarithmic_, *fromZero_, *wholeRun_, *fit_;
};

}  // namespace prunescope::ui
