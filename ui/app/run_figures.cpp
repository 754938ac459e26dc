#include "ui/app/run_figures.h"

#include "prune/method.h"
#include "session/outlook.h"
#include "ui/live/dense_twin.h"
#include "ui/live/outlook_words.h"
#include "ui/live/run_model.h"
#include "ui/support/format.h"
#include "ui/support/plain_label.h"
#include "view/quality_text.h"
#include "view/wilson.h"

#include <QHBoxLayout>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

const QString unknown = QStringLiteral("–");

/// "−0.30": in points of a percent, with its sign.
QString pointsText(double share) {
    QString size = decimalText(100 * std::abs(share), 2);
    // What is shown as nothing has no sign.
    if (size == decimalText(0, 2)) return size;
    return (share < 0 ? QStringLiteral("−") : QStringLiteral("+")) + size;
}

}  // namespace

RunFigures::RunFigures(const RunModel& run, QWidget* parent)
    : QWidget(parent), run_(run), twin_(new DenseTwin(run, this)) {
    setObjectName(QStringLiteral("runFigures"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(16);
    const auto label = [&](const char* name) {
        auto* made = new PlainLabel(this);
        made->setObjectName(QLatin1String(name));
        made->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row->addWidget(made);
        return made;
    };
    accuracy_ = label("figureAccuracy");
    cost_ = label("figureCost");
    sparsity_ = label("figureSparsity");
    for (const auto signal : {&RunModel::runChanged, &RunModel::stageChanged, &RunModel::snapshotChanged})
        connect(&run_, signal, this, &RunFigures::refresh);
    connect(twin_, &DenseTwin::changed, this, &RunFigures::refresh);
    retranslate();
}

void RunFigures::refresh() {
    showAccuracy();
    showCost();
    showSparsity();
}

void RunFigures::showAccuracy() {
    const auto now = run_.snapshot();
    const auto& test = now->test;
    const auto& measured = test ? test : now->validation;
    if (!run_.hasRun() || !measured) {
        accuracy_->setText(tr("test %1").arg(unknown));
        return accuracy_->setToolTip(tr("Share of right answers; not measured yet."));
    }
    if (measured->numbers) return showErrors(*measured);
    const view::Range interval = view::wilsonInterval(measured->accuracy(), measured->images());
    const QString share = QStringLiteral("%1 ± %2").arg(percentText(measured->accuracy()),
                                                        decimalText(50 * (interval.to - interval.from), 2));
    accuracy_->setText(test ? tr("test %1").arg(share) : tr("validation %1").arg(share));
    accuracy_->setToolTip(
        tr("Share of right answers among %1 samples, measured at epoch %2. With 95 % confidence it lies "
           "between %3 and %4, as far as the choice of samples goes; other seeds differ, too.")
            .arg(countText(measured->images()), decimalText(measured->epoch, 2), percentText(interval.from),
                 percentText(interval.to)));
}

void RunFigures::showErrors(const run::Evaluation& measured) {
    const run::QualityMeasure& measure = run::mainMeasure(run::Task::regression);
    const auto& target = run_.header()->dataset.target;
    const std::string unit = target ? target->unit : std::string();
    const auto text = [&](double value, const std::string& with) {
        return qualityText(measure, value, with);
    };
    const auto interval = view::qualityInterval(measure, measured);
    const double reach = interval ? (interval->to - interval->from) / 2 : 0;
    const QString figure = QStringLiteral("%1 %2 ± %3 %4")
                               .arg(QString::fromStdString(measure.name), text(measure.of(measured), {}),
                                    significantText(reach, 2), QString::fromStdString(unit))
                               .trimmed();
    accuracy_->setText(measured.split == run::Split::test ? tr("test %1").arg(figure)
                                                          : tr("validation %1").arg(figure));
    accuracy_->setToolTip(tr("Root mean squared error over %1 samples, measured at epoch %2, with its 95 % "
                             "interval as far as the "
                             "choice of samples goes. MAE %3, R² %4.")
                              .arg(countText(measured.images()), decimalText(measured.epoch, 2),
                                   text(measured.numbers->meanAbsolute, unit),
                                   decimalText(measured.numbers->rSquared(), 4)));
}

QString RunFigures::costText() const {
    const auto now = run_.snapshot();
    const run::QualityMeasure& measure = run::mainMeasure(now->test->task());
    if (!now->test->numbers) return pointsText(now->test->accuracy() - twin_->result()->quality);
    const auto& target = run_.header()->dataset.target;
    return QString::fromStdString(view::qualityChangeText(
        measure, twin_->result()->quality, measure.of(*now->test), target ? target->unit : std::string()));
}

void RunFigures::showCost() {
    const auto now = run_.snapshot();
    const bool prunes = run_.hasRun() && prune::prunes(run_.header()->config.method);
    const bool numbers = run_.hasRun() && run_.header()->dataset.task() == run::Task::regression;
    // A run in progress is not compared with one that has learned to its end.
    const bool known = prunes && twin_->result() && now->test && !run_.isLive();
    const QString cost = known ? costText() : unknown;
    cost_->setText(numbers ? tr("RMSE change %1").arg(cost) : tr("cost %1").arg(cost));
    cost_->setToolTip(
        known && numbers ? tr("Change of the test RMSE against the dense run %1.").arg(twin_->result()->id)
        : known          ? tr("Points of test accuracy against the dense run %1, which had %2.")
                      .arg(twin_->result()->id, percentText(twin_->result()->quality))
        : run_.hasRun() && !prunes ? tr("This run prunes nothing.")
        : numbers
            ? tr("What pruning costs: the change of the test RMSE against a dense run of the same "
                 "experiment. Known once both have ended.")
            : tr("What pruning costs: points of test accuracy against a dense run of the same experiment. "
                 "Known once both have ended."));
}

void RunFigures::showSparsity() {
    const auto now = run_.snapshot();
    const bool measured = run_.isLive() || !run_.history().steps().empty();
    const QString so = run_.hasRun() && measured ? percentText(now->sparsity) : unknown;
    if (!run_.takesCommands() || now->totalSteps == 0) {
        sparsity_->setText(tr("sparsity %1").arg(so));
        return sparsity_->setToolTip(tr("Share of the prunable weights that are pruned."));
    }
    const run::Outlook outlook = session::outlookOf(*now);
    const OutlookWords words(outlook, run_.header()->network.prunableWeights());
    sparsity_->setText(tr("sparsity %1 → %2").arg(so, percentText(outlook.atEnd())));
    sparsity_->setToolTip(words.misses() ? words.ending()
                                         : tr("Share of the prunable weights that are pruned: now, and at "
                                              "the end if nobody steps in."));
}

void RunFigures::retranslate() {
    reserve();
    refresh();
}

/// As much room as each ever takes: figures that move cannot be watched.
void RunFigures::reserve() {
    const QString share = QStringLiteral("88.88 % ± 8.88");
    const auto width = [](const QLabel& label, const QString& text) {
        return label.fontMetrics().horizontalAdvance(text);
    };
    accuracy_->setMinimumWidth(std::max(width(*accuracy_, tr("test %1").arg(share)),
                                        width(*accuracy_, tr("validation %1").arg(share))));
    cost_->setMinimumWidth(width(*cost_, tr("cost %1").arg(QStringLiteral("−88.88"))));
    sparsity_->setMinimumWidth(
        width(*sparsity_, tr("sparsity %1 → %2").arg(QStringLiteral("88.88 %"), QStringLiteral("88.88 %"))));
}

}  // namespace prunescope::ui
