// What the charts of the training page show: their curves, titles and marks.
#include "session/command.h"
#include "ui/live/run_model.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"
#include "ui/training/training_page.h"
#include "view/event_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <algorithm>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr double faint = 0.5;  ///< share of its colour that what stands behind has

/// What went wrong stands in the chart in words, not only in a tip.
bool isFinding(const std::string& kind) {
    namespace kinds = session::event;
    return kind == kinds::failed || kind == kinds::collapseSuspected || kind == kinds::divergenceSuspected ||
           kind == kinds::diverged || kind == kinds::endedAtChance;
}

}  // namespace

bool TrainingPage::showsLoss() const {
    return measure_->currentIndex() == 1;
}

ChartSeries TrainingPage::line(const QString& label, const QColor& colour, const view::Timeline& times,
                               const view::Curve& curve) const {
    return {.label = label, .colour = colour, .times = &times, .curve = &curve, .run = context_.run.runId()};
}

void TrainingPage::buildMeasures() {
    const bool loss = showsLoss();
    const view::RunHistory& h = context_.run.history();
    const Theme& t = context_.theme;
    if (loss) {
        measures_->setTitle(tr("Loss"), tr("How surprised the network is by the right answers, measured on "
                                           "each kind of images: the mean of −log p(right class)."));
    } else {
        measures_->setTitle(tr("Accuracy"), tr("Share of the images that the network classifies correctly, "
                                               "measured on each kind of images: right answers / images."));
    }
    measures_->setShare(!loss);
    measures_->setLogarithmic(loss && logarithmic_->isChecked());
    ChartSeries train =
        line(tr("train"), t.series(view::Series::train), h.steps(), loss ? h.loss() : h.accuracy());
    train.smoothed = true;
    train.width = 1.5;
    ChartSeries test = line(tr("test"), t.series(view::Series::test), h.test().times,
                            loss ? h.test().loss : h.test().accuracy);
    test.style = Qt::NoPen;
    ChartSeries validation = line(tr("validation"), t.series(view::Series::validation), h.validation().times,
                                  loss ? h.validation().loss : h.validation().accuracy);
    validation.points = true;
    measures_->setSeries({train, validation, test});
}

void TrainingPage::buildSparsity() {
    const view::RunHistory& h = context_.run.history();
    const Theme& t = context_.theme;
    sparsity_->setTitle(tr("Sparsity"),
                        tr("Share of the prunable weights that are pruned, 1 − kept / all: measured as a "
                           "solid line, asked for so far and what will come as a dashed one."));
    ChartSeries asked = line(tr("requested so far"), t.mutedText(), h.steps(), h.requestedSparsity());
    asked.style = Qt::DashLine;
    asked.width = thinLine;
    asked.inLegend = false;
    asked.belongsTo = tr("ahead");
    ChartSeries ahead = line(tr("ahead"), t.mutedText(), planned_.times(), planned_.curve());
    ahead.style = Qt::DashLine;
    ahead.width = 1.5;
    ahead.anchoredAtEnd = true;
    ahead.planned = true;
    std::vector<ChartSeries> series{asked, ahead};
    if (perLayer_->isChecked()) {
        const auto names = context_.run.layerNames();
        for (std::size_t l = 0; l < h.layers().size() && l < names.size(); ++l) {
            series.push_back(line(QString::fromStdString(names[l]), t.layer(l, names.size()), h.updates(),
                                  h.layers()[l].sparsity));
            series.back().width = 1.5;
        }
    }
    series.push_back(line(tr("achieved"), t.series(view::Series::sparsity), h.steps(), h.sparsity()));
    series.back().leadsLegend = true;
    sparsity_->setSeries(std::move(series));
}

