#pragma once

#include "run/run_config.h"

#include <nlohmann/json.hpp>

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
};

const std::vector<ConfigField>& configFields();

/// Sets one option from text, as in `--set schedule.target=0.9`. `method.KEY` sets one of the options in
/// `methodOptions`, the chosen method's own. Throws `UsageError`.
void setOption(RunConfig& config, const std::string& key, std::string_view text,
               const std::vector<OptionDescription>& methodOptions);

/// Nested objects by dotted key: {"schedule": {"target": 0.95}}; the method's options are under
/// "method_options".
nlohmann::json configToJson(const RunConfig& config);

/// Reads `config.json`. Unknown keys, keys that come twice, wrong types and numbers out of range are refused
/// with the key and what is allowed; `origin` names the file in the message. A key that is absent keeps its
/// default. Method options are kept as they stand; the method validates them.
RunConfig configFromText(std::string_view text, const std::string& origin);

/// The same from a file of at most 1 MiB. A data folder that is not absolute is meant from the file's own
/// folder, so that the configuration says the same wherever the program was started. What `alsoCheck` refuses
/// is told with the file's name, too: the method's options, which are not known here.
RunConfig configFromFile(const std::filesystem::path& file,
                         const std::function<void(const RunConfig&)>& alsoCheck = {});

}  // namespace prunescope::run
