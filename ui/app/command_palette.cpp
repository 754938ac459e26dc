#include "ui/app/command_palette.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace prunescope::ui {
namespace {

/// More than these nobody looks through; another letter brings the others.
constexpr int mostShown = 200;
constexpr int rowsOfAPage = 10;

QString nameOf(const QAction& action) {
    QString name = action.data().toString();
    if (name.isEmpty()) name = action.text().remove(QLatin1Char('&'));
    return action.shortcut().isEmpty()
               ? name
               : name + QStringLiteral("    ") + action.shortcut().toString(QKeySequence::NativeText);
}

bool holdsAll(const QString& text, const QStringList& words) {
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

}  // namespace

CommandPalette::CommandPalette(const QList<QAction*>& actions, std::vector<Find> finds, QWidget* parent)
    : QDialog(parent), words_(new QLineEdit(this)), list_(new QListWidget(this)) {
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(tr("Find anything"));
    addActions(actions);
    for (Find& find : finds) entries_.push_back({find.name, find.kind, std::move(find.go)});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(words_);
    layout->addWidget(list_);
    words_->setPlaceholderText(tr("A command, setting, layer, run or event; Enter goes there"));
    words_->setAccessibleName(tr("What to find"));
    words_->installEventFilter(this);
    list_->setAccessibleName(tr("What was found"));
    list_->setUniformItemSizes(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setTextElideMode(Qt::ElideMiddle);
    resize(parent != nullptr ? parent->width() / 2 : 560, parent != nullptr ? parent->height() / 2 : 400);
    connect(words_, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(words_, &QLineEdit::returnPressed, this, &CommandPalette::choose);
    connect(list_, &QListWidget::itemActivated, this, &CommandPalette::choose);
    fill();
}

void CommandPalette::addActions(const QList<QAction*>& actions) {
    for (QAction* action : actions) {
        if (action->isSeparator() || action->text().isEmpty() || !action->isEnabled()) continue;
        entries_.push_back({nameOf(*action), {}, [action = QPointer(action)] {
                                if (action) action->trigger();
                            }});
    }
}

void CommandPalette::fill() {
    list_->clear();
    const QStringList words = words_->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (std::size_t i = 0; i < entries_.size() && list_->count() < mostShown; ++i) {
        const Entry& entry = entries_[i];
        const QString whole = entry.kind.isEmpty() ? entry.text : tr("%1: %2").arg(entry.kind, entry.text);
        if (!holdsAll(whole, words)) continue;
        auto* item = new QListWidgetItem(whole, list_);
        item->setData(Qt::UserRole, static_cast<qulonglong>(i));
    }
    list_->setCurrentRow(0);
}

/// Once the dialog is gone: what is found may want the keyboard.
void CommandPalette::choose() {
    const QListWidgetItem* item = list_->currentItem();
    if (item == nullptr) return;
    const std::function<void()> go = entries_[item->data(Qt::UserRole).toULongLong()].go;
    accept();
    go();
}

bool CommandPalette::moveBy(int key) {
    const int rows = key == Qt::Key_Down       ? 1
                     : key == Qt::Key_Up       ? -1
                     : key == Qt::Key_PageDown ? rowsOfAPage
                     : key == Qt::Key_PageUp   ? -rowsOfAPage
                                               : 0;
    if (rows == 0 || list_->count() == 0) return rows != 0;
    list_->setCurrentRow(std::clamp(list_->currentRow() + rows, 0, list_->count() - 1));
    return true;
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == words_ && event->type() == QEvent::KeyPress &&
        moveBy(static_cast<QKeyEvent*>(event)->key()))
        return true;
    return QDialog::eventFilter(watched, event);
}

}  // namespace prunescope::ui
