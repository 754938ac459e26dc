#pragma once

#include "ui/support/page.h"

#include <QByteArray>
#include <QList>
#include <QWidget>

class QSplitter;

namespace prunescope::ui {

/// What stands on one tab of the window: pages in the middle, one above the other, and panes at its sides,
/// which can be folded away. Between them are handles to drag.
class TabPanes : public QWidget {
    Q_OBJECT
public:
    explicit TabPanes(QWidget* parent = nullptr);

    void add(Page& page, Page::Side side);
    /// Left, middle, right: those that can be seen.
    QList<QWidget*> columns() const;
    bool hasSides() const;

    /// The panes at the sides stand there when there is a run and they are not folded.
    void setRun(bool any);
    void setFolded(bool folded);
    bool isFolded() const { return folded_; }

    /// How wide and high everything is, for the settings.
    QByteArray arrangement() const;
    /// What is not one of this tab, or damaged, changes nothing.
    void arrange(const QByteArray& arrangement);
    void arrangeAsAtFirst();

private:
    QList<QSplitter*> splitters() const;
    void showSides();

    QSplitter* across_;
    QSplitter *left_, *middle_, *right_;
    bool run_ = false;
    bool folded_ = false;
};

}  // namespace prunescope::ui
