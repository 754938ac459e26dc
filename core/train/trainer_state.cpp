#include "train/trainer_state.h"

#include "base/sha256.h"
#include "base/state_bytes.h"
#include "run/config_io.h"

namespace prunescope::train {
namespace {

/// One number for the contents of all files of the data.
std::string hashOfData(const run::DatasetDescription& data) {
    Sha256 sum;
    for (const run::DataFile& file : data.files) sum.update(file.name + "\n" + file.sha256 + "\n");
    return sum.finish();
}

nlohmann::json identityOf(const Trainer& trainer, const StateBeside& beside) {
    run::RunConfig config = trainer.config();
    config.threads = 0;
    config.dataDir.clear();
    nlohmann::json of = beside.about;
    of["configuration"] = run::configToJson(config);
    of["data"] = hashOfData(trainer.header().dataset);
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

}  // namespace prunescope::train
