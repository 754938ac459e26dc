#pragma once

#include "report/summary.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace prunescope::report {

/// What every section of the page is written from.
struct Page {
    const ReportInput& input;
    const Summary& summary;
    std::string jsonSha256;  ///< of report.json, printed so that paper and data can be tied together

    const run::RunRecord& record() const { return input.record; }
};

/// A chapter of the page. `body` returns "" when the run has nothing to say there; the chapter is then left
/// out.
struct Section {
    const char* id;
    const char* title;
    std::string (*body)(const Page& page);
};

/// The chapters after page one, in their order. A new chapter is one function in a file of its own and a line
/// here.
const std::vector<Section>& sections();

/// The text of `index.html`: valid XML as well as HTML, with no script and no external resource.
std::string reportHtml(const ReportInput& input, const Summary& summary, const std::string& jsonSha256);

std::string pageOne(const Page& page);
std::string resultSection(const Page& page);
std::string confusionSection(const Page& page);
std::string sparsitySection(const Page& page);
std::string sizeSection(const Page& page);
std::string courseSection(const Page& page);
std::string scheduleSection(const Page& page);
std::string eventsSection(const Page& page);
std::string dataSection(const Page& page);
std::string configurationSection(const Page& page);
std::string machineSection(const Page& page);
std::string limitsSection(const Page& page);
std::string originsSection(const Page& page);
std::string signatureSection(const Page& page);

/// A number with the place in report.json that it must equal: `<data value data-field>text</data>`.
std::string datum(std::string_view field, double value, std::string_view text);
std::string datum(std::string_view field, std::int64_t value, std::string_view text);

/// The link to the numbered note of an origin; "" for a key without one.
std::string originLink(const Page& page, std::string_view key);
/// "measured [3]": how the number came to be, and the link.
std::string evidence(const Page& page, std::string_view key);

std::string paragraph(std::string_view html);
std::string smallParagraph(std::string_view html);
std::string bulletList(const std::vector<std::string>& plainItems);
/// A chart with its title (plain text) and a note beside it (markup); "" for a chart that is "".
std::string figure(std::string_view svg, std::string_view plainTitle, std::string_view noteHtml);

/// A table whose first column names its rows. Cells are markup.
class Table {
public:
    /// left and right break between words, unbroken not at all, text anywhere when it must.
    enum class Align { left, right, unbroken, text };
    using Column = std::pair<std::string, Align>;

    /// `caption` and the column titles are plain text.
    Table(std::string caption, std::vector<Column> columns);
    void row(const std::vector<std::string>& cells);
    /// The same as a row that sums up those above.
    void totalRow(const std::vector<std::string>& cells);
    std::string str() const;

private:
    void append(const std::vector<std::string>& cells, std::string_view classes);

    std::string caption_;
    std::vector<Column> columns_;
    std::string rows_;
};

/// Names and values side by side. Values are markup.
class Facts {
public:
    void add(std::string_view plainName, std::string_view valueHtml);
    std::string str() const;

private:
    std::string items_;
};

}  // namespace prunescope::report
