#pragma once

#include "audit/chain.h"
#include "base/text.h"
#include "run/records.h"
#include "store/run_folder.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::store {

/// The first thing in the chain that does not hold.
struct ChainFault {
    std::int64_t link = 0;  ///< its number; one more than there are for a row that no link binds
    Text what;
};

/// What the chain of a run database says.
struct CheckedChain {
    std::int64_t schema = 0;  ///< version of the database's schema
    /// False of a run that was recorded before runs had one; all that follows is empty then.
    bool carried = false;
    audit::Head head{};                     ///< as far as the links hold together
    std::optional<ChainFault> fault{};      ///< nothing when all rows are as they were recorded
    bool ended = false;                     ///< the run's end is on record
    std::vector<run::DataFile> savedFiles;  ///< the last of each name, without states
    /// In the order in which they were saved; several may have one name.
    std::vector<run::DataFile> savedStates{};
    /// Of the masks that a run which came to its end or was stopped has ended with; empty else, and where
    /// none were ever chosen.
    std::string lastMaskDigest{};
    std::optional<run::DatasetDescription> dataset{};
    std::optional<run::NetworkDescription> network{};
    std::string dataPlace;         ///< folder or file that the data were read from
    std::string startWeights;      ///< file that the network began with; empty for none
    std::string hashAtAnchor{};    ///< of the link that was asked for; empty when there is none
    std::vector<Text> problems{};  ///< what could not be read
};

/// Checks all rows of a run against its chain; nothing in its folder is changed. `anchor`: number of a link
/// whose hash is wanted. Throws `Error` when the database cannot be read at all.
CheckedChain checkChain(const RunFolder& folder, std::int64_t anchor = 0);

}  // namespace prunescope::store
