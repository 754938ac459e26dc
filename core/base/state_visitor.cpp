#include "base/state_visitor.h"

#include <algorithm>
#include <bit>

namespace prunescope {

StateVisitor::Part::Part(StateVisitor& visitor, std::string_view name)
    : visitor_(visitor), length_(visitor.path_.size()) {
    visitor_.path_.append(name).append(".");
}

void StateVisitor::flags(std::string_view name, std::span<std::uint8_t> values) {
    const std::string where = full(name);
    bytes(where, values);
    if (std::any_of(values.begin(), values.end(), [](std::uint8_t v) { return v > 1; })) refuse(where);
}

void StateVisitor::number(std::string_view name, std::int64_t& value, std::int64_t least, std::int64_t most) {
    const std::string where = full(name);
    whole(where, value);
    if (value < least || value > most) refuse(where);
}

/// By its bits, so that it comes back as it was.
void StateVisitor::number(std::string_view name, double& value, double least, double most) {
    const std::string where = full(name);
    auto bits = std::bit_cast<std::int64_t>(value);
    whole(where, bits);
    value = std::bit_cast<double>(bits);
    if (!(value >= least && value <= most)) refuse(where);
}

void StateVisitor::flag(std::string_view name, bool& value) {
    auto which = static_cast<std::int64_t>(value);
    number(name, which, 0, 1);
    value = which != 0;
}

void StateVisitor::step(std::string_view name, std::optional<StepIndex>& value) {
    const Part part(*this, name);
    bool known = value.has_value();
    flag("known", known);
    StepIndex at = value.value_or(StepIndex{});
    step("at", at);
    value = known ? std::optional(at) : std::nullopt;
}

}  // namespace prunescope
