#pragma once

#include "ui/runs/run_colours.h"
#include "ui/support/page.h"

#include <QTimer>
#include <filesystem>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace prunescope::store {
struct RunSummary;
}

namespace prunescope::ui {

class EmptyState;
class MessageBar;
class RunCurves;
class RunPictures;
class RunsFilter;
class RunsModel;
class RunsReader;
class RunsTable;

/// The workspace's runs in a table, and below it in pictures.
class RunsPage : public Page {
    Q_OBJECT
public:
    explicit RunsPage(const PageContext& context, QWidget* parent = nullptr);
    ~RunsPage() override;
    QString title() const override { return tr("Runs"); }

    /// Reads the workspace again in the background; while the page cannot be seen, as soon as it can.
    void refresh();

protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void layOut();
    QLayout* layOutTools();
    void connectTable();
    void connectRuns();
    void adopt(const std::vector<store::RunSummary>& runs);
    void showListError(const Text& why);
    void updatePictures();
    std::vector<int> shownRows() const;
    void chooseRun(const QString& runId);
    void updateActions();

    PageContext context_;
    std::filesystem::path workspace_;
    RunColours colours_;
    RunsModel* model_;
    RunsFilter* filter_;
    RunsReader* reader_;
    RunCurves* curves_;
    QTimer pollTimer_;
    bool listed_ = false;
    bool rereadRecording_ = false;  ///< the user asked to see how far runs of other programs are

    QStackedWidget* stack_;
    EmptyState* empty_;
    QWidget* content_;
    MessageBar* message_;
    QLineEdit* search_;
    QLabel* count_;
    QPushButton* refreshButton_;
    QPushButton* openButton_;
    RunsTable* table_;
    QSplitter* splitter_;
    RunPictures* pictures_;
};

}  // namespace prunescope::ui
