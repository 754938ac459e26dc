#pragma once

#include "ui/app/painted_texts.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QGraphicsView>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSplitterHandle>
#include <QStyle>
#include <QStyleOption>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>

/// Finds what is cut off or squeezed in a window that is on the screen.
namespace prunescope::ui {

/// Names of the widget and of those around it; the class of one without a name.
inline QString pathOf(const QWidget& widget) {
    const QString name = widget.objectName().isEmpty() ? QString::fromLatin1(widget.metaObject()->className())
                                                       : widget.objectName();
    const QWidget* parent = widget.isWindow() ? nullptr : widget.parentWidget();
    return parent == nullptr ? name : pathOf(*parent) + QLatin1Char('/') + name;
}

class LayoutCheck {
public:
    explicit LayoutCheck(QWidget& window) {
        check(window);
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            if (widget->isVisibleTo(&window) && widget->window() == &window) check(*widget);
        }
    }

    /// One line for each: the widget, its size, what is wrong, the text.
    QStringList findings;

private:
    void check(QWidget& widget) {
        checkPlace(widget);
        checkPainted(widget);
        if (auto* label = qobject_cast<QLabel*>(&widget)) checkLabel(*label);
        if (auto* button = qobject_cast<QAbstractButton*>(&widget)) checkButton(*button);
        if (auto* box = qobject_cast<QComboBox*>(&widget)) checkCombo(*box);
        if (auto* edit = qobject_cast<QLineEdit*>(&widget)) checkEdit(*edit);
        if (auto* box = qobject_cast<QGroupBox*>(&widget)) {
            need(widget, widget.fontMetrics().horizontalAdvance(box->title()), widget.width(), box->title());
        }
        if (auto* bar = qobject_cast<QTabBar*>(&widget)) checkTabs(*bar);
        if (auto* header = qobject_cast<QHeaderView*>(&widget)) {
            checkHeader(*header);
        } else if (auto* table = qobject_cast<QTableView*>(&widget)) {
            checkTable(*table);
        }
    }

    void report(const QWidget& widget, const QString& what, const QString& text) {
        findings << QStringLiteral("%1 (%2x%3): %4: \"%5\"")
                        .arg(pathOf(widget))
                        .arg(widget.width())
                        .arg(widget.height())
                        .arg(what, text);
    }
    void need(const QWidget& widget, int wanted, int given, const QString& text) {
        if (wanted > given)
            report(widget, QStringLiteral("needs %1 pixels, has %2").arg(wanted).arg(given), text);
    }
    void needSize(const QWidget& widget, const QSize& wanted, const QString& text) {
        need(widget, wanted.width(), widget.width(), text);
        if (wanted.height() > widget.height()) {
            report(widget,
                   QStringLiteral("needs a height of %1, has %2").arg(wanted.height()).arg(widget.height()),
                   text);
        }
    }
    static int widthOf(const QWidget& widget, const QString& text) {
        return widget.fontMetrics().size(Qt::TextShowMnemonic, text).width();
    }

    static bool scrolls(const QWidget& widget) {
        const auto* area = qobject_cast<const QAbstractScrollArea*>(widget.parentWidget());
        return area != nullptr && area->viewport() == &widget;
    }

    void checkPlace(QWidget& widget) {
        const QWidget* parent = widget.parentWidget();
        if (widget.isWindow() || parent == nullptr || qobject_cast<QSplitterHandle*>(&widget)) return;
        if (scrolls(*parent)) {
            const auto* area = qobject_cast<const QScrollArea*>(parent->parentWidget());
            if (area != nullptr && area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff) {
                need(widget, widget.width(), parent->width(), QStringLiteral("what scrolls up and down"));
            }
            return;
        }
        const QString name = widget.objectName();
        if (name == QLatin1String("qt_toolbar_ext_button") || name == QLatin1String("qt_menubar_ext_button"))
            report(widget, QStringLiteral("the bar does not hold all of its buttons"), {});
        if (!parent->rect().contains(widget.geometry())) {
            const QRect g = widget.geometry();
            report(widget,
                   QStringLiteral("at %1,%2 it stands out of %3x%4")
                       .arg(g.x())
                       .arg(g.y())
                       .arg(parent->width())
                       .arg(parent->height()),
                   {});
        }
    }

    static QString sourceOf(const QWidget& widget) {
        QString source;
        for (const char* property : {"text", "placeholderText", "title", "currentText", "windowTitle"}) {
            source += widget.property(property).toString() + QLatin1Char('\n');
        }
        for (const QAction* action : widget.actions()) source += action->text() + QLatin1Char('\n');
        return source;
    }
    /// Cells and fields, which may hold more than they show, have checks of their own.
    static bool showsPart(const QWidget& widget) {
        const bool picture = qobject_cast<const QGraphicsView*>(widget.parentWidget()) != nullptr;
        return qobject_cast<const QLineEdit*>(&widget) != nullptr || (scrolls(widget) && !picture);
    }
    void checkPainted(QWidget& widget) {
        if (showsPart(widget)) return;
        constexpr double slack = 2;
        const QRectF all = QRectF(widget.rect()).adjusted(-slack, -slack, slack, slack);
        for (const PaintedText& painted : paintedTexts(widget)) {
            if (painted.text.trimmed().isEmpty()) continue;
            const bool dots =
                painted.text.contains(QChar(0x2026)) || painted.text.contains(QLatin1String("..."));
            if (dots && !sourceOf(widget).contains(painted.text))
                report(widget, QStringLiteral("written short"), painted.text);
            if (!all.contains(painted.place)) {
                const QRectF p = painted.place;
                report(widget,
                       QStringLiteral("written beyond its edge, from %1,%2 to %3,%4")
                           .arg(p.left(), 0, 'f', 1)
                           .arg(p.top(), 0, 'f', 1)
                           .arg(p.right(), 0, 'f', 1)
                           .arg(p.bottom(), 0, 'f', 1),
                       painted.text);
            }
        }
    }

