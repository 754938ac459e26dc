#pragma once

#include "data/table_categories.h"
#include "data/table_text.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace prunescope::data {

enum class ArffType : std::uint8_t { numeric, nominal, string, date };

/// A column as an ARFF file declares it.
struct ArffAttribute {
    std::string name;
    ArffType type = ArffType::numeric;
    Categories categories{};      ///< of a nominal one, in their order
    std::string firstCategory{};  ///< as the file has it: what a sparse row does not name
    std::size_t declared = 0;     ///< place in the file
};

/// What stands in front of the rows.
struct ArffHeader {
    std::vector<ArffAttribute> attributes{};
    std::size_t begin = 0;  ///< of the first row
};

/// Whether the first words of a file are those of ARFF (Attribute-Relation File Format, as Weka reads it).
bool looksLikeArff(const TableText& text);

/// Throws `Error` with the line for what is no declaration, and for relational attributes.
ArffHeader readArffHeader(const TableText& text);

}  // namespace prunescope::data
