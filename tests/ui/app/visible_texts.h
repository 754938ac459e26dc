#pragma once

#include "ui/app/layout_check.h"

#include <QAction>
#include <QMenu>
#include <QRegularExpression>
#include <QTableView>
#include <map>

/// All that can be seen of what a window says, by the widget and the property that says it; and its menus.
namespace prunescope::ui {

class VisibleTexts {
public:
    explicit VisibleTexts(QWidget& window) {
        add(window);
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            // Qt names a dock's buttons when it makes them, once for all.
            if (widget->objectName().startsWith(QLatin1String("qt_dockwidget_"))) continue;
            const bool menu = qobject_cast<QMenu*>(widget) != nullptr;
            if (menu || (widget->isVisible() && widget->window() == &window)) add(*widget);
        }
        for (const QAction* action : window.findChildren<QAction*>()) {
            // Menus of Qt's own fields come and go; they are looked at where they are made.
            const QString place = QStringLiteral("action ") + action->objectName();
            if (action->objectName().isEmpty()) continue;
            put(place + QStringLiteral(" text"), action->text());
            put(place + QStringLiteral(" tooltip"), action->toolTip());
        }
    }

    const std::map<QString, QString>& all() const { return texts_; }

private:
    void put(const QString& place, const QString& text) {
        if (!text.isEmpty()) texts_[place] = text;
    }
    /// The path, with a number where several have the same.
    static QString placeOf(const QWidget& widget) {
        const QWidget* parent = widget.isWindow() ? nullptr : widget.parentWidget();
        if (parent == nullptr) return widget.objectName();
        int number = 0;
        for (const QObject* sibling : parent->children()) {
            if (sibling == &widget) break;
            number += sibling->isWidgetType() ? 1 : 0;
        }
        const QString name = widget.objectName().isEmpty()
                                 ? QString::fromLatin1(widget.metaObject()->className())
                                 : widget.objectName();
        return QStringLiteral("%1/%2#%3").arg(placeOf(*parent), name).arg(number);
    }

    void add(QWidget& widget) {
        const QString place = placeOf(widget);
        for (const char* property :
             {"text", "title", "placeholderText", "windowTitle", "toolTip", "statusTip", "whatsThis",
              "accessibleName", "accessibleDescription", "suffix", "prefix", "specialValueText"}) {
            put(place + QLatin1Char(' ') + QLatin1String(property), widget.property(property).toString());
        }
        if (auto* box = qobject_cast<QComboBox*>(&widget)) addCombo(*box, place);
        if (auto* bar = qobject_cast<QTabBar*>(&widget)) {
            for (int tab = 0; tab < bar->count(); ++tab)
                put(QStringLiteral("%1 tab %2").arg(place).arg(tab), bar->tabText(tab));
        }
        if (auto* table = qobject_cast<QTableView*>(&widget)) addTable(*table, place);
        if (auto* menu = qobject_cast<QMenu*>(&widget)) {
            int row = 0;
            for (const QAction* action : menu->actions())
                put(QStringLiteral("%1 row %2").arg(place).arg(row++), action->text());
        }
        if (widget.isHidden() || widget.objectName() == QLatin1String("previewSheet")) return;
        int number = 0;
        for (const PaintedText& painted : paintedTexts(widget))
            put(QStringLiteral("%1 painted %2").arg(place).arg(number++), painted.text.trimmed());
    }
    void addCombo(const QComboBox& box, const QString& place) {
        for (int item = 0; item < box.count(); ++item) {
            put(QStringLiteral("%1 item %2").arg(place).arg(item), box.itemText(item));
            put(QStringLiteral("%1 tooltip of item %2").arg(place).arg(item),
                box.itemData(item, Qt::ToolTipRole).toString());
        }
    }
    void addTable(const QTableView& table, const QString& place) {
        const QAbstractItemModel* model = table.model();
        if (model == nullptr) return;
        for (int column = 0; column < model->columnCount(); ++column) {
            for (const auto role : {Qt::DisplayRole, Qt::ToolTipRole}) {
                put(QStringLiteral("%1 header %2 role %3").arg(place).arg(column).arg(role),
                    model->headerData(column, Qt::Horizontal, role).toString());
                for (int row = 0; row < model->rowCount(); ++row) {
                    put(QStringLiteral("%1 cell %2,%3 role %4").arg(place).arg(row).arg(column).arg(role),
                        model->index(row, column).data(role).toString());
                }
            }
        }
    }

    std::map<QString, QString> texts_;
};

/// What is the same in every language: names, units, keys, ids, paths and values as programs write them.
inline QString withoutNames(QString text) {
    static const std::vector<QRegularExpression> names{
        QRegularExpression(QStringLiteral("<[^>]*>")),                          // mark-up
        QRegularExpression(QStringLiteral("\"[^\"]*\"")),                       // JSON
        QRegularExpression(QStringLiteral("\\S*/\\S*")),                        // paths, "samples/s"
        QRegularExpression(QStringLiteral("SHA-256 [0-9a-f…]+")),               // hashes
        QRegularExpression(QStringLiteral("\\d{4}-\\d\\d-\\d\\d[\\w.-]*")),     // run ids and dates
        QRegularExpression(QStringLiteral("\\b(conv|fc|stage|block)\\d+\\b")),  // layers
        QRegularExpression(QStringLiteral("\\b(lenet|resnet|wrn|vgg|mobilenet|mlp|cnn)[-\\w:,]*"),
                           QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(QStringLiteral("\\b(fashion-|e)?mnist\\b|\\bcifar-?\\d*\\b|\\bidx\\b"),
                           QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(QStringLiteral("\\b(map|gmp|dpf|erk|sgd|adamw?|relu|nesterov|okabe|ito)\\b"),
                           QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(QStringLiteral("\\b(png|svg|csv|pdf|json|html|numpy|npz|npy|gzip|onnx|safetensors|"
                                          "tensorboard|mlflow|ece)\\b"),
                           QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(QStringLiteral("\\b(ctrl|shift|alt|enter|return|space|esc|del|home|end|page "
                                          "(up|down)|pg(up|down))\\b"),
                           QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(QStringLiteral("\\b(prunescope|english|min)\\b"),
                           QRegularExpression::CaseInsensitiveOption),
    };
    for (const QRegularExpression& name : names) text.remove(name);
    return text;
}

inline bool hasEnglishWord(const QString& text) {
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{3,}"));
    return withoutNames(text).contains(word);
}

}  // namespace prunescope::ui
