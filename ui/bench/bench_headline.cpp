#include "ui/bench/bench_headline.h"

#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"
#include "ui/support/plain_label.h"
#include "view/speed_words.h"

#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>

namespace prunescope::ui {

BenchHeadline::BenchHeadline(Theme& theme, QWidget* parent)
    : QWidget(parent),
      doubt_(new MessageBar(theme, this)),
      again_(doubt_->addButton()),
      first_(new PlainLabel(this)),
      rest_(new PlainLabel(this)),
      measuredOn_(new PlainLabel(this)) {
    setObjectName(QStringLiteral("benchHeadline"));
    doubt_->setObjectName(QStringLiteral("benchDoubt"));
    again_->setObjectName(QStringLiteral("benchMeasureAgain"));
    first_->setObjectName(QStringLiteral("benchOneImage"));
    rest_->setObjectName(QStringLiteral("benchOtherWork"));
    measuredOn_->setObjectName(QStringLiteral("benchMeasuredOn"));
    for (QLabel* label : {first_, rest_, measuredOn_}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    measuredOn_->setForegroundRole(QPalette::PlaceholderText);
    layOut();
    connect(again_, &QPushButton::clicked, this, &BenchHeadline::measureAgainRequested);
    hide();
}

void BenchHeadline::layOut() {
    auto* words = new QVBoxLayout;
    words->setContentsMargins(8, 0, 8, 8);
    words->setSpacing(4);
    for (QLabel* label : {first_, rest_, measuredOn_}) words->addWidget(label);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(doubt_);
    column->addLayout(words);
}

void BenchHeadline::setMeasurement(const std::optional<run::Measurement>& measurement,
                                   const std::optional<SavedTime>& saved) {
    measurement_ = measurement;
    saved_ = saved;
    retranslate();
    setVisible(measurement_.has_value());
}

void BenchHeadline::setLocked(bool locked) {
    again_->setEnabled(!locked);
}

QString BenchHeadline::restOfWords() const {
    QStringList lines{engineText(view::batchWords(*measurement_)),
                      engineText(view::stepWords(*measurement_))};
    if (saved_) {
        lines << tr("Frozen masks save this run about %1 of %2 (estimated from %3 of its %4 steps).")
                     .arg(durationText(saved_->savedMs / 1000), durationText(saved_->denseMs / 1000),
                          countText(saved_->frozenSteps), countText(saved_->steps));
    }
    lines << engineText(view::breakEvenWords(*measurement_));
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

void BenchHeadline::retranslate() {
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    first_->setFont(large);
    again_->setText(tr("Measure again"));
    if (!measurement_) return doubt_->clear();
    first_->setText(engineText(view::oneImageWords(*measurement_)));
    rest_->setText(restOfWords());
    measuredOn_->setText(
        engineText(view::measuredOnWords(*measurement_, timeText(measurement_->wallMs).toStdString())));
    doubt_->show(MessageBar::Kind::warning, engineText(view::doubtWords(*measurement_)));
}

}  // namespace prunescope::ui
