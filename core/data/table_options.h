#pragma once

#include "data/table_text.h"
#include "data/target_options.h"
#include "data/test_draw.h"
#include "data/text_layout.h"
#include "run/option.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace prunescope::data {

/// What happens to a row that lacks a value.
enum class MissingRule : std::uint8_t { refuse, drop, fill };
/// "refuse", "drop" or "fill"
std::string missingRuleName(MissingRule rule);

/// What may be asked of a table.
struct TableOptions {
    std::string label;  ///< a column by name or by number from 1; empty for the last
    std::string group;  ///< likewise; empty for none
    std::vector<std::string> leaveOut{};
    TextOptions text{};
    MissingRule missing = MissingRule::refuse;
    std::vector<std::pair<std::string, MissingRule>> missingIn{};  ///< of single columns
    std::string testFile;                                          ///< empty for none
    TestDraw testDraw{};                                           ///< where there is no test file
    TargetOptions target{};
};

/// As command line and form know them.
std::vector<run::OptionDescription> tableOptionDescriptions();
/// Throws `UsageError` for a rule of a single column that is none.
TableOptions tableOptionsFrom(const nlohmann::json& options);

/// What the options say of the columns of one table.
struct ColumnRoles {
    std::size_t label = 0;
    std::optional<std::size_t> group{};  ///< which is no input; a row without one is in a group of its own
    std::vector<bool> leftOut{};
    std::vector<MissingRule> missing{};
    bool numericLabel = false;  ///< the label is a number that is to be predicted

    bool isInput(std::size_t column) const { return !leftOut[column] && column != label && column != group; }
};

/// Throws `UsageError` for a column that is not there, with the one that may be meant, for a name that stands
/// for several, for a label that is left out, and when no other column is left.
ColumnRoles rolesOf(const TableText& text, const TableOptions& options);

}  // namespace prunescope::data
