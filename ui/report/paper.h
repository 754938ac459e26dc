#pragma once

#include "view/palette.h"

#include <QColor>
#include <QFont>
#include <QSizeF>
#include <QString>
#include <string>

/// The sheet that the report is printed on. All lengths are dots of 1/1200 inch, fine enough that letters
/// stand where they were measured, on screen as in the file.
namespace prunescope::ui::paper {

inline constexpr int dotsPerInch = 1200;

constexpr double pt(double points) {
    return points * dotsPerInch / 72;
}

inline constexpr double pageWidth = 210 / 25.4 * dotsPerInch;
inline constexpr double pageHeight = 297 / 25.4 * dotsPerInch;
inline constexpr double margin = pt(51);
inline constexpr double bodyTop = pt(64);
inline constexpr double bodyBottom = pageHeight - pt(58);
inline constexpr double bodyWidth = pageWidth - 2 * margin;

// Paper is white whatever the theme of the window.
inline constexpr QColor black{0x1b, 0x1e, 0x23};
inline constexpr QColor muted{0x5c, 0x64, 0x6f};
inline constexpr QColor hairline{0xd9, 0xdc, 0xe1};
inline constexpr QColor alert{0xb3, 0x26, 0x1e};

/// The colours of the window's charts on a light ground.
QColor series(view::Series series);
QColor layer(std::size_t layer, std::size_t layers);
/// `colour` on white, as if `share` of it were painted.
QColor tint(const QColor& colour, double share);

/// How a text is printed.
struct Ink {
    double points = 9;
    bool bold = false;
    QColor colour = black;
    bool fixedPitch = false;
};

/// Made anew for each use: a font that is shared between threads is not safe.
QFont fontOf(const Ink& ink);
/// Of the widest line.
double textWidth(const QString& text, const Ink& ink);

/// The text as it is or, where it is wider, with an ellipsis in its middle.
QString shortened(const QString& text, const Ink& ink, double width);

/// A name or a note from outside, without what could turn or break a line.
QString clean(const std::string& text);

}  // namespace prunescope::ui::paper
