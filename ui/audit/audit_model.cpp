#include "ui/audit/audit_model.h"

#include "ui/audit/audit_text.h"
#include "ui/live/run_model.h"
#include "ui/support/format.h"
#include "view/accuracy_drops.h"

#include <algorithm>
#include <utility>

namespace prunescope::ui {

AuditModel::AuditModel(RunModel& run, QObject* parent) : QAbstractTableModel(parent), run_(run) {}

AuditModel::Entry AuditModel::entryOf(const run::AuditEvent& event, const std::vector<std::string>& layers) {
    return {event, AuditText::title(event.kind), AuditText::who(event.who), AuditText::reason(event),
            AuditText::change(event, layers)};
}

bool AuditModel::findDrops() {
    const std::size_t measured = run_.hasRun() ? run_.history().validation().times.size() : 0;
    if (measured == measured_) return false;
    measured_ = measured;
    std::vector<run::AuditEvent> drops;
    if (run_.hasRun()) drops = view::dropEvents(run_.history(), *run_.header());
    const bool same = std::equal(drops.begin(), drops.end(), drops_.begin(), drops_.end(),
                                 [](const run::AuditEvent& a, const run::AuditEvent& b) {
                                     return a.sequence == b.sequence && a.step == b.step;
                                 });
    drops_ = std::move(drops);
    return !same;
}

void AuditModel::follow() {
    const std::vector<run::AuditEvent>& events = run_.events();
    const std::size_t measured = measured_;
    const std::size_t known = entries_.size() - drops_.size();
    if (findDrops() || events.size() < known) return reset();
    if (measured != measured_ && !entries_.empty())
        emit dataChanged(index(0, effect), index(rowCount() - 1, effect));
    if (events.size() == known) return;
    const std::vector<std::string> layers = run_.layerNames();
    beginInsertRows({}, 0, static_cast<int>(events.size() - known) - 1);
    for (std::size_t i = known; i < events.size(); ++i) entries_.push_back(entryOf(events[i], layers));
    endInsertRows();
}

void AuditModel::reset() {
    const std::vector<std::string> layers = run_.layerNames();
    beginResetModel();
    entries_.clear();
    drops_.clear();
    measured_ = 0;
    findDrops();
    auto drop = drops_.begin();
    for (const run::AuditEvent& recorded : run_.events()) {
        // What was measured at the step of an event was measured before the event.
        for (; drop != drops_.end() && drop->step <= recorded.step; ++drop)
            entries_.push_back(entryOf(*drop, layers));
        entries_.push_back(entryOf(recorded, layers));
    }
    for (; drop != drops_.end(); ++drop) entries_.push_back(entryOf(*drop, layers));
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
        case effect:
            return AuditText::effectInShort(entry.event, run_.history().validation());
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
            return static_cast<qlonglong>(rowCount() - row);
        case step:
            return static_cast<qlonglong>(e.step.value);
        case epoch:
            return e.epoch;
        case effect:
            return AuditText::effectValue(e, run_.history().validation());
        default:
            return text(row, column);
    }
}

QVariant AuditModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
            return text(index.row(), column).simplified();
        case Qt::ToolTipRole:
            return text(index.row(), column);
        case Qt::TextAlignmentRole:
            return static_cast<int>((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case sortRole:
            return sortValue(index.row(), column);
        default:
            return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columns) return {};
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const bool title = role == Qt::DisplayRole;
    switch (section) {
        case time:
            return title ? tr("Time") : tr("When it happened, in local time.");
        case step:
            return title ? tr("Step") : tr("Updates of the weights that were done by then.");
        case epoch:
            return title ? tr("Epoch") : tr("Passes over the training samples that were done by then.");
        case event:
            return title ? tr("Event") : tr("What happened.");
        case effect:
            return title ? tr("Effect") : tr("Validation accuracy as it was measured before → after.");
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
