#pragma once

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace prunescope::ui {

/// A part of a form under a heading that folds it away.
class Section : public QWidget {
    Q_OBJECT
public:
    explicit Section(const QString& name, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QVBoxLayout* rows() const { return rows_; }
    bool isExpanded() const { return expanded_; }
    void setExpanded(bool expanded);

signals:
    void expandedChanged(bool expanded);

private:
    bool expanded_ = false;
    QToolButton* heading_;
    QWidget* content_;
    QVBoxLayout* rows_;
};

}  // namespace prunescope::ui
