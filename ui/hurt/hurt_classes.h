#pragma once

#include "report/hurt.h"

#include <QAbstractTableModel>
#include <QString>
#include <vector>

namespace prunescope::ui {

class Theme;

/// What two networks got right of the test images of a class or of a group.
struct HurtRow {
    QString name;
    qint64 images = 0;
    double first = 0;   ///< share, of the first network
    double pruned = 0;  ///< likewise
    view::Range change{};
    bool hurt = false;
};

/// The classes of two networks by lost recall, or the groups of test images by lost accuracy.
class HurtClasses : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { name, change, interval, first, pruned, images, columns };
    /// The value behind the text: a number sorts as a number.
    static constexpr int sortRole = Qt::UserRole;

    explicit HurtClasses(const Theme& theme, QObject* parent = nullptr);

    void setClasses(const std::vector<report::HurtClass>& classes);
    void setGroups(const std::vector<report::HurtGroup>& groups);
    /// The headings, in a new language.
    void retranslate() { emit headerDataChanged(Qt::Horizontal, 0, columns - 1); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void setRows(std::vector<HurtRow> rows, bool groups);
    static QString textOf(const HurtRow& row, int column);
    static QVariant valueOf(const HurtRow& row, int column);

    const Theme& theme_;
    std::vector<HurtRow> rows_{};
    bool groups_ = false;
};

}  // namespace prunescope::ui
