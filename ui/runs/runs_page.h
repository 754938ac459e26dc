#pragma once

#include "ui/runs/run_colours.h"
#include "ui/support/page.h"
#include "view/run_history.h"

#include <QSet>
#include <QTimer>
#include <filesystem>
#include <map>
#include <memory>
#include <vector>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace prunescope::store {
struct RunSummary;
}

namespace prunescope::ui {

class EmptyState;
class MessageBar;
class RunOverlay;
class RunsFilter;
class RunsModel;
class RunsReader;

/// The workspace's runs in a table; ticked ones lay their curves over each other below it.
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
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeTable();
    void makeActions();
    void layOut();
    void connectParts();
    void adopt(const std::vector<store::RunSummary>& runs);
    void showListError(const Text& why);
    void takeCurves(const QString& runId, const std::shared_ptr<const view::RunHistory>& history,
                    const Text& problem);
    void updateOverlay();
    void rereadChangedCurves(const std::vector<store::RunSummary>& runs);
    void readCurves(const store::RunSummary& run);
    const view::RunHistory* historyOf(const store::RunSummary& run) const;
    bool isOnDisplay(const store::RunSummary& run) const;
    void updateActions();
    void updateColumns();
    void openColumnMenu(const QPoint& at);
    /// Rows of the model that are selected, from top to bottom of the view; all of the view's when none is.
    std::vector<int> selectedRows() const;
    int currentRow() const;
    void openCurrent();
    void toggleSelectedTicks();
    void copyCsv();

    PageContext context_;
    std::filesystem::path workspace_;
    RunColours colours_;
    RunsModel* model_;
    RunsFilter* filter_;
    RunsReader* reader_;
    QTimer pollTimer_;
    bool listed_ = false;
    bool rereadRecording_ = false;  ///< the user asked to see how far runs of other programs are

    /// Curves of ticked runs; null when they cannot be read. The run on display has its own in the RunModel.
    std::map<QString, std::shared_ptr<const view::RunHistory>> histories_;
    QSet<QString> reading_;
    QSet<QString> sized_;  ///< columns that have had a width

    QStackedWidget* stack_;
    EmptyState* empty_;
    QWidget* content_;
    MessageBar* message_;
    QLineEdit* search_;
    QLabel* count_;
    QPushButton* refreshButton_;
    QPushButton* openButton_;
    QTableView* table_;
    QSplitter* splitter_;
    QStackedWidget* below_;
    QLabel* hint_;
    RunOverlay* overlay_;
    QAction* open_;
    QAction* openFolder_;
    QAction* copyPath_;
    QAction* copyCsv_;
};

}  // namespace prunescope::ui