    void checkLabel(QLabel& label) {
        if (label.text().isEmpty()) return;
        if (!label.wordWrap()) return needSize(label, label.sizeHint(), label.text());
        need(label, label.minimumSizeHint().width(), label.width(), label.text());
        const int height = label.heightForWidth(label.width());
        if (height > label.height())
            report(label, QStringLiteral("needs a height of %1").arg(height), label.text());
    }

    void checkButton(QAbstractButton& button) {
        if (button.text().isEmpty()) return;
        if (auto* push = qobject_cast<QPushButton*>(&button)) {
            QStyleOptionButton option;
            option.initFrom(push);
            option.text = push->text();
            const QRect inside = push->style()->subElementRect(QStyle::SE_PushButtonContents, &option, push);
            const int icon = push->icon().isNull() ? 0 : push->iconSize().width() + 4;
            need(button, widthOf(button, button.text()) + icon, inside.width(), button.text());
            need(button, button.fontMetrics().height(), inside.height(), button.text());
            return;
        }
        const auto* tool = qobject_cast<QToolButton*>(&button);
        if (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull())
            return;
        needSize(button, button.sizeHint(), button.text());
    }

    void checkCombo(QComboBox& box) {
        QStyleOptionComboBox option;
        option.initFrom(&box);
        option.editable = box.isEditable();
        option.frame = box.hasFrame();
        const QRect field =
            box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
        const int icon = box.itemIcon(box.currentIndex()).isNull() ? 0 : box.iconSize().width() + 4;
        need(box, box.fontMetrics().horizontalAdvance(box.currentText()) + icon, field.width(),
             box.currentText());
        need(box, box.fontMetrics().height(), field.height(), box.currentText());
    }

    /// A path is longer than any field; one moves in it.
    void checkEdit(QLineEdit& edit) {
        const QString text = edit.text().isEmpty() ? edit.placeholderText() : edit.text();
        if (text.contains(QLatin1Char('/'))) return;
        QStyleOptionFrame option;
        option.initFrom(&edit);
        option.lineWidth =
            edit.hasFrame() ? edit.style()->pixelMetric(QStyle::PM_DefaultFrameWidth, nullptr, &edit) : 0;
        const QRect inside = edit.style()->subElementRect(QStyle::SE_LineEditContents, &option, &edit);
        constexpr int ownMargin = 2;  // of QLineEdit, on both sides
        const QMargins margins = edit.textMargins();
        int room = inside.width() - margins.left() - margins.right() - 2 * ownMargin;
        for (const QToolButton* inner : edit.findChildren<QToolButton*>()) {
            if (inner->isVisible()) room -= inner->width();
        }
        need(edit, edit.fontMetrics().horizontalAdvance(text), room, text);
    }

    void checkTabs(QTabBar& bar) {
        for (int tab = 0; tab < bar.count(); ++tab) {
            const QRect place = bar.tabRect(tab);
            need(bar, widthOf(bar, bar.tabText(tab)) + 8, place.width(), bar.tabText(tab));
            if (!bar.rect().contains(place))
                report(bar, QStringLiteral("a tab stands out of it"), bar.tabText(tab));
        }
    }

    void checkHeader(QHeaderView& header) {
        if (header.orientation() != Qt::Horizontal || header.model() == nullptr) return;
        for (int section = 0; section < header.count(); ++section) {
            const QString text = header.model()->headerData(section, Qt::Horizontal).toString();
            if (header.isSectionHidden(section) || text.isEmpty()) continue;
            need(header, header.sectionSizeHint(section), header.sectionSize(section), text);
        }
    }

    /// The rest is scrolled to; what a row is, and what is first said of it, is not.
    void checkFirstColumns(const QTableView& table) {
        const QHeaderView& columns = *table.horizontalHeader();
        int wanted = 0;
        int seen = 0;
        for (int place = 0; place < columns.count() && seen < 2; ++place) {
            const int column = columns.logicalIndex(place);
            if (columns.isSectionHidden(column)) continue;
            wanted += columns.sectionSize(column);
            ++seen;
        }
        if (table.model()->rowCount() > 0)
            need(table, wanted, table.viewport()->width(), QStringLiteral("the first two columns"));
    }
    /// Free text may be longer than its column when the user can widen it and a tooltip tells all.
    static bool mayBeLonger(const QTableView& table, const QModelIndex& cell, const QString& text) {
        const auto mode = table.horizontalHeader()->sectionResizeMode(cell.column());
        return (mode == QHeaderView::Interactive || mode == QHeaderView::Stretch) &&
               cell.data(Qt::ToolTipRole).toString().contains(text);
    }
    void checkTable(QTableView& table) {
        if (table.model() == nullptr) return;
        checkFirstColumns(table);
        const QAbstractItemView& view = table;
        for (int row = 0; row < std::min(table.model()->rowCount(), 40); ++row) {
            for (int column = 0; column < table.model()->columnCount(); ++column) {
                const QModelIndex cell = table.model()->index(row, column);
                const QString text = cell.data().toString();
                if (table.isColumnHidden(column) || text.isEmpty() || table.indexWidget(cell) != nullptr)
                    continue;
                const QSize wanted = view.sizeHintForIndex(cell);
                if (!mayBeLonger(table, cell, text))
                    need(table, wanted.width(), table.columnWidth(column), text);
                if (wanted.height() > table.rowHeight(row))
                    report(table, QStringLiteral("a row is too low"), text);
            }
        }
    }
};

}  // namespace prunescope::ui
