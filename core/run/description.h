#pragma once

#include "run/option.h"

#include <string>
#include <vector>

namespace prunescope::run {

/// What a list, a form and a parser need to know of something that is asked for by name: a method, an
/// optimizer, a data set. From this it appears in the command line, the form, the record and the report.
struct Description {
    std::string name;     ///< as typed
    std::string title;    ///< as people write it
    std::string summary;  ///< one sentence, with its source
    std::vector<OptionDescription> options{};
};

/// {"name", "title", "summary", "options": [{"key", "title", "help", "kind", "default", …}]}, for other
/// programs. `prefix`: in front of the keys, so that they are as typed; empty for none.
nlohmann::json descriptionToJson(const Description& description, const std::string& prefix);

/// Where options of one kind are given: `--set method.z=2`, and `method_options` in a configuration.
struct OptionGroup {
    std::string prefix;  ///< "method"
    std::string field;   ///< "method_options"; the prefix again where they stand among options common to all
};

/// The options that are given, checked, and the defaults of the others. Throws `UsageError` for unknown keys
/// and for values that are not allowed.
nlohmann::json completedOptions(const Description& description, const OptionGroup& group,
                                const nlohmann::json& given);

}  // namespace prunescope::run
