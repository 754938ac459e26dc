#pragma once

#include "base/text.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace prunescope::run {

/// Reads the members of one JSON object from outside. An absent key leaves the variable as it is; a value of
/// the wrong type or out of range throws `Error` that names the key with the path to it.
class JsonFields {
public:
    /// Counts up to here may be added 2^14 times without overflow.
    static constexpr std::int64_t largestCount = std::int64_t{1} << 48U;

    /// `path` is how the object is reached, such as "network.layers[2]". Throws when `json` is no object.
    JsonFields(const nlohmann::json& json, std::string path);

    void read(const char* key, std::string& value) const;
    void read(const char* key, double& value) const;
    void read(const char* key, bool& value) const;
    void read(const char* key, std::vector<std::string>& value, std::size_t longest) const;
    void read(const char* key, std::vector<double>& value, std::size_t longest) const;
    /// Whole numbers from 0 to `largest`.
    void readCount(const char* key, std::int64_t& value, std::int64_t largest = largestCount) const;
    void readCounts(const char* key, std::vector<std::int64_t>& value, std::size_t longest) const;
    void readCounts(const char* key, std::array<std::int64_t, 3>& value) const;

    /// The member, or nullptr when it is absent or null.
    const nlohmann::json* find(const char* key) const;
    /// The member's elements; none when it is absent. Throws when it is no list or longer than `longest`.
    std::vector<const nlohmann::json*> list(const char* key, std::size_t longest) const;
    std::string pathTo(const std::string& key) const { return path_ + "." + key; }

private:
    const nlohmann::json& json_;
    std::string path_;
};

/// Throws the `Error` for the value at `path`: "is not `expected`: found …".
[[noreturn]] void refuseJson(const std::string& path, const Text& expected, const nlohmann::json& found);

}  // namespace prunescope::run
