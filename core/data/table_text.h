#pragma once

#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::data {

/// Most columns of a table in a file, and most inputs that they may make together.
inline constexpr std::size_t mostTableColumns = 100'000;
/// Longest text of a category or a class and longest name of a column, in bytes.
inline constexpr std::size_t mostNameBytes = 1000;
/// Longest record, or line, of a table: what is longer is a quote that was forgotten, or no table.
inline constexpr std::size_t mostRecordBytes = std::size_t{16} << 20U;

/// Text of a file as a message may have it: one line, short, nothing that a terminal would act on.
std::string shownText(std::string_view text);
/// The same in quotes.
std::string quotedText(std::string_view text);

/// A text file with a table, whole in memory. Places in it are byte offsets; in messages they are lines and
/// columns, both from 1. A line ends at LF, CR LF or CR.
class TableText {
public:
    /// `name` is what messages call the file. Throws `Error` for bytes that begin as no text file does: those
    /// of gzip, zip and UTF-16.
    TableText(std::string name, std::string bytes);

    const std::string& name() const { return name_; }
    std::string_view bytes() const { return *bytes_; }
    /// The same, to be kept.
    std::shared_ptr<const std::string> shared() const { return bytes_; }
    /// Where the text begins: behind a byte order mark of UTF-8.
    std::size_t begin() const { return begin_; }
    const char* at(std::size_t offset) const { return bytes_->data() + offset; }
    std::size_t offsetOf(const char* place) const { return static_cast<std::size_t>(place - bytes_->data()); }

    /// Columns that are named here are named in messages; an empty name stands for none.
    void nameColumns(std::vector<std::string> names) { columns_ = std::move(names); }
    const std::vector<std::string>& columns() const { return columns_; }

    std::int64_t lineAt(std::size_t offset) const;
    /// There are no more lines there, so that memory for them can be judged before it is taken.
    std::size_t mostLines(std::size_t begin, std::size_t end) const;
    /// "line 3: …"
    Error fault(std::size_t offset, const Text& problem, Text mend) const;
    /// "line 3, column 'age' (2): …"; `column` counts from 0.
    Error fault(std::size_t offset, std::size_t column, const Text& problem, Text mend) const;

    /// Throws `Error` when what stands there is no text: it has a zero byte or is not UTF-8.
    void expectText(std::size_t begin, std::size_t end) const;

private:
    std::string name_;
    std::shared_ptr<const std::string> bytes_;
    std::size_t begin_ = 0;
    std::vector<std::string> columns_{};
};

/// "column 'age' (2)", or "column 2" of one without a name; `column` counts from 0.
Text columnText(const std::string& name, std::size_t column);

/// Throws `Error` when the machine has less memory than so many bytes; `file` is what asks for them.
void expectMemory(const std::string& file, std::uint64_t bytes);

/// Throws `Error` when the file cannot be read, or holds more than the machine's memory.
TableText readTableText(const std::filesystem::path& file);

}  // namespace prunescope::data
