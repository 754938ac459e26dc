#pragma once

#include "ui/support/page.h"

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QTableView;

namespace prunescope::ui {

class AuditFilter;
class AuditModel;
class EventDetails;

/// Everything that happened in the run on display: who changed what, when and why.
class AuditPage : public Page {
    Q_OBJECT
public:
    explicit AuditPage(const PageContext& context, QWidget* parent = nullptr);
    QString title() const override { return tr("Audit"); }
    Place place() const override { return {Tab::explain, Side::below}; }
    std::vector<Find> finds() override;

public slots:
    /// Selects the event and scrolls to it; clears the filters when they hide it.
    void selectEvent(qint64 sequence);

protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;

private:
    void makeTable();
    void layOut();
    void connectParts();
    /// Brings the table to what the run has now.
    void catchUp();
    void fillKinds();
    void clearFilters();
    void widenColumns();
    void updateCount();
    void showDetails();
    void copyCsv();

    PageContext context_;
    bool stale_ = true;         ///< another run has come since the table was filled
    std::size_t measured_ = 0;  ///< evaluations that the details have seen
    qint64 chosen_ = 0;         ///< the event that was selected while the table is filled anew; 0: none
    int sizedFor_ = 0;          ///< rows when the columns were measured
    AuditModel* model_;
    AuditFilter* filter_;
    QLineEdit* search_;
    QComboBox* kind_;
    QLabel* count_;
    QPushButton* export_;
    QSplitter* splitter_;
    QTableView* table_;
    EventDetails* details_;
    QAction* copyCsv_;
};

}  // namespace prunescope::ui
