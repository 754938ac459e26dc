#include "ui/app/command_palette.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace prunescope::ui {
namespace {

QString nameOf(const QAction& action) {
    QString name = action.data().toString();
    if (name.isEmpty()) name = action.text().remove(QLatin1Char('&'));
    return action.shortcut().isEmpty()
               ? name
               : name + QStringLiteral("    ") + action.shortcut().toString(QKeySequence::NativeText);
}

}  // namespace

CommandPalette::CommandPalette(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent), filter_(new QLineEdit(this)), list_(new QListWidget(this)) {
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(tr("Find a command"));
    for (QAction* action : actions) {
        if (!action->isSeparator() && !action->text().isEmpty()) actions_.append(action);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(filter_);
    layout->addWidget(list_);
    filter_->setPlaceholderText(tr("Type a few letters, Enter does it"));
    filter_->installEventFilter(this);
    resize(parent != nullptr ? parent->width() / 3 : 480, parent != nullptr ? parent->height() / 2 : 400);
    connect(filter_, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(filter_, &QLineEdit::returnPressed, this, &CommandPalette::trigger);
    connect(list_, &QListWidget::itemActivated, this, &CommandPalette::trigger);
    fill();
}

void CommandPalette::fill() {
    list_->clear();
    for (qsizetype i = 0; i < actions_.size(); ++i) {
        const QAction* action = actions_[i];
        if (action == nullptr || !action->isEnabled()) continue;
        const QString name = nameOf(*action);
        if (!name.contains(filter_->text(), Qt::CaseInsensitive)) continue;
        auto* item = new QListWidgetItem(name, list_);
        item->setData(Qt::UserRole, static_cast<qlonglong>(i));
    }
    list_->setCurrentRow(0);
}

void CommandPalette::trigger() {
    const QListWidgetItem* item = list_->currentItem();
    if (item == nullptr) return;
    const QPointer<QAction> action = actions_[item->data(Qt::UserRole).toLongLong()];
    accept();
    if (action) action->trigger();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == filter_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int move = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (move != 0) {
            list_->setCurrentRow(qBound(0, list_->currentRow() + move, list_->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace prunescope::ui