void TrainingPage::buildAttention() {
    const view::RunHistory& h = context_.run.history();
    const Theme& t = context_.theme;
    const auto placeOf = [&h](run::MeasureRole role) {
        const auto found = std::find_if(h.measures().begin(), h.measures().end(),
                                        [role](const auto& measure) { return measure.role == role; });
        return static_cast<std::size_t>(found - h.measures().begin());
    };
    const std::size_t curve = placeOf(run::MeasureRole::curve);
    const std::size_t bound = placeOf(run::MeasureRole::bound);
    if (curve == h.measures().size()) {
        attention_->setTitle(tr("Figures of the method"),
                             tr("This method has no figures of its own for a layer."));
        return attention_->setSeries({});
    }
    const QString title = engineText(h.measures()[curve].title);
    const bool bounded = bound < h.measures().size();
    attention_->setTitle(
        bounded ? tr("%1 (%2 dashed)").arg(title, engineText(h.measures()[bound].title)) : title,
        engineText(h.measures()[curve].help));
    const auto names = context_.run.layerNames();
    std::vector<ChartSeries> bounds;
    std::vector<ChartSeries> curves;
    for (std::size_t l = 0; l < h.layers().size() && l < names.size(); ++l) {
        const QColor colour = t.layer(l, names.size());
        const QString name = QString::fromStdString(names[l]);
        curves.push_back(line(name, colour, h.updates(), h.layers()[l].ofMethod[curve]));
        if (!bounded) continue;
        const QString boundName = engineText(h.measures()[bound].title) + QStringLiteral(" ") + name;
        ChartSeries dashed =
            line(boundName, mixed(t.surface(), colour, faint), h.updates(), h.layers()[l].ofMethod[bound]);
        dashed.style = Qt::DashLine;
        dashed.width = thinLine;
        dashed.inLegend = false;
        dashed.belongsTo = name;
        bounds.push_back(dashed);
    }
    bounds.insert(bounds.end(), curves.begin(), curves.end());
    attention_->setSeries(std::move(bounds));
}

void TrainingPage::buildChurn() {
    const view::RunHistory& h = context_.run.history();
    churn_->setTitle(tr("Churn: weights cut and revived"),
                     tr("How many weights each mask update cuts, and how many it brings back; while both are "
                        "many, the network is still choosing."));
    churn_->setLogarithmic(logarithmic_->isChecked());
    ChartSeries cut = line(tr("cut"), context_.theme.series(view::Series::pruned), h.updates(), h.cut());
    ChartSeries revived =
        line(tr("revived"), context_.theme.series(view::Series::regrown), h.updates(), h.revived());
    cut.width = revived.width = thinLine;
    churn_->setSeries({cut, revived});
}

QString TrainingPage::markText(const run::AuditEvent& event) const {
    namespace kinds = session::event;
    if (event.kind == kinds::phaseChanged) return tr("Change of phase");
    if (event.kind == kinds::scheduleEdited) return tr("Schedule edited");
    if (event.kind == kinds::attentionSet) return tr("Attention strength set");
    if (event.kind == kinds::frozen) return tr("Mask frozen");
    if (event.kind == kinds::unfrozen) return tr("Mask unfrozen");
    if (event.kind == kinds::collapseSuspected) return tr("Collapse suspected");
    if (event.kind == kinds::divergenceSuspected) return tr("Divergence suspected");
    if (event.kind == kinds::diverged) return tr("Training diverged");
    if (event.kind == kinds::endedAtChance) return tr("No better than guessing");
    if (event.kind == kinds::failed) return tr("The run failed");
    return {};
}

void TrainingPage::rebuildMarks() {
    std::vector<ChartMark> marks;
    const view::Timeline& steps = context_.run.history().steps();
    for (const run::AuditEvent& event : context_.run.events()) {
        QString text = markText(event);
        if (text.isEmpty() || !context_.run.hasRun()) continue;
        text += QLatin1Char('\n') +
                tr("step %1, epoch %2").arg(countText(event.step.value)).arg(decimalText(event.epoch, 2));
        if (const Text said = view::saidText(event); !said.empty())
            text += QLatin1Char('\n') + engineText(said);
        view::Moment moment = steps.momentOf(event.step.value);
        moment.step = event.step.value;
        moment.epoch = event.epoch;
        ChartMark mark{.moment = moment, .text = text, .event = event.sequence};
        if (isFinding(event.kind)) mark.word = markText(event);
        mark.failure = event.kind == session::event::failed || event.kind == session::event::diverged;
        marks.push_back(mark);
    }
    for (ChartPanel* panel : panels()) panel->setMarks(marks);
}

}  // namespace prunescope::ui
