#include "ui/experiment/summary_panel.h"

#include "ui/support/format.h"
#include "ui/support/plain_label.h"

#include <QGridLayout>
#include <QLabel>

namespace prunescope::ui {

SummaryPanel::SummaryPanel(QWidget* parent) : QWidget(parent) {
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(24);
    layout->setVerticalSpacing(2);
    const std::array<QString, figures> names{QStringLiteral("parameters"), QStringLiteral("prunableWeights"),
                                             QStringLiteral("macs"), QStringLiteral("estimate")};
    for (std::size_t i = 0; i < figures; ++i) {
        titles_[i] = new PlainLabel(this);
        titles_[i]->setForegroundRole(QPalette::PlaceholderText);
        values_[i] = new PlainLabel(this);
        values_[i]->setObjectName(names[i]);
        values_[i]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(titles_[i], 0, static_cast<int>(i));
        layout->addWidget(values_[i], 1, static_cast<int>(i));
    }
    retranslate();
    show(std::nullopt, 0);
}

void SummaryPanel::show(const std::optional<NetworkFacts>& facts, double seconds) {
    if (!facts || !facts->isKnown()) {
        for (QLabel* value : values_) value->setText(QStringLiteral("–"));
        nameValues();
        return;
    }
    values_[0]->setText(countText(facts->parameters));
    values_[1]->setText(countText(facts->weights));
    values_[2]->setText(countText(facts->macs));
    values_[3]->setText(durationText(seconds));
    nameValues();
}

/// A label is read by its text alone; a number without its title says nothing.
void SummaryPanel::nameValues() {
    for (std::size_t i = 0; i < figures; ++i) {
        values_[i]->setAccessibleName(QStringLiteral("%1: %2").arg(titles_[i]->text(), values_[i]->text()));
    }
}

void SummaryPanel::retranslate() {
    const std::array<QString, figures> titles{tr("Parameters"), tr("Prunable weights"),
                                              tr("Multiply-accumulates"), tr("Run time (estimated)")};
    const std::array<QString, figures> tips{
        tr("All numbers that the network learns: weights and biases."),
        tr("Weights that pruning may cut: those of convolutions and dense layers."),
        tr("Multiplications with addition that one sample takes without pruning, in one forward pass."),
        tr("How long the run will take on this machine, judged by the last run's speed.\n"
           "multiply-accumulates × 3 × samples × epochs ÷ speed")};
    for (std::size_t i = 0; i < figures; ++i) {
        titles_[i]->setText(titles[i]);
        titles_[i]->setToolTip(tips[i]);
        values_[i]->setToolTip(tips[i]);
    }
    nameValues();
}

}  // namespace prunescope::ui
