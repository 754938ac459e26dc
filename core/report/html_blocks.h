#pragma once

#include "report/document.h"
#include "report/phrase.h"

#include <string>
#include <vector>

namespace prunescope::report {

/// Writes phrases and blocks as markup, in one language.
class HtmlBlocks {
public:
    explicit HtmlBlocks(const Language& language);

    std::string line(const Phrase& phrase) const;
    std::string blocks(const std::vector<Block>& blocks) const;

    std::string operator()(const Heading& heading) const;
    std::string operator()(const Paragraph& paragraph) const;
    std::string operator()(const Bullets& bullets) const;
    std::string operator()(const Facts& facts) const;
    std::string operator()(const Tiles& tiles) const;
    std::string operator()(const Table& table) const;
    std::string operator()(const Matrix& matrix) const;
    std::string operator()(const Pictures& pictures) const;
    std::string operator()(const Figure& figure) const;
    std::string operator()(const Notes& notes) const;
    std::string operator()(const Signatures& signatures) const;

private:
    std::string row(const Table& table, const Table::Row& row) const;
    std::string cell(const Phrase& phrase) const;
    std::string matrixOf(const Matrix& matrix) const;
    std::string marked(const Phrase& phrase, std::string content) const;

    const Language& language_;
    Markup whole_;
    Markup clipped_;  ///< for cells: one text does not fill the page
};

}  // namespace prunescope::report
