#include "ui/training/training_page.h"

#include "session/command.h"
#include "ui/live/run_model.h"
#include "ui/support/empty_state.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <array>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr int plannedPoints = 400;
constexpr double startSmoothing = 0.9;
constexpr int faint = 60;  ///< alpha of what stands behind

QColor faded(QColor colour) {
    colour.setAlpha(faint);
    return colour;
}

}  // namespace

struct TrainingPage::Planned {
    view::Timeline times;
    view::Curve curve;
};

TrainingPage::TrainingPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      context_(context),
      stack_(new QStackedWidget(this)),
      empty_(new EmptyState(this)),
      charts_(new QWidget(this)),
      measures_(new ChartPanel(context.theme, axis_, charts_)),
      sparsity_(new ChartPanel(context.theme, axis_, charts_)),
      attention_(new ChartPanel(context.theme, axis_, charts_)),
      churn_(new ChartPanel(context.theme, axis_, charts_)),
      smoothAccuracy_(startSmoothing),
      smoothLoss_(startSmoothing),
      planned_(std::make_unique<Planned>()) {
    auto* grid = new QGridLayout(charts_);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(makeTools(), 0, 0, 1, 2);
    grid->addWidget(measures_, 1, 0);
    grid->addWidget(sparsity_, 1, 1);
    grid->addWidget(attention_, 2, 0);
    grid->addWidget(churn_, 2, 1);
    for (const int i : {0, 1}) {
        grid->setColumnStretch(i, 1);
        grid->setRowStretch(i + 1, 1);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack_);
    stack_->addWidget(empty_);
    stack_->addWidget(charts_);
    sparsity_->setShare(true);
    attention_->setShare(true);
    connect(empty_, &EmptyState::actionTriggered, this, &TrainingPage::startRequested);
    connect(&context_.run, &RunModel::runChanged, this, &TrainingPage::rebuild);
    connect(&context_.run, &RunModel::stageChanged, this, &TrainingPage::retranslate);
    connect(&context_.run, &RunModel::historyGrew, this, &TrainingPage::followHistory);
    connect(&context_.run, &RunModel::eventsGrew, this, [this] {
        planSchedule();
        rebuildMarks();
    });
    connect(&context_.theme, &Theme::changed, this, &TrainingPage::rebuild);
    for (const ChartPanel* panel : panels()) {
        connect(panel, &ChartPanel::markActivated, &context_.run, &RunModel::activateEvent);
    }
    retranslate();
}

TrainingPage::~TrainingPage() = default;

QWidget* TrainingPage::makeTools() {
    auto* row = new QWidget(charts_);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(8, 4, 8, 4);
    measure_ = new QComboBox(row);
    measure_->setObjectName(QStringLiteral("measure"));
    unit_ = new QComboBox(row);
    unit_->setObjectName(QStringLiteral("timeUnit"));
    perLayer_ = new QCheckBox(row);
    perLayer_->setObjectName(QStringLiteral("perLayer"));
    smoothing_ = new QSlider(Qt::Horizontal, row);
    smoothing_->setObjectName(QStringLiteral("smoothing"));
    smoothing_->setRange(0, 99);
    smoothing_->setValue(static_cast<int>(100 * startSmoothing));
    smoothing_->setMaximumWidth(fontMetrics().averageCharWidth() * 20);
    unitLabel_ = new QLabel(row);
    smoothingLabel_ = new QLabel(row);
    resetZoom_ = new QPushButton(row);
    resetZoom_->setObjectName(QStringLiteral("resetZoom"));
    for (QWidget* w :
         std::initializer_list<QWidget*>{measure_, unitLabel_, unit_, smoothingLabel_, smoothing_, perLayer_})
        layout->addWidget(w);
    layout->addStretch(1);
    layout->addWidget(resetZoom_);
    connect(measure_, &QComboBox::currentIndexChanged, this, &TrainingPage::buildMeasures);
    connect(unit_, &QComboBox::currentIndexChanged, this,
            [this](int index) { axis_.setUnit(static_cast<view::TimeUnit>(std::max(0, index))); });
    connect(perLayer_, &QCheckBox::toggled, this, &TrainingPage::buildSparsity);
    connect(smoothing_, &QSlider::valueChanged, this, &TrainingPage::setSmoothing);
    connect(resetZoom_, &QPushButton::clicked, this, [this] { axis_.setZoom(std::nullopt); });
    return row;
}

