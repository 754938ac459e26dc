#pragma once

#include "report/hurt.h"

#include <QAbstractTableModel>
#include <QString>
#include <vector>

namespace prunescope::ui {

class Theme;

/// The classes of two networks, those that lost most recall first.
class HurtClasses : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { name, change, interval, recallOfTwin, recall, images, columns };
    /// The value behind the text: a number sorts as a number.
    static constexpr int sortRole = Qt::UserRole;

    explicit HurtClasses(const Theme& theme, QObject* parent = nullptr);

    void setClasses(std::vector<report::HurtClass> classes);
    /// The headings, in a new language.
    void retranslate() { emit headerDataChanged(Qt::Horizontal, 0, columns - 1); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const report::HurtClass& c, int column) const;
    static QVariant valueOf(const report::HurtClass& c, int column);

    const Theme& theme_;
    std::vector<report::HurtClass> classes_{};
};

}  // namespace prunescope::ui
