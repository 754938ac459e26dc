#pragma once

#include "ui/support/page.h"
#include "ui/weights/weight_feed.h"

#include <QTimer>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace prunescope::ui {

class EmptyState;
class HistogramView;
class LayerTools;
class MessageBar;
class WeightLegend;
class WeightReadout;
class WeightView;

/// The weights of one layer as a picture, with their histogram and, beside them, all that is known of the
/// weight under the pointer, or of one that was clicked: as it is now, while the run goes on.
class WeightsPage : public Page {
    Q_OBJECT
public:
    explicit WeightsPage(const PageContext& context, QWidget* parent = nullptr);
    QString title() const override { return tr("Weights"); }
    Place place() const override { return {Tab::explain, Side::centre}; }
    std::vector<Find> finds() override;

    LayerIndex layer() const;
    view::Arrangement arrangement() const;

public slots:
    void showLayer(LayerIndex layer);

protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QWidget* buildSide(QWidget* parent);
    void connectAll();

    void takeRun();
    void fillArrangements();
    void takeLayer();
    void requestTile();
    void showState();
    void showPicture();
    void showSummary();
    void describe();
    view::ImageShape imageShape() const;
    const run::LayerDescription* described() const;

    PageContext context_;
    WeightFeed* feed_;
    QStackedWidget* stack_;
    EmptyState* empty_;
    LayerTools* tools_;
    MessageBar* message_;
    QSplitter* splitter_;
    WeightView* view_;
    WeightLegend* legend_;
    HistogramView* histogram_;
    QLabel* summary_;
    WeightReadout* detail_;

    bool runStale_ = true;  ///< another run came while hidden
    QTimer redraw_;         ///< bundles pictures: at most 14 a second are drawn
};

}  // namespace prunescope::ui
