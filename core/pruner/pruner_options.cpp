#include "pruner/pruner_options.h"

#include "base/error.h"
#include "base/json_reader.h"
#include "base/suggest.h"
#include "prune/method.h"
#include "run/config_io.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace prunescope::pruner {
namespace {

constexpr const char* origin = "options";

const std::vector<std::string>& pruningKeys() {
    static const std::vector<std::string> keys{"method_options", "schedule", "pruning", "seed"};
    return keys;
}

/// Other keys of a configuration would say something that is not done here.
void expectPruningKeys(std::string_view options) {
    const nlohmann::json json = readJson(options, origin, Text::of("Mend the text at that position."));
    if (!json.is_object())
        throw UsageError(origin, Text::of("is not a JSON object"), Text::of("Give an object, or nothing."));
    for (const auto& [key, value] : json.items()) {
        const auto& known = pruningKeys();
        if (std::find(known.begin(), known.end(), key) == known.end())
            throw unknownName("unknown key '{}'", key, known, origin);
    }
}

}  // namespace

run::RunConfig configOf(std::string method, std::string_view options) {
    if (options.empty()) options = "{}";
    expectPruningKeys(options);
    run::RunConfig config = run::configFromText(options, origin);
    config.method = std::move(method);
    const prune::MethodEntry& entry = prune::methods().get(config.method);
    config.methodOptions = prune::completeOptions(entry.description, config.methodOptions);
    return config;
}

nlohmann::json optionsOf(const run::RunConfig& config) {
    const nlohmann::json all = run::configToJson(config);
    nlohmann::json options{{"method", config.method}};
    for (const std::string& key : pruningKeys()) options[key] = all.at(key);
    return options;
}

std::int64_t expectSteps(std::int64_t steps) {
    if (steps < 1 || steps > mostSteps) {
        throw UsageError("steps", Text::of("{} is no number of steps", steps),
                         Text::of("Give 1 to {}, the steps of the whole training.", mostSteps));
    }
    return steps;
}

}  // namespace prunescope::pruner
