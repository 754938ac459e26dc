#pragma once

#include "base/error.h"
#include "speed/report.h"
#include "ui/support/page.h"

#include <memory>

class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace prunescope::ui {

class BenchForm;
class BenchHeadline;
class BenchJob;
class BenchNotice;
class BenchResults;
class EmptyState;

/// What pruning buys on this machine: measures training and inference of the run's own network, or of any
/// other, at several sparsities. What is measured of a run is kept with that run and shown again with it.
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
    void layOut();
    void connectAll();
    void takeRun();
    void readMeasurement();
    void followStage();
    void measureAgain();
    void pauseAndStart();
    void begin();
    void takeReport(const std::shared_ptr<const speed::Report>& report);
    void finish(const std::shared_ptr<const speed::Report>& report);
    void showFailure(const Error& error);
    void showState();
    void showEmptyState(bool running);
    bool headlineSaysIt() const;

    PageContext context_;
    BenchForm* form_;
    QAction* measure_;
    QPushButton* start_;
    QProgressBar* progress_;
    BenchNotice* notice_;
    BenchHeadline* headline_;
    QStackedWidget* stack_;
    EmptyState* empty_;
    BenchResults* results_;
    std::shared_ptr<const speed::Report> figures_;  ///< on display; null: none
    bool runBeside_ = false;                        ///< a run trained while the present figures were measured
    BenchJob* job_;                                 ///< last: its thread ends while the rest still stands
};

}  // namespace prunescope::ui
