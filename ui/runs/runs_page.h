#pragma once

#include "ui/runs/run_colours.h"
#include "ui/support/page.h"

#include <QTimer>
#include <filesystem>
#include <vector>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace prunescope::store {
struct RunSummary;
}

namespace prunescope::ui {

class EmptyState;
class MessageBar;
class RunCurves;
class RunFiles;
class RunRowActions;
class RunRows;
class RunPictures;
class RunsFilter;
class RunsModel;
class RunsReader;
class RunsTable;
class RunsTools;

/// The workspace's runs in a table, and below it in pictures.
class RunsPage : public Page {
    Q_OBJECT
public:
    explicit RunsPage(const PageContext& context, QWidget* parent = nullptr);
    ~RunsPage() override;
    QString title() const override { return tr("Runs"); }
    Place place() const override { return {Tab::compare, Side::centre}; }
    std::vector<Find> finds() override;

    /// Reads the workspace again in the background; while the page cannot be seen, as soon as it can.
    void refresh();

protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void layOut();
    void connectTable();
    void connectActions();
    void connectRuns();
    void announceReading();
    void adopt(const std::vector<store::RunSummary>& runs);
    void showListError(const Text& why);
    void updatePictures();
    void chooseRun(const QString& runId);
    void updateActions();

    PageContext context_;
    std::filesystem::path workspace_;
    RunColours colours_;
    RunsModel* model_;
    RunRows* rows_;
    RunsFilter* filter_;
    RunsReader* reader_;
    RunFiles* files_;
    RunCurves* curves_;
    QTimer pollTimer_;
    bool announced_ = false;        ///< the first reading takes so long that it is worth a word
    bool rereadRecording_ = false;  ///< the user asked to see how far runs of other programs are

    QStackedWidget* stack_;
    EmptyState* reading_;
    EmptyState* empty_;
    QWidget* content_;
    MessageBar* message_;
    RunsTable* table_;
    RunsTools* tools_;
    RunRowActions* actions_;
    MessageBar* notice_;  ///< of what was done in the table; over it, so that nothing moves
    QSplitter* splitter_;
    RunPictures* pictures_;
};

}  // namespace prunescope::ui
