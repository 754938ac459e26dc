#include "workspace/weights_export.h"

#include "base/error.h"
#include "base/file.h"
#include "base/sha256.h"
#include "model/weight_format.h"

#include <system_error>

namespace prunescope::workspace {
namespace {

/// As weights files are limited.
constexpr std::uint64_t mostBytes = std::uint64_t{4} << 30U;

void checkTarget(const std::filesystem::path& own, const std::filesystem::path& target) {
    std::error_code none;
    if (!std::filesystem::equivalent(own, target, none)) return;
    throw UsageError(target.string(), Text::of("this is the run's own file of weights"),
                     Text::of("Choose another name or folder."));
}

}  // namespace

WeightsOfRun weightsOfRun(const store::RunFolder& run) {
    const std::string bytes = readFile(run.weights(), mostBytes, Links::refuse);
    return {static_cast<std::int64_t>(bytes.size()), sha256Hex(bytes)};
}

void exportWeights(const store::RunFolder& run, const std::filesystem::path& target) {
    const std::filesystem::path own = run.weights();
    const model::WeightFormat& wanted = model::weightFormatOf(target);
    checkTarget(own, target);
    const model::WeightFormat& given = model::weightFormatOf(own);
    if (given.description.name == wanted.description.name) {
        // Opened first: what is no weights file is not passed on as one.
        given.open(own);
        return writeFileAtomically(target, readFile(own, mostBytes, Links::refuse));
    }
    wanted.write(target, given.open(own)->readAll());
}

}  // namespace prunescope::workspace
