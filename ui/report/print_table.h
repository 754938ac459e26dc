#pragma once

#include "ui/report/page_flow.h"

#include <QStringList>
#include <optional>

namespace prunescope::ui {

/// A table that may run over many pages, with its header repeated on each. Columns share the width of the
/// page by what stands in them.
class PrintTable {
public:
    enum class Align { left, right };
    struct Column {
        QString title;
        Align align = Align::left;
        bool fixedPitch = false;  ///< for sums of files, which are read letter by letter
    };

    /// Without titles there is no header.
    PrintTable(QString caption, std::vector<Column> columns);
    void row(QStringList cells, std::optional<QColor> swatch = {});
    /// In bold: a sum, or what shall stand out.
    void strongRow(QStringList cells);
    /// Letters shrink where the columns would else break numbers.
    void layOut(PageFlow& flow) const;

private:
    struct Row {
        QStringList cells;
        bool strong = false;
        std::optional<QColor> swatch{};  ///< a patch of colour before the first cell
    };
    struct LaidRow {
        std::vector<TextBlock> cells{};
        std::optional<QColor> swatch{};
        std::size_t lines() const;
    };

    struct Layout {
        double size = 0;    ///< of the letters, in points
        double indent = 0;  ///< for the patches of colour
        std::vector<double> widths{};
        LaidRow header{};

        double lineHeight() const;
        double heightOf(std::size_t lines) const;
    };

    paper::Ink inkOf(const Row& row, std::size_t column, double size) const;
    Layout layout() const;
    LaidRow laidHeader(const Layout& layout) const;
    LaidRow laid(const Row& row, const Layout& layout) const;
    void placeHeader(PageFlow& flow, const Layout& layout) const;
    void placeRow(PageFlow& flow, const LaidRow& row, const Layout& layout) const;

    QString caption_;
    std::vector<Column> columns_;
    std::vector<Row> rows_{};
};

}  // namespace prunescope::ui
