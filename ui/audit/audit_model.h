#pragma once

#include "run/audit_event.h"

#include <QAbstractTableModel>
#include <QString>
#include <string>
#include <vector>

namespace prunescope::ui {

class RunModel;

/// What happened in the run on display, newest first: the events that were recorded, and among them the falls
/// of accuracy that `view::dropEvents` finds. Follows the run only when told to, so that a page that cannot
/// be seen costs nothing.
class AuditModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { time, step, epoch, event, effect, who, reason, change, columns };
    /// The value behind the text: a number sorts as a number.
    static constexpr int sortRole = Qt::UserRole;

    explicit AuditModel(RunModel& run, QObject* parent = nullptr);

    /// Takes in what has come since the last call.
    void follow();
    /// Another run, or another language: everything anew.
    void reset();

    const run::AuditEvent& eventAt(int row) const { return entryAt(row).event; }
    QString changeText(int row) const { return entryAt(row).change; }
    /// -1 when there is no such event.
    int rowOf(qint64 sequence) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// Texts are made once: filtering asks for those of every row.
    struct Entry {
        run::AuditEvent event;
        QString title;
        QString who;
        QString reason;
        QString change;
    };
    const Entry& entryAt(int row) const {
        return entries_[entries_.size() - 1 - static_cast<std::size_t>(row)];
    }
    static Entry entryOf(const run::AuditEvent& event, const std::vector<std::string>& layers);
    /// Looks for falls again where more was measured; true when there are others than before.
    bool findDrops();
    bool isNumber(int column) const { return column == step || column == epoch || column == effect; }
    QString text(int row, int column) const;
    QVariant sortValue(int row, int column) const;

    RunModel& run_;
    std::vector<Entry> entries_;          ///< oldest first, as they come
    std::vector<run::AuditEvent> drops_;  ///< among them
    std::size_t measured_ = 0;            ///< evaluations that drops were looked for in
};

}  // namespace prunescope::ui
