#include "ui/experiment/budget_delegate.h"

#include "ui/support/theme.h"

#include <QLineEdit>
#include <QPainter>
#include <QPen>

namespace prunescope::ui {
namespace {

constexpr int longestBudget = 100;

/// A field of one line in a cell of two.
QRect fieldIn(const QStyleOptionViewItem& option) {
    const int height = option.fontMetrics.height() + 10;
    QRect field = option.rect.adjusted(2, 0, -6, 0);
    field.setTop(field.top() + (field.height() - height) / 2);
    field.setHeight(height);
    return field;
}

}  // namespace

BudgetDelegate::BudgetDelegate(Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

QWidget* BudgetDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                                      const QModelIndex& index) const {
    auto* editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("budgetEditor"));
    editor->setMaxLength(longestBudget);
    editor->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    return editor;
}

void BudgetDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                          const QModelIndex& /*index*/) const {
    editor->setGeometry(fieldIn(option));
}

void BudgetDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    QStyleOptionViewItem inside = option;
    inside.rect.adjust(4, 0, -8, 0);
    // The frame tells which one is current, in place of the view's fill.
    painter->fillRect(option.rect, theme_.surface());
    const bool current = option.state.testFlag(QStyle::State_Selected);
    inside.state.setFlag(QStyle::State_Selected, false);
    inside.state.setFlag(QStyle::State_HasFocus, false);
    QStyledItemDelegate::paint(painter, inside, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(current ? theme_.accent() : theme_.mutedText(), current ? 2 : 1));
    painter->drawRoundedRect(QRectF(fieldIn(option)).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->restore();
}

void BudgetDelegate::finish(QWidget* editor) {
    emit commitData(editor);
    emit closeEditor(editor);
}

}  // namespace prunescope::ui
