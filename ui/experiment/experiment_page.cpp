#include "ui/experiment/experiment_page.h"

#include "base/error.h"
#include "data/dataset_entry.h"
#include "prune/method.h"
#include "run/config_io.h"
#include "ui/curve/plan_curve.h"
#include "ui/experiment/augmentation_preview.h"
#include "ui/experiment/branch_line.h"
#include "ui/experiment/class_panel.h"
#include "ui/experiment/config_check.h"
#include "ui/experiment/config_form.h"
#include "ui/experiment/form_row.h"
#include "ui/experiment/network_panel.h"
#include "ui/experiment/network_probe.h"
#include "ui/experiment/preset_row.h"
#include "ui/experiment/presets.h"
#include "ui/experiment/queue_panel.h"
#include "ui/experiment/recognised_data.h"
#include "ui/experiment/run_estimate.h"
#include "ui/experiment/run_series.h"
#include "ui/experiment/series_editor.h"
#include "ui/experiment/start_footer.h"
#include "ui/experiment/start_panel.h"
#include "ui/experiment/start_probe.h"
#include "ui/live/run_model.h"
#include "ui/live/run_queue.h"
#include "ui/support/engine_text.h"
#include "ui/support/message_bar.h"
#include "ui/support/vertical_scroll.h"

#include <QTimer>
#include <QVBoxLayout>

namespace prunescope::ui {
namespace {

const QString configKey = QStringLiteral("experiment/config");
const QString presetKey = QStringLiteral("experiment/preset");

}  // namespace

ExperimentPage::ExperimentPage(const PageContext& context, QWidget* parent, const QString& presetFolder)
    : StartPage(parent),
      context_(context),
      probe_(new NetworkProbe(this)),
      startProbe_(new StartProbe(this)),
      scroll_(new VerticalScroll(this)),
      preset_(new PresetRow(loadPresets(presetFolder), this)),
      branch_(new BranchLine(this)),
      form_(new ConfigForm(context.theme)),
      classes_(new ClassPanel(context.theme, context.settings)),
      augmentation_(new AugmentationPreview),
      network_(new NetworkPanel(context.theme, context.settings)),
      start_(new StartPanel),
      plan_(new PlanCurve(context.theme)),
      series_(new SeriesEditor(context.theme, context.settings, form_)),
      queue_(new RunQueue(context.run, context.settings, this)),
      queuePanel_(new QueuePanel(*queue_, context.run, context.settings, form_)),
      footer_(new StartFooter(context.theme, this)) {
    setObjectName(QStringLiteral("experimentPage"));
    layOut();
    connectAll();
    restore();
}

void ExperimentPage::layOut() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(preset_);
    column->addWidget(branch_);
    column->addWidget(form_);
    column->addStretch(1);
    form_->insertBelow("data_dir", *classes_);
    form_->insertBelow("augment.cutout", *augmentation_);
    form_->insertBelow("pruning.layers", *network_);
    form_->insertBelow("start.weights", *start_);
    form_->insertBelow("schedule.target", *plan_);
    form_->insertBelow("seed", *series_);
    form_->insertBelow("threads", *queuePanel_);
    scroll_->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll_, 1);
    layout->addWidget(footer_);
}

void ExperimentPage::connectAll() {
    connect(branch_, &BranchLine::changed, this, &ExperimentPage::check);
    connect(preset_, &PresetRow::wanted, this, [this] { setConfig(preset_->config()); });
    connect(form_, &ConfigForm::edited, this, &ExperimentPage::takeFormEdit);
    connect(plan_, &PlanCurve::edited, this, &ExperimentPage::takePlan);
    connect(network_, &NetworkPanel::layerChosen, form_, &ConfigForm::selectLayer);
    connect(network_, &NetworkPanel::edited, this, &ExperimentPage::takeBudgets);
    connect(series_, &SeriesEditor::edited, this, &ExperimentPage::check);
    connect(footer_, &StartFooter::startClicked, this, &ExperimentPage::requestStart);
    connect(footer_, &StartFooter::queueClicked, this, &ExperimentPage::wait);
    connect(probe_, &NetworkProbe::answered, this, [this] {
        takeLayers();
        check();
    });
    connect(startProbe_, &StartProbe::answered, this, &ExperimentPage::check);
    connect(&context_.run, &RunModel::stageChanged, this, &ExperimentPage::followStage);
    // The branch has begun, or another run is looked at: the next run is a new one.
    connect(&context_.run, &RunModel::runChanged, this, [this] {
        if (context_.run.isLive()) branch_->setOrigin(std::nullopt);
    });
    connect(&context_.run, &RunModel::startFailed, this, [this](const Text& where, const Text& what) {
        showStartError(where, what);
        emit showRequested();
    });
}

