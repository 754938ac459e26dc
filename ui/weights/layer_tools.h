#pragma once

#include "view/weight_layout.h"

#include <QStringList>
#include <QWidget>
#include <vector>

class QComboBox;
class QLabel;
class QToolButton;

namespace prunescope::ui {

/// The row above the picture of the weights: which layer it shows, how it is laid out, and its zoom.
class LayerTools : public QWidget {
    Q_OBJECT
public:
    explicit LayerTools(QWidget* parent);

    /// The same name again stays chosen. Announces nothing.
    void setLayers(const QStringList& names);
    /// Announces nothing.
    void setArrangements(const std::vector<view::Arrangement>& arrangements);
    void choose(int layer);
    int layer() const;
    bool hasArrangement() const;
    view::Arrangement arrangement() const;
    void retranslate();

signals:
    void layerChosen();
    void arrangementChosen();
    void zoomInRequested();
    void zoomOutRequested();
    void fitRequested();

private:
    QLabel* layerLabel_;
    QComboBox* layers_;
    QLabel* arrangementLabel_;
    QComboBox* arrangements_;
    QToolButton *zoomOut_, *zoomIn_, *fit_;
};

}  // namespace prunescope::ui
