#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace prunescope {

/// An integer that cannot be mixed up with another kind of integer. `Tag` is never defined.
template <class Tag, class Value = std::int64_t>
struct StrongIndex {
    Value value = 0;

    constexpr StrongIndex() = default;
    constexpr explicit StrongIndex(Value v) : value(v) {}

    constexpr auto operator<=>(const StrongIndex&) const = default;
    constexpr StrongIndex& operator++() {
        ++value;
        return *this;
    }
    constexpr std::size_t index() const { return static_cast<std::size_t>(value); }
};

/// Counts optimisation steps; step 0 is the state before the first update.
using StepIndex = StrongIndex<struct StepTag>;
/// Position of a layer among the prunable layers of a network, from input to output.
using LayerIndex = StrongIndex<struct LayerTag, std::int32_t>;

}  // namespace prunescope

template <class Tag, class Value>
struct std::hash<prunescope::StrongIndex<Tag, Value>> {
    std::size_t operator()(prunescope::StrongIndex<Tag, Value> i) const noexcept {
        return std::hash<Value>{}(i.value);
    }
};
