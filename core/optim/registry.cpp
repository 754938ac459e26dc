#include "base/suggest.h"
#include "optim/adamw.h"
#include "optim/sgd.h"

#include <utility>

namespace prunescope::optim {
namespace {

using Maker = std::unique_ptr<Optimizer> (*)(const run::OptimizerConfig&,
                                             const std::vector<FloatParameter*>&);

template <class Kind>
std::unique_ptr<Optimizer> make(const run::OptimizerConfig& config,
                                const std::vector<FloatParameter*>& parameters) {
    return std::make_unique<Kind>(config, parameters);
}

/// A new optimizer is one file and one line here.
const std::vector<std::pair<std::string, Maker>>& makers() {
    static const std::vector<std::pair<std::string, Maker>> list{{"sgd", &make<Sgd>},
                                                                 {"adamw", &make<AdamW>}};
    return list;
}

}  // namespace

std::unique_ptr<Optimizer> makeOptimizer(const run::OptimizerConfig& config,
                                         const std::vector<FloatParameter*>& parameters) {
    std::vector<std::string> names;
    for (const auto& [name, maker] : makers()) {
        if (name == config.name) return maker(config, parameters);
        names.push_back(name);
    }
    throw unknownName("unknown optimizer '{}'", config.name, names, "optimizer.name");
}

}  // namespace prunescope::optim
