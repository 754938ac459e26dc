#pragma once

#include "run/measurement.h"
#include "ui/bench/run_speed.h"

#include <QWidget>
#include <optional>

class QLabel;
class QPushButton;

namespace prunescope::ui {

class MessageBar;
class Theme;

/// How fast the run on display is, in sentences, as it was measured last; hidden when it never was.
class BenchHeadline : public QWidget {
    Q_OBJECT
public:
    explicit BenchHeadline(Theme& theme, QWidget* parent = nullptr);

    void setMeasurement(const std::optional<run::Measurement>& measurement,
                        const std::optional<SavedTime>& saved);
    bool hasMeasurement() const { return measurement_.has_value(); }
    /// The button stands still while a measurement runs.
    void setLocked(bool locked);
    void retranslate();

signals:
    void measureAgainRequested();

private:
    void layOut();
    QString restOfWords() const;

    std::optional<run::Measurement> measurement_;
    std::optional<SavedTime> saved_;
    MessageBar* doubt_;
    QPushButton* again_;
    QLabel* first_;
    QLabel* rest_;
    QLabel* measuredOn_;
};

}  // namespace prunescope::ui
