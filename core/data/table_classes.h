#pragma once

#include "data/dataset.h"
#include "data/table_rows.h"
#include "data/text_format.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::data {

/// The classes of a table's label column: its different values in the rows that are used, numbers by value
/// and texts by letters; those that an ARFF file declares in the order of the declaration. Spellings of one
/// number, 1 and 1.0, are one class, and the shortest is its name.
class TableClasses {
public:
    /// Throws `Error` for less than two classes, and when each row has one of its own.
    TableClasses(const ReadTable& read, std::size_t label, const std::vector<RowUse>& uses);

    const std::vector<std::string>& names() const { return names_; }
    /// The labels of the rows of that use, in their order, of this or another table with the same columns.
    /// Throws `Error` with the line for a class that is not known.
    std::vector<Label> labelsOf(const ReadTable& read, const std::vector<RowUse>& uses, RowUse use) const;

private:
    void nameNumbers(const Categories& categories, const std::vector<Categories::Code>& codes,
                     const std::vector<double>& values);
    void nameTexts(const Categories& categories, std::vector<Categories::Code> codes, bool declared);
    std::optional<Label> find(const std::string& text, char decimalSign) const;

    std::size_t label_;
    std::vector<std::string> names_{};
    std::map<std::string, Label, std::less<>> texts_{};  ///< where not all are numbers
    std::map<double, Label> numbers_{};                  ///< where all are
};

}  // namespace prunescope::data
