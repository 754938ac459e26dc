#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace prunescope::data {

/// The different texts of a column, each with a code: 0, 1, 2 … in the order in which they were first met.
class Categories {
public:
    using Code = std::uint32_t;
    /// As many as there can be classes; of a column with more texts the further ones are not kept.
    static constexpr Code most = 65536;
    static constexpr Code unknown = most;

    Categories() = default;
    Categories(Categories&&) = default;
    Categories& operator=(Categories&&) = default;

    /// That of a text, which gets one when it is new; `unknown` where there are too many.
    Code codeOf(std::string_view text);
    /// `unknown` for a text that has none.
    Code find(std::string_view text) const;

    /// Takes those of another list, and returns the codes here of the codes there.
    std::vector<Code> absorb(const Categories& other);

    /// Whether more came than are kept.
    bool overflown() const { return overflown_; }
    std::size_t size() const { return names_.size(); }
    const std::string& name(Code code) const { return *names_[code]; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    std::unordered_map<std::string, Code, Hash, std::equal_to<>> codes_{};
    std::vector<const std::string*> names_{};  ///< keys of `codes_`, which stay where they are
    bool overflown_ = false;
};

/// The values of codes whose texts are all numbers with that decimal sign; nothing when one is none.
std::optional<std::vector<double>> valuesOf(const Categories& categories,
                                            const std::vector<Categories::Code>& codes, char decimalSign);

}  // namespace prunescope::data
