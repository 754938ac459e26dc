#include "ui/live/run_model.h"
#include "ui/support/combo_texts.h"
#include "ui/support/theme.h"
#include "ui/training/chart_tools.h"
#include "ui/training/layer_figures.h"
#include "ui/training/training_chart.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QSettings>
#include <QSignalBlocker>
#include <algorithm>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr ChartPlace layersPlace{.id = "layersChart", .leastHeight = 104, .importance = 3};
constexpr double faint = 0.5;          ///< share of its colour that what stands behind has
constexpr std::size_t mostLines = 12;  ///< more layers cannot be told apart as lines
const QString figureKey = QStringLiteral("training/layerFigure");
const QString formKey = QStringLiteral("training/layerForm");

enum FormChoice { byLayers, asLines, asStrip };

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
        });
    }

    QString name() const override { return tr("Layers"); }

    void build() override {
        figures_ = layerFigures(history());
        retranslate();
        const LayerFigure& shown = figure();
        // First, as what follows looks at the curves, and those of the run before may soon be gone.
        panel().setSeries(curves());
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
    QComboBox* figure_;
    QComboBox* form_;
};

}  // namespace

std::unique_ptr<TrainingChart> layersChart(const ChartContext& context, QWidget* parent) {
    return std::make_unique<LayersChart>(context, parent);
}

}  // namespace prunescope::ui
