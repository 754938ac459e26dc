#include "workspace/mask_evidence.h"

#include "base/error.h"
#include "model/weights_file.h"
#include "prune/mask_digest.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace prunescope::workspace {

std::string maskDigestOfWeights(const std::filesystem::path& file) {
    const model::WeightsFile weights = model::readWeights(file);
    prune::MaskDigest digest;
    for (const model::NamedTensor& tensor : weights.tensors) {
        const auto* mask = std::get_if<std::vector<std::uint8_t>>(&tensor.values);
        if (mask == nullptr || !tensor.name.ends_with(".mask")) continue;
        if (std::ranges::any_of(*mask, [](std::uint8_t kept) { return kept > 1; })) {
            throw Error(file.string(), Text::of("{}: a mask has other values than 0 and 1", tensor.name),
                        Text::of("Restore the file from a copy."));
        }
        digest.add(*mask);
    }
    return digest.finish();
}

}  // namespace prunescope::workspace
