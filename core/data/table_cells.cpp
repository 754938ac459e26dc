#include "data/table_cells.h"

#include "data/table_piece.h"
#include "parallel/parallel_for.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <mutex>

namespace prunescope::data {
namespace {

/// Most texts that the columns of a table hold together: more would take memory for no network's inputs.
constexpr std::size_t mostTexts = 1'000'000;

Text leaveItOut() {
    return Text::of("Leave the column out (data.leave_out) or check the file.");
}

/// Reads pieces of the file, several at a time, and brings together what they hold.
class PieceLoop {
public:
    PieceLoop(Table& table, const TableFormat& format, const std::vector<ColumnTask>& tasks)
        : table_(table), format_(format), tasks_(tasks) {}

    /// Each block of the table is that of a piece.
    NumberLooks run();

private:
    void read(std::size_t piece);
    void merge(const PieceReader& reader, RowBlock& block);
    void mergeTexts(const PieceReader::TextColumn& text, RowBlock& block);
    void expectFewTexts() const;

    Table& table_;
    const TableFormat& format_;
    const std::vector<ColumnTask>& tasks_;
    std::mutex mutex_{};  ///< guards the table's columns and what follows
    std::exception_ptr fault_{};
    NumberLooks looks_{};
    std::size_t texts_ = 0;
};

NumberLooks PieceLoop::run() {
    const auto count = static_cast<std::int64_t>(table_.blocks.size());
    std::atomic<std::int64_t> firstFault = count;
    parallel::parallelFor(count, [&](std::int64_t piece) {
        // Of several faults the first in the file is told, however the threads come along.
        if (piece > firstFault) return;
        const auto i = static_cast<std::size_t>(piece);
        try {
            read(i);
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (piece > firstFault) return;
            firstFault = piece;
            fault_ = std::current_exception();
        }
    });
    if (fault_) std::rethrow_exception(fault_);
    expectFewTexts();
    return looks_;
}

void PieceLoop::read(std::size_t piece) {
    PieceReader reader(table_, format_, tasks_, table_.blocks[piece]);
    reader.read(table_.pieces[piece], table_.pieces[piece + 1]);
    const std::lock_guard lock(mutex_);
    merge(reader, table_.blocks[piece]);
}

void takeEarlier(std::optional<CellPlace>& place, const std::optional<CellPlace>& other) {
    if (other && (!place || other->offset < place->offset)) place = other;
}

void PieceLoop::merge(const PieceReader& reader, RowBlock& block) {
    takeEarlier(looks_.ownSign, reader.looks().ownSign);
    takeEarlier(looks_.otherSign, reader.looks().otherSign);
    takeEarlier(looks_.eitherMeaning, reader.looks().eitherMeaning);
    takeEarlier(looks_.grouped, reader.looks().grouped);
    for (const FirstText& text : reader.firstTexts()) {
        auto& first = table_.columns[text.place.column].firstText;
        if (!first || text.place.offset < first->place.offset) first = text;
    }
    for (const PieceReader::TextColumn& text : reader.texts()) {
        if (texts_ <= mostTexts) mergeTexts(text, block);
    }
}

/// The piece's own codes become those of the table.
void PieceLoop::mergeTexts(const PieceReader::TextColumn& text, RowBlock& block) {
    Categories& categories = table_.columns[text.column].categories;
    const std::size_t before = categories.size();
    const auto codes = categories.absorb(text.categories);
    texts_ += categories.size() - before;
    if (categories.overflown()) return;
    for (std::size_t at = text.column; at < block.cells.size(); at += table_.columns.size()) {
        float& cell = block.cells[at];
        if (!std::isnan(cell)) cell = static_cast<float>(codes[static_cast<std::size_t>(cell)]);
    }
}

void PieceLoop::expectFewTexts() const {
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
        const TableColumn& column = table_.columns[c];
        if (tasks_[c] != ColumnTask::text || !column.categories.overflown()) continue;
        throw TooManyTexts(
            columnFault(table_, c, Text::of("more than {} different texts", Categories::most), leaveItOut()));
    }
    if (texts_ <= mostTexts) return;
    throw Error(table_.text.name(),
                Text::of("the columns of texts have more than {} different ones together", mostTexts),
                leaveItOut());
}

}  // namespace

std::size_t Table::rows() const {
    std::size_t count = 0;
    for (const RowBlock& block : blocks) count += block.begins.size();
    return count;
}

Error columnFault(const Table& table, std::size_t column, const Text& problem, Text mend) {
    const auto& first = table.columns[column].firstText;
    if (first) {
        return table.text.fault(
            first->place.offset, column,
            Text::of("{} is no number, and as a column of texts it has {}", first->shown, problem),
            std::move(mend));
    }
    return {table.text.name(),
            Text::of("{} has {}", columnText(table.text.columns()[column], column), problem),
            std::move(mend)};
}

NumberLooks readCells(Table& table, const TableFormat& format, std::size_t mostPieces) {
    const std::uint64_t bytes = table.text.bytes().size();
    const std::uint64_t cells = table.text.mostLines(table.pieces.front(), bytes) * table.columns.size();
    expectMemory(table.text.name(),
                 bytes + sizeof(float) * (format.sparse() ? cells : std::min(cells, bytes + 1)));
    std::vector<ColumnTask> tasks;
    for (TableColumn& column : table.columns) {
        tasks.push_back(column.task);
        column.firstText.reset();
        if (column.task == ColumnTask::text) column.categories = {};
    }
    table.blocks.assign(std::min(mostPieces, table.pieces.size() - 1), {});
    return PieceLoop(table, format, tasks).run();
}

void readGuessedTexts(Table& table, const TableFormat& format) {
    std::vector<ColumnTask> tasks;
    for (TableColumn& column : table.columns) {
        const bool text = column.task == ColumnTask::guess && column.firstText;
        tasks.push_back(text ? ColumnTask::text : ColumnTask::skip);
        if (column.task == ColumnTask::guess) column.task = text ? ColumnTask::text : ColumnTask::number;
    }
    if (std::find(tasks.begin(), tasks.end(), ColumnTask::text) == tasks.end()) return;
    PieceLoop(table, format, tasks).run();
}

}  // namespace prunescope::data
