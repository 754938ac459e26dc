#include "ui/experiment/network_panel.h"

#include "ui/experiment/section.h"
#include "ui/network/network_view.h"
#include "ui/support/format.h"
#include "ui/support/plain_label.h"

#include <QSettings>
#include <QVBoxLayout>
#include <algorithm>

namespace prunescope::ui {
namespace {

const QString graphOpenKey = QStringLiteral("experiment/networkGraphOpen");

}  // namespace

NetworkPanel::NetworkPanel(Theme& theme, QSettings& settings, QWidget* parent)
    : QWidget(parent),
      section_(new Section(QStringLiteral("networkGraph"), this)),
      view_(new NetworkView(theme, this)),
      hint_(new PlainLabel(this)) {
    setObjectName(QStringLiteral("networkPanel"));
    view_->setObjectName(QStringLiteral("plannedNetwork"));
    constexpr int lines = 26;
    view_->setMinimumHeight(lines * fontMetrics().height());
    hint_->setWordWrap(true);
    hint_->setForegroundRole(QPalette::PlaceholderText);
    section_->rows()->addWidget(hint_);
    section_->rows()->addWidget(view_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(section_);
    section_->setExpanded(settings.value(graphOpenKey, false).toBool());
    connect(section_, &Section::expandedChanged, this,
            [&settings](bool open) { settings.setValue(graphOpenKey, open); });
    connect(view_, &NetworkView::layerChosen, this,
            [this](LayerIndex layer) { emit layerChosen(nameOf(layer)); });
    connect(view_, &NetworkView::layerOpened, this, &NetworkPanel::toggleKept);
    view_->setMarks([this](LayerIndex layer) { return NetworkView::Mark{markOf(layer), std::nullopt}; });
    retranslate();
}

void NetworkPanel::setGraph(const NetworkGraph& graph) {
    setVisible(view_->setGraph(graph));
}

void NetworkPanel::setBudgets(const Budgets& budgets) {
    budgets_ = budgets;
    view_->viewport()->update();
}

const std::string& NetworkPanel::nameOf(LayerIndex layer) const {
    return std::find_if(view_->graph().begin(), view_->graph().end(),
                        [&](const NetworkNode& node) { return node.prunable == layer; })
        ->name;
}

QString NetworkPanel::markOf(LayerIndex layer) const {
    const auto budget = budgets_.find(nameOf(layer));
    if (budget == budgets_.end()) return {};
    return budget->second == 0 ? tr("kept") : QStringLiteral("≤ %1").arg(percentAsGiven(budget->second));
}

void NetworkPanel::toggleKept(LayerIndex layer) {
    Budgets changed = budgets_;
    const std::string& name = nameOf(layer);
    const auto budget = changed.find(name);
    if (budget != changed.end() && budget->second == 0) {
        changed.erase(budget);
    } else {
        changed[name] = 0;
    }
    emit edited(changed);
}

void NetworkPanel::retranslate() {
    section_->setTitle(tr("Graph"));
    hint_->setText(
        tr("A double click on a layer, or Enter, keeps it whole; a limit is typed in the list above."));
    view_->setAccessibleName(tr("The network as a graph"));
}

}  // namespace prunescope::ui
