#include "ui/weights/layer_tools.h"

#include "ui/support/plain_label.h"
#include "ui/weights/weight_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr qsizetype longestName = 40;  ///< letters that the list of layers has room for

/// Names of layers differ at their ends.
QString shortName(const QString& name) {
    if (name.size() <= longestName) return name;
    return name.left(longestName / 2) + QStringLiteral("…") + name.right(longestName / 2);
}

}  // namespace

LayerTools::LayerTools(QWidget* parent)
    : QWidget(parent),
      layerLabel_(new PlainLabel(this)),
      layers_(new QComboBox(this)),
      arrangementLabel_(new PlainLabel(this)),
      arrangements_(new QComboBox(this)) {
    layers_->setObjectName(QStringLiteral("layerCombo"));
    layers_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    layerLabel_->setBuddy(layers_);
    arrangements_->setObjectName(QStringLiteral("arrangementCombo"));
    arrangements_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    arrangementLabel_->setBuddy(arrangements_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(layerLabel_);
    row->addWidget(layers_);
    row->addWidget(arrangementLabel_);
    row->addWidget(arrangements_);
    row->addStretch(1);
    const auto button = [&](const char* name) {
        auto* made = new QToolButton(this);
        made->setObjectName(QLatin1String(name));
        made->setAutoRaise(true);
        row->addWidget(made);
        return made;
    };
    zoomOut_ = button("zoomOutButton");
    zoomIn_ = button("zoomInButton");
    fit_ = button("fitButton");
    connect(layers_, &QComboBox::currentIndexChanged, this, &LayerTools::layerChosen);
    connect(arrangements_, &QComboBox::currentIndexChanged, this, &LayerTools::arrangementChosen);
    connect(zoomIn_, &QToolButton::clicked, this, &LayerTools::zoomInRequested);
    connect(zoomOut_, &QToolButton::clicked, this, &LayerTools::zoomOutRequested);
    connect(fit_, &QToolButton::clicked, this, &LayerTools::fitRequested);
}

void LayerTools::setLayers(const QStringList& names) {
    const QString before = layers_->currentText();
    const QSignalBlocker quiet(layers_);
    layers_->clear();
    for (const QString& name : names) layers_->addItem(shortName(name));
    layers_->setCurrentIndex(std::max(0, layers_->findText(before)));
}

void LayerTools::setArrangements(const std::vector<view::Arrangement>& arrangements) {
    const QSignalBlocker quiet(arrangements_);
    arrangements_->clear();
    for (const view::Arrangement a : arrangements)
        arrangements_->addItem(WeightText::arrangement(a), static_cast<int>(a));
}

void LayerTools::choose(int layer) {
    layers_->setCurrentIndex(layer);
}

int LayerTools::layer() const {
    return std::max(0, layers_->currentIndex());
}

bool LayerTools::hasArrangement() const {
    return arrangements_->count() > 0;
}

view::Arrangement LayerTools::arrangement() const {
    return static_cast<view::Arrangement>(arrangements_->currentData().toInt());
}

void LayerTools::retranslate() {
    layerLabel_->setText(tr("&Layer"));
    layers_->setAccessibleName(tr("Layer"));
    layers_->setToolTip(tr("The layer whose weights are shown."));
    arrangementLabel_->setText(tr("&Show as"));
    arrangements_->setAccessibleName(tr("Arrangement"));
    arrangements_->setToolTip(
        tr("How the weights are laid out: each kernel or input by itself, or all as one matrix with a "
           "row for each output."));
    for (int i = 0; i < arrangements_->count(); ++i) {
        arrangements_->setItemText(
            i, WeightText::arrangement(static_cast<view::Arrangement>(arrangements_->itemData(i).toInt())));
    }
    zoomOut_->setText(QStringLiteral("−"));
    zoomOut_->setAccessibleName(tr("Zoom out"));
    zoomOut_->setToolTip(tr("Zoom out (−)"));
    zoomIn_->setText(QStringLiteral("+"));
    zoomIn_->setAccessibleName(tr("Zoom in"));
    zoomIn_->setToolTip(tr("Zoom in (+)"));
    fit_->setText(tr("Fit"));
    fit_->setToolTip(tr("Show the whole layer (0)"));
}

}  // namespace prunescope::ui
