#pragma once

#include "run/run_config.h"
#include "ui/experiment/presets.h"
#include "ui/support/page.h"

#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace prunescope::ui {

class ConfigForm;
class MessageBar;
class NetworkProbe;
class SummaryPanel;
class VerticalScroll;

/// The experiment to start: a preset, every option of a run, what the network costs, and Start. While a run
/// is live the next one can be prepared.
class ExperimentPage : public StartPage {
    Q_OBJECT
public:
    /// `presetFolder` holds the configurations to start from.
    explicit ExperimentPage(const PageContext& context, QWidget* parent = nullptr,
                            const QString& presetFolder = QStringLiteral(":/presets"));

    QString title() const override { return tr("Experiment"); }
    Place place() const override { return {Tab::setUp, Side::centre}; }
    bool requestStart() override;
    void fill(const run::RunConfig& config) override;
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
    void buildPresetRow(QVBoxLayout& column);
    void buildFooter(QVBoxLayout& layout);
    void choosePreset(int index);
    void resetToPreset();
    void restore();
    void remember();
    void takeEdit();
    void takeLayers();
    void followStage();
    void check();
    void styleStart();
    void updateSummary();
    void updateBlocker(const QString& blocker);
    QString stageBlocker() const;

    PageContext context_;
    std::vector<Preset> presets_;
    QString presetId_;
    run::RunConfig reference_;
    NetworkProbe* probe_;
    VerticalScroll* scroll_;
    QLabel* presetLabel_;
    QComboBox* presetBox_;
    QToolButton* resetButton_;
    QLabel* presetText_;
    ConfigForm* form_;
    SummaryPanel* summary_;
    MessageBar* startMessage_;
    QLabel* blockerText_;
    QPushButton* startButton_;
    QString problem_;        ///< of the whole configuration
    QString problemAt_;      ///< the title of the field that is marked with it; empty: no field
    QString blocker_;        ///< as last announced
    std::string refusedAt_;  ///< field of the last start that failed; until the next edit
    Text refusedWhy_;
    bool wasLive_ = false;
};

}  // namespace prunescope::ui
