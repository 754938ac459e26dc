#include "ui/experiment/layer_budgets.h"

#include "ui/experiment/budget_delegate.h"
#include "ui/experiment/layer_budget_model.h"
#include "ui/support/engine_text.h"
#include "ui/support/message_bar.h"
#include "ui/support/plain_label.h"
#include "ui/support/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr int mostLayersShown = 6;    ///< more of them scroll
constexpr int leastNameLetters = 14;  ///< of a layer's name that stay visible
constexpr int fieldPadding = 16;

}  // namespace

LayerBudgets::LayerBudgets(Theme& theme, run::OptionDescription option, QWidget* parent)
    : FormRow(parent),
      theme_(theme),
      option_(std::move(option)),
      value_(option_.defaultValue),
      reference_(option_.defaultValue),
      model_(new LayerBudgetModel(theme, this)),
      label_(new PlainLabel(this)),
      waiting_(new PlainLabel(this)),
      table_(new QTableView(this)),
      delegate_(new BudgetDelegate(theme, table_)),
      message_(new MessageBar(theme, this)),
      gone_(new MessageBar(theme, this)) {
    const QString name = QString::fromStdString(option_.key);
    setObjectName(QStringLiteral("option.") + name);
    table_->setObjectName(name);
    message_->setObjectName(name + QStringLiteral(".message"));
    gone_->setObjectName(name + QStringLiteral(".gone"));
    gone_->addDismissButton();
    label_->setWordWrap(true);
    label_->setBuddy(table_);
    waiting_->setWordWrap(true);
    waiting_->setForegroundRole(QPalette::PlaceholderText);
    buildTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QWidget* part :
         {static_cast<QWidget*>(label_), static_cast<QWidget*>(waiting_), static_cast<QWidget*>(table_),
          static_cast<QWidget*>(gone_), static_cast<QWidget*>(message_)})
        layout->addWidget(part);
    setFocusProxy(table_);
    connect(model_, &LayerBudgetModel::edited, this, &LayerBudgets::takeEdit);
    // A new style sheet of the application takes the label's bold away.
    connect(&theme_, &Theme::changed, this, &LayerBudgets::refresh);
    retranslate();
}

void LayerBudgets::buildTable() {
    table_->setModel(model_);
    table_->setItemDelegateForColumn(LayerBudgetModel::mostColumn, delegate_);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTextElideMode(Qt::ElideMiddle);
    table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->horizontalHeader()->setSectionResizeMode(LayerBudgetModel::layerColumn, QHeaderView::Stretch);
    table_->installEventFilter(this);
    const auto edit = [this](const QModelIndex& index) {
        if (index.column() == LayerBudgetModel::mostColumn) table_->edit(index);
    };
    connect(table_, &QTableView::clicked, this, edit);
    connect(table_, &QTableView::activated, this, edit);
}

bool LayerBudgets::setLayers(const std::vector<run::LayerDescription>& layers) {
    const auto same = [](const run::LayerDescription& a, const run::LayerDescription& b) {
        return a.name == b.name && a.weightShape == b.weightShape;
    };
    const auto& budgets = model_->budgets();
    const bool allKnown = std::all_of(budgets.begin(), budgets.end(), [&](const auto& budget) {
        return std::any_of(layers.begin(), layers.end(),
                           [&](const auto& l) { return l.name == budget.first; });
    });
    const auto& shown = model_->layers();
    if (allKnown && std::equal(layers.begin(), layers.end(), shown.begin(), shown.end(), same)) return false;
    const QStringList gone = model_->setLayers(layers);
    value_ = model_->budgets();
    fitTable();
    refresh();
    if (gone.isEmpty()) return false;
    gone_->show(MessageBar::Kind::warning, [gone] {
        return tr("The network has no such layers, so their budgets are gone: %1.")
            .arg(gone.join(QStringLiteral(", ")));
    });
    return true;
}

