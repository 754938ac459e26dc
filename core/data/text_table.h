#pragma once

#include "data/table_records.h"
#include "data/table_text.h"

#include <cstddef>
#include <vector>

/// Tables as RFC 4180 has them (Shafranovich, "Common Format and MIME Type for Comma-Separated Values (CSV)
/// Files", 2005), with any separator: a value that holds a separator, a quote or a line end stands in double
/// quotes, and a quote within it is doubled. Beyond that blanks around a value do not count, a quote within a
/// value that begins with none is a letter, and lines end at LF, CR LF or CR.
namespace prunescope::data {

/// Reads such records. Scanning is one pass without copies: a field is a piece of the file.
class TextRecords : public RecordReader {
public:
    /// From `begin`, where a record begins, up to `end`, where one ends. `text` must outlive the reader and
    /// its records.
    TextRecords(const TableText& text, char separator, std::size_t begin, std::size_t end);

    bool next(Record& record) override;
    /// Behind the last record that was read.
    std::size_t position() const { return text_.offsetOf(at_); }

private:
    bool isBlank(char c) const { return c == ' ' || c == otherBlank_; }
    bool endsValue(char c) const { return c == separator_ || c == '\n' || c == '\r'; }
    const char* skipBlanks(const char* from) const;
    void passLineEnd();
    bool findRecord();
    void readField(Field& field, std::size_t column);
    void readQuoted(const char* open, Field& field, std::size_t column);
    Error textBehindQuote(const char* open, std::size_t column) const;

    const TableText& text_;
    char separator_;
    char otherBlank_;  ///< a tab where it separates nothing
    const char* at_;
    const char* end_;
};

/// Cuts the text from `begin` on into pieces of about `pieceBytes` that begin where a record begins, so that
/// each can be read by itself. Returns the begin of each, and the end of the last. The cut depends on the
/// text alone.
std::vector<std::size_t> piecesOfRecords(const TableText& text, char separator, std::size_t begin,
                                         std::size_t pieceBytes);

}  // namespace prunescope::data
