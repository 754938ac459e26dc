#include "ui/runs/run_pair.h"

#include "base/error.h"
#include "report/csv.h"
#include "store/run_reader.h"
#include "ui/charts/chart_export.h"
#include "ui/runs/pair_table.h"
#include "ui/runs/run_differences.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/plain_label.h"

#include <fmt/format.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>
#include <cstdint>
#include <utility>

namespace prunescope::ui {
namespace {

QString countOf(std::size_t number) {
    return countText(static_cast<std::int64_t>(number));
}

}  // namespace

RunPair::RunPair(QWidget* parent)
    : RunPicture(parent),
      copy_(new QPushButton(this)),
      settings_(new PairTable(QStringLiteral("pairSettings"), this)),
      events_(new PairTable(QStringLiteral("pairEvents"), this)),
      results_(new PairTable(QStringLiteral("pairResults"), this)),
      verdict_(new PlainLabel(this)) {
    copy_->setObjectName(QStringLiteral("copyPair"));
    auto* beside = new QSplitter(Qt::Horizontal, this);
    for (PairTable* table : {settings_, events_, results_}) beside->addWidget(table);
    beside->setChildrenCollapsible(false);
    // Figures stand there with their intervals.
    const QList<int> parts{4, 3, 6};
    for (int i = 0; i < beside->count(); ++i) beside->setStretchFactor(i, parts[i]);
    constexpr int moreThanAnyScreen = 10'000;
    beside->setSizes(
        {moreThanAnyScreen * parts[0], moreThanAnyScreen * parts[1], moreThanAnyScreen * parts[2]});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(beside, 1);
    layout->addWidget(verdict_);
    verdict_->setObjectName(QStringLiteral("pairVerdict"));
    verdict_->setWordWrap(true);
    verdict_->setContentsMargins(8, 0, 8, 4);
    verdict_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(copy_, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QString::fromStdString(csv())); });
    retranslate();
}

QWidget* RunPair::tools() {
    return copy_;
}

QString RunPair::hint() const {
    return tr("Tick exactly two runs to see here in what they differ. Ticked: %1.")
        .arg(countOf(runs_.size()));
}

void RunPair::setRuns(std::vector<store::RunSummary> runs) {
    runs_ = std::move(runs);
    copy_->setEnabled(!isEmpty());
    readRecords();
    showFigures();
    showEvents();
}

RunPair::EventState RunPair::stateOf(const store::RunSummary& run) {
    return {run.folder, run.name, run.epochsDone, run.state, run.live};
}

RunPair::Records RunPair::recordsOf(const Place& first, const Place& second) {
    std::vector<Text> problems;
    std::array<view::EventLog, 2> logs;
    std::array<view::TestedRun, 2> tests;
    for (std::size_t i = 0; i < 2; ++i) {
        const Place& place = i == 0 ? first : second;
        store::ReadRun read = store::readComparedParts(store::RunFolder(place.folder));
        problems.insert(problems.end(), read.problems.begin(), read.problems.end());
        logs[i] = {std::move(read.record.events), run::prunableNames(read.record.header.network)};
        tests[i] = view::lastTestOf(place.name, std::move(read.record));
    }
    return {view::eventDifferences(logs[0], logs[1]), view::compareTested(tests[0], tests[1]),
            listed(problems)};
}

/// Only when other runs are shown, or one of them has gone on.
void RunPair::readRecords() {
    if (isEmpty()) {
        reading_.cancel();
        asked_.reset();
        read_.reset();
        return;
    }
    const std::array<EventState, 2> now{stateOf(runs_[0]), stateOf(runs_[1])};
    if (asked_ == now) return;
    const bool others =
        !asked_ || (*asked_)[0].folder != now[0].folder || (*asked_)[1].folder != now[1].folder;
    // Those of a run that has gone on are shown until there are more.
    if (others) read_.reset();
    asked_ = now;
    const std::vector<QString> names = legendNames({&runs_[0], &runs_[1]});
    const auto placeOf = [&](std::size_t i) { return Place{now[i].folder, names[i].toStdString()}; };
    reading_.start([first = placeOf(0), second = placeOf(1)] { return recordsOf(first, second); },
                   [this](Records records) { takeRecords(std::move(records)); },
                   [this](const Error& error) { takeRecords({.problem = textOf(error)}); });
}

void RunPair::takeRecords(Records records) {
    read_ = std::move(records);
    showFigures();
    showEvents();
}

void RunPair::retranslate() {
    copy_->setText(tr("Copy as CSV"));
    copy_->setToolTip(tr("Copies the three tables and what follows from them, for a spreadsheet."));
    showFigures();
    showEvents();
}

QStringList RunPair::titles(const QString& what) const {
    if (isEmpty()) return {what};
    const std::vector<QString> names = legendNames({&runs_[0], &runs_[1]});
    return {what, names[0], names[1]};
}

void RunPair::showFigures() {
    std::vector<PairRow> rows;
    std::vector<PairRow> results;
    if (!isEmpty()) {
        rows = settingRows(runs_[0], runs_[1]);
        results = resultRows(runs_[0], runs_[1]);
        if (read_) {
            const std::vector<PairRow> samples = sampleRows(read_->tested);
            results.insert(results.end(), samples.begin(), samples.end());
        }
    }
    settings_->setRows(titles(tr("Setting")), rows);
    settings_->setCaption(tr("Settings that differ: %1").arg(countOf(rows.size())));
    results_->setRows(titles(tr("Result")), results);
    results_->setCaption(tr("Results"));
    verdict_->setText(verdict());
    verdict_->setVisible(!verdict_->text().isEmpty());
}

void RunPair::showEvents() {
    events_->setRows(titles(tr("Epoch")), read_ ? eventRows(read_->differences) : std::vector<PairRow>());
    if (!read_) {
        events_->setCaption(tr("Reading the events…"));
    } else if (!read_->problem.empty()) {
        events_->setCaption(tr("Not all events can be read: %1").arg(engineText(read_->problem)));
    } else {
        events_->setCaption(
            tr("Events of one run that the other has not: %1").arg(countOf(read_->differences.size())));
    }
}

QString RunPair::verdict() const {
    return read_ && !isEmpty() ? engineText(read_->tested.words) : QString();
}

Poster RunPair::poster(const RunComparison& /*comparison*/) const {
    if (isEmpty()) return {};
    const std::vector<QString> names = legendNames({&runs_[0], &runs_[1]});
    Poster titleAlone;
    titleAlone.title = tr("%1 beside %2").arg(names[0], names[1]);
    return titleAlone;
}

std::string RunPair::csv() const {
    if (isEmpty()) return {};
    return fmt::format("table,what,{},{}\r\n", report::csvText(runs_[0].id), report::csvText(runs_[1].id)) +
           pairCsvLines("setting", settings_->rows()) + pairCsvLines("event", events_->rows()) +
           pairCsvLines("result", results_->rows()) +
           pairCsvLines("verdict", verdict().isEmpty() ? std::vector<PairRow>()
                                                       : std::vector<PairRow>{{.what = verdict()}});
}

bool RunPair::saveFigures(const QString& path, QString& error) const {
    return writeText(path, QByteArray::fromStdString(csv()), error);
}

}  // namespace prunescope::ui