run::RunConfig ExperimentPage::config() const {
    return form_->config();
}

void ExperimentPage::setConfig(const run::RunConfig& config) {
    form_->setConfig(config);
    form_->setReference(preset_->config());
    takeEdit();
}

void ExperimentPage::fillBranch(const run::RunConfig& config, const BranchOrigin& origin) {
    branch_->setOrigin(origin);
    setConfig(config);
    emit showRequested();
}

void ExperimentPage::fill(const run::RunConfig& config) {
    branch_->setOrigin(std::nullopt);
    setConfig(config);
    emit showRequested();
}

void ExperimentPage::restore() {
    preset_->restore(context_.settings.value(presetKey).toString());
    run::RunConfig config = preset_->config();
    const std::string text = context_.settings.value(configKey).toString().toStdString();
    try {
        if (!text.empty()) config = run::configFromText(text, "settings");
    } catch (const Error&) {
        // Of another version, or damaged: the preset is as good a start.
        config = preset_->config();
    }
    retranslate();
    setConfig(config);
}

void ExperimentPage::remember() {
    const std::string text =
        run::configToJson(config()).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    context_.settings.setValue(configKey, QString::fromStdString(text));
    context_.settings.setValue(presetKey, preset_->chosenId());
}

void ExperimentPage::takeData(const std::filesystem::path& place) {
    run::RunConfig config = form_->config();
    if (run::namesNetworkFile(place.string())) {
        config.model = place.string();
        config.graph = nullptr;
    } else {
        config.dataDir = place.string();
    }
    form_->setConfig(config);
    takeFormEdit();
    emit showRequested();
}

/// Somebody who names data wants to see what they hold, and need not know what the program calls their kind.
void ExperimentPage::takeFormEdit() {
    const bool placed = form_->config().dataDir != place_ && !form_->config().dataDir.empty();
    const auto recognised = placed ? withRecognisedData(form_->config()) : std::nullopt;
    if (recognised) form_->setConfig(*recognised);
    takeEdit();
    if (placed) classes_->unfold();
    if (!recognised) return;
    const std::string name = data::datasets().get(recognised->dataset).description.title;
    footer_->message().show(MessageBar::Kind::information, [name] {
        return tr("The data set is now “%1”: that is what lies there.").arg(engineText(name));
    });
}

void ExperimentPage::takeEdit() {
    place_ = form_->config().dataDir;
    refusedAt_.clear();
    refusedWhy_ = {};
    footer_->message().clear();
    const run::RunConfig& config = form_->config();
    probe_->ask(networkQuestionOf(config));
    startProbe_->ask(startQuestionOf(config));
    classes_->ask(dataQuestionOf(config));
    augmentation_->ask(augmentationQuestionOf(config));
    takeLayers();
    preset_->setChanged(form_->isChanged());
    check();
    if (problem_.isEmpty()) remember();
}

/// Of a network that is refused nothing is known: the form keeps what it has.
void ExperimentPage::takeLayers() {
    const auto& facts = probe_->facts();
    network_->setBudgets(form_->config().pruning.layers);
    if (!facts || !facts->isKnown()) return;
    form_->setLayers(facts->layers);
    network_->setGraph(facts->graph);
}

void ExperimentPage::takeBudgets(const std::map<std::string, double>& budgets) {
    run::RunConfig config = form_->config();
    config.pruning.layers = budgets;
    setConfig(config);
}

void ExperimentPage::followStage() {
    const bool live = context_.run.isLive();
    // Only a run that was trained here, with its whole length measured, tells this machine's speed.
    if (wasLive_ && !live) learnSpeed(context_.run, context_.settings);
    wasLive_ = live;
    check();
}

void ExperimentPage::check() {
    form_->clearProblems();
    problem_ = form_->refusal();
    problemAt_ = problem_.section(QStringLiteral(": "), 0, 0);
    if (problem_.isEmpty() && !series_->refusal().isEmpty()) {
        problem_ = series_->refusal();
        problemAt_ = tr("More seeds");
    }
    if (problem_.isEmpty()) problem_ = branchProblem();
    if (problem_.isEmpty()) {
        if (const auto found = problemOf(form_->config(), probe_->facts(), startProbe_->facts())) {
            FormRow* editor = form_->editorAt(found->where);
            problemAt_ = editor == nullptr ? QString() : editor->title();
            problem_ = editor == nullptr ? found->reason
                                         : QStringLiteral("%1: %2").arg(editor->title(), found->reason);
            if (editor != nullptr) form_->showProblem(*editor, found->reason);
        }
    }
    if (problem_.isEmpty()) {
        if (FormRow* editor = form_->editorAt(refusedAt_))
            form_->showProblem(*editor, engineText(refusedWhy_));
    }
    const std::string& weights = form_->config().start.weights;
    start_->tell(!weights.empty() && weights != run::newWeights, startProbe_->facts());
    series_->setPrunes(prune::prunes(form_->config().method));
    showPlan();
    updateSummary();
    updateBlocker(startBlocker());
}

