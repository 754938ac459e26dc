#pragma once

#include "ui/hurt/hurt_of_run.h"
#include "ui/support/job.h"
#include "ui/support/page.h"

#include <memory>

class QLabel;
class QListView;
class QStandardItemModel;
class QTableView;

namespace prunescope::ui {

class GrownErrors;
class HurtClasses;

/// Who is hurt by pruning: what of the difference to the dense network is chance, the classes and groups that
/// lost most, and the samples that only the pruned network gets wrong, or whose error grew most. Of a run
/// that has ended.
class HurtPage : public Page {
    Q_OBJECT
public:
    explicit HurtPage(const PageContext& context, QWidget* parent = nullptr);
    QString title() const override { return tr("Who is hurt"); }
    Place place() const override { return {Tab::explain, Side::right}; }

signals:
    void read();  ///< what there is to say is shown

protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;

private:
    void layOut();
    void takeRun();
    void look();
    void showFound();
    void fitTable(QTableView& table);
    void sortWorstFirst();
    void showTables(const report::HurtSummary& hurt);
    template <class Rows>
    QTableView* tableOf(Rows& rows);
    void showPictures();
    QString whyNothing() const;

    PageContext context_;
    QLabel *title_, *first_, *sentences_, *grownTitle_, *picturesTitle_;
    HurtClasses *classes_, *groups_;
    GrownErrors* grown_;
    QTableView *table_, *groupTable_, *grownTable_;
    QStandardItemModel* images_;
    QListView* pictures_;
    std::shared_ptr<const HurtOfRun> found_;
    Text unreadable_;
    bool stale_ = true;  ///< what is known is of another run, or of one that went on
    Job reading_;
};

}  // namespace prunescope::ui
