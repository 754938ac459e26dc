#pragma once

#include <QStyledItemDelegate>

namespace prunescope::ui {

class Theme;

/// The budget of a layer in its cell: framed, so that it can be seen that it may be typed over.
class BudgetDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    BudgetDelegate(Theme& theme, QObject* parent);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    /// Takes what stands in the editor and closes it.
    void finish(QWidget* editor);

private:
    Theme& theme_;
};

}  // namespace prunescope::ui
