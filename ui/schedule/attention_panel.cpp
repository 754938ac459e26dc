#include "ui/schedule/attention_panel.h"

#include "ui/support/format.h"
#include "ui/support/number_field.h"
#include "ui/support/plain_label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr int spacing = 8;
constexpr int mostRows = 12;  ///< a longer table scrolls

void prepare(NumberField& box) {
    box.setRange(0.01, 100);
    box.setDecimals(2);
    box.setSingleStep(0.1);
    box.setKeyboardTracking(false);
    box.setAlignment(Qt::AlignRight);
}

/// A spin box in every row that stays: what can be changed can be seen.
class StrengthDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                          const QModelIndex& index) const override {
        auto* box = new NumberField(parent);
        prepare(*box);
        box->setFrame(false);
        box->setAutoFillBackground(true);
        box->setObjectName(QStringLiteral("strength%1").arg(index.row()));
        box->setAccessibleName(editorName(index));
        auto* self = const_cast<StrengthDelegate*>(this);
        connect(box, &NumberField::valueChanged, self, [self, box] { emit self->commitData(box); });
        return box;
    }
    static QString editorName(const QModelIndex& index) {
        return AttentionPanel::tr("Attention strength of %1")
            .arg(index.siblingAtColumn(AttentionModel::layerColumn).data().toString());
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override {
        auto* box = static_cast<NumberField*>(editor);
        const QSignalBlocker quiet(box);
        box->setValue(index.data(Qt::EditRole).toDouble());
        QFont font = box->font();
        font.setBold(index.data(Qt::FontRole).isValid());
        box->setFont(font);
    }
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& /*index*/) const override {
        editor->setGeometry(option.rect);
    }
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
        model->setData(index, static_cast<NumberField*>(editor)->value(), Qt::EditRole);
    }
};

}  // namespace

AttentionPanel::AttentionPanel(Theme& theme, QWidget* parent)
    : QWidget(parent),
      model_(new AttentionModel(theme, this)),
      table_(new QTableView(this)),
      allLabel_(new PlainLabel(this)),
      all_(new NumberField(this)) {
    prepare(*all_);
    all_->setObjectName(QStringLiteral("strengthAll"));
    allLabel_->setBuddy(all_);
    allLabel_->setWordWrap(true);
    table_->setObjectName(QStringLiteral("attentionTable"));
    table_->setModel(model_);
    table_->setItemDelegateForColumn(AttentionModel::strengthColumn, new StrengthDelegate(table_));
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionMode(QAbstractItemView::NoSelection);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->setTextElideMode(Qt::ElideMiddle);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->horizontalHeader()->setSectionResizeMode(AttentionModel::layerColumn, QHeaderView::Stretch);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(allLabel_, 1);
    row->addWidget(all_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(table_);
    setFocusProxy(table_);
    connect(all_, &NumberField::valueChanged, model_, &AttentionModel::setAll);
    connect(model_, &AttentionModel::draftEdited, this, &AttentionPanel::refresh);
    connect(model_, &QAbstractItemModel::modelReset, this, [this] {
        openEditors();
        refresh();
    });
    retranslate();
}

void AttentionPanel::openEditors() {
    for (int row = 0; row < model_->rowCount(); ++row) {
        const QModelIndex index = model_->index(row, AttentionModel::strengthColumn);
        if (editable_ && model_->hasStrengths()) {
            table_->openPersistentEditor(index);
            // The view selects what it lets one edit; here nobody is editing yet.
            if (auto* text = table_->indexWidget(index)->findChild<QLineEdit*>()) text->deselect();
        } else {
            table_->closePersistentEditor(index);
        }
    }
    fitTable();
}

void AttentionPanel::fitTable() {
    const int rowHeight = all_->sizeHint().height();
    table_->verticalHeader()->setDefaultSectionSize(rowHeight);
    constexpr int mostLetters = 26;  // of a layer's name
    // Fixed widths, so that numbers that change move nothing; the layers' names take what is left.
    const int number = fontMetrics().horizontalAdvance(percentText(1, 1)) + 2 * spacing;
    int width = 2 * table_->frameWidth();
    for (int column = 0; column < model_->columnCount(); ++column) {
        int wanted = table_->horizontalHeader()->sectionSizeHint(column);
        if (column == AttentionModel::layerColumn) {
            const QAbstractItemView* view = table_;  // public there what QTableView hides
            // A long name is left out in the middle and stands whole in the tip: the pane keeps its width.
            wanted = std::max(wanted, std::min(view->sizeHintForColumn(column) + spacing,
                                               fontMetrics().averageCharWidth() * mostLetters));
        } else if (column == AttentionModel::strengthColumn) {
            wanted = all_->sizeHint().width();
        } else {
            wanted = std::max(wanted, number);
        }
        if (column != AttentionModel::layerColumn) table_->setColumnWidth(column, wanted);
        width += wanted;
    }
    table_->setMinimumWidth(width);
    const int rows = std::clamp(model_->rowCount(), 1, mostRows);
    table_->setFixedHeight(table_->horizontalHeader()->sizeHint().height() + rows * rowHeight +
                           2 * table_->frameWidth() + 2);
}

void AttentionPanel::setEditable(bool editable) {
    if (editable_ == editable) return;
    editable_ = editable;
    model_->setEditable(editable);
    all_->setEnabled(editable);
    openEditors();
}

void AttentionPanel::refresh() {
    const bool strengths = model_->hasStrengths();
    allLabel_->setVisible(strengths);
    all_->setVisible(strengths);
    all_->setEnabled(editable_);
    table_->setColumnHidden(AttentionModel::strengthColumn, !strengths);
    if (!strengths) return;
    // Where layers differ the field shows the first of them.
    const QSignalBlocker quiet(all_);
    all_->setValue(model_->draft().front());
}

void AttentionPanel::retranslate() {
    allLabel_->setText(tr("Attention strength z, all layers"));
    all_->setToolTip(
        tr("How fast attention to small weights fades as the network gets sparse; sets every layer. "
           "b = (1 - p)^z"));
    all_->setAccessibleName(allLabel_->text());
    table_->setAccessibleName(tr("Layers"));
    model_->retranslate();
    for (int row = 0; row < model_->rowCount(); ++row) {
        const QModelIndex index = model_->index(row, AttentionModel::strengthColumn);
        if (QWidget* editor = table_->indexWidget(index))
            editor->setAccessibleName(StrengthDelegate::editorName(index));
    }
    fitTable();
}

}  // namespace prunescope::ui
