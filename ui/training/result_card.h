#pragma once

#include "ui/live/dense_twin.h"
#include "ui/support/job.h"
#include "ui/support/page.h"
#include "ui/training/result_words.h"

#include <QString>
#include <array>
#include <memory>
#include <vector>

class QLabel;
class QLayout;
class QPushButton;

namespace prunescope::ui {

/// The row above the charts: how the run stands while it goes on, what became of it when it has ended, and
/// what to do next. It is as high in either case, so that nothing moves when a run ends.
class ResultCard : public QWidget {
    Q_OBJECT
public:
    ResultCard(const PageContext& context, QWidget* parent);
    void retranslate();

signals:
    void explainRequested();
    void measureRequested();
    void reportRequested();
    void runAgainRequested(const prunescope::run::RunConfig& config);
    void trainLongerRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// A number under its name.
    struct Figure {
        QLabel* name;
        QLabel* value;
    };

    QLayout* makeFigures();
    QLayout* makeLastRow();
    std::vector<QPushButton*> buttons() const { return {goOn_, explain_, measure_, report_, again_}; }
    bool hasEnded() const;
    /// Resume a run that was cut off; train one longer that came to its end.
    void nameGoOn();
    /// Another run, or this one has ended: its record is read.
    void turn();
    void read();
    void refresh();
    void restyle();

    PageContext context_;
    std::array<Figure, 4> figures_{};
    QLabel* sentence_;
    QPushButton *goOn_, *explain_, *measure_, *report_, *again_;
    ResultWords::Tone tone_ = ResultWords::Tone::plain;
    std::shared_ptr<const report::Summary> summary_;  ///< null while it is being read
    QString unreadable_;                              ///< why there is none
    DenseTwin* twin_;
    /// Last: nothing is delivered to what has gone.
    Job reading_;
};

}  // namespace prunescope::ui
