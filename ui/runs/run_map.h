#pragma once

#include "ui/runs/run_lineage.h"
#include "ui/runs/run_picture.h"

#include <QRectF>
#include <vector>

class QScrollArea;

namespace prunescope::ui {

class Theme;

/// A tree from left to right over the steps: a bar for each run that has relatives, which begins where it was
/// branched, with its name, quality and sparsity at its end.
class RunMapPlot : public QWidget {
    Q_OBJECT
public:
    RunMapPlot(Theme& theme, QWidget* parent);

    void setRuns(std::vector<store::RunSummary> runs);
    const std::vector<store::RunSummary>& runs() const { return runs_; }
    const RunLineage& lineage() const { return lineage_; }
    void paint(QPainter& painter, const Theme& theme, const QSize& room) const;
    /// What can be clicked of a run, in this widget.
    QRectF bar(std::size_t lane) const;
    QSize sizeHint() const override;

signals:
    void runChosen(const QString& runId);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Scale;

    const store::RunSummary& runOf(const RelatedRun& related) const { return runs_[related.run]; }
    /// At a place of this widget; nothing where there is none.
    std::optional<std::size_t> laneAt(const QPointF& place) const;
    void choose(std::size_t lane);
    void paintRun(QPainter& painter, const Theme& theme, const Scale& scale, const RelatedRun& related) const;
    void paintFork(QPainter& painter, const Theme& theme, const Scale& scale,
                   const RelatedRun& related) const;
    void paintAxis(QPainter& painter, const Theme& theme, const Scale& scale) const;

    Theme& theme_;
    std::vector<store::RunSummary> runs_;
    RunLineage lineage_;
    std::size_t current_ = 0;  ///< lane that the keyboard is on
};

/// The map of the workspace among the pictures of its runs.
class RunMap : public RunPicture {
    Q_OBJECT
public:
    RunMap(Theme& theme, QWidget* parent);

    void setRuns(std::vector<store::RunSummary> runs);
    void retranslate() override;
    QString hint() const override;
    bool isEmpty() const override { return plot_->lineage().related.empty(); }
    Poster poster(const RunComparison& comparison) const override;
    bool saveFigures(const QString& path, QString& error) const override;

private:
    QString words() const;

    RunMapPlot* plot_;
    QScrollArea* scroll_;
    QLabel* words_;
};

}  // namespace prunescope::ui