void ExperimentPage::updateSummary() {
    const auto& facts = probe_->facts();
    const double seconds = facts ? estimatedSeconds(*facts, form_->config(), context_.settings) : 0;
    footer_->showFacts(facts, seconds);
    footer_->setRuns(runs().size());
}

QString ExperimentPage::branchProblem() const {
    if (!branch_->origin() || runs().size() == 1) return {};
    return tr("A branch is one run: ask for one seed and one target, or remove the line on the branch.");
}

QString ExperimentPage::stageBlocker() const {
    if (context_.run.stage() == RunModel::Stage::ending)
        return tr("The network of the last run is still being measured and saved.");
    if (context_.run.isLive()) return tr("A run is going on. Stop it before you start another.");
    if (context_.run.stage() == RunModel::Stage::loading) return tr("The run is being prepared.");
    return {};
}

QString ExperimentPage::startBlocker() const {
    return problem_.isEmpty() ? stageBlocker() : problem_;
}

void ExperimentPage::updateBlocker(const QString& blocker) {
    // The reason stands at its field already; what the form cannot show is said here.
    const bool marked = !problem_.isEmpty() && !problemAt_.isEmpty();
    footer_->setBlocker(blocker, marked ? tr("Mend the marked field to start: %1").arg(problemAt_) : blocker,
                        problem_.isEmpty() && !branch_->origin());
    if (blocker == blocker_) return;
    blocker_ = blocker;
    emit startBlockerChanged();
}

std::vector<run::RunConfig> ExperimentPage::runs() const {
    return runsOf(form_->config(), series_->series());
}

bool ExperimentPage::requestStart() {
    form_->commit();
    series_->commit();
    if (!startBlocker().isEmpty()) return false;
    footer_->message().clear();
    remember();
    // Before it, since one that fails at once leads back here.
    emit watchRequested();
    const std::vector<run::RunConfig> all = runs();
    if (const auto origin = branch_->origin()) {
        context_.run.startBranch(*origin, all.front());
    } else if (all.size() == 1) {
        context_.run.start(all.front());
    } else {
        queue_->addBefore(all);
    }
    return true;
}

/// Behind all that wait already.
void ExperimentPage::wait() {
    form_->commit();
    series_->commit();
    if (!problem_.isEmpty()) return;
    remember();
    queue_->add(runs());
}

void ExperimentPage::takePlan() {
    run::RunConfig config = form_->config();
    config.schedule = plan_->plan();
    setConfig(config);
}

void ExperimentPage::showPlan() {
    const run::RunConfig& config = form_->config();
    plan_->setVisible(prune::prunes(config.method));
    plan_->setPlan(config.schedule, config.epochs);
}

std::vector<Find> ExperimentPage::finds() {
    std::vector<Find> settings;
    for (FormRow* row : form_->editors()) {
        settings.push_back({tr("Setting"), row->title(), [this, row] {
                                emit showRequested();
                                form_->reveal(*row);
                                row->setFocus(Qt::OtherFocusReason);
                                // Once it has its place.
                                QTimer::singleShot(0, row,
                                                   [this, row] { scroll_->ensureWidgetVisible(row); });
                            }});
    }
    return settings;
}

void ExperimentPage::showStartError(const Text& where, const Text& what) {
    FormRow* editor = form_->editorAt(where.english());
    if (editor == nullptr) {
        const Text whole = Error(where, what, {}).whole();
        footer_->message().show(MessageBar::Kind::error, [whole] { return engineText(whole); });
        return;
    }
    refusedAt_ = editor->key();
    refusedWhy_ = what;
    check();
    // Once the message has its place.
    QTimer::singleShot(0, editor, [this, editor] { scroll_->ensureWidgetVisible(editor); });
    editor->setFocus(Qt::OtherFocusReason);
}

void ExperimentPage::retranslate() {
    preset_->retranslate();
    branch_->retranslate();
    footer_->retranslate();
    classes_->retranslate();
    augmentation_->retranslate();
    network_->retranslate();
    start_->retranslate();
    plan_->retranslate();
    series_->retranslate();
    queuePanel_->retranslate();
    form_->retranslate();
    check();
}

}  // namespace prunescope::ui
