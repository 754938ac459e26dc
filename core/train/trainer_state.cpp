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

nlohmann::json identityOf(const Trainer& trainer) {
    return {{"configuration", run::configToJson(trainer.config())},
            {"data", hashOfData(trainer.header().dataset)}};
}

}  // namespace

std::string saveState(Trainer& trainer) {
    return bytesOfState(identityOf(trainer), StatePast::kept,
                        [&](StateVisitor& visitor) { trainer.visit(visitor); });
}

void restoreState(Trainer& trainer, std::string_view bytes, const std::string& origin) {
    const StateOrigin from{Text(origin),
                           Text::of("Take an earlier state of the same run, made by the same program.")};
    prunescope::restoreState(bytes, identityOf(trainer), StatePast::kept, from,
                             [&](StateVisitor& visitor) { trainer.visit(visitor); });
}

}  // namespace prunescope::train
