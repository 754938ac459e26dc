#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::csource {

/// The constants of a program, as C text. A table that is empty becomes one of a single 0, since C has none
/// without elements; a list of places that is the beginning of a longer one is not written again.
class Tables {
public:
    /// Each gives the name of its table.
    std::string floats(const std::string& name, std::span<const float> values);
    std::string words(const std::string& name, std::span<const std::uint32_t> values);
    std::string counts(const std::string& name, std::span<const std::uint32_t> values);
    std::string integers(const std::string& name, std::span<const std::int64_t> values);
    std::string offsets(std::span<const std::int64_t> values);

    /// Definitions of all tables and of the types that they need.
    std::string text() const;
    std::size_t bytes() const;

private:
    struct Offsets {
        std::string name;
        std::vector<std::int64_t> values;
    };

    void add(std::string_view type, const std::string& name, const std::vector<std::string>& values);
    std::size_t countBytes() const { return wideCounts_ ? 4 : 2; }
    std::size_t offsetBytes() const { return wideOffsets_ ? 4 : 2; }

    std::string text_;
    std::size_t bytes_ = 0;
    std::size_t counts_ = 0;
    bool wideCounts_ = false;
    bool wideOffsets_ = false;
    std::vector<Offsets> offsets_;
};

}  // namespace prunescope::csource
