#include "ui/experiment/experiment_page.h"

#include "base/error.h"
#include "run/config_io.h"
#include "ui/experiment/config_check.h"
#include "ui/experiment/config_form.h"
#include "ui/experiment/form_row.h"
#include "ui/experiment/network_probe.h"
#include "ui/experiment/run_estimate.h"
#include "ui/experiment/summary_panel.h"
#include "ui/live/run_model.h"
#include "ui/support/engine_text.h"
#include "ui/support/message_bar.h"
#include "ui/support/plain_label.h"
#include "ui/support/theme.h"
#include "ui/support/vertical_scroll.h"

#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace prunescope::ui {
namespace {

const QString configKey = QStringLiteral("experiment/config");
const QString presetKey = QStringLiteral("experiment/preset");

}  // namespace

ExperimentPage::ExperimentPage(const PageContext& context, QWidget* parent, const QString& presetFolder)
    : StartPage(parent),
      context_(context),
      presets_(loadPresets(presetFolder)),
      probe_(new NetworkProbe(this)),
      scroll_(new VerticalScroll(this)),
      form_(new ConfigForm(context.theme)) {
    setObjectName(QStringLiteral("experimentPage"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    buildPresetRow(*column);
    column->addWidget(form_);
    column->addStretch(1);
    scroll_->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll_, 1);
    buildFooter(*layout);
    connect(form_, &ConfigForm::edited, this, &ExperimentPage::takeEdit);
    connect(probe_, &NetworkProbe::answered, this, [this] {
        takeLayers();
        check();
    });
    connect(&context_.run, &RunModel::stageChanged, this, &ExperimentPage::followStage);
    connect(&context_.run, &RunModel::startFailed, this, [this](const Text& where, const Text& what) {
        showStartError(where, what);
        emit showRequested();
    });
    connect(&context_.theme, &Theme::changed, this, &ExperimentPage::styleStart);
    styleStart();
    restore();
}

void ExperimentPage::buildPresetRow(QVBoxLayout& column) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    presetLabel_ = new PlainLabel(this);
    presetBox_ = new QComboBox(this);
    presetBox_->setObjectName(QStringLiteral("presetBox"));
    presetBox_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    presetBox_->setMinimumContentsLength(6);
    for (const Preset& preset : presets_) presetBox_->addItem(preset.id, preset.id);
    presetLabel_->setBuddy(presetBox_);
    resetButton_ = new QToolButton(this);
    resetButton_->setObjectName(QStringLiteral("resetButton"));
    row->addWidget(presetLabel_);
    row->addWidget(presetBox_, 1);
    presetText_ = new PlainLabel(this);
    presetText_->setObjectName(QStringLiteral("presetText"));
    presetText_->setWordWrap(true);
    presetText_->setForegroundRole(QPalette::PlaceholderText);
    auto* explanation = new QHBoxLayout;
    explanation->setSpacing(8);
    explanation->addWidget(presetText_, 1);
    explanation->addWidget(resetButton_, 0, Qt::AlignTop);
    column.addLayout(row);
    column.addLayout(explanation);
    connect(presetBox_, &QComboBox::activated, this, &ExperimentPage::choosePreset);
    connect(resetButton_, &QToolButton::clicked, this, &ExperimentPage::resetToPreset);
}

void ExperimentPage::buildFooter(QVBoxLayout& layout) {
    auto* line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    auto* footer = new QVBoxLayout;
    footer->setContentsMargins(16, 8, 16, 16);
    footer->setSpacing(8);
    summary_ = new SummaryPanel(this);
    startMessage_ = new MessageBar(context_.theme, this);
    startMessage_->setObjectName(QStringLiteral("startMessage"));
    blockerText_ = new PlainLabel(this);
    blockerText_->setObjectName(QStringLiteral("startBlocker"));
    blockerText_->setWordWrap(true);
    // Start stands still when a reason comes below it.
    blockerText_->setMinimumHeight(2 * blockerText_->fontMetrics().height());
    blockerText_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    startButton_ = new QPushButton(this);
    startButton_->setObjectName(QStringLiteral("startButton"));
    footer->addWidget(summary_);
    startMessage_->addDismissButton();
    footer->addWidget(startMessage_);
    footer->addWidget(startButton_);
    footer->addWidget(blockerText_);
    layout.addWidget(line);
    layout.addLayout(footer);
    connect(startButton_, &QPushButton::clicked, this, &ExperimentPage::requestStart);
}

run::RunConfig ExperimentPage::config() const {
    return form_->config();
}

void ExperimentPage::setConfig(const run::RunConfig& config) {
    form_->setConfig(config);
    form_->setReference(reference_);
    takeEdit();
}

void ExperimentPage::fill(const run::RunConfig& config) {
    setConfig(config);
    emit showRequested();
}

