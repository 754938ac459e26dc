#include "ui/support/accessible_boxes.h"

#include <QAccessibleWidget>
#include <QComboBox>

namespace prunescope::ui {
namespace {

class AccessibleBox : public QAccessibleWidget {
public:
    explicit AccessibleBox(QComboBox* box) : QAccessibleWidget(box, QAccessible::ComboBox), box_(box) {}

    QString text(QAccessible::Text kind) const override {
        if (kind == QAccessible::Value) return box_->currentText();
        return QAccessibleWidget::text(kind);
    }
    QAccessible::State state() const override {
        QAccessible::State s = QAccessibleWidget::state();
        s.expandable = true;
        s.editable = box_->isEditable();
        return s;
    }
    QStringList actionNames() const override { return {showMenuAction(), pressAction(), setFocusAction()}; }
    void doAction(const QString& name) override {
        if (name == showMenuAction() || name == pressAction()) return box_->showPopup();
        QAccessibleWidget::doAction(name);
    }

private:
    QComboBox* box_;
};

QAccessibleInterface* accessibleBox(const QString& /*className*/, QObject* object) {
    auto* box = qobject_cast<QComboBox*>(object);
    return box == nullptr ? nullptr : new AccessibleBox(box);
}

}  // namespace

void nameBoxesByTheirField() {
    static const bool once = [] {
        QAccessible::installFactory(accessibleBox);
        return true;
    }();
    static_cast<void>(once);
}

}  // namespace prunescope::ui
