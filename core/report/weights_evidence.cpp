#include "report/weights_evidence.h"

#include "base/error.h"
#include "base/file_reader.h"
#include "base/sha256.h"
#include "model/weights_reader.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdint>

namespace prunescope::report {
namespace {

/// What no weights file that this program reads exceeds.
constexpr std::int64_t largestFile = std::int64_t{4} << 30U;

/// A parameter takes four bytes, a weight five more for its latent value and its mask; and there is a header.
std::int64_t plausibleBytes(const run::NetworkDescription& network) {
    constexpr std::int64_t bytesOfAParameter = 16;
    constexpr std::int64_t header = std::int64_t{16} << 20U;
    return std::min(largestFile, std::min(network.parameters(), largestFile) * bytesOfAParameter + header);
}

/// A sum of bytes that are no weights must not pass for evidence of a network.
void noteDamage(const std::filesystem::path& file, const std::string& name, std::vector<Text>& problems) {
    try {
        const model::WeightsReader header(file);
    } catch (const Error& error) {
        problems.push_back(Text::of("{}: {}", name, error.problem()));
    }
}

}  // namespace

std::optional<WeightsEvidence> weightsEvidence(const std::filesystem::path& file,
                                               const run::NetworkDescription& network,
                                               std::vector<Text>& problems) {
    struct stat status {};
    if (::lstat(file.c_str(), &status) != 0) return std::nullopt;
    const std::string name = file.filename().string();
    try {
        if (S_ISREG(status.st_mode) && status.st_size > plausibleBytes(network)) {
            throw Error(name,
                        Text::of("holds {} bytes, more than the weights of this network take",
                                 static_cast<std::int64_t>(status.st_size)),
                        {});
        }
        if (S_ISREG(status.st_mode)) FileReader(file).refuseHoles();
        WeightsEvidence evidence{name, static_cast<std::int64_t>(status.st_size),
                                 sha256HexOfFile(file, Links::refuse)};
        noteDamage(file, name, problems);
        return evidence;
    } catch (const Error& error) {
        problems.push_back(Text::of("{}: {}, so it was not read", name, error.problem()));
        return std::nullopt;
    }
}

}  // namespace prunescope::report
