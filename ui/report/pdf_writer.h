#pragma once

#include "report/document.h"
#include "report/scene.h"
#include "ui/report/page_flow.h"
#include "ui/report/print_table.h"

#include <QCoreApplication>
#include <vector>

namespace prunescope::ui {

/// Lays a document out on pages, block by block, in one language.
class PdfWriter {
    Q_DECLARE_TR_FUNCTIONS(prunescope::ui::PdfWriter)
public:
    explicit PdfWriter(const report::Document& document);
    std::vector<PrintedPage> pages();

    /// A phrase in the window's language, without what could turn or break a line.
    QString line(const report::Phrase& phrase) const;

    void operator()(const report::Heading& heading);
    void operator()(const report::Paragraph& paragraph);
    void operator()(const report::Bullets& bullets);
    void operator()(const report::Facts& facts);
    void operator()(const report::Tiles& tiles);
    void operator()(const report::Table& table);
    void operator()(const report::Matrix& matrix);
    void operator()(const report::Pictures& pictures);
    void operator()(const report::Figure& figure);
    void operator()(const report::Notes& notes);
    void operator()(const report::Signatures& signatures);

private:
    void blocks(const std::vector<report::Block>& blocks);
    void placeScene(report::Scene scene);
    void placeBars(const report::BarChart& chart);

    const report::Document& document_;
    report::Language language_;
    PageFlow flow_{};
};

}  // namespace prunescope::ui
