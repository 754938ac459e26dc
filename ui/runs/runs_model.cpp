#include "ui/runs/runs_model.h"

#include "ui/runs/run_colours.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr int swatchSize = 64;  ///< larger than on any screen: it is scaled down
const QString dash = QStringLiteral("–");

template <class Paint>
QIcon painted(const Paint& paint) {
    QPixmap pixmap(swatchSize, swatchSize);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    QIcon icon(pixmap);
    // Or a selected row would tint it.
    icon.addPixmap(pixmap, QIcon::Selected);
    return icon;
}

/// The ring keeps the colour apart from that of a selected row.
QIcon swatch(const QColor& colour, const QColor& ring) {
    return painted([&](QPainter& painter) {
        painter.setPen(QPen(ring, 6));
        painter.setBrush(colour);
        painter.drawEllipse(QRectF(5, 5, 54, 54));
    });
}

QIcon warningSign(const QColor& colour, const QColor& ground) {
    return painted([&](QPainter& painter) {
        painter.setPen(QPen(colour, 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(colour);
        painter.drawPolygon(QPolygonF({{32, 8}, {60, 56}, {4, 56}}));
        painter.setPen(QPen(ground, 7, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(32, 24), QPointF(32, 38));
        painter.drawPoint(QPointF(32, 49));
    });
}

QString nameOr(const std::string& name) {
    return name.empty() ? dash : QString::fromStdString(name);
}

QString percentOr(std::optional<double> share) {
    return share ? percentText(*share) : dash;
}

QVariant number(std::optional<double> value) {
    return value && std::isfinite(*value) ? QVariant(*value) : QVariant();
}

constexpr qsizetype longestOption = 40;  ///< letters; drawn schedules are long

/// An option's value as a cell shows it.
QString optionText(const RunOption& option, const nlohmann::json& value) {
    if (value.is_null()) return dash;
    if (option.choice && value.is_string() && value.get_ref<const std::string&>().size() < longestOption)
        return engineWord(value.get<std::string>());
    if (value.is_number_float()) return significantText(value.get<double>(), 6);
    QString text =
        value.is_string()
            ? QString::fromStdString(value.get<std::string>())
            : QString::fromStdString(value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    if (text.size() > longestOption) text = text.left(longestOption) + QStringLiteral("…");
    return text;
}

QVariant optionValue(const RunOption& option, const nlohmann::json& value) {
    if (value.is_null()) return {};
    if (value.is_number()) return number(value.get<double>());
    return optionText(option, value);
}

}  // namespace

RunsModel::RunsModel(Theme& theme, RunColours& colours, QObject* parent)
    : QAbstractTableModel(parent), theme_(theme), colours_(colours) {
    connect(&theme_, &Theme::changed, this, [this] {
        if (!runs_.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DecorationRole});
    });
}

void RunsModel::setRuns(const std::vector<store::RunSummary>& runs) {
    QSet<QString> ids;
    for (const store::RunSummary& run : runs) ids.insert(QString::fromStdString(run.id));
    const QSet<QString> tickedBefore = ticked_;
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (ids.contains(id(row))) continue;
        ticked_.remove(id(row));
        colours_.release(id(row));
        curvesProblems_.remove(id(row));
        removeRun(row);
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const int row = static_cast<int>(i);
        if (i < runs_.size() && runs_[i].id == runs[i].id) {
            runs_[i] = runs[i];
            updateRow(row);
            continue;
        }
        // A run whose start has become known moves.
        const int old = rowOf(QString::fromStdString(runs[i].id));
        if (old > row) {
            beginMoveRows({}, old, old, {}, row);
            std::rotate(runs_.begin() + row, runs_.begin() + old, runs_.begin() + old + 1);
            endMoveRows();
            runs_[i] = runs[i];
            updateRow(row);
            continue;
        }
        beginInsertRows({}, row, row);
        runs_.insert(runs_.begin() + row, runs[i]);
        endInsertRows();
    }
    setOptions(differingOptions(runs_));
    if (ticked_ != tickedBefore) emit ticksChanged();
    emit differencesChanged();
}

void RunsModel::setOptions(std::vector<RunOption> options) {
    if (options == options_) return;
    if (!options_.empty()) {
        beginRemoveColumns({}, firstOption, columnCount() - 1);
        options_.clear();
        endRemoveColumns();
    }
    if (options.empty()) return;
    beginInsertColumns({}, firstOption, firstOption + static_cast<int>(options.size()) - 1);
    options_ = std::move(options);
    endInsertColumns();
}

const RunOption* RunsModel::option(int column) const {
    const auto at = static_cast<std::size_t>(column - firstOption);
    return column >= firstOption && at < options_.size() ? &options_[at] : nullptr;
}

bool RunsModel::tellsApart(int column) const {
    switch (column) {
        case network:
        case method:
        case target:
        case seed:
        case epochs:
        case dataset:
            break;
        default:
            return true;
    }
    if (rowCount() < 2) return true;
    for (int row = 1; row < rowCount(); ++row) {
        if (text(row, column) != text(0, column)) return true;
    }
    return false;
}

bool RunsModel::isNumber(const QVariant& value) {
    return value.typeId() == QMetaType::Double || value.typeId() == QMetaType::LongLong;
}

void RunsModel::removeRun(int row) {
    beginRemoveRows({}, row, row);
    runs_.erase(runs_.begin() + row);
    endRemoveRows();
}

void RunsModel::updateRow(int row) {
    emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

int RunsModel::rowOf(const QString& runId) const {
    const std::string wanted = runId.toStdString();
    const auto found =
        std::find_if(runs_.begin(), runs_.end(), [&](const auto& run) { return run.id == wanted; });
    return found == runs_.end() ? -1 : static_cast<int>(found - runs_.begin());
}

QColor RunsModel::colour(int row) const {
    const auto slot = colours_.slotOf(id(row));
    return slot ? theme_.category(*slot) : QColor();
}

void RunsModel::setTicked(int row, bool ticked) {
    if (isTicked(row) == ticked) return;
    if (ticked) {
        ticked_.insert(id(row));
        colours_.take(id(row));
    } else {
        ticked_.remove(id(row));
        colours_.release(id(row));
        curvesProblems_.remove(id(row));
    }
    updateRow(row);
    emit ticksChanged();
}

void RunsModel::setCurvesProblem(const QString& runId, const Text& problem) {
    if (curvesProblems_.value(runId) == problem) return;
    if (problem.empty()) {
        curvesProblems_.remove(runId);
    } else {
        curvesProblems_.insert(runId, problem);
    }
    if (const int row = rowOf(runId); row >= 0) updateRow(row);
}

QString RunsModel::problem(int row) const {
    QStringList parts;
    if (!run(row).error.empty()) parts << engineText(run(row).error);
    const Text curves = curvesProblems_.value(id(row));
    if (!curves.empty()) parts << engineText(curves);
    parts.removeDuplicates();
    return parts.join(QLatin1Char('\n'));
}

void RunsModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!runs_.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RunsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : firstOption + static_cast<int>(options_.size());
}

QString RunsModel::text(int row, int column) const {
    const store::RunSummary& r = run(row);
    if (const RunOption* asked = option(column)) return optionText(*asked, optionOf(r, asked->key));
    switch (column) {
        case name:
            return id(row);
        case seed:
            return r.config ? QString::number(r.config->seed) : dash;
        case started:
            return r.startedMs == 0 ? dash : timeText(r.startedMs);
        case dataset:
            return nameOr(r.dataset);
        case network:
            return nameOr(r.model);
        case method:
            return nameOr(r.method);
        case target:
            return percentOr(r.targetSparsity);
        case sparsity:
            return percentOr(r.sparsity);
        case testAccuracy:
            return percentOr(r.testAccuracy);
        case epochs:
            return QStringLiteral("%1 / %2").arg(r.epochsDone ? decimalText(*r.epochsDone, 2) : dash,
                                                 r.epochs ? countText(*r.epochs) : dash);
        case state:
            return conditionText(conditionOf(r));
        default:
            return {};
    }
}

QVariant RunsModel::sortValue(int row, int column) const {
    const store::RunSummary& r = run(row);
    if (const RunOption* asked = option(column)) return optionValue(*asked, optionOf(r, asked->key));
    switch (column) {
        case compare:
            return isTicked(row) ? 1 : 0;
        case seed:
            return r.config ? QVariant(static_cast<qlonglong>(r.config->seed)) : QVariant();
        case started:
            return r.startedMs == 0 ? QVariant() : QVariant(static_cast<qlonglong>(r.startedMs));
        case target:
            return number(r.targetSparsity);
        case sparsity:
            return number(r.sparsity);
        case testAccuracy:
            return number(r.testAccuracy);
        case epochs:
            return number(r.epochsDone);
        default:
            return text(row, column);
    }
}

QVariant RunsModel::decoration(int row, int column) const {
    if (column == compare && isTicked(row)) return swatch(colour(row), theme_.surface());
    if (column == state && !problem(row).isEmpty()) return warningSign(theme_.warning(), theme_.surface());
    return {};
}

QString RunsModel::toolTip(int row, int column) const {
    const QString wrong = problem(row);
    if (!wrong.isEmpty()) {
        return tr("%1: a part of this run cannot be read.\n%2\nWhat can be read is shown; nothing is changed "
                  "on "
                  "the disk.")
            .arg(id(row), wrong);
    }
    return column == compare ? columnHelp(compare) : id(row);
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
            return column == compare ? QVariant() : QVariant(text(row, column));
        case Qt::CheckStateRole:
            if (column != compare) return {};
            return static_cast<int>(isTicked(row) ? Qt::Checked : Qt::Unchecked);
        case Qt::DecorationRole:
            return decoration(row, column);
        case Qt::ToolTipRole:
            return toolTip(row, column);
        case Qt::AccessibleTextRole:
            return column == compare ? tr("Draw the curves of %1").arg(id(row)) : text(row, column);
        case Qt::TextAlignmentRole:
            return static_cast<int>(
                (column != started && isNumber(sortValue(row, column)) ? Qt::AlignRight : Qt::AlignLeft) |
                Qt::AlignVCenter);
        case sortRole:
            return sortValue(row, column);
        default:
            return {};
    }
}

bool RunsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != compare) return false;
    setTicked(index.row(), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags RunsModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == compare ? usual | Qt::ItemIsUserCheckable : usual;
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    if (role == Qt::DisplayRole) return columnTitle(section);
    if (role == Qt::ToolTipRole) return columnHelp(section);
    if (role == Qt::TextAlignmentRole && !runs_.empty()) return data(index(0, section), role);
    return {};
}

}  // namespace prunescope::ui
