#include "ui/experiment/class_panel.h"

#include "ui/experiment/data_facts.h"
#include "ui/experiment/error_text.h"
#include "ui/experiment/sample_strip.h"
#include "ui/experiment/section.h"
#include "ui/experiment/target_histogram.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"
#include "ui/support/plain_label.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <cstdint>

namespace prunescope::ui {
namespace {

const QString samplesOpenKey = QStringLiteral("experiment/samplesOpen");

QString countsOf(const data::ClassSamples& one) {
    return QStringLiteral("%1 / %2 / %3")
        .arg(countText(one.training), countText(one.validation), countText(one.test));
}

QLabel* quietLabel(const QString& text, QWidget* parent) {
    auto* label = new PlainLabel(parent);
    label->setText(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

}  // namespace

ClassPanel::ClassPanel(Theme& theme, QSettings& settings, QWidget* parent)
    : QWidget(parent),
      settings_(settings),
      section_(new Section(QStringLiteral("samples"), this)),
      state_(new PlainLabel(this)),
      message_(new MessageBar(theme, this)) {
    setObjectName(QStringLiteral("classPanel"));
    state_->setObjectName(QStringLiteral("classSummary"));
    message_->setObjectName(QStringLiteral("classMessage"));
    state_->setWordWrap(true);
    section_->rows()->addWidget(state_);
    section_->rows()->addWidget(message_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(section_);
    section_->setExpanded(settings_.value(samplesOpenKey, false).toBool());
    connect(section_, &Section::expandedChanged, this, [this](bool open) {
        settings_.setValue(samplesOpenKey, open);
        refresh();
    });
    retranslate();
}

void ClassPanel::ask(const DataQuestion& question) {
    if (question_ == question) return;
    question_ = question;
    refresh();
}

void ClassPanel::unfold() {
    const QSignalBlocker unremembered(section_);
    section_->setExpanded(true);
    refresh();
}

void ClassPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void ClassPanel::refresh() {
    if (!question_ || asked_ == question_ || !isVisible() || !section_->isExpanded()) return;
    asked_ = question_;
    look_.reset();
    message_->clear();
    job_.start([question = *question_] { return lookAtData(question); },
               [this](const DataLook& look) { take(look); }, [this](const Error& error) { refuse(error); });
    describe();
}

void ClassPanel::take(const DataLook& look) {
    look_ = look;
    describe();
}

void ClassPanel::refuse(const Error& error) {
    // The files may be there when it is shown the next time.
    asked_.reset();
    message_->show(MessageBar::Kind::warning, [error] { return placedReasonText(error); });
    describe();
}

void ClassPanel::describe() {
    const QString text = look_ ? summary() : job_.isRunning() ? tr("Reading the data set…") : QString();
    setAccessibleDescription(text.isEmpty() ? message_->text() : text);
    state_->setText(text);
    state_->setVisible(!text.isEmpty());
    fillRows();
}

/// "price: a number from 3.1 to 9.7 kWh, mean 5.2"
QString ClassPanel::targetSummary() const {
    const run::TargetDescription& target = *look_->description.target;
    const QString unit = QString::fromStdString(target.unit);
    return tr("%1: a number from %2 to %3 %4, mean %5; splits are drawn from all samples alike")
        .arg(QString::fromStdString(target.name), significantText(look_->targets.least, 4),
             significantText(look_->targets.largest, 4), unit, significantText(target.mean, 4))
        .simplified();
}

QString ClassPanel::summary() const {
    if (look_->description.target) return targetSummary();
    const auto fewer = [](const auto& a, const auto& b) { return a.training < b.training; };
    const auto [least, most] = std::minmax_element(look_->classes.begin(), look_->classes.end(), fewer);
    const QString classes = countText(static_cast<std::int64_t>(look_->classes.size()));
    if (least->training == most->training)
        return tr("%1 classes, each with %2 samples to train on").arg(classes, countText(most->training));
    return tr("%1 classes, each with %2 to %3 samples to train on")
        .arg(classes, countText(least->training), countText(most->training));
}

void ClassPanel::fillRows() {
    delete rows_;
    rows_ = nullptr;
    if (!look_) return;
    rows_ = new QWidget(this);
    auto* rows = new QVBoxLayout(rows_);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    rows->addWidget(new DataFacts(look_->description, rows_));
    if (look_->description.target) {
        auto* histogram = new TargetHistogram(look_->targets, rows_);
        histogram->setAccessibleName(tr("Histogram of the number to predict"));
        histogram->setAccessibleDescription(targetSummary());
        rows->addWidget(histogram);
    } else {
        fillClasses();
    }
    section_->rows()->addWidget(rows_);
}

void ClassPanel::fillClasses() {
    QLayout* const rows = rows_->layout();
    rows->addWidget(quietLabel(tr("Samples for training / validation / test"), rows_));
    const std::size_t shown = std::min(look_->classes.size(), mostClassesShown);
    const int width = widthOfWords(shown);
    for (std::size_t c = 0; c < shown; ++c) rows->addWidget(makeRow(c, width));
    const auto rest = static_cast<std::int64_t>(look_->classes.size() - shown);
    if (rest > 0)
        rows->addWidget(quietLabel(tr("Classes that are not shown: %1").arg(countText(rest)), rows_));
}

/// The same for all classes, so that their pictures begin below each other.
int ClassPanel::widthOfWords(std::size_t shown) const {
    constexpr int usualLetters = 16;
    int width = usualLetters * fontMetrics().averageCharWidth();
    for (std::size_t c = 0; c < shown; ++c)
        width = std::max(width, fontMetrics().horizontalAdvance(countsOf(look_->classes[c])) + 2);
    return width;
}

QWidget* ClassPanel::makeRow(std::size_t number, int widthOfWords) {
    const data::ClassSamples& one = look_->classes[number];
    const QString title = QString::fromStdString(one.name);
    auto* row = new QWidget(rows_);
    auto* name = new ElidedLabel(row);
    name->setObjectName(QStringLiteral("className"));
    name->setText(title);
    auto* counts = quietLabel(countsOf(one), row);
    counts->setObjectName(QStringLiteral("classCounts"));
    counts->setAccessibleName(
        tr("%1: samples for training %2, for validation %3, for test %4")
            .arg(title, countText(one.training), countText(one.validation), countText(one.test)));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    words->addWidget(counts);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addLayout(words);
    if (number < look_->pictures.size() && !look_->pictures[number].empty()) {
        name->setFixedWidth(widthOfWords);
        counts->setFixedWidth(widthOfWords);
        auto* strip = new SampleStrip(look_->pictures[number], row);
        strip->setAccessibleName(tr("Pictures of %1").arg(title));
        line->addWidget(strip, 1);
    }
    return row;
}

void ClassPanel::retranslate() {
    setAccessibleName(tr("What the data hold"));
    section_->setTitle(tr("What the data hold"));
    describe();
}

}  // namespace prunescope::ui
