#pragma once

#include "ui/experiment/presets.h"

#include <QWidget>
#include <vector>

class QComboBox;
class QLabel;
class QToolButton;

namespace prunescope::ui {

/// The configuration that an experiment starts from: which one, what it is, and the way back to it.
class PresetRow : public QWidget {
    Q_OBJECT
public:
    PresetRow(std::vector<Preset> presets, QWidget* parent);

    /// Empty while there is no preset.
    const QString& chosenId() const { return id_; }
    const run::RunConfig& config() const { return config_; }
    /// As it was remembered; one that is not known is the first.
    void restore(const QString& id);
    /// Whether the form differs from it.
    void setChanged(bool changed);
    void retranslate();

signals:
    /// The form shall be as the preset: another one was chosen, or this one again.
    void wanted();

private:
    void layOut();
    void choose(int index);

    std::vector<Preset> presets_;
    QString id_;
    run::RunConfig config_;
    QLabel* label_;
    QComboBox* box_;
    QToolButton* reset_;
    QLabel* text_;
};

}  // namespace prunescope::ui
