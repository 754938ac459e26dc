#include "ui/app/tab_panes.h"

#include <QDataStream>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr int partAbove = 3;
constexpr int partBelow = 2;

QSplitter* column(QSplitter& across, const QString& name) {
    auto* splitter = new QSplitter(Qt::Vertical, &across);
    splitter->setObjectName(name);
    splitter->setChildrenCollapsible(false);
    across.addWidget(splitter);
    return splitter;
}

}  // namespace

TabPanes::TabPanes(QWidget* parent)
    : QWidget(parent),
      across_(new QSplitter(Qt::Horizontal, this)),
      left_(column(*across_, QStringLiteral("leftPanes"))),
      middle_(column(*across_, QStringLiteral("middlePanes"))),
      right_(column(*across_, QStringLiteral("rightPanes"))) {
    across_->setObjectName(QStringLiteral("columns"));
    across_->setChildrenCollapsible(false);
    across_->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(across_);
    showSides();
}

void TabPanes::add(Page& page, Page::Side side) {
    QSplitter* place = side == Page::Side::left ? left_ : side == Page::Side::right ? right_ : middle_;
    place->addWidget(&page);
    // What stands below explains what is above it.
    place->setStretchFactor(place->count() - 1, side == Page::Side::below ? partBelow : partAbove);
    showSides();
}

QList<QWidget*> TabPanes::columns() const {
    QList<QWidget*> seen;
    for (QSplitter* place : {left_, middle_, right_}) {
        if (place->isVisible()) seen.append(place);
    }
    return seen;
}

bool TabPanes::hasSides() const {
    return left_->count() + right_->count() > 0;
}

void TabPanes::setRun(bool any) {
    run_ = any;
    showSides();
}

void TabPanes::setFolded(bool folded) {
    folded_ = folded;
    showSides();
}

void TabPanes::showSides() {
    for (QSplitter* side : {left_, right_}) side->setVisible(side->count() > 0 && run_ && !folded_);
    // Of the middle the first page says what to do while there is no run.
    for (int i = 1; i < middle_->count(); ++i) middle_->widget(i)->setVisible(run_);
}

QList<QSplitter*> TabPanes::splitters() const {
    return {across_, left_, middle_, right_};
}

QByteArray TabPanes::arrangement() const {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << folded_;
    for (const QSplitter* splitter : splitters()) stream << splitter->saveState();
    return bytes;
}

void TabPanes::arrange(const QByteArray& arrangement) {
    QDataStream stream(arrangement);
    bool folded = false;
    stream >> folded;
    for (QSplitter* splitter : splitters()) {
        QByteArray state;
        stream >> state;
        if (stream.status() != QDataStream::Ok) return;
        splitter->restoreState(state);
    }
    setFolded(folded);
}

void TabPanes::arrangeAsAtFirst() {
    setFolded(false);
    const int left = left_->sizeHint().width();
    const int right = right_->sizeHint().width();
    across_->setSizes({left, std::max(1, across_->width() - left - right), right});
    // The rest is shared out by these.
    middle_->setSizes({partAbove, partBelow});
}

}  // namespace prunescope::ui