void TrainingPage::retranslate() {
    const bool loading = context_.run.stage() == RunModel::Stage::loading;
    empty_->setTexts(
        loading ? tr("Loading") : tr("No run yet"),
        loading ? tr("The data set or the run is being read.")
                : tr("Here you watch accuracy, sparsity, attention and churn while a network prunes itself. "
                     "Choose an experiment on the left and start it."),
        loading ? QString() : tr("Start the experiment"));
    const auto fill = [](QComboBox* box, const QStringList& texts) {
        const QSignalBlocker quiet(box);
        const int index = std::max(0, box->currentIndex());
        box->clear();
        box->addItems(texts);
        box->setCurrentIndex(index);
    };
    const bool first = unit_->count() == 0;
    fill(measure_, {tr("Accuracy"), tr("Loss")});
    fill(unit_, {tr("Steps"), tr("Epochs"), tr("Wall time (s)"), tr("Process time (s)")});
    if (first) unit_->setCurrentIndex(1);
    unitLabel_->setText(tr("Time axis"));
    smoothingLabel_->setText(tr("Smoothing"));
    smoothing_->setAccessibleName(tr("Smoothing"));
    measure_->setAccessibleName(tr("Measure"));
    smoothing_->setToolTip(
        tr("Weight of the past in the moving average of the training curve (debiased EMA)."));
    unit_->setToolTip(tr("What the horizontal axis counts; process time leaves pauses out."));
    perLayer_->setText(tr("Sparsity per layer"));
    perLayer_->setToolTip(
        tr("Shows how sparse every single layer is: pruned weights over all of its weights."));
    resetZoom_->setText(tr("Reset zoom"));
    resetZoom_->setToolTip(
        tr("Shows the whole run again; the wheel zooms, dragging moves, a double click resets."));
    rebuild();
}

ChartSeries TrainingPage::line(const QString& label, const QColor& colour, const view::Timeline& times,
                               const view::Curve& curve) const {
    return {.label = label, .colour = colour, .times = &times, .curve = &curve};
}

void TrainingPage::rebuild() {
    stack_->setCurrentWidget(context_.run.hasRun() ? charts_ : empty_);
    smoothAccuracy_ = view::SmoothedCurve(smoothing_->value() / 100.0);
    smoothLoss_ = view::SmoothedCurve(smoothing_->value() / 100.0);
    planSchedule();
    buildMeasures();
    buildSparsity();
    buildAttention();
    buildChurn();
    rebuildMarks();
    followHistory();
}

void TrainingPage::setSmoothing(int percent) {
    smoothAccuracy_ = view::SmoothedCurve(percent / 100.0);
    smoothLoss_ = view::SmoothedCurve(percent / 100.0);
    followHistory();
}

/// The requested sparsity over the whole run, from the schedule that is in force.
void TrainingPage::planSchedule() {
    *planned_ = {};
    if (!context_.run.hasRun()) return;
    const run::RunHeader& header = *context_.run.header();
    const auto snapshot = context_.run.snapshot();
    const run::SparsitySchedule& schedule = snapshot->totalSteps > 0 ? snapshot->schedule : header.schedule;
    const std::int64_t total = header.totalSteps;
    const double epochs = static_cast<double>(header.config.epochs);
    const view::Timeline& steps = context_.run.history().steps();
    const view::Moment last = steps.empty() ? view::Moment{} : steps.at(steps.size() - 1);
    // Ahead, time is told from the speed so far.
    const double perStep = last.step > 0 ? 1.0 / static_cast<double>(last.step) : 0;
    for (int i = 0; i <= plannedPoints; ++i) {
        const std::int64_t step = total * i / plannedPoints;
        const auto share = static_cast<double>(step) / static_cast<double>(std::max<std::int64_t>(1, total));
        const double ratio = static_cast<double>(step) * perStep;
        planned_->times.append({step, epochs * share, last.wallSeconds * ratio, last.processSeconds * ratio});
        planned_->curve.append(run::sparsityAt(schedule, StepIndex{step}));
    }
    for (ChartPanel* panel : panels()) panel->setLastMoment(planned_->times.at(plannedPoints));
}

