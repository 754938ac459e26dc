#pragma once

#include "base/state_visitor.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope {

/// Whether what no later step depends on, and is kept to be shown, is among the state.
enum class StatePast : std::uint8_t { kept, left };

/// All that `visit` visits, as bytes; numbers are little-endian:
///
///     8   "PSSTATE1"
///     8   length of the description
///         description: JSON, {"of": what the state belongs to, "parts": [[name, kind, count], …]}
///         the parts, one after another: real numbers and whole ones as they stand in memory, flags as bits,
///         the lowest first
///     64  SHA-256 of all before it, as hexadecimal digits
std::string bytesOfState(const nlohmann::json& of, StatePast past,
                         const std::function<void(StateVisitor&)>& visit);

/// What messages say of a state that is refused.
struct StateOrigin {
    Text where;  ///< a file, or "saved state"
    Text mend;   ///< as a sentence
};

/// What whole bytes of a state say that they belong to. Throws `Error` for bytes that are damaged.
nlohmann::json ownerOfState(std::string_view bytes, const StateOrigin& origin);

/// The name of the first part of two states that is not the same bit by bit, the parts named `besides` passed
/// over; of a part that only one of them has, too. Nothing where there is none. What the states say that they
/// belong to is not compared. Throws `Error` for bytes that are damaged.
std::optional<std::string> firstOtherPart(std::string_view expected, std::string_view found,
                                          const std::vector<std::string>& besides, const StateOrigin& origin);

/// Puts back what `bytesOfState` wrote, from wherever the bytes come. Throws `Error` for bytes that are
/// damaged, for those of something else than `of`, with what differs, and with the name of the first part
/// that is not the one that is visited, or has a value that cannot be. What was visited before that has been
/// changed. Takes no memory but for `StateVisitor::list`.
void restoreState(std::string_view bytes, const nlohmann::json& of, StatePast past, const StateOrigin& origin,
                  const std::function<void(StateVisitor&)>& visit);

/// Which parts of a state are put back into something that is not the same in all, by the starts of their
/// names.
struct SharedParts {
    std::vector<std::string> leftOut{};  ///< keep what they have, though they may be in the bytes
    std::vector<std::string> needed{};   ///< must be in the bytes, with all that is visited under them
};

/// Likewise where only some of what is visited is in the bytes: every part that they have under the same
/// name, of the same kind and count. All others keep what they have. Throws `Error` as `restoreState` does,
/// and with the name of a needed part that they lack.
void restoreShared(std::string_view bytes, const StateOrigin& origin, const SharedParts& parts,
                   const std::function<void(StateVisitor&)>& visit);

}  // namespace prunescope
