#include "ui/experiment/preset_row.h"

#include "ui/support/plain_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <algorithm>
#include <utility>

namespace prunescope::ui {

PresetRow::PresetRow(std::vector<Preset> presets, QWidget* parent)
    : QWidget(parent),
      presets_(std::move(presets)),
      label_(new PlainLabel(this)),
      box_(new QComboBox(this)),
      reset_(new QToolButton(this)),
      text_(new PlainLabel(this)) {
    box_->setObjectName(QStringLiteral("presetBox"));
    box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    constexpr int letters = 28;
    box_->setMinimumContentsLength(letters);
    for (const Preset& preset : presets_) box_->addItem(preset.id, preset.id);
    label_->setBuddy(box_);
    reset_->setObjectName(QStringLiteral("resetButton"));
    text_->setObjectName(QStringLiteral("presetText"));
    text_->setWordWrap(true);
    text_->setForegroundRole(QPalette::PlaceholderText);
    layOut();
    connect(box_, &QComboBox::activated, this, [this](int index) {
        choose(index);
        emit wanted();
    });
    connect(reset_, &QToolButton::clicked, this, &PresetRow::wanted);
}

void PresetRow::layOut() {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(label_);
    row->addWidget(box_);
    row->addSpacing(8);
    row->addWidget(text_, 1);
    row->addWidget(reset_);
}

void PresetRow::choose(int index) {
    const Preset& preset = presets_[static_cast<std::size_t>(index)];
    id_ = preset.id;
    config_ = preset.config;
    text_->setText(presetDescription(id_));
}

void PresetRow::restore(const QString& id) {
    id_ = id;
    if (presets_.empty()) return;
    const int index = std::max(0, box_->findData(id));
    box_->setCurrentIndex(index);
    choose(index);
}

void PresetRow::setChanged(bool changed) {
    reset_->setEnabled(changed);
}

void PresetRow::retranslate() {
    label_->setText(tr("Preset"));
    box_->setAccessibleName(tr("Preset"));
    box_->setToolTip(tr("A configuration to start from; it fills every field below."));
    for (int i = 0; i < box_->count(); ++i) {
        const QString id = box_->itemData(i).toString();
        box_->setItemText(i, presetTitle(id));
        box_->setItemData(i, presetDescription(id), Qt::ToolTipRole);
    }
    text_->setText(presetDescription(id_));
    reset_->setText(tr("Reset"));
    reset_->setToolTip(tr("Sets every field back to the preset; changed fields are bold with a dot."));
}

}  // namespace prunescope::ui
