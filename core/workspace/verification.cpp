#include "workspace/verification.h"

#include "base/error.h"
#include "base/sha256.h"
#include "store/chain_check.h"
#include "store/is_there.h"
#include "store/run_seal.h"
#include "store/state_folder.h"
#include "workspace/mask_evidence.h"

#include <algorithm>
#include <map>
#include <utility>

namespace prunescope::workspace {
namespace {

namespace fs = std::filesystem;

/// Of a file whose name somebody else has written: one that leads out of its folder is none.
bool staysInside(const fs::path& name) {
    return !name.empty() && name.is_relative() &&
           std::ranges::none_of(name, [](const fs::path& part) { return part == ".."; });
}

class Verifying {
public:
    Verifying(const store::RunFolder& folder, const VerifyRequest& request)
        : folder_(folder), request_(request) {}

    Verification result() {
        chain_ = store::checkChain(folder_, request_.anchor ? request_.anchor->links : 0);
        result_.head = chain_.head;
        result_.ended = chain_.ended;
        result_.notes = chain_.problems;
        result_.savedFiles = chain_.savedFiles;
        result_.savedStates = chain_.savedStates;
        if (!chain_.carried) {
            fail(Text::of(
                "the run was recorded before runs carried a chain of hashes (version {} of the schema)",
                chain_.schema));
            return std::move(result_);
        }
        if (chain_.fault) result_.fault = {chain_.fault->link, chain_.fault->what};
        if (!chain_.ended)
            result_.notes.push_back(
                Text::of("The run has no end: nothing here says whether more was recorded."));
        checkSeal();
        checkAnchor();
        checkSavedFiles();
        checkStates();
        checkMasks();
        if (chain_.dataset) checkInputs();
        return std::move(result_);
    }

private:
    /// The first one counts.
    void fail(const Text& what) {
        if (!result_.fault) result_.fault = VerifyFault{std::nullopt, what};
    }
    void note(const Text& what) { result_.notes.push_back(what); }

    void checkSeal() {
        std::optional<store::RunSeal> seal;
        try {
            seal = store::readSeal(folder_);
        } catch (const Error& error) {
            return fail(error.whole());
        }
        if (!seal) {
            if (request_.publicKey) return fail(Text::of("the run is not sealed"));
            return note(Text::of("The run is not sealed: nobody has signed the end of its chain."));
        }
        if (!seal->isSigned()) return fail(Text::of("{}: the signature is not that of its key", "seal.json"));
        if (request_.publicKey && *request_.publicKey != seal->publicKey)
            return fail(Text::of("the run was sealed with another key: {}", seal->publicKey));
        if (seal->statement.head != chain_.head)
            return fail(Text::of("the chain does not end where it was sealed: at link {}",
                                 seal->statement.head.links));
        for (const run::DataFile& file : seal->statement.files)
            checkFile(folder_.path(), file, true, Links::refuse);
        result_.sealedBy = seal->publicKey;
        result_.signer = seal->statement.signer;
    }

    void checkAnchor() {
        if (!request_.anchor || chain_.hashAtAnchor == request_.anchor->hash) return;
        fail(chain_.hashAtAnchor.empty()
                 ? Text::of("link {}, which the anchor names, is not in the chain", request_.anchor->links)
                 : Text::of("link {} is not that of the anchor", request_.anchor->links));
    }

    /// The weights stay for ever; other files may be removed.
    void checkSavedFiles() {
        for (const run::DataFile& file : chain_.savedFiles)
            checkFile(folder_.path(), file, folder_.path() / file.name == folder_.weights(), Links::refuse);
    }

    /// One that was given up to save room is no fault. Of those that were saved under one name any may be
    /// there: a program that is killed leaves the one before.
    void checkStates() {
        std::map<std::string, std::vector<run::DataFile>> states;
        for (const run::DataFile& file : chain_.savedStates) states[file.name].push_back(file);
        std::size_t givenUp = 0;
        for (const auto& [name, saved] : states) {
            const fs::path path = folder_.path() / name;
            if (!store::isThere(path)) {
                ++givenUp;
            } else if (std::ranges::none_of(saved, [&](const auto& file) { return holds(path, file); })) {
                fail(Text::of("{} is not the state that was saved: its content is another", name));
            }
        }
        if (givenUp > 0)
            note(
                Text::of("{} of {} saved states are not there: they were given up.", givenUp, states.size()));
        for (const store::StateFile& file : store::listStates(folder_)) {
            const std::string name = store::savedStateName(file.step);
            if (!states.contains(name)) note(Text::of("{} is no state that the record knows.", name));
        }
    }

    void checkMasks() {
        if (chain_.lastMaskDigest.empty() || result_.fault || !store::isThere(folder_.weights())) return;
        try {
            if (maskDigestOfWeights(folder_.weights()) != chain_.lastMaskDigest)
                fail(Text::of("the masks in {} are not those that were chosen last",
                              folder_.weights().filename().string()));
        } catch (const Error& error) {
            fail(error.whole());
        }
    }

    static bool holds(const fs::path& path, const run::DataFile& file) {
        try {
            return isTheSame(path, file, Links::refuse);
        } catch (const Error&) {
            return false;
        }
    }

    void checkInputs() {
        const bool given = !request_.data.empty();
        checkData(given ? request_.data : fs::path(chain_.dataPlace), given);
        if (!chain_.network || !chain_.network->initialWeights) return;
        for (const run::DataFile& file : chain_.network->initialWeights->files)
            checkFile(fs::path(chain_.startWeights).parent_path(), file, false, Links::follow);
    }

    /// `place`: their folder, or their one file.
    void checkData(const fs::path& place, bool given) {
        std::error_code ignored;
        if (!given && !fs::exists(place, ignored))
            return note(Text::of("The data were not checked: name their folder with --data."));
        const fs::path folder = fs::is_regular_file(place, ignored) ? place.parent_path() : place;
        for (const run::DataFile& file : chain_.dataset->files) checkFile(folder, file, given, Links::follow);
    }

    void checkFile(const fs::path& folder, const run::DataFile& file, bool mustBeThere, Links links) {
        if (!staysInside(file.name)) return fail(Text::of("{} is no name of a file in a folder", file.name));
        const fs::path path = folder / file.name;
        if (!store::isThere(path)) {
            if (mustBeThere) return fail(Text::of("{} is missing", file.name));
            return note(Text::of("{} was not checked: it is not there.", path.string()));
        }
        try {
            if (!isTheSame(path, file, links))
                fail(Text::of("{} is not the file that was recorded: its content is another", file.name));
        } catch (const Error& error) {
            fail(error.whole());
        }
    }

    /// One of another size is not read.
    static bool isTheSame(const fs::path& path, const run::DataFile& file, Links links) {
        std::error_code ignored;
        if (fs::is_regular_file(path, ignored) &&
            fs::file_size(path, ignored) != static_cast<std::uintmax_t>(file.bytes))
            return false;
        return sha256HexOfFile(path, links) == file.sha256;
    }

    const store::RunFolder& folder_;
    const VerifyRequest& request_;
    store::CheckedChain chain_;
    Verification result_;
};

}  // namespace

Verification verifyRun(const store::RunFolder& folder, const VerifyRequest& request) {
    return Verifying(folder, request).result();
}

}  // namespace prunescope::workspace
