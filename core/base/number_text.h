#pragma once

#include <string>

namespace prunescope {

/// "95.00" of the share 0.95: per cent without the sign, with a point in every locale, for a finite share.
/// A share that is not whole never reads as 100 or 0: decimals are added until the difference shows. Only
/// what differs by less than 1e-12, and so comes from adding up binary fractions, counts as whole.
std::string percentDigits(double share, int decimals = 2);

}  // namespace prunescope
