#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::data {

/// How a quote stands within a quoted value.
enum class Escapes : std::uint8_t { none, doubledQuotes, backslashes };

/// One value of a record, as its file has it: without the quotes and the blanks around it.
struct Field {
    std::string_view text{};
    bool quoted = false;
    Escapes escapes = Escapes::none;
};

/// What the field says, its escapes replaced by what they stand for.
std::string plainText(const Field& field);

/// One row of a table.
struct Record {
    std::size_t begin = 0;        ///< place in the file
    std::size_t count = 0;        ///< of fields that the file has
    std::vector<Field> fields{};  ///< as many of them as a table may have columns
};

/// Reads a part of a file record by record.
class RecordReader {
public:
    virtual ~RecordReader() = default;
    RecordReader(const RecordReader&) = delete;
    RecordReader& operator=(const RecordReader&) = delete;

    /// False at the end of the part. Lines without a value are passed over. Throws `Error` with the place for
    /// what is no record.
    virtual bool next(Record& record) = 0;

protected:
    RecordReader() = default;
};

}  // namespace prunescope::data
