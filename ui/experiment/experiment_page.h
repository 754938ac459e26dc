#pragma once

#include "run/run_config.h"
#include "ui/support/page.h"

#include <map>
#include <string>
#include <vector>

namespace prunescope::ui {

class AugmentationPreview;
class BranchLine;
class ClassPanel;
class ConfigForm;
class NetworkPanel;
class NetworkProbe;
class PlanCurve;
class PresetRow;
class QueuePanel;
class RunQueue;
class SeriesEditor;
class StartFooter;
class StartPanel;
class StartProbe;
class VerticalScroll;

/// The experiment to start: a preset, every option of a run with its curve, how many runs it is, what they
/// cost, and Start. While a run is live the next ones can be prepared and wait for their turn.
class ExperimentPage : public StartPage {
    Q_OBJECT
public:
    /// `presetFolder` holds the configurations to start from.
    explicit ExperimentPage(const PageContext& context, QWidget* parent = nullptr,
                            const QString& presetFolder = QStringLiteral(":/presets"));

    QString title() const override { return tr("Experiment"); }
    Place place() const override { return {Tab::setUp, Side::centre}; }
    std::vector<Find> finds() override;
    bool requestStart() override;
    void fill(const run::RunConfig& config) override;
    void fillBranch(const run::RunConfig& config, const BranchOrigin& origin) override;
    void takeData(const std::filesystem::path& place) override;
    QString startBlocker() const override;

    /// Of a field whose text is refused, the last value that was allowed.
    run::RunConfig config() const;
    void setConfig(const run::RunConfig& config);

public slots:
    /// Shows "where: what. mend" at the field that `where` names, or else above Start.
    void showStartError(const Text& where, const Text& what);

protected:
    void retranslate() override;

private:
    void layOut();
    void connectAll();
    void restore();
    void remember();
    void takeFormEdit();
    void takeEdit();
    void takeLayers();
    void takeBudgets(const std::map<std::string, double>& budgets);
    void followStage();
    void check();
    void updateSummary();
    void takePlan();
    void showPlan();
    std::vector<run::RunConfig> runs() const;
    void wait();
    void updateBlocker(const QString& blocker);
    QString stageBlocker() const;
    /// Why what is set up cannot be a branch; empty when it can, or is to be none.
    QString branchProblem() const;

    PageContext context_;
    NetworkProbe* probe_;
    StartProbe* startProbe_;
    VerticalScroll* scroll_;
    PresetRow* preset_;
    BranchLine* branch_;
    ConfigForm* form_;
    ClassPanel* classes_;
    AugmentationPreview* augmentation_;
    NetworkPanel* network_;
    StartPanel* start_;
    PlanCurve* plan_;
    SeriesEditor* series_;
    RunQueue* queue_;
    QueuePanel* queuePanel_;
    StartFooter* footer_;
    std::string place_;      ///< of the data, as last seen
    QString problem_;        ///< of the whole configuration
    QString problemAt_;      ///< the title of the field that is marked with it; empty: no field
    QString blocker_;        ///< as last announced
    std::string refusedAt_;  ///< field of the last start that failed; until the next edit
    Text refusedWhy_;
    bool wasLive_ = false;
};

}  // namespace prunescope::ui
