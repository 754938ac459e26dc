#pragma once

#include <string>

namespace prunescope {

/// Who acts through this program, as the audit names a person: "ana@lab-3", the account that the program runs
/// under, and the machine. Never "program" or "schedule", which stand for what nobody asked for by hand.
std::string personHere();

}  // namespace prunescope
