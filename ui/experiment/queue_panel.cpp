#include "ui/experiment/queue_panel.h"

#include "ui/experiment/queue_forecast.h"
#include "ui/live/run_model.h"
#include "ui/live/run_queue.h"
#include "ui/support/format.h"
#include "ui/support/plain_label.h"
#include "ui/support/run_title.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace prunescope::ui {
namespace {

const QString unknownTime = QStringLiteral("–");

}  // namespace

QueuePanel::QueuePanel(RunQueue& queue, RunModel& run, QSettings& settings, QWidget* parent)
    : QWidget(parent),
      queue_(queue),
      forecast_(new QueueForecast(queue, run, settings, this)),
      title_(new PlainLabel(this)),
      end_(new PlainLabel(this)),
      list_(new QListWidget(this)),
      up_(new QPushButton(this)),
      down_(new QPushButton(this)),
      remove_(new QPushButton(this)),
      goOn_(new QPushButton(this)) {
    setObjectName(QStringLiteral("queuePanel"));
    list_->setObjectName(QStringLiteral("queueList"));
    up_->setObjectName(QStringLiteral("queueUp"));
    down_->setObjectName(QStringLiteral("queueDown"));
    remove_->setObjectName(QStringLiteral("queueRemove"));
    goOn_->setObjectName(QStringLiteral("queueGoOn"));
    end_->setObjectName(QStringLiteral("queueEnd"));
    title_->setWordWrap(true);
    end_->setWordWrap(true);
    constexpr int lines = 4;
    list_->setFixedHeight(lines * list_->fontMetrics().lineSpacing() + 2 * list_->frameWidth() + 4);
    list_->setTextElideMode(Qt::ElideMiddle);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {up_, down_, remove_}) buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(goOn_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(title_);
    column->addWidget(list_);
    column->addWidget(end_);
    column->addLayout(buttons);
    connect(&queue_, &RunQueue::changed, this, &QueuePanel::refresh);
    connect(forecast_, &QueueForecast::changed, this, &QueuePanel::refresh);
    connect(&run, &RunModel::stageChanged, this, &QueuePanel::sayWhen);
    connect(&run, &RunModel::snapshotChanged, this, [this] {
        if (isVisible()) sayWhen();
    });
    connect(list_, &QListWidget::currentRowChanged, this, &QueuePanel::enableButtons);
    connect(up_, &QPushButton::clicked, this, [this] { moveCurrent(true); });
    connect(down_, &QPushButton::clicked, this, [this] { moveCurrent(false); });
    connect(remove_, &QPushButton::clicked, this, &QueuePanel::removeCurrent);
    connect(goOn_, &QPushButton::clicked, &queue_, &RunQueue::goOn);
    retranslate();
}

void QueuePanel::refresh() {
    const int row = list_->currentRow();
    list_->clear();
    for (const run::RunConfig& config : queue_.waiting()) {
        const auto seconds = forecast_->secondsOf(config);
        list_->addItem(tr("%1, seed %2 · %3")
                           .arg(runTitle(config, {}), QString::number(config.seed),
                                seconds ? tr("about %1").arg(roughDurationText(*seconds)) : unknownTime));
    }
    list_->setCurrentRow(qBound(0, row, list_->count() - 1));
    title_->setText(queue_.standsStill()
                        ? tr("Waiting runs: %1. They stand still.").arg(countText(list_->count()))
                        : tr("Waiting runs: %1. Each starts when the one before has ended.")
                              .arg(countText(list_->count())));
    setVisible(!queue_.waiting().empty());
    goOn_->setVisible(queue_.standsStill());
    sayWhen();
    enableButtons();
}

void QueuePanel::sayWhen() {
    if (queue_.waiting().empty()) return;
    const auto seconds = forecast_->secondsOfAll();
    const QString time = seconds ? tr("about %1").arg(roughDurationText(*seconds)) : unknownTime;
    end_->setText(queue_.standsStill() ? tr("All together %1").arg(time) : tr("All done in %1").arg(time));
}

void QueuePanel::enableButtons() {
    const int row = list_->currentRow();
    up_->setEnabled(row > 0);
    down_->setEnabled(row >= 0 && row + 1 < list_->count());
    remove_->setEnabled(row >= 0);
}

void QueuePanel::moveCurrent(bool up) {
    const int row = list_->currentRow();
    queue_.move(static_cast<std::size_t>(row), up);
    list_->setCurrentRow(up ? row - 1 : row + 1);
}

void QueuePanel::removeCurrent() {
    queue_.remove(static_cast<std::size_t>(list_->currentRow()));
}

void QueuePanel::retranslate() {
    list_->setAccessibleName(tr("Waiting runs"));
    list_->setToolTip(tr("How long each run will take on this machine, judged by the last run's speed."));
    end_->setToolTip(tr("Until the last waiting run has ended, with the rest of the run that is going on."));
    up_->setText(tr("Up"));
    up_->setToolTip(tr("Starts the chosen run earlier."));
    down_->setText(tr("Down"));
    down_->setToolTip(tr("Starts the chosen run later."));
    remove_->setText(tr("Remove"));
    remove_->setToolTip(tr("The chosen run will not start."));
    goOn_->setText(tr("Go on"));
    goOn_->setToolTip(tr("Starts the next one as soon as no run is going on."));
    refresh();
}

}  // namespace prunescope::ui
