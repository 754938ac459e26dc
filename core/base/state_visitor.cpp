#include "base/state_visitor.h"

namespace prunescope {

StateVisitor::Part::Part(StateVisitor& visitor, std::string_view name)
    : visitor_(visitor), length_(visitor.path_.size()) {
    visitor_.path_.append(name).append(".");
}

void StateVisitor::number(std::string_view name, std::int64_t& value, std::int64_t least, std::int64_t most) {
    array(name, std::span(&value, 1));
    if (value < least || value > most) refuseValue(name);
}

void StateVisitor::number(std::string_view name, double& value, double least, double most) {
    array(name, std::span(&value, 1));
    if (!(value >= least && value <= most)) refuseValue(name);
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
