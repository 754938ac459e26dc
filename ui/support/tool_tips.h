#pragma once

#include <QObject>
#include <QPoint>
#include <QString>

class QFont;
class QWidget;

namespace prunescope::ui {

/// A tool tip's text as it stands, wrapped so that no line is wider than 400 pixels: HTML in which nothing of
/// the text is HTML. For tips that a widget shows by itself.
QString toolTipMarkup(const QString& plain, const QFont& font);

void showToolTip(const QPoint& globalPlace, const QString& plain, QWidget& widget);

/// Shows the tool tips of all widgets, of headers and of cells of tables that way. An event filter of the
/// application: Qt takes a tip that looks like HTML for HTML, and one that does not for a single line.
class PlainToolTips : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace prunescope::ui
