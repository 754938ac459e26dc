#include "store/run_groups.h"

#include "run/config_io.h"

#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>

namespace prunescope::store {
namespace {

/// The options that may differ within a group.
bool isFreeInGroup(std::string_view key) {
    return key == "seed" || key == "data_dir" || key == "threads";
}

/// Equal for configurations that differ in nothing else. Fields are written one by one: a JSON object of them
/// all takes ten times as long.
std::string groupKey(const run::RunConfig& config) {
    std::string key;
    const auto add = [&key](const nlohmann::json& value) {
        key += value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        key += '\n';
    };
    for (const run::ConfigField& field : run::configFields()) {
        if (!isFreeInGroup(field.description.key)) add(field.get(config));
    }
    for (const run::ConfigGroup& group : run::configGroups()) add(group.of(config));
    for (const run::ScheduleKnot& knot : config.schedule.knots) add({knot.position, knot.sparsity});
    return key;
}

}  // namespace

std::vector<RunGroup> groupsBySeed(const std::vector<RunSummary>& runs) {
    std::vector<RunGroup> groups;
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        std::size_t place = groups.size();
        if (runs[i].config) place = places.try_emplace(groupKey(*runs[i].config), place).first->second;
        if (place == groups.size()) groups.emplace_back();
        groups[place].members.push_back(i);
    }
    return groups;
}

std::optional<Spread> spreadOf(const std::vector<double>& values) {
    Spread spread;
    for (const double value : values) {
        if (!std::isfinite(value)) continue;
        ++spread.n;
        // Not a sum: that of large values would overflow.
        spread.mean += (value - spread.mean) / static_cast<double>(spread.n);
    }
    if (spread.n == 0) return std::nullopt;
    if (spread.n == 1) return spread;
    double squares = 0;
    for (const double value : values) {
        if (std::isfinite(value)) squares += (value - spread.mean) * (value - spread.mean);
    }
    spread.deviation = std::sqrt(squares / static_cast<double>(spread.n - 1));
    return spread;
}

}  // namespace prunescope::store
