#include "ui/live/run_model.h"
#include "ui/support/combo_texts.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"
#include "ui/training/chart_tools.h"
#include "ui/training/layer_figures.h"
#include "ui/training/training_chart.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QSettings>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr ChartPlace layersPlace{.id = "layersChart", .leastPicture = 60, .importance = 3};
constexpr double faint = 0.5;             ///< share of its colour that what stands behind has
constexpr std::size_t mostLines = 12;     ///< more layers cannot be told apart as lines
constexpr const char* strengthKey = "z";  ///< among the measures of a method with attention
const QString figureKey = QStringLiteral("training/layerFigure");
const QString formKey = QStringLiteral("training/layerForm");

enum FormChoice { byLayers, asLines, asStrip };

/// z of every layer: as a live run and one that was edited say, else as the last choice of masks had it.
/// Empty for a method without.
std::vector<double> strengthsOf(const RunModel& run) {
    const view::RunHistory& history = run.history();
    std::vector<double> strengths = run.snapshot()->strengths;
    if (strengths.size() == history.layers().size()) return strengths;
    strengths.clear();
    const auto& measures = history.measures();
    const auto z =
        std::find_if(measures.begin(), measures.end(), [](const auto& m) { return m.key == strengthKey; });
    if (z == measures.end()) return {};
    for (const view::LayerCurves& layer : history.layers()) {
        const view::Curve& curve = layer.ofMethod[static_cast<std::size_t>(z - measures.begin())];
        strengths.push_back(curve.empty() ? std::nan("") : curve.at(curve.size() - 1));
    }
    return strengths;
}

/// A figure of every layer: as lines, or of many layers as a strip of colours.
class LayersChart : public TrainingChart {
    Q_DECLARE_TR_FUNCTIONS(LayersChart)
public:
    LayersChart(const ChartContext& context, QWidget* parent)
        : TrainingChart(context, layersPlace, parent),
          figure_(new QComboBox(&panel())),
          form_(new QComboBox(&panel())) {
        figure_->setObjectName(QStringLiteral("layerFigure"));
        form_->setObjectName(QStringLiteral("layerForm"));
        panel().addTool(*figure_);
        panel().addTool(*form_);
        const int form = context_.page.settings.value(formKey, 0).toInt();
        setComboTexts(*form_, formNames(), std::clamp<int>(form, byLayers, asStrip));
        connect(figure_, &QComboBox::activated, this, [this] {
            context_.page.settings.setValue(figureKey, figure_->currentData());
            build();
        });
        connect(form_, &QComboBox::activated, this, [this] {
            context_.page.settings.setValue(formKey, form_->currentIndex());
            build();
        });
        connect(&context_.tools, &ChartTools::logarithmicToggled, this, &LayersChart::scale);
        // Some statistics come only after the first steps of a run.
        connect(&context_.page.run, &RunModel::historyGrew, this, [this] {
            if (layerFigures(history()).size() != figures_.size()) build();
            followStrengths();
        });
        connect(&context_.page.run, &RunModel::snapshotChanged, this, &LayersChart::followStrengths);
    }

    QString name() const override { return tr("Layers"); }

    void build() override {
        figures_ = layerFigures(history());
        retranslate();
        const LayerFigure& shown = figure();
        // First, as what follows looks at the curves, and those of the run before may soon be gone.
        showCurves();
        panel().setTitle(
            isStrip() || !shown.bound ? shown.title : tr("%1 (%2 dashed)").arg(shown.title, shown.boundTitle),
            shown.help);
        panel().setShare(shown.share);
        panel().setLeastRange(shown.least.first, shown.least.second);
        scale();
        panel().setForm(isStrip() ? ChartForm::strip : ChartForm::lines);
    }

private:
    static QStringList formNames() { return {tr("Automatic"), tr("Lines"), tr("Strip")}; }

    void retranslate() {
        const QSignalBlocker quiet(figure_);
        figure_->clear();
        for (const LayerFigure& figure : figures_) figure_->addItem(figure.name, figure.key);
        // What another run had may be unknown here.
        figure_->setCurrentIndex(std::max(0, figure_->findData(context_.page.settings.value(figureKey))));
        setComboTexts(*form_, formNames(), byLayers);
        figure_->setAccessibleName(tr("Figure of the layers"));
        figure_->setToolTip(tr("Which figure of each layer is shown."));
        form_->setAccessibleName(tr("Lines or strip"));
        form_->setToolTip(
            tr("A line for each layer, or a row of colours for each; by itself the chart has lines "
               "for up to %1 layers.")
                .arg(mostLines));
    }

    const LayerFigure& figure() const { return figures_[static_cast<std::size_t>(figure_->currentIndex())]; }

    bool isStrip() const {
        const int form = form_->currentIndex();
        return form == asStrip || (form == byLayers && history().layers().size() > mostLines);
    }

    void scale() {
        panel().setLogarithmic(!figures_.empty() && figure().canBeLogarithmic &&
                               context_.tools.isLogarithmic());
    }

    void showCurves() {
        strengths_ = strengths();
        panel().setSeries(curves());
    }

    /// Somebody may set them at any step.
    void followStrengths() {
        if (!figures_.empty() && strengths() != strengths_) showCurves();
    }

    /// z of every layer in words, as it is now or was at the end; beside what it governs.
    QStringList strengths() const {
        if (figure().kind != LayerFigure::Kind::ofMethod) return {};
        QStringList words;
        for (const double z : strengthsOf(context_.page.run))
            words << (std::isfinite(z) ? tr("z %1").arg(decimalText(z, 2)) : QString());
        return words;
    }

    /// Those of the layers over those that bound them.
    std::vector<ChartSeries> curves() const {
        const view::RunHistory& h = history();
        const LayerFigure& shown = figure();
        const auto names = context_.page.run.layerNames();
        std::vector<ChartSeries> bounds;
        std::vector<ChartSeries> curves;
        for (std::size_t l = 0; l < h.layers().size() && l < names.size(); ++l) {
            const QColor colour = theme().layer(l, names.size());
            const QString name = QString::fromStdString(names[l]);
            curves.push_back(line(name, colour, h.updates(), shown.of(h.layers()[l])));
            curves.back().detail = strengths_.value(static_cast<qsizetype>(l));
            curves.back().endLabel = name;
            if (!shown.bound) continue;
            ChartSeries dashed =
                line(shown.boundTitle + QLatin1Char(' ') + name, mixed(theme().surface(), colour, faint),
                     h.updates(), h.layers()[l].ofMethod[*shown.bound]);
            dashed.style = Qt::DashLine;
            dashed.width = thinLine;
            dashed.inLegend = false;
            dashed.belongsTo = name;
            bounds.push_back(dashed);
        }
        bounds.insert(bounds.end(), curves.begin(), curves.end());
        return bounds;
    }

    std::vector<LayerFigure> figures_;
    QStringList strengths_;  ///< that the legend shows
    QComboBox* figure_;
    QComboBox* form_;
};

}  // namespace

std::unique_ptr<TrainingChart> layersChart(const ChartContext& context, QWidget* parent) {
    return std::make_unique<LayersChart>(context, parent);
}

}  // namespace prunescope::ui
