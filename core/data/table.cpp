#include "data/datasets.h"
#include "data/table_builder.h"

namespace prunescope::data {
namespace {

Text tableHint() {
    return Text::of("Name a CSV, TSV or ARFF file, or a folder that holds one (data_dir, --data-dir DIR).");
}

}  // namespace

/// A table of numbers and categories with a class for each row. CSV and TSV as RFC 4180 has them, ARFF
/// (Attribute-Relation File Format) as Weka reads it.
DatasetEntry table() {
    return {
        .description = {.name = "table",
                        .title = "Table",
                        .summary = "Rows of numbers and categories with a class each, from a CSV, TSV or "
                                   "ARFF file that you name.",
                        .options = tableOptionDescriptions()},
        .hint = tableHint(),
        .fileToo = true,
        .likeness =
            [](const PlaceListing& p) {
                return clearIf(p.hasEnding({".csv", ".tsv", ".tab", ".arff"}));
            },
        .describe = [](const nlohmann::json&) { return std::optional<DatasetFacts>(); },
        .open =
            [](const DataPlace& place) {
                const TableOptions options = tableOptionsFrom(place.options);
                return buildTable(findTableFiles(place.folder, options.testFile, tableHint()), options);
            },
    };
}

}  // namespace prunescope::data
