#pragma once

#include "ui/report/export_job.h"
#include "ui/support/job.h"

#include <QWidget>
#include <memory>

class QLabel;
class QScrollArea;
class QToolButton;

namespace prunescope::ui {

class Theme;

/// Shows the report page by page, as it will be printed. Pages are painted in the background.
class PagePreview : public QWidget {
    Q_OBJECT
public:
    explicit PagePreview(Theme& theme, QWidget* parent = nullptr);

    /// null: nothing to show; `message` stands there instead.
    void setReport(std::shared_ptr<const GatheredReport> report, const QString& message);
    int page() const { return page_; }
    int pageCount() const { return report_ ? report_->pages.pageCount() : 0; }
    void retranslate();

public slots:
    void showPage(int page);
    void zoomIn();
    void zoomOut();
    void fitWidth();

signals:
    /// The page that was asked for stands on the screen.
    void pageShown(int page);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Painted {
        int page = 0;
        QImage image;
    };

    QToolButton* addButton(const QString& name, const QString& symbol);
    void zoomBy(double factor);
    int wantedWidth() const;
    void paintPage();
    void showPainted(Painted painted);
    void updateControls();
    void restyle();

    Theme& theme_;
    QScrollArea* scroll_;
    QLabel* sheet_;
    QLabel* pageLabel_;
    QToolButton* previous_;
    QToolButton* next_;
    QToolButton* smaller_;
    QToolButton* larger_;
    QToolButton* fit_;
    std::shared_ptr<const GatheredReport> report_;
    int page_ = 0;
    double zoom_ = 1;  ///< of the width of the view
    Job painting_;
};

}  // namespace prunescope::ui
