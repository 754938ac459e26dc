#include "ui/training/result_card.h"

#include "ui/live/run_model.h"
#include "ui/support/engine_text.h"
#include "ui/support/plain_label.h"
#include "ui/support/theme.h"
#include "workspace/run_report.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

namespace prunescope::ui {

ResultCard::ResultCard(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      sentence_(new ElidedLabel(this)),
      goOn_(new QPushButton(this)),
      explain_(new QPushButton(this)),
      measure_(new QPushButton(this)),
      report_(new QPushButton(this)),
      again_(new QPushButton(this)),
      twin_(new DenseTwin(context.run, this)) {
    setObjectName(QStringLiteral("resultCard"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 0);
    layout->setSpacing(2);
    layout->addLayout(makeFigures());
    layout->addLayout(makeLastRow());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const RunModel& run = context_.run;
    connect(&run, &RunModel::runChanged, this, &ResultCard::turn);
    connect(&run, &RunModel::stageChanged, this, &ResultCard::turn);
    connect(&run, &RunModel::snapshotChanged, this, [this] {
        if (isVisible() && !hasEnded()) refresh();
    });
    connect(&context_.theme, &Theme::changed, this, &ResultCard::restyle);
    connect(goOn_, &QPushButton::clicked, this, [this] {
        if (context_.run.canGoOn()) return context_.run.goOn();
        emit trainLongerRequested();
    });
    connect(explain_, &QPushButton::clicked, this, &ResultCard::explainRequested);
    connect(measure_, &QPushButton::clicked, this, &ResultCard::measureRequested);
    connect(report_, &QPushButton::clicked, this, &ResultCard::reportRequested);
    connect(again_, &QPushButton::clicked, this, [this] {
        if (context_.run.hasRun()) emit runAgainRequested(context_.run.header()->config);
    });
    connect(twin_, &DenseTwin::changed, this, &ResultCard::refresh);
    turn();
}

/// In columns whose widths do not depend on what is in them: a number that changes moves no other.
QLayout* ResultCard::makeFigures() {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(0);
    constexpr std::array<int, 4> shares{5, 4, 4, 3};
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    for (int column = 0; Figure & figure : figures_) {
        figure = {new ElidedLabel(this), new ElidedLabel(this)};
        figure.name->setForegroundRole(QPalette::PlaceholderText);
        figure.value->setFont(strong);
        figure.value->setObjectName(QStringLiteral("resultFigure%1").arg(column));
        grid->addWidget(figure.name, 0, column);
        grid->addWidget(figure.value, 1, column);
        grid->setColumnStretch(column, shares[static_cast<std::size_t>(column)]);
        ++column;
    }
    return grid;
}

/// The buttons keep their room while a run goes on and they are not there; what few runs can do has none.
QLayout* ResultCard::makeLastRow() {
    sentence_->setObjectName(QStringLiteral("resultSentence"));
    goOn_->setObjectName(QStringLiteral("resultGoOn"));
    explain_->setObjectName(QStringLiteral("resultExplain"));
    measure_->setObjectName(QStringLiteral("resultMeasure"));
    report_->setObjectName(QStringLiteral("resultReport"));
    again_->setObjectName(QStringLiteral("resultAgain"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(sentence_, 1);
    for (QPushButton* button : buttons()) {
        QSizePolicy room = button->sizePolicy();
        room.setRetainSizeWhenHidden(button != goOn_);
        button->setSizePolicy(room);
        row->addWidget(button);
    }
    return row;
}

bool ResultCard::hasEnded() const {
    using Stage = RunModel::Stage;
    const Stage stage = context_.run.stage();
    const bool ended = stage == Stage::finished || stage == Stage::stopped || stage == Stage::failed ||
                       stage == Stage::interrupted;
    return context_.run.hasRun() && ended;
}

void ResultCard::turn() {
    // The run before stays on display while another is being loaded.
    if (context_.run.stage() == RunModel::Stage::loading) return;
    summary_.reset();
    unreadable_.clear();
    reading_.cancel();
    for (QPushButton* button : buttons())
        button->setVisible(hasEnded() &&
                           (button != goOn_ || context_.run.canGoOn() || context_.run.canTrainLonger()));
    nameGoOn();
    if (hasEnded() && context_.run.folder() != nullptr) read();
    refresh();
}

void ResultCard::read() {
    reading_.start(
        [folder = *context_.run.folder()] { return report::summarise(workspace::readReportInput(folder)); },
        [this](report::Summary summary) {
            summary_ = std::make_shared<const report::Summary>(std::move(summary));
            refresh();
        },
        [this](const Error& error) {
            unreadable_ = engineText(error.whole());
            refresh();
        });
}

void ResultCard::nameGoOn() {
    const bool cutOff = context_.run.canGoOn();
    goOn_->setText(cutOff ? tr("Resume") : tr("Train longer…"));
    goOn_->setToolTip(
        cutOff ? tr("Goes on with this run from its last saved state: it ends in the same bits as one that "
                    "was never interrupted.")
               : tr("Goes on with this run to more epochs than it was asked for."));
}

void ResultCard::retranslate() {
    nameGoOn();
    explain_->setText(tr("Explain"));
    explain_->setToolTip(tr("Shows which weights the run has kept and which are pruned."));
    measure_->setText(tr("Measure"));
    measure_->setToolTip(tr("Leads to the bench, which times this network as pruned on this machine."));
    report_->setText(tr("Report"));
    report_->setToolTip(tr("Writes the run's report, as PDF or as a web page with its numbers."));
    again_->setText(tr("Run again"));
    again_->setToolTip(tr("Prepares another run with the same settings; nothing is started yet."));
    refresh();
}

void ResultCard::refresh() {
    if (!context_.run.hasRun()) return;
    const ResultWords words = hasEnded()
                                  ? resultWords(context_.run, {summary_.get(), unreadable_, twin_->result()})
                                  : liveWords(context_.run);
    for (std::size_t i = 0; i < figures_.size(); ++i) {
        const ResultWords::Figure& said = words.figures[i];
        figures_[i].name->setText(said.name);
        figures_[i].name->setToolTip(said.help);
        figures_[i].value->setText(said.value);
        figures_[i].value->setToolTip(said.help);
    }
    sentence_->setText(words.sentence);
    sentence_->setToolTip(words.wholeSentence);
    if (std::exchange(tone_, words.tone) != words.tone) restyle();
}

void ResultCard::restyle() {
    const Theme& theme = context_.theme;
    const QColor colour = tone_ == ResultWords::Tone::error     ? theme.error()
                          : tone_ == ResultWords::Tone::warning ? theme.warning()
                                                                : theme.text();
    sentence_->setStyleSheet(QStringLiteral("color: %1;").arg(colour.name()));
}

void ResultCard::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!hasEnded()) refresh();
}

}  // namespace prunescope::ui