void ExperimentPage::restore() {
    presetId_ = context_.settings.value(presetKey).toString();
    const int remembered = presetBox_->findData(presetId_);
    const int index = remembered < 0 && !presets_.empty() ? 0 : remembered;
    if (index >= 0) {
        presetBox_->setCurrentIndex(index);
        presetId_ = presets_[static_cast<std::size_t>(index)].id;
        reference_ = presets_[static_cast<std::size_t>(index)].config;
    }
    run::RunConfig config = reference_;
    const std::string text = context_.settings.value(configKey).toString().toStdString();
    try {
        if (!text.empty()) config = run::configFromText(text, "settings");
    } catch (const Error&) {
        // Of another version, or damaged: the preset is as good a start.
        config = reference_;
    }
    retranslate();
    setConfig(config);
}

void ExperimentPage::remember() {
    const std::string text =
        run::configToJson(config()).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    context_.settings.setValue(configKey, QString::fromStdString(text));
    context_.settings.setValue(presetKey, presetId_);
}

void ExperimentPage::choosePreset(int index) {
    if (index < 0) return;
    const Preset& preset = presets_[static_cast<std::size_t>(index)];
    presetId_ = preset.id;
    reference_ = preset.config;
    presetText_->setText(presetDescription(presetId_));
    resetToPreset();
}

void ExperimentPage::resetToPreset() {
    setConfig(reference_);
}

void ExperimentPage::takeEdit() {
    refusedAt_.clear();
    refusedWhy_ = {};
    startMessage_->clear();
    const run::RunConfig& config = form_->config();
    probe_->ask({.dataset = config.dataset,
                 .model = config.model,
                 .dataDir = config.dataDir,
                 .dataOptions = config.dataOptions});
    takeLayers();
    resetButton_->setEnabled(form_->isChanged());
    check();
    if (problem_.isEmpty()) remember();
}

/// Of a network that is refused nothing is known: the form keeps what it has.
void ExperimentPage::takeLayers() {
    const auto& facts = probe_->facts();
    if (facts && facts->isKnown()) form_->setLayers(facts->layers);
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
    if (problem_.isEmpty()) {
        if (const auto found = problemOf(form_->config(), probe_->facts())) {
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
    updateSummary();
    updateBlocker(startBlocker());
}

/// The page's one primary action; the outline tells the focus.
void ExperimentPage::styleStart() {
    const Theme& theme = context_.theme;
    startButton_->setStyleSheet(
        QStringLiteral("QPushButton { padding: 6px; border-radius: 4px; border: 2px solid %1; background: %1;"
                       " color: %2; }"
                       "QPushButton:focus, QPushButton:pressed { border-color: %3; }"
                       "QPushButton:disabled { background: %4; border-color: %5; color: %6; }")
            .arg(theme.accent().name(), theme.onAccent().name(), theme.text().name(), theme.window().name(),
                 theme.hairline().name(), theme.mutedText().name()));
}

void ExperimentPage::updateSummary() {
    const auto& facts = probe_->facts();
    const double seconds = facts ? estimatedSeconds(*facts, form_->config(), context_.settings) : 0;
    summary_->show(facts, seconds);
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
    startButton_->setEnabled(blocker.isEmpty());
    startButton_->setToolTip(blocker.isEmpty() ? tr("Train and prune with this configuration.") : blocker);
    // The reason stands at its field already; what the form cannot show is said here.
    const bool marked = !problem_.isEmpty() && !problemAt_.isEmpty();
    blockerText_->setText(marked ? tr("Mend the marked field to start: %1").arg(problemAt_) : blocker);
    if (blocker == blocker_) return;
    blocker_ = blocker;
    emit startBlockerChanged();
}

bool ExperimentPage::requestStart() {
    form_->commit();
    if (!startBlocker().isEmpty()) return false;
    startMessage_->clear();
    remember();
    // Before it, since one that fails at once leads back here.
    emit watchRequested();
    context_.run.start(form_->config());
    return true;
}

void ExperimentPage::showStartError(const Text& where, const Text& what) {
    FormRow* editor = form_->editorAt(where.english());
    if (editor == nullptr) {
        const Text whole = Error(where, what, {}).whole();
        startMessage_->show(MessageBar::Kind::error, [whole] { return engineText(whole); });
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
    presetLabel_->setText(tr("Preset"));
    presetBox_->setAccessibleName(tr("Preset"));
    presetBox_->setToolTip(tr("A configuration to start from; it fills every field below."));
    for (int i = 0; i < presetBox_->count(); ++i) {
        const QString id = presetBox_->itemData(i).toString();
        presetBox_->setItemText(i, presetTitle(id));
        presetBox_->setItemData(i, presetDescription(id), Qt::ToolTipRole);
    }
    presetText_->setText(presetDescription(presetId_));
    resetButton_->setText(tr("Reset"));
    resetButton_->setToolTip(tr("Sets every field back to the preset; changed fields are bold with a dot."));
    startButton_->setText(tr("Start"));
    summary_->retranslate();
    form_->retranslate();
    check();
}

}  // namespace prunescope::ui
