#include "ui/support/tool_tips.h"

#include "ui/support/plain_label.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QStringList>
#include <QTabBar>
#include <QTextLayout>
#include <QToolTip>

namespace prunescope::ui {
namespace {

constexpr qreal widest = 400;
constexpr qsizetype longest = 4'000;  ///< letters; more would not fit a screen

void addWrapped(const QString& line, const QFont& font, QStringList& lines) {
    if (line.isEmpty()) {
        lines << QString();
        return;
    }
    QTextLayout layout(line, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine part = layout.createLine(); part.isValid(); part = layout.createLine()) {
        part.setLineWidth(widest);
        lines << line.mid(part.textStart(), part.textLength());
    }
    layout.endLayout();
}

QString headerTip(const QHeaderView& header, const QPoint& place) {
    const int section = header.logicalIndexAt(place);
    if (section < 0 || header.model() == nullptr) return {};
    return header.model()->headerData(section, header.orientation(), Qt::ToolTipRole).toString();
}

/// The tip that stands at this place of the widget; empty when there is none, or the widget shows its own.
QString tipAt(QWidget& widget, const QPoint& place) {
    if (auto* view = qobject_cast<QAbstractItemView*>(widget.parentWidget());
        view != nullptr && view->viewport() == &widget) {
        auto* header = qobject_cast<QHeaderView*>(view);
        const QString tip = header != nullptr ? headerTip(*header, place)
                                              : view->indexAt(place).data(Qt::ToolTipRole).toString();
        return tip.isEmpty() ? view->toolTip() : tip;
    }
    if (auto* tabs = qobject_cast<QTabBar*>(&widget)) {
        QString tip = tabs->tabToolTip(tabs->tabAt(place));
        if (!tip.isEmpty()) return tip;
    }
    return widget.toolTip();
}

}  // namespace

QString toolTipMarkup(const QString& plain, const QFont& font) {
    QStringList lines;
    for (const QString& line : plain.left(longest).split(QLatin1Char('\n'))) addWrapped(line, font, lines);
    if (plain.size() > longest) lines << QStringLiteral("…");
    for (QString& line : lines) line = line.toHtmlEscaped();
    return QStringLiteral("<div style=\"white-space: pre\">%1</div>").arg(lines.join(QStringLiteral("<br>")));
}

void showToolTip(const QPoint& globalPlace, const QString& plain, QWidget& widget) {
    QToolTip::showText(globalPlace, plain.isEmpty() ? plain : toolTipMarkup(plain, QToolTip::font()),
                       &widget);
}

bool PlainToolTips::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ToolTip || !watched->isWidgetType()) return false;
    // Knows by itself whether its text is whole.
    if (qobject_cast<ElidedLabel*>(watched) != nullptr) return false;
    auto* widget = static_cast<QWidget*>(watched);
    const auto* help = static_cast<QHelpEvent*>(event);
    // A widget that was given no tip and shows one in its own event() does so by `showToolTip`.
    const QString tip = tipAt(*widget, help->pos());
    if (tip.isEmpty()) return false;
    showToolTip(help->globalPos(), tip, *widget);
    return true;
}

}  // namespace prunescope::ui
