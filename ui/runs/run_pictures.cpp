#include "ui/runs/run_pictures.h"

#include "ui/charts/chart_export.h"
#include "ui/runs/run_curves.h"
#include "ui/runs/run_map.h"
#include "ui/runs/run_overlay.h"
#include "ui/runs/run_pair.h"
#include "ui/runs/run_parallel.h"
#include "ui/runs/run_scatter.h"
#include "ui/runs/runs_model.h"
#include "ui/support/message_bar.h"
#include "ui/support/plain_label.h"
#include "ui/support/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <cstddef>
#include <utility>

namespace prunescope::ui {

RunPictures::RunPictures(Theme& theme, QSettings& settings, RunsModel& model, RunColours& colours,
                         RunCurves& curves, std::function<std::vector<int>()> shownRows, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      model_(model),
      colours_(colours),
      curves_(curves),
      shownRows_(std::move(shownRows)),
      tabs_(new QTabBar(this)),
      save_(new QPushButton(this)),
      copy_(new QPushButton(this)),
      figures_(new QPushButton(this)),
      message_(new MessageBar(theme, this)),
      stack_(new QStackedWidget(this)),
      hint_(new PlainLabel(this)),
      overlay_(new RunOverlay(theme, this)),
      scatter_(new RunScatter(theme, settings, this)),
      parallel_(new RunParallel(theme, this)),
      pair_(new RunPair(this)),
      map_(new RunMap(theme, this)) {
    layOut();
    connectParts();
    retranslate();
}

void RunPictures::layOut() {
    tabs_->setObjectName(QStringLiteral("runsPictureTabs"));
    save_->setObjectName(QStringLiteral("saveRunsPicture"));
    copy_->setObjectName(QStringLiteral("copyRunsPicture"));
    figures_->setObjectName(QStringLiteral("saveRunsFigures"));
    hint_->setObjectName(QStringLiteral("runsHint"));
    overlay_->setObjectName(QStringLiteral("runsOverlay"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    {
        const QSignalBlocker quiet(tabs_);
        for (int i = curvesTab; i <= mapTab; ++i) tabs_->addTab({});
    }
    hint_->setAlignment(Qt::AlignCenter);
    hint_->setWordWrap(true);
    hint_->setForegroundRole(QPalette::PlaceholderText);
    stack_->addWidget(hint_);
    for (RunPicture* page : pictures()) stack_->addWidget(page);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 8, 0);
    head->setSpacing(8);
    head->addWidget(tabs_);
    head->addStretch(1);
    for (RunPicture* page : pictures()) {
        if (QWidget* tools = page->tools()) head->addWidget(tools);
    }
    for (QPushButton* button : {save_, copy_, figures_}) head->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(message_);
    column->addWidget(stack_, 1);
}

void RunPictures::connectParts() {
    connect(tabs_, &QTabBar::currentChanged, this, [this] {
        message_->clear();
        known_ = false;
        refresh(mayRead_);
    });
    connect(overlay_, &RunOverlay::meansToggled, this, [this] { refresh(mayRead_); });
    for (RunPicture* each : pictures()) connect(each, &RunPicture::runChosen, this, &RunPictures::runChosen);
    connect(&theme_, &Theme::changed, this, [this] {
        known_ = false;
        refresh(mayRead_);
    });
    soon_.setSingleShot(true);
    connect(&soon_, &QTimer::timeout, this, [this] { refresh(mayRead_); });
    connect(save_, &QPushButton::clicked, this, &RunPictures::askForPicture);
    connect(figures_, &QPushButton::clicked, this, &RunPictures::askForFigures);
    connect(copy_, &QPushButton::clicked, this, &RunPictures::copyPicture);
}

void RunPictures::retranslate() {
    tabs_->setAccessibleName(tr("Pictures of the runs"));
    tabs_->setTabText(curvesTab, tr("Curves"));
    tabs_->setTabToolTip(curvesTab, tr("The ticked runs over time."));
    tabs_->setTabText(scatterTab, tr("Scatter"));
    tabs_->setTabToolTip(
        scatterTab,
        tr("A figure of the last test over sparsity, size or time of all runs that the table shows."));
    tabs_->setTabText(parallelTab, tr("Parallel coordinates"));
    tabs_->setTabToolTip(parallelTab,
                         tr("All runs that the table shows as lines through what they differ in."));
    tabs_->setTabText(differencesTab, tr("Differences"));
    tabs_->setTabToolTip(differencesTab, tr("Two ticked runs: in what they differ, and what came of it."));
    tabs_->setTabText(mapTab, tr("Map"));
    tabs_->setTabToolTip(mapTab, tr("Who came from whom, of all runs that the table shows."));
    save_->setText(tr("Save picture…"));
    save_->setToolTip(
        tr("Saves what is shown with a title, axes and legend, 1600 x 900 pixels, as PNG or SVG."));
    copy_->setText(tr("Copy picture"));
    copy_->setToolTip(tr("Copies the same picture, for a document or a mail."));
    figures_->setText(tr("Save numbers…"));
    figures_->setToolTip(tr("Saves the numbers that are shown as CSV."));
    for (RunPicture* each : pictures()) each->retranslate();
    known_ = false;
    refresh(mayRead_);
}

RunPictures::Tab RunPictures::tab() const {
    return static_cast<Tab>(tabs_->currentIndex());
}

void RunPictures::setTab(Tab tab) {
    tabs_->setCurrentIndex(tab);
}

std::array<RunPicture*, 5> RunPictures::pictures() const {
    return {overlay_, scatter_, parallel_, pair_, map_};
}

RunPicture& RunPictures::picture() const {
    return *pictures()[static_cast<std::size_t>(tab())];
}

void RunPictures::refresh(bool mayRead) {
    mayRead_ = mayRead;
    // Seen or not: the curves must not be those of runs that are gone.
    curves_.show(*overlay_, mayRead_ && isVisible() && tab() == curvesTab);
    if (tab() == scatterTab || tab() == parallelTab) showComparison();
    if (tab() == differencesTab && mayRead_) showPair();
    if (tab() == mapTab) showMap();
    updateHint();
    emit coloursChanged();
}

std::vector<int> RunPictures::ticked() const {
    std::vector<int> rows;
    for (int row = 0; row < model_.rowCount(); ++row) {
        if (model_.isTicked(row)) rows.push_back(row);
    }
    return rows;
}

RunComparison RunPictures::compare(const std::vector<int>& rows, FamilyColours& colours) const {
    std::vector<store::RunSummary> runs;
    std::vector<bool> marks;
    for (const int row : rows) {
        runs.push_back(model_.run(row));
        marks.push_back(model_.isTicked(row));
    }
    return compareRuns(runs, marks, colours);
}

void RunPictures::showPair() {
    std::vector<store::RunSummary> runs;
    for (const int row : ticked()) runs.push_back(model_.run(row));
    pair_->setRuns(std::move(runs));
}

void RunPictures::showMap() {
    std::vector<store::RunSummary> runs;
    for (const int row : shownRows_()) runs.push_back(model_.run(row));
    map_->setRuns(std::move(runs));
}

/// Again only when something of it has changed: with a thousand runs it takes a moment.
void RunPictures::showComparison() {
    const std::vector<int> rows = shownRows_();
    std::vector<Seen> now;
    for (const int row : rows) {
        const store::RunSummary& run = model_.run(row);
        Seen each{.id = run.id,
                  .name = run.name,
                  .epochs = run.epochs,
                  .live = run.live,
                  .ticked = model_.isTicked(row),
                  .configured = run.config.has_value()};
        // Those of a run that is being recorded change all the time, and are not drawn.
        if (!run.live) {
            each.sparsity = run.sparsity;
            each.accuracy = run.testAccuracy;
            each.otherQualities = run.otherTestQualities;
            each.errors = run.testErrors;
            each.bytes = run.storedBytes;
            each.oneImageMs = store::oneImageMs(run);
        }
        now.push_back(std::move(each));
    }
    const bool same = known_ && now == seen_;
    known_ = true;
    seen_ = std::move(now);
    if (!same) comparison_ = compare(rows, familyColours_);
    colours_.share(comparison_.slotsOfRuns());
    if (same) return;
    if (tab() == scatterTab) {
        scatter_->setComparison(comparison_);
    } else {
        parallel_->setComparison(comparison_);
    }
}

Poster RunPictures::poster() const {
    if (tab() != curvesTab) return picture().poster(comparison_);
    FamilyColours unused;
    return picture().poster(compare(ticked(), unused));
}

void RunPictures::grow() {
    if (tab() == curvesTab) overlay_->refresh();
}

void RunPictures::updateHint() {
    const bool empty = picture().isEmpty();
    stack_->setCurrentWidget(empty ? static_cast<QWidget*>(hint_) : &picture());
    hint_->setText(picture().hint());
    for (RunPicture* each : pictures()) {
        if (QWidget* tools = each->tools()) tools->setVisible(each == &picture());
    }
    for (QPushButton* button : {save_, copy_}) button->setVisible(picture().hasPoster());
    for (QPushButton* button : {save_, copy_, figures_}) button->setEnabled(!empty);
}

bool RunPictures::savePicture(const QString& path, QString& error) const {
    return savePoster(path, poster(), *this, error);
}

bool RunPictures::saveFigures(const QString& path, QString& error) const {
    return picture().saveFigures(path, error);
}

void RunPictures::copyPicture() const {
    QGuiApplication::clipboard()->setImage(posterImage(poster(), *this));
}

void RunPictures::askForPicture() {
    const QString path = askForPictureFile(this, poster().title);
    QString error;
    if (!path.isEmpty() && !savePicture(path, error)) return say(error);
    message_->clear();
}

void RunPictures::askForFigures() {
    const QString path = askForChartFile(this, poster().title, QStringLiteral("csv"));
    QString error;
    if (!path.isEmpty() && !saveFigures(path, error)) return say(error);
    message_->clear();
}

void RunPictures::say(const QString& error) {
    message_->show(MessageBar::Kind::error, error);
}

}  // namespace prunescope::ui
