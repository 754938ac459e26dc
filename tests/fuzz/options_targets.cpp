// What a user may type or write: configuration files, --set, layer_z, --sparsity.

#include "base/error.h"
#include "prune/method.h"
#include "run/config_io.h"
#include "speed/sparsity_text.h"
#include "targets.h"
#include "train/choices.h"
#include "train/resolved_config.h"

#include <algorithm>

namespace prunescope::fuzz {
namespace {

void expectFinite(const nlohmann::json& json) {
    if (json.is_number_float())
        expect(json.get<double>() - json.get<double>() == 0, "an option is not finite");
    if (!json.is_structured()) return;
    for (const auto& value : json) expectFinite(value);
}

/// Any text gives a valid configuration that survives being written and read again, or an error.
void readConfig(std::string_view text) {
    const run::RunConfig config = run::configFromText(text, "fuzz");
    const nlohmann::json written = run::configToJson(config);
    expectFinite(written);
    expect(run::configToJson(run::configFromText(written.dump(), "fuzz")) == written,
           "a configuration reads back as it was written");
    train::ResolvedConfig{config};
}

/// Lines of KEY=VALUE, as --set takes them one by one; what is chosen by name decides which options there
/// are.
void readSettings(std::string_view text) {
    run::RunConfig config;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const std::size_t equals = std::min(line.find('='), line.size());
        run::setOption(config, std::string(line.substr(0, equals)),
                       line.substr(std::min(line.size(), equals + 1)), train::ownOptions(config));
        expectFinite(run::configToJson(config));
    }
    train::ResolvedConfig{config};
}

void readStrengths(std::string_view text) {
    const prune::MethodEntry& map = prune::methods().get("map");
    const std::vector<std::string> layers{"conv1", "fc1", "stage2.block1.conv1", ""};
    const auto method =
        map.make({.options = prune::completeOptions(map.description, {{"layer_z", std::string(text)}}),
                  .layerNames = layers});
    for (std::int32_t l = 0; l < 4; ++l) {
        const auto strength = method->live("z", LayerIndex{l});
        expect(strength && *strength > 0 && *strength <= 100, "a strength is above 0 up to 100");
    }
}

void readSparsities(std::string_view text) {
    for (const double sparsity : speed::sparsitiesFromText(text))
        expect(sparsity >= 0 && sparsity < 1, "a sparsity is from 0 to below 1");
}

}  // namespace

Target configTarget() {
    return {.name = "config",
            .run = answered<readConfig>,
            .seeds =
                [] {
                    run::RunConfig drawn;
                    drawn.schedule.shape = "drawn";
                    drawn.schedule.knots = {{0, 0}, {0.3, 0.6}, {1, 0.95}};
                    drawn.methodOptions = {{"z", 2.0}, {"layer_z", "fc1=2"}};
                    drawn.pruning.layers = {{"conv1", 0}, {"stage2.block1.conv1", 0.9}};
                    return std::vector<std::string>{run::configToJson({}).dump(2),
                                                    run::configToJson(drawn).dump(),
                                                    R"({"schedule": {"target": 0.5}, "epochs": 3})"};
                },
            .longest = 65536};
}

Target settingsTarget() {
    return {.name = "settings", .run = answered<readSettings>, .seeds = [] {
                std::string every;
                for (const auto& field : run::configFields()) {
                    const nlohmann::json& value = field.description.defaultValue;
                    every += field.description.key + "=" +
                             (value.is_string() ? value.get<std::string>() : value.dump()) + "\n";
                }
                return std::vector<std::string>{
                    every, "method=map\nmethod.z=2\nmethod.layer_z=fc1=2,conv1=0.5\nschedule.target=98 %",
                    "pruning.layers=conv1=0, fc1=90 %\npruning.layers={stage2.block1.conv1=1}",
                    "method=gmp\nschedule.target=0,9\nepochs=3\noptimizer.nesterov=on"};
            }};
}

Target strengthsTarget() {
    return {.name = "strengths", .run = answered<readStrengths>, .seeds = [] {
                return std::vector<std::string>{"conv1=0.5,fc1=2", "fc1=1,fc1=2", "stage2.block1.conv1=1e-3",
                                                "=1"};
            }};
}

Target sparsitiesTarget() {
    return {.name = "sparsities", .run = answered<readSparsities>, .seeds = [] {
                return std::vector<std::string>{"0,0.5,0.7,0.8,0.9,0.95,0.98", "50 %, 99.9 %", "0,9"};
            }};
}

}  // namespace prunescope::fuzz