void TrainingPage::buildMeasures() {
    const bool loss = measure_->currentIndex() == 1;
    const view::RunHistory& h = context_.run.history();
    const Theme& t = context_.theme;
    measures_->setTitle(loss ? tr("Loss (validation; train faint)")
                             : tr("Accuracy (validation; train faint)"));
    measures_->setShare(!loss);
    ChartSeries raw = line(tr("train, raw"), faded(t.category(5)), h.steps(), loss ? h.loss() : h.accuracy());
    raw.width = 1;
    raw.inLegend = false;
    measures_->setSeries(
        {raw,
         line(tr("train, smoothed"), t.category(5), h.steps(),
              loss ? smoothLoss_.curve() : smoothAccuracy_.curve()),
         line(tr("test"), t.category(1), h.test().times, loss ? h.test().loss : h.test().accuracy),
         line(tr("validation"), t.category(0), h.validation().times,
              loss ? h.validation().loss : h.validation().accuracy)});
}

void TrainingPage::buildSparsity() {
    const view::RunHistory& h = context_.run.history();
    const Theme& t = context_.theme;
    sparsity_->setTitle(tr("Sparsity (requested dashed)"));
    ChartSeries ahead = line(tr("requested"), t.mutedText(), planned_->times, planned_->curve);
    ahead.style = Qt::DashLine;
    std::vector<ChartSeries> series{ahead};
    if (perLayer_->isChecked()) {
        const auto names = context_.run.layerNames();
        for (std::size_t l = 0; l < h.layers().size() && l < names.size(); ++l) {
            series.push_back(line(QString::fromStdString(names[l]), t.layer(l, names.size()), h.updates(),
                                  h.layers()[l].sparsity));
        }
    }
    series.push_back(line(tr("achieved"), t.accent(), h.steps(), h.sparsity()));
    sparsity_->setSeries(std::move(series));
}

void TrainingPage::buildAttention() {
    const view::RunHistory& h = context_.run.history();
    const Theme& t = context_.theme;
    attention_->setTitle(tr("Attention strength by layer (floor dashed)"));
    const auto names = context_.run.layerNames();
    std::vector<ChartSeries> series;
    for (std::size_t l = 0; l < h.layers().size() && l < names.size(); ++l) {
        const QColor colour = t.layer(l, names.size());
        ChartSeries floor = line(tr("floor %1").arg(QString::fromStdString(names[l])), faded(colour),
                                 h.updates(), h.layers()[l].floor);
        floor.style = Qt::DashLine;
        floor.width = 1;
        floor.inLegend = false;
        series.push_back(floor);
        series.push_back(
            line(QString::fromStdString(names[l]), colour, h.updates(), h.layers()[l].attention));
    }
    attention_->setSeries(std::move(series));
}

void TrainingPage::buildChurn() {
    const view::RunHistory& h = context_.run.history();
    churn_->setTitle(tr("Churn: weights cut and revived at each mask update"));
    churn_->setSeries({line(tr("cut"), context_.theme.category(3), h.updates(), h.cut()),
                       line(tr("revived"), context_.theme.category(2), h.updates(), h.revived())});
}

QString TrainingPage::markText(const run::AuditEvent& event) const {
    namespace kinds = session::event;
    if (event.kind == kinds::phaseChanged) return tr("Change of phase");
    if (event.kind == kinds::scheduleEdited) return tr("Schedule edited");
    if (event.kind == kinds::attentionSet) return tr("Attention strength set");
    if (event.kind == kinds::frozen) return tr("Mask frozen");
    if (event.kind == kinds::unfrozen) return tr("Mask unfrozen");
    return {};
}

void TrainingPage::rebuildMarks() {
    std::vector<ChartMark> marks;
    const view::Timeline& steps = context_.run.history().steps();
    for (const run::AuditEvent& event : context_.run.events()) {
        QString text = markText(event);
        if (text.isEmpty()) continue;
        if (!event.reason.empty()) text += QStringLiteral(": ") + QString::fromStdString(event.reason);
        view::Moment moment = steps.momentOf(event.step.value);
        moment.step = event.step.value;
        moment.epoch = event.epoch;
        marks.push_back({moment, text, event.sequence});
    }
    for (ChartPanel* panel : panels()) panel->setMarks(marks);
}

void TrainingPage::followHistory() {
    smoothAccuracy_.follow(context_.run.history().accuracy());
    smoothLoss_.follow(context_.run.history().loss());
    for (ChartPanel* panel : panels()) panel->refresh();
}

}  // namespace prunescope::ui
