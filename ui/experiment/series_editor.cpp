#include "ui/experiment/series_editor.h"

#include "ui/experiment/form_row.h"
#include "ui/support/message_bar.h"
#include "ui/support/plain_label.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace prunescope::ui {
namespace {

const QString twinKey = QStringLiteral("experiment/denseTwin");

}  // namespace

SeriesEditor::SeriesEditor(Theme& theme, QSettings& settings, QWidget* parent)
    : QWidget(parent),
      settings_(settings),
      label_(new PlainLabel(this)),
      seeds_(new QLineEdit(this)),
      twin_(new QCheckBox(this)),
      message_(new MessageBar(theme, this)) {
    setObjectName(QStringLiteral("seriesEditor"));
    seeds_->setObjectName(QStringLiteral("moreSeeds"));
    twin_->setObjectName(QStringLiteral("denseTwin"));
    message_->setObjectName(QStringLiteral("moreSeeds.message"));
    label_->setBuddy(seeds_);
    constexpr int longest = 400;
    seeds_->setMaxLength(longest);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    // In the columns of the options above and below it.
    auto* row = new QGridLayout;
    row->setHorizontalSpacing(8);
    row->setColumnStretch(0, FormRow::titleStretch);
    row->setColumnStretch(1, FormRow::fieldStretch);
    row->addWidget(label_, 0, 0);
    row->addWidget(seeds_, 0, 1);
    column->addLayout(row);
    column->addWidget(message_);
    column->addWidget(twin_);
    series_.denseTwin = settings_.value(twinKey, false).toBool();
    twin_->setChecked(series_.denseTwin);
    connect(seeds_, &QLineEdit::editingFinished, this, &SeriesEditor::take);
    connect(twin_, &QCheckBox::toggled, this, [this](bool wanted) {
        series_.denseTwin = wanted;
        settings_.setValue(twinKey, wanted);
        emit edited();
    });
    retranslate();
}

void SeriesEditor::take() {
    const auto seeds = writtenSeeds(seeds_->text());
    refused_ = !seeds;
    if (seeds) {
        series_.moreSeeds = *seeds;
        message_->clear();
    } else {
        message_->show(MessageBar::Kind::error, [this] { return refusal(); });
    }
    emit edited();
}

void SeriesEditor::commit() {
    take();
}

QString SeriesEditor::refusal() const {
    return refused_ ? tr("These are no seeds: write whole numbers such as 2, 3 or 2-5, at most 100.")
                    : QString();
}

void SeriesEditor::setPrunes(bool prunes) {
    twin_->setEnabled(prunes);
}

void SeriesEditor::retranslate() {
    label_->setText(tr("More seeds"));
    seeds_->setPlaceholderText(tr("none"));
    seeds_->setAccessibleName(tr("More seeds"));
    seeds_->setToolTip(tr(
        "The same experiment once more with each of these seeds, such as 2, 3 or 2-5: how far results differ "
        "by chance alone is then known."));
    twin_->setText(tr("With a dense twin"));
    twin_->setToolTip(tr(
        "Each seed once more without pruning, after the others: what pruning cost is then known, and stands "
        "in header and report."));
}

}  // namespace prunescope::ui
