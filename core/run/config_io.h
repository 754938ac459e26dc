#pragma once

#include "run/description.h"
#include "run/run_config.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::run {

/// One option of a run: its description, and how it is read from and written to a `RunConfig`. The command
/// line, `config.json` and a form are all made from this table.
struct ConfigField {
    OptionDescription description;
    std::function<nlohmann::json(const RunConfig&)> get;
    std::function<void(RunConfig&, const nlohmann::json&)> set;
    /// A configuration without it stays as versions wrote it that did not know it.
    bool leftOutWhenEmpty = false;
};

const std::vector<ConfigField>& configFields();

/// The options of something that is chosen by name, such as the pruning method: which ones there are is known
/// to what is chosen alone, so here they are kept as they stand.
struct ConfigGroup {
    OptionGroup names;
    std::string choice;  ///< key of the option that chooses: "method"
    nlohmann::json& (*in)(RunConfig&);
    const nlohmann::json& (*of)(const RunConfig&);

    /// Whether they stand among options that are common to all choices. Files of before have those of every
    /// choice there, so the ones that another choice has are passed over and not refused.
    bool isFlat() const { return names.prefix == names.field; }
    /// "method.z" of "z".
    std::string keyOf(const std::string& option) const { return names.prefix + "." + option; }
};

/// Those of the data set, the method, the optimizer and the learning-rate schedule.
const std::vector<ConfigGroup>& configGroups();
/// Null for an option that chooses nothing with options of its own.
const ConfigGroup* groupChosenBy(const std::string& choice);

/// Sets one option from text, as in `--set schedule.target=0.9`. `ownOptions`: those of what the
/// configuration has chosen, with their keys as they are typed, "method.z". Throws `UsageError`.
void setOption(RunConfig& config, const std::string& key, std::string_view text,
               const std::vector<OptionDescription>& ownOptions);

/// Nested objects by dotted key: {"schedule": {"target": 0.95}}; the options of what is chosen by name are
/// where their group says, such as under "method_options".
nlohmann::json configToJson(const RunConfig& config);

/// Most bytes of a config.json.
inline constexpr std::uint64_t largestConfig = std::uint64_t{8} << 20U;

/// Reads `config.json`. Unknown keys, keys that come twice, wrong types and numbers out of range are refused
/// with the key and what is allowed; `origin` names the file in the message. A key that is absent keeps its
/// default. The options of what is chosen by name are kept as they stand: what is chosen validates them.
RunConfig configFromText(std::string_view text, const std::string& origin);

/// The same from a file of at most `largestConfig` bytes. A data folder and a network's file that are not
/// absolute are meant from the file's own
/// folder, so that the configuration says the same wherever the program was started. What `alsoCheck` refuses
/// is told with the file's name, too: the options of what is chosen by name, which are not known here.
RunConfig configFromFile(const std::filesystem::path& file,
                         const std::function<void(const RunConfig&)>& alsoCheck = {});

}  // namespace prunescope::run
