#include "ui/weights/network_page.h"

#include "ui/live/run_model.h"
#include "ui/network/network_view.h"
#include "ui/support/format.h"
#include "ui/support/plain_label.h"
#include "ui/support/theme.h"
#include "ui/weights/network_delegate.h"
#include "ui/weights/network_layers.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace prunescope::ui {
namespace {

const QString asGraphKey = QStringLiteral("explain/networkAsGraph");

}  // namespace

NetworkPage::NetworkPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      context_(context),
      model_(new NetworkLayers(context.run, this)),
      sum_(new PlainLabel(this)),
      form_(new QToolButton(this)),
      stack_(new QStackedWidget(this)),
      list_(new QListView(stack_)),
      graph_(new NetworkView(context.theme, stack_)) {
    setObjectName(QStringLiteral("networkPage"));
    layOut();
    connectAll();
    retranslate();
}

void NetworkPage::layOut() {
    sum_->setObjectName(QStringLiteral("networkSum"));
    sum_->setWordWrap(true);
    form_->setObjectName(QStringLiteral("networkForm"));
    form_->setCheckable(true);
    form_->setFocusPolicy(Qt::StrongFocus);
    form_->setChecked(context_.settings.value(asGraphKey, false).toBool());
    list_->setObjectName(QStringLiteral("networkMap"));
    list_->setModel(model_);
    list_->setItemDelegate(new NetworkDelegate(context_.theme, list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    graph_->setObjectName(QStringLiteral("networkGraph"));
    stack_->addWidget(list_);
    stack_->addWidget(graph_);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 8, 8, 8);
    head->setSpacing(8);
    head->addWidget(sum_, 1);
    head->addWidget(form_, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(stack_, 1);
}

void NetworkPage::connectAll() {
    const auto activate = [this](LayerIndex layer) {
        if (layer != shown_) context_.run.activateLayer(layer);
    };
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, activate](const QModelIndex& current) {
                if (!current.isValid()) return;
                if (const auto layer = model_->layerAt(current.row()).prunable) activate(*layer);
            });
    connect(graph_, &NetworkView::layerChosen, this, activate);
    connect(graph_, &NetworkView::layerOpened, this, activate);
    connect(form_, &QToolButton::toggled, this, [this](bool asGraph) {
        context_.settings.setValue(asGraphKey, asGraph);
        showForm();
    });
    connect(&context_.run, &RunModel::layerActivated, this, &NetworkPage::select);
    connect(&context_.run, &RunModel::runChanged, this, [this] {
        stale_ = true;
        if (isVisible()) catchUp();
    });
    connect(&context_.run, &RunModel::historyGrew, this, [this] {
        if (isVisible()) catchUp();
    });
    connect(model_, &QAbstractItemModel::dataChanged, graph_->viewport(), qOverload<>(&QWidget::update));
    connect(&context_.theme, &Theme::changed, list_->viewport(), qOverload<>(&QWidget::update));
    graph_->setMarks([this](LayerIndex layer) -> NetworkView::Mark {
        const int row = model_->rowOf(layer);
        const auto pruned = row < 0 ? std::nullopt : model_->layerAt(row).pruned;
        if (!pruned) return {};
        return {percentText(*pruned, 1), 1 - *pruned};
    });
}

void NetworkPage::retranslate() {
    list_->setAccessibleName(tr("Layers from input to output"));
    graph_->setAccessibleName(tr("The network as a graph"));
    form_->setText(tr("Graph"));
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
    showGraph();
    select(shown_);
}

/// Of a network that this program cannot build there is the list alone.
void NetworkPage::showGraph() {
    const bool drawn = context_.run.hasRun() && graph_->setGraph(networkGraphOf(*context_.run.header()));
    form_->setEnabled(drawn);
    form_->setToolTip(
        drawn ? tr("Shows every operation with its branches, and the shapes that flow between them.")
              : tr("How this network is built is not known here."));
    showForm();
}

void NetworkPage::showForm() {
    stack_->setCurrentWidget(form_->isChecked() && form_->isEnabled() ? static_cast<QWidget*>(graph_)
                                                                      : list_);
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
    graph_->choose(layer);
    const int row = model_->rowOf(layer);
    if (row < 0) return;
    list_->setCurrentIndex(model_->index(row));
    list_->scrollTo(model_->index(row));
}

}  // namespace prunescope::ui
