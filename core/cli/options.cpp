#include "cli/options.h"

#include "base/error.h"
#include "base/file.h"
#include "prune/method.h"
#include "run/config_io.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace prunescope::cli {
namespace {

constexpr std::uint64_t largestConfig = std::uint64_t{1} << 20U;

std::pair<std::string, std::string> keyAndValue(const std::string& setting) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos || equals == 0) {
        throw UsageError("--set", fmt::format("'{}' is not KEY=VALUE", setting.substr(0, 200)),
                         "Give for example --set optimizer.learning_rate=0.1.");
    }
    return {setting.substr(0, equals), setting.substr(equals + 1)};
}

}  // namespace

TrainRequest trainRequest(const TrainFlags& flags) {
    TrainRequest request{.config = {}, .out = flags.out, .json = flags.json};
    if (!flags.config.empty())
        request.config = run::configFromText(readFile(flags.config, largestConfig), flags.config);
    std::vector<std::pair<std::string, std::string>> settings;
    for (const std::string& setting : flags.settings) settings.push_back(keyAndValue(setting));
    // The method comes first: it decides which options there are.
    std::stable_partition(settings.begin(), settings.end(),
                          [](const auto& s) { return s.first == "method"; });
    bool sparsityGiven = false;
    for (const auto& [key, value] : settings) {
        const auto& method = prune::findMethod(key == "method" ? value : request.config.method);
        if (key == "method" && value != request.config.method)
            request.config.methodOptions = nlohmann::json::object();
        run::setOption(request.config, key, value, method.description.options);
        sparsityGiven = sparsityGiven || (key == "schedule.target" && request.config.schedule.target > 0);
    }
    if (sparsityGiven && request.config.method == "dense") {
        throw UsageError("method", "dense prunes nothing, but a sparsity is asked for",
                         "Leave the sparsity out, or choose one of the methods map, gmp and dpf.");
    }
    run::validateConfig(request.config);
    return request;
}

std::filesystem::path defaultWorkspace() {
    const char* data = std::getenv("XDG_DATA_HOME");
    if (data != nullptr && *data != '\0') return std::filesystem::path(data) / "prunescope" / "runs";
    const char* home = std::getenv("HOME");
    const std::filesystem::path base = home != nullptr && *home != '\0' ? home : ".";
    return base / ".local" / "share" / "prunescope" / "runs";
}

}  // namespace prunescope::cli
