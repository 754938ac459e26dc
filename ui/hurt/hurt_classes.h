#pragma once

#include "report/hurt.h"

#include <QAbstractTableModel>
#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

namespace prunescope::ui {

class Theme;

/// What two networks made of the test samples of a class or of a group.
struct HurtRow {
    QString name;
    qint64 samples = 0;
    double first = 0;   ///< of the first network: a share, or an RMSE in the target's own unit
    double pruned = 0;  ///< likewise
    std::optional<view::Range> change{};
    bool hurt = false;
};

/// The classes of two networks by lost recall, or the groups of test samples by lost accuracy or grown RMSE.
class HurtClasses : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { name, change, interval, first, pruned, samples, columns };
    /// The value behind the text: a number sorts as a number.
    static constexpr int sortRole = Qt::UserRole;

    explicit HurtClasses(const Theme& theme, QObject* parent = nullptr);

    void setClasses(const std::vector<report::HurtClass>& classes);
    void setGroups(const std::vector<report::HurtGroup>& groups);
    /// `unit`: of the number that is predicted.
    void setNumberGroups(const std::vector<report::HurtNumberGroup>& groups, const QString& unit);
    /// In which those that lost most come first.
    Qt::SortOrder worstFirst() const {
        return of_ == Of::numberGroups ? Qt::DescendingOrder : Qt::AscendingOrder;
    }
    /// The headings, in a new language.
    void retranslate() { emit headerDataChanged(Qt::Horizontal, 0, columns - 1); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Of : std::uint8_t { classes, groups, numberGroups };

    void setRows(std::vector<HurtRow> rows, Of of);
    QString textOf(const HurtRow& row, int column) const;
    static QVariant valueOf(const HurtRow& row, int column);
    QString whyHurt() const;
    QStringList titles() const;

    const Theme& theme_;
    std::vector<HurtRow> rows_{};
    Of of_ = Of::classes;
    QString unit_{};
};

}  // namespace prunescope::ui
