#include "session/saved_state.h"

#include "base/error.h"
#include "base/state_bytes.h"
#include "train/provenance.h"

namespace prunescope::session {
namespace {

constexpr const char* stateKey = "state";

}  // namespace

nlohmann::json aboutState(StepIndex step, const run::RecordCounts& records) {
    return {{stateKey,
             {{"step", step.value},
              {"records", run::countsToJson(records)},
              {"program", train::programOfBits(train::currentProvenance())}}}};
}

SavedState describeState(std::string_view bytes, const std::string& origin) {
    const StateOrigin from{Text(origin), Text::of("Take an earlier state of the same run.")};
    const nlohmann::json owner = ownerOfState(bytes, from);
    const nlohmann::json said = owner.value(stateKey, nlohmann::json::object());
    const auto has = [&](const char* key, bool (nlohmann::json::*is)() const noexcept) {
        return said.is_object() && said.contains(key) && (said[key].*is)();
    };
    const auto counts =
        run::countsFromJson(said.is_object() ? said.value("records", nlohmann::json()) : said);
    if (!counts || !has("step", &nlohmann::json::is_number_unsigned) ||
        !has("program", &nlohmann::json::is_string))
        throw Error(from.where, Text::of("it is the state of something else than a run"), from.mend);
    return {.step = StepIndex{said["step"].get<std::int64_t>()},
            .records = *counts,
            .program = said["program"].get<std::string>(),
            .about = {{stateKey, said}}};
}

}  // namespace prunescope::session
