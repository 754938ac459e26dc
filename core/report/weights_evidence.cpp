#include "report/weights_evidence.h"

#include "base/error.h"
#include "base/file.h"
#include "base/sha256.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdint>

namespace prunescope::report {
namespace {

/// What no weights file that this program reads exceeds, and below which reading takes no time.
constexpr std::int64_t largest = std::int64_t{4} << 30U;
constexpr std::int64_t small = std::int64_t{64} << 20U;

/// A parameter takes four bytes, a weight five more for its latent value and its mask; and there is a header.
std::int64_t plausibleBytes(const run::NetworkDescription& network) {
    constexpr std::int64_t bytesOfAParameter = 16;
    constexpr std::int64_t header = std::int64_t{16} << 20U;
    return std::min(largest, std::min(network.parameters(), largest) * bytesOfAParameter + header);
}

/// Weights are no zeros: a large file that takes next to nothing on the disk is one in name only.
bool isHollow(const struct stat& status) {
    constexpr std::int64_t block = 512;
    constexpr std::int64_t mostPressed = 64;
    return status.st_size > small && status.st_size / mostPressed > status.st_blocks * block;
}

}  // namespace

std::optional<WeightsFile> weightsEvidence(const std::filesystem::path& file,
                                           const run::NetworkDescription& network,
                                           std::vector<std::string>& problems) {
    struct stat status {};
    if (::lstat(file.c_str(), &status) != 0) return std::nullopt;
    const std::string name = file.filename().string();
    try {
        if (S_ISREG(status.st_mode) && status.st_size > plausibleBytes(network)) {
            throw Error(name,
                        fmt::format("holds {} bytes, more than the weights of this network take",
                                    static_cast<std::int64_t>(status.st_size)),
                        "");
        }
        if (S_ISREG(status.st_mode) && isHollow(status)) {
            throw Error(name,
                        fmt::format("is hollow: of its {} bytes next to none are on the disk",
                                    static_cast<std::int64_t>(status.st_size)),
                        "");
        }
        return WeightsFile{name, static_cast<std::int64_t>(status.st_size),
                           sha256HexOfFile(file, Links::refuse)};
    } catch (const Error& error) {
        problems.push_back(fmt::format("{}: {}, so it was not read", name, error.problem()));
        return std::nullopt;
    }
}

}  // namespace prunescope::report
