#pragma once

#include "base/strong_index.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace prunescope {

/// Goes through all that the next step of a class depends on, by name and in an order that never changes: to
/// write it down, or to put back what was written down. A class with such state has a function
/// `visit(StateVisitor&)` that hands it over, part by part, and afterwards mends what follows from it where
/// `restores()` is true. What can be found again from the rest is no state.
///
/// Names are unique in a class; `Part` puts that of the part before them: "optimizer.fc1.weight.0".
class StateVisitor {
public:
    StateVisitor() = default;
    virtual ~StateVisitor() = default;
    StateVisitor(const StateVisitor&) = delete;
    StateVisitor& operator=(const StateVisitor&) = delete;

    /// True where what is visited is overwritten.
    virtual bool restores() const = 0;

    /// False where what is only shown, and no later step depends on, is to be passed over.
    virtual bool withPast() const { return true; }

    /// Numbers, how many of which there are is known from the configuration.
    template <class T>
    requires std::is_arithmetic_v<T>
    void array(std::string_view name, std::span<T> values) {
        numbers(full(name), kindOf<T>(), values.size(), reinterpret_cast<std::byte*>(values.data()),
                values.size_bytes());
    }
    /// Bytes that are 0 or 1.
    void flags(std::string_view name, std::span<std::uint8_t> values) { bits(full(name), values); }
    /// Numbers how many of which there are is state, too, but never more than `most`.
    template <class T>
    void list(std::string_view name, std::vector<T>& values, std::size_t most) {
        const Part part(*this, name);
        auto count = static_cast<std::int64_t>(values.size());
        number("count", count, 0, static_cast<std::int64_t>(most));
        values.resize(static_cast<std::size_t>(count));
        if (count > 0) array("values", std::span<T>(values));
    }

    /// A whole number from `least` to `most`; another is refused.
    void number(std::string_view name, std::int64_t& value, std::int64_t least, std::int64_t most);
    /// A number from `least` to `most`, both of which may be infinite; another, or NaN, is refused.
    void number(std::string_view name, double& value, double least, double most);
    void flag(std::string_view name, bool& value);
    /// One of so many, counted from 0.
    template <class Choice>
    requires std::is_enum_v<Choice>
    void choice(std::string_view name, Choice& value, std::int64_t choices) {
        auto which = static_cast<std::int64_t>(value);
        number(name, which, 0, choices - 1);
        value = static_cast<Choice>(which);
    }
    void step(std::string_view name, StepIndex& value) { number(name, value.value, 0, latestStep); }
    void step(std::string_view name, std::optional<StepIndex>& value);

    /// Names visited while it lives stand below this one.
    class Part {
    public:
        Part(StateVisitor& visitor, std::string_view name);
        ~Part() { visitor_.path_.resize(length_); }
        Part(const Part&) = delete;
        Part& operator=(const Part&) = delete;

    private:
        StateVisitor& visitor_;
        std::size_t length_;
    };

    /// Throws for what was visited under this name and cannot be. Where state is written down, that is a
    /// defect.
    void refuseValue(std::string_view name) const { refuse(full(name)); }

private:
    [[noreturn]] virtual void refuse(const std::string& name) const = 0;
    static constexpr std::int64_t latestStep = std::int64_t{1} << 62U;

    /// A name of their type, that says on every machine how many bytes they have.
    template <class T>
    static constexpr const char* kindOf() {
        if constexpr (std::is_floating_point_v<T>) return sizeof(T) == sizeof(float) ? "f32" : "f64";
        if constexpr (sizeof(T) == 1) return "u8";
        if constexpr (sizeof(T) == 4) return std::is_signed_v<T> ? "i32" : "u32";
        return std::is_signed_v<T> ? "i64" : "u64";
    }
    /// `size`: of the values, in bytes.
    virtual void numbers(const std::string& name, const char* kind, std::size_t count, std::byte* values,
                         std::size_t size) = 0;
    virtual void bits(const std::string& name, std::span<std::uint8_t> values) = 0;
    std::string full(std::string_view name) const { return path_ + std::string(name); }

    std::string path_;
};

}  // namespace prunescope
