#pragma once

#include "report/chart.h"
#include "report/phrase.h"
#include "report/summary.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// A report as data: chapters of blocks of a few kinds, without a language and without a layout. What writes
/// a page or a sheet from it knows the kinds of blocks and nothing of pruning.
namespace prunescope::report {

struct Heading {
    Phrase text;
};

struct Paragraph {
    enum class Tone : std::uint8_t {
        plain,
        small,
        state,  ///< how the run ended
        alert   ///< likewise, when a reader must not miss it
    };
    Phrase text;
    Tone tone = Tone::plain;
};

struct Bullets {
    std::vector<Phrase> items;
};

/// Names and values side by side.
struct Facts {
    struct Fact {
        Phrase name;
        Phrase value;
    };
    std::vector<Fact> facts;
};

/// The key figures, each with a note of how it came to be.
struct Tiles {
    struct Tile {
        Phrase label;
        Phrase value;
        Phrase note;
    };
    std::vector<Tile> tiles;
};

/// A table whose first column names its rows.
struct Table {
    enum class Align : std::uint8_t {
        left,
        right,
        unbroken,  ///< left, and never broken into lines
        text,      ///< left, and broken anywhere when it must be
        hash       ///< likewise, in letters that are told apart
    };
    struct Column {
        Phrase title;
        Align align = Align::left;
    };
    struct Row {
        std::vector<Phrase> cells;
        bool total = false;              ///< sums up those above
        std::optional<Colour> swatch{};  ///< a patch of colour before the first cell
    };
    Phrase caption;  ///< may be empty
    std::vector<Column> columns;
    std::vector<Row> rows{};
};

/// The confusion matrix.
struct Matrix {
    Phrase caption;
    Phrase corner;
    Phrase note;
    std::vector<std::string> classes;
    std::vector<std::int64_t> images;  ///< of each true class
    std::vector<std::int64_t> counts;  ///< classes x classes; row: true class, column: answer
    std::optional<Table> beside{};     ///< where there is room

    /// How dark the cell is, in [0, 0.9]: few errors beside many right answers would vanish on a straight
    /// scale, so it grows with the square root of the share of the row.
    double shade(std::size_t truth, std::size_t answer) const;
};

/// Test images as they are in their files, each with two lines.
struct Pictures {
    struct Picture {
        data::Raster raster;
        Phrase title;
        Phrase note;
    };
    Phrase caption;
    std::vector<Picture> pictures{};
};

struct Figure {
    Phrase title;
    Phrase note;
    std::variant<LineChart, BarChart> chart;
};

/// The notes that the marks "[3]" lead to, numbered from 1.
struct Notes {
    struct Note {
        Phrase title;
        Phrase evidence;
        Phrase text;
    };
    std::vector<Note> notes;
};

/// Lines to sign on.
struct Signatures {
    std::vector<Phrase> names;
};

using Block = std::variant<Heading, Paragraph, Bullets, Facts, Tiles, Table, Matrix, Pictures, Figure, Notes,
                           Signatures>;

struct Chapter {
    std::string id;
    Phrase title;
    std::vector<Block> blocks{};
};

struct Document {
    Phrase title;                  ///< of the file
    Phrase kind;                   ///< what it is, above the verdict
    Phrase verdict;                ///< in one sentence
    std::vector<Block> state{};    ///< which run, and how it ended
    std::vector<Block> summary{};  ///< the rest of page one
    std::vector<Chapter> chapters{};
    std::size_t layers = 0;  ///< that have colours
};

/// The report of a run. `jsonSha256`: of report.json, printed so that paper and data can be tied together.
/// A chapter that the run has nothing to say in is left out.
Document documentOf(const ReportInput& input, const Summary& summary, const std::string& jsonSha256);

}  // namespace prunescope::report
