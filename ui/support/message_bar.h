#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace prunescope::ui {

class Theme;

/// One line (or a few) at the place where something went wrong: what, where, how to mend it. Hidden when
/// empty.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    enum class Kind { information, warning, error };

    explicit MessageBar(Theme& theme, QWidget* parent = nullptr);
    void show(Kind kind, const QString& text);
    void clear();
    QString text() const;
    /// A button beside the text; the caller names it and says what it does.
    QPushButton* addButton();

private:
    void restyle();

    Theme& theme_;
    Kind kind_ = Kind::information;
    QLabel* symbol_;
    QLabel* text_;
};

}  // namespace prunescope::ui
