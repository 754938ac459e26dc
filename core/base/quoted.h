#pragma once

#include <string>
#include <string_view>

namespace prunescope {

/// Text from outside as it may stand in a message: in quotes, short, and nothing that a terminal would act
/// on.
std::string inQuotes(std::string_view text);

}  // namespace prunescope
