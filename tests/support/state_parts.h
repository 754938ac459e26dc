#pragma once

#include "base/sha256.h"

#include <nlohmann/json.hpp>

#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// A saved state taken apart, so that a test can change a part as somebody who means it would.
namespace prunescope::test {

struct StatePart {
    std::string name;
    std::string kind;
    std::size_t count = 0;
    std::string bytes;

    std::size_t size() const {
        if (kind == "flag") return (count + 7) / 8;
        return count * (kind == "u8" ? 1U : kind.ends_with("32") ? 4U : 8U);
    }
};

struct StateParts {
    nlohmann::json description;
    std::vector<StatePart> parts;

    explicit StateParts(std::string_view state) {
        std::uint64_t length = 0;
        std::memcpy(&length, state.data() + 8, sizeof length);
        description = nlohmann::json::parse(state.substr(16, length));
        state.remove_prefix(16 + length);
        for (const auto& part : description["parts"]) {
            StatePart& p = parts.emplace_back(StatePart{part[0], part[1], part[2], {}});
            p.bytes = state.substr(0, p.size());
            state.remove_prefix(p.size());
        }
        if (state.size() != sha256Digits) throw std::logic_error("a state is not as it says");
    }

    StatePart& part(const std::string& name) {
        for (StatePart& p : parts) {
            if (p.name == name) return p;
        }
        throw std::logic_error("no part " + name);
    }

    /// With a checksum that fits.
    std::string bytes() const {
        nlohmann::json said = description;
        said["parts"] = nlohmann::json::array();
        std::string values;
        for (const StatePart& p : parts) {
            said["parts"].push_back({p.name, p.kind, p.count});
            values += p.bytes;
        }
        const std::string text = said.dump();
        const std::uint64_t length = text.size();
        std::string all = "PSSTATE1";
        all.append(reinterpret_cast<const char*>(&length), sizeof length);
        all += text + values;
        return all + sha256Hex(all);
    }
};

/// Writes a number over the first of a part.
template <class Number>
void setFirst(StatePart& part, Number value) {
    std::memcpy(part.bytes.data(), &value, sizeof value);
}

}  // namespace prunescope::test
