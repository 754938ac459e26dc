#include "ui/audit/audit_model.h"

#include "ui/audit/audit_text.h"
#include "ui/live/run_model.h"
#include "ui/support/format.h"

#include <algorithm>

namespace prunescope::ui {

AuditModel::AuditModel(RunModel& run, QObject* parent) : QAbstractTableModel(parent), run_(run) {}

AuditModel::Entry AuditModel::entryOf(const run::AuditEvent& recorded,
                                      const std::vector<std::string>& layers) {
    return {recorded, AuditText::title(recorded.kind), AuditText::who(recorded.who),
            AuditText::reason(recorded), AuditText::change(recorded, layers)};
}

void AuditModel::follow() {
    const std::vector<run::AuditEvent>& events = run_.events();
    if (events.size() < entries_.size()) return reset();
    if (events.size() == entries_.size()) return;
    const std::vector<std::string> layers = run_.layerNames();
    beginInsertRows({}, 0, static_cast<int>(events.size() - entries_.size()) - 1);
    for (std::size_t i = entries_.size(); i < events.size(); ++i) {
        entries_.push_back(entryOf(events[i], layers));
    }
    endInsertRows();
}

void AuditModel::reset() {
    const std::vector<std::string> layers = run_.layerNames();
    beginResetModel();
    entries_.clear();
    for (const run::AuditEvent& entry : run_.events()) entries_.push_back(entryOf(entry, layers));
    endResetModel();
}

int AuditModel::rowOf(qint64 sequence) const {
    const auto found = std::find_if(entries_.rbegin(), entries_.rend(),
                                    [&](const Entry& entry) { return entry.event.sequence == sequence; });
    return found == entries_.rend() ? -1 : static_cast<int>(found - entries_.rbegin());
}

int AuditModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

int AuditModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QString AuditModel::text(int row, int column) const {
    const Entry& entry = entryAt(row);
    switch (column) {
        case time:
            return timeText(entry.event.wallMs);
        case step:
            return countText(entry.event.step.value);
        case epoch:
            return decimalText(entry.event.epoch, 2);
        case event:
            return entry.title;
        case who:
            return entry.who;
        case reason:
            return entry.reason;
        default:
            return entry.change;
    }
}

QVariant AuditModel::sortValue(int row, int column) const {
    const run::AuditEvent& e = eventAt(row);
    switch (column) {
        // Events of one millisecond, and those behind a clock that was set back, keep their order.
        case time:
            return static_cast<qlonglong>(e.sequence);
        case step:
            return static_cast<qlonglong>(e.step.value);
        case epoch:
            return e.epoch;
        default:
            return text(row, column);
    }
}

QVariant AuditModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const int column = index.column();
    const bool isNumber = column == step || column == epoch;
    switch (role) {
        case Qt::DisplayRole:
            return text(index.row(), column).simplified();
        case Qt::ToolTipRole:
            return text(index.row(), column);
        case Qt::TextAlignmentRole:
            return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case sortRole:
            return sortValue(index.row(), column);
        default:
            return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columns) return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == step || section == epoch;
        return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const bool title = role == Qt::DisplayRole;
    switch (section) {
        case time:
            return title ? tr("Time") : tr("When it happened, in local time.");
        case step:
            return title ? tr("Step") : tr("Updates of the weights that were done by then.");
        case epoch:
            return title ? tr("Epoch") : tr("Passes over the training images that were done by then.");
        case event:
            return title ? tr("Event") : tr("What happened.");
        case who:
            return title ? tr("Who")
                         : tr("Who caused it: a person (account and host), the schedule, or the program.");
        case reason:
            return title ? tr("Reason") : tr("The reason the user gave; of a refusal, why.");
        default:
            return title ? tr("Change") : tr("What differs: before → after.");
    }
}

}  // namespace prunescope::ui
