#include "train/trainer_state.h"

#include "base/sha256.h"
#include "base/state_bytes.h"
#include "run/config_io.h"

#include <utility>

namespace prunescope::train {
namespace {

constexpr const char* configurationKey = "configuration";
constexpr const char* dataKey = "data";

/// One number for the contents of all files of the data.
std::string hashOfData(const run::DatasetDescription& data) {
    Sha256 sum;
    for (const run::DataFile& file : data.files) sum.update(file.name + "\n" + file.sha256 + "\n");
    return sum.finish();
}

/// Threads and the place of the data change no bit.
nlohmann::json whatCountsOf(run::RunConfig config) {
    config.threads = 0;
    config.dataDir.clear();
    return run::configToJson(config);
}

nlohmann::json identityOf(const Trainer& trainer, const StateBeside& beside) {
    nlohmann::json of = beside.about;
    of[configurationKey] = whatCountsOf(trainer.config());
    of[dataKey] = hashOfData(trainer.header().dataset);
    return of;
}

void visitAll(Trainer& trainer, const StateBeside& beside, StateVisitor& visitor) {
    trainer.visit(visitor);
    beside.visit(visitor);
}

}  // namespace

std::string saveState(Trainer& trainer, const StateBeside& beside) {
    return bytesOfState(identityOf(trainer, beside), StatePast::kept,
                        [&](StateVisitor& visitor) { visitAll(trainer, beside, visitor); });
}

void restoreState(Trainer& trainer, std::string_view bytes, const std::string& origin,
                  const StateBeside& beside) {
    const StateOrigin from{Text(origin),
                           Text::of("Take an earlier state of the same run, made by the same program.")};
    prunescope::restoreState(bytes, identityOf(trainer, beside), StatePast::kept, from,
                             [&](StateVisitor& visitor) { visitAll(trainer, beside, visitor); });
}

void beginWith(Trainer& trainer, const ForeignState& state, std::vector<std::string> leftOut,
               const std::function<void(StateVisitor&)>& visitBeside) {
    const StateOrigin from{Text(state.origin), Text::of("Branch from another state.")};
    const nlohmann::json owner = ownerOfState(state.bytes, from);
    if (owner.value(configurationKey, nlohmann::json()) != whatCountsOf(state.config))
        throw Error(from.where, Text::of("it is the state of another run than the one that it lies in"),
                    from.mend);
    if (owner.value(dataKey, nlohmann::json()) != hashOfData(trainer.header().dataset))
        throw Error(from.where, Text::of("it was trained with other data"),
                    Text::of("Put the data back as they were: a branch has the data of its parent."));
    std::vector<std::string> needed{"step", "network."};
    for (const auto* p : trainer.network().parameters()) {
        if (p->role() == nn::ParameterRole::weight) needed.push_back("pruner." + p->name() + ".mask");
    }
    restoreShared(state.bytes, from, {.leftOut = std::move(leftOut), .needed = std::move(needed)},
                  [&](StateVisitor& visitor) {
                      trainer.visit(visitor);
                      visitBeside(visitor);
                  });
}

}  // namespace prunescope::train
