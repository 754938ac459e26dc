// A table that a trained network is to answer, from anybody, read as a record says.

#include "data/recorded_table.h"
#include "targets.h"

#include <algorithm>
#include <cmath>

namespace prunescope::fuzz {
namespace {

std::vector<run::ColumnDescription> recordedColumns() {
    using run::ColumnKind;
    return {
        {.name = "size", .kind = ColumnKind::numeric, .missing = 1, .onMissing = "fill", .filledWith = "2.5"},
        {.name = "colour", .kind = ColumnKind::categorical, .categories = {"blue", "red"}},
        {.name = "id", .kind = ColumnKind::leftOut},
        {.name = "class", .kind = ColumnKind::label}};
}

void readRecordedRows(std::string_view bytes) {
    constexpr std::size_t inputs = 1 + 3;
    const data::RecordedRows rows =
        data::readRecordedRows({"fuzz.csv", std::string(bytes)}, recordedColumns(), {});
    expect(rows.values.size() == inputs * rows.numbers.size(), "every row has all inputs");
    expect(std::all_of(rows.values.begin(), rows.values.end(), [](float v) { return std::isfinite(v); }),
           "inputs are numbers");
    expect(std::is_sorted(rows.numbers.begin(), rows.numbers.end()), "rows rise");
}

}  // namespace

Target recordedRowsTarget() {
    return {.name = "recorded_rows",
            .run = answered<readRecordedRows>,
            .seeds =
                [] {
                    return std::vector<std::string>{"size,colour,id,class\n1,red,a,x\n,blue,b,y\n2,,c,x\n",
                                                    "colour;size\ngreen;1,5\nred;2\n", "1,red,a\n2,blue,b\n",
                                                    "@relation r\n@attribute size numeric\n@attribute colour "
                                                    "{red,blue}\n@data\n1,red\n?,blue\n"};
                },
            .longest = 4096};
}

}  // namespace prunescope::fuzz
