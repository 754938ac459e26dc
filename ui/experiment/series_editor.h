#pragma once

#include "ui/experiment/run_series.h"

#include <QSettings>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace prunescope::ui {

class MessageBar;
class Theme;

/// How many runs an experiment is: its further seeds, and whether each is trained without pruning as well.
class SeriesEditor : public QWidget {
    Q_OBJECT
public:
    SeriesEditor(Theme& theme, QSettings& settings, QWidget* parent);

    /// What was allowed last.
    const RunSeries& series() const { return series_; }
    /// Why what stands in the field is no list of seeds; empty when it is one.
    QString refusal() const;
    /// A dense experiment has no twin.
    void setPrunes(bool prunes);
    /// Takes what is being typed.
    void commit();
    void retranslate();

signals:
    void edited();

private:
    void take();

    QSettings& settings_;
    RunSeries series_;
    bool refused_ = false;
    QLabel* label_;
    QLineEdit* seeds_;
    QCheckBox* twin_;
    MessageBar* message_;
};

}  // namespace prunescope::ui
