#include "ui/weights/network_page.h"

#include "ui/live/run_model.h"
#include "ui/support/format.h"
#include "ui/support/plain_label.h"
#include "ui/support/theme.h"
#include "ui/weights/network_delegate.h"
#include "ui/weights/network_layers.h"

#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace prunescope::ui {

NetworkPage::NetworkPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      context_(context),
      model_(new NetworkLayers(context.run, this)),
      sum_(new PlainLabel(this)),
      list_(new QListView(this)) {
    setObjectName(QStringLiteral("networkPage"));
    sum_->setObjectName(QStringLiteral("networkSum"));
    sum_->setWordWrap(true);
    sum_->setMargin(8);
    list_->setObjectName(QStringLiteral("networkMap"));
    list_->setModel(model_);
    list_->setItemDelegate(new NetworkDelegate(context.theme, list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(sum_);
    column->addWidget(list_, 1);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                if (!current.isValid()) return;
                const auto layer = model_->layerAt(current.row()).prunable;
                if (layer && layer != shown_) context_.run.activateLayer(*layer);
            });
    connect(&context_.run, &RunModel::layerActivated, this, &NetworkPage::select);
    connect(&context_.run, &RunModel::runChanged, this, [this] {
        stale_ = true;
        if (isVisible()) catchUp();
    });
    connect(&context_.run, &RunModel::historyGrew, this, [this] {
        if (isVisible()) catchUp();
    });
    connect(&context_.theme, &Theme::changed, list_->viewport(), qOverload<>(&QWidget::update));
    retranslate();
}

void NetworkPage::retranslate() {
    list_->setAccessibleName(tr("Layers from input to output"));
    stale_ = true;  // What a layer is is said in the window's language.
    catchUp();
}

void NetworkPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    catchUp();
}

void NetworkPage::catchUp() {
    if (!stale_) return model_->follow();
    stale_ = false;
    model_->reset();
    showSum();
    select(shown_);
}

void NetworkPage::showSum() {
    if (!context_.run.hasRun()) return sum_->clear();
    const run::NetworkDescription& network = context_.run.header()->network;
    sum_->setText(tr("%1: %2 parameters, %3 of them prunable weights")
                      .arg(QString::fromStdString(network.name), countText(network.parameters()),
                           countText(network.prunableWeights())));
}

void NetworkPage::select(LayerIndex layer) {
    shown_ = layer;
    const int row = model_->rowOf(layer);
    if (row < 0) return;
    list_->setCurrentIndex(model_->index(row));
    list_->scrollTo(model_->index(row));
}

}  // namespace prunescope::ui
