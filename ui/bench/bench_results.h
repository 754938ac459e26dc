#pragma once

#include "speed/report.h"

#include <QWidget>
#include <memory>

class QBoxLayout;
class QLabel;
class QPushButton;
class QTableView;

namespace prunescope::ui {

class BenchModel;
class Theme;
class XyChart;

/// What a measurement found: a sentence, two charts, the table of all figures.
class BenchResults : public QWidget {
    Q_OBJECT
public:
    explicit BenchResults(Theme& theme, QWidget* parent = nullptr);

    /// With at least one sparsity.
    void setReport(std::shared_ptr<const speed::Report> report);
    /// Not where the same is said elsewhere.
    void setSentenceShown(bool shown);
    void copyCsv() const;
    void retranslate();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeTable();
    void layOut();
    void fitTable();
    void drawCharts();

    Theme& theme_;
    std::shared_ptr<const speed::Report> report_;
    BenchModel* model_;
    QLabel* sentence_;
    QLabel* machine_;
    XyChart* speedup_;
    XyChart* roofline_;
    QBoxLayout* charts_ = nullptr;
    QLabel* tableTitle_;
    QPushButton* copy_;
    QTableView* table_;
};

}  // namespace prunescope::ui
