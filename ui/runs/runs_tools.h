#pragma once

#include "ui/support/page.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace prunescope::ui {

class RunsFilter;
class RunsModel;
class RunsTable;

/// Above the table of the runs: the filter with what it understood, how many runs there are, and buttons.
class RunsTools : public QWidget {
    Q_OBJECT
public:
    RunsTools(const PageContext& context, const RunsModel& model, RunsFilter& filter, RunsTable& table,
              QWidget* parent);

    /// Other runs, or another choice among them.
    void showState();
    void retranslate();

signals:
    void refreshRequested();

private:
    void layOut();
    void connectAll(QSettings& settings);
    void showNote();
    void styleNote();

    Theme& theme_;
    const RunsModel& model_;
    RunsFilter& filter_;
    RunsTable& table_;
    QLineEdit* search_;
    QLabel* count_;
    QLabel* note_;  ///< always there, so that nothing moves when it says something
    QPushButton* group_;
    QToolButton* columns_;
    QPushButton* refresh_;
    QPushButton* open_;
    bool warns_ = false;
};

}  // namespace prunescope::ui
