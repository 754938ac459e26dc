#pragma once

#include "base/error.h"
#include "base/text.h"
#include "speed/report.h"
#include "ui/support/page.h"

#include <memory>

class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace prunescope::ui {

class BenchForm;
class BenchJob;
class BenchResults;
class EmptyState;
class MessageBar;

/// What pruning buys on this machine: measures training and inference of a network, or of the run's own
/// model, at several sparsities.
class BenchPage : public Page {
    Q_OBJECT
public:
    explicit BenchPage(const PageContext& context, QWidget* parent = nullptr);
    /// Stops a measurement.
    ~BenchPage() override;
    QString title() const override { return tr("Bench"); }
    Place place() const override { return {Tab::ship, Side::centre}; }
    std::vector<Command> commands() const override { return {{Menu::run, measure_}}; }

    /// Starts what the form says, or shows why it cannot.
    void startMeasurement();
    void stopMeasurement();
    bool isMeasuring() const;

signals:
    void measuringChanged();

protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;

private:
    enum class Notice { none, runTrains, runLoads, runGoesOn, nothingYet, failed };

    void layOut();
    void connectAll();
    void takeRun();
    void followStage();
    void pauseAndStart();
    void begin();
    void takeReport(const std::shared_ptr<const speed::Report>& report);
    void finish(const std::shared_ptr<const speed::Report>& report);
    void showFailure(const Error& error);
    void tell(Notice notice);
    void showNotice();
    void showState();
    void showEmptyState(bool running);

    PageContext context_;
    BenchForm* form_;
    QAction* measure_;
    QPushButton* start_;
    QProgressBar* progress_;
    MessageBar* message_;
    QPushButton* pause_;
    QStackedWidget* stack_;
    EmptyState* empty_;
    BenchResults* results_;
    Notice notice_ = Notice::none;
    Text failure_;
    bool anyFigures_ = false;
    bool runBeside_ = false;  ///< a run trained while the present figures were measured
    BenchJob* job_;           ///< last: its thread ends while the rest still stands
};

}  // namespace prunescope::ui
