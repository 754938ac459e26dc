#pragma once

#include "view/palette.h"

#include <QColor>
#include <QObject>
#include <QPalette>
#include <cstddef>
#include <functional>
#include <unordered_map>

class QApplication;
class QWidget;

namespace prunescope::ui {

QColor colourOf(view::Rgb colour);

/// From one colour to another, opaque: Qt fills opaque lines many times faster than translucent ones.
QColor mixed(const QColor& from, const QColor& to, double share);

/// Every colour of the window by its role, for light and dark. Widgets that paint ask here when they paint
/// and update() on `changed`; nothing else names a colour.
class Theme : public QObject {
    Q_OBJECT
public:
    enum class Choice { system, light, dark };

    explicit Theme(QObject* parent = nullptr);

    Choice choice() const { return choice_; }
    void choose(Choice choice);
    bool isDark() const { return dark_; }
    /// Sets style, palette and style sheet of the application, and again on every change.
    void applyTo(QApplication& application);
    /// Calls `style`, which gives the widget the theme's colours: now, on every change, and when the widget
    /// comes into sight after a change. (A palette that is set while a widget is hidden is lost: the style
    /// sheet of the application puts the one before back when it shows.)
    void dress(QWidget& widget, std::function<void()> style);

    QColor window() const;   ///< ground of docks and toolbars
    QColor surface() const;  ///< ground of charts, tables, pictures
    QColor text() const;
    QColor mutedText() const;  ///< units, hints, axis labels
    QColor hairline() const;   ///< separators, chart grid
    QColor accent() const;     ///< the one accent: focus, selection, primary button
    QColor onAccent() const;   ///< text on the accent
    QColor warning() const;
    QColor error() const;
    QColor success() const;
    QColor positive() const;  ///< kept weights above zero: orange
    QColor negative() const;  ///< kept weights below zero: blue

    // Those of `view`, on the theme's ground.
    QColor layer(std::size_t layer, std::size_t layers) const;
    QColor category(std::size_t slot) const;  ///< of a run
    QColor series(view::Series series) const;
    QColor shade(double share) const;  ///< of a value in [0, 1] that is told by colour alone

    QPalette palette() const;

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void update();
    view::Ground ground() const;

    Choice choice_ = Choice::system;
    bool dark_ = false;
    bool systemDark_ = false;  ///< as it was before this program set a palette
    QApplication* application_ = nullptr;
    std::unordered_map<const QObject*, std::function<void()>> dressed_;
};

}  // namespace prunescope::ui