void LayerBudgets::select(const std::string& layer) {
    const auto& layers = model_->layers();
    const auto found =
        std::find_if(layers.begin(), layers.end(), [&](const auto& one) { return one.name == layer; });
    if (found == layers.end()) return;
    const QModelIndex row =
        model_->index(static_cast<int>(found - layers.begin()), LayerBudgetModel::mostColumn);
    table_->setCurrentIndex(row);
    table_->scrollTo(row);
}

QString LayerBudgets::title() const {
    return engineText(option_.title);
}

void LayerBudgets::setValue(const nlohmann::json& value) {
    problem_.clear();
    gone_->clear();
    value_ = value;
    model_->setBudgets(value_.get<LayerBudgetModel::Budgets>());
    refresh();
}

void LayerBudgets::setReference(const nlohmann::json& reference) {
    reference_ = reference;
    model_->setReference(reference.get<LayerBudgetModel::Budgets>());
    refresh();
}

bool LayerBudgets::isChanged() const {
    return !refusal().isEmpty() || value_ != reference_;
}

void LayerBudgets::commit() {
    if (QWidget* editor = table_->indexWidget(table_->currentIndex())) delegate_->finish(editor);
}

QString LayerBudgets::refusal() const {
    return model_->refusal();
}

void LayerBudgets::showProblem(const QString& problem) {
    problem_ = problem;
    refresh();
}

void LayerBudgets::takeEdit() {
    problem_.clear();
    gone_->clear();
    value_ = model_->budgets();
    refresh();
    emit edited();
}

void LayerBudgets::refresh() {
    const QString refused = refusal();
    message_->show(MessageBar::Kind::error, refused.isEmpty() ? problem_ : refused);
    QFont font = label_->font();
    font.setBold(isChanged());
    label_->setFont(font);
    label_->setText(isChanged() ? title() + QStringLiteral(" •") : title());
    table_->setAccessibleDescription(message_->text().isEmpty() ? engineText(option_.help)
                                                                : message_->text());
    table_->setVisible(model_->rowCount() > 0);
    waiting_->setVisible(model_->rowCount() == 0);
}

void LayerBudgets::fitTable() {
    const int rowHeight = 2 * fontMetrics().height() + 8;
    table_->verticalHeader()->setDefaultSectionSize(rowHeight);
    QHeaderView& header = *table_->horizontalHeader();
    const QStringList texts{LayerBudgetModel::tr("auto"), LayerBudgetModel::tr("never"),
                            QStringLiteral("99.95 %")};
    QFont bold = font();
    bold.setBold(true);
    int most = header.sectionSizeHint(LayerBudgetModel::mostColumn);
    for (const QString& text : texts)
        most = std::max(most, QFontMetrics(bold).horizontalAdvance(text) + 2 * fieldPadding);
    const int never = header.sectionSizeHint(LayerBudgetModel::neverColumn) + fieldPadding;
    table_->setColumnWidth(LayerBudgetModel::mostColumn, most);
    table_->setColumnWidth(LayerBudgetModel::neverColumn, never);
    table_->setMinimumWidth(most + never + leastNameLetters * fontMetrics().averageCharWidth() +
                            table_->verticalScrollBar()->sizeHint().width() + 2 * table_->frameWidth());
    const int rows = std::clamp(model_->rowCount(), 1, mostLayersShown);
    table_->setFixedHeight(header.sizeHint().height() + rows * rowHeight + 2 * table_->frameWidth());
}

void LayerBudgets::retranslate() {
    label_->setToolTip(engineText(option_.help));
    table_->setAccessibleName(title());
    waiting_->setText(tr("The layers are listed as soon as the network is known."));
    model_->retranslate();
    fitTable();
    refresh();
}

bool LayerBudgets::eventFilter(QObject* watched, QEvent* event) {
    const auto* key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
    if (key != nullptr && key->key() == Qt::Key_Escape && model_->giveUp()) return true;
    return FormRow::eventFilter(watched, event);
}

}  // namespace prunescope::ui
