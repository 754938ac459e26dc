#include "cli/audit_commands.h"

#include "audit/chain.h"
#include "audit/signing_key.h"
#include "audit/user_name.h"
#include "base/error.h"
#include "base/file.h"
#include "cli/output.h"
#include "cli/passphrase.h"
#include "cli/replay_verdict.h"
#include "workspace/verification.h"

#include <chrono>
#include <filesystem>
#include <optional>

namespace prunescope::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largestPublicKeyFile = 4096;

std::int64_t utcNowMs() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

workspace::VerifyRequest verifyRequest(const AuditFlags& flags) {
    workspace::VerifyRequest request{.data = flags.data};
    if (!flags.key.empty())
        request.publicKey = audit::publicKeyFromPem(readFile(flags.key, largestPublicKeyFile), flags.key);
    if (!flags.anchor.empty()) request.anchor = audit::anchorFromText(flags.anchor);
    return request;
}

/// A run that cannot be read at all does not hold either.
workspace::Verification verificationOf(const store::RunFolder& run, const workspace::VerifyRequest& request) {
    if (!fs::exists(run.database())) {
        throw UsageError(run.path().string(), Text::of("holds no run: there is no run.db"),
                         Text::of("Name the folder of a run."));
    }
    try {
        return workspace::verifyRun(run, request);
    } catch (const Error& error) {
        workspace::Verification unreadable;
        unreadable.fault = {std::nullopt, error.whole()};
        return unreadable;
    }
}

/// What was found of one run.
struct Verdict {
    workspace::Verification found;
    std::optional<ReplayVerdict> replay{};
    bool holds() const { return found.holds() && (!replay || replay->replayed.holds()); }
};

void addReplay(const AuditFlags& flags, const store::RunFolder& run, const StopSignals& signals,
               Verdict& verdict) {
    try {
        verdict.replay = replayAsAsked(flags, run, verdict.found, signals);
    } catch (const Error& error) {
        verdict.replay.emplace().replayed.fault = error.whole();
    }
    const workspace::Replayed& replayed = verdict.replay->replayed;
    if (!replayed.fault.empty() && replayed.sameProgram && !verdict.found.fault)
        verdict.found.fault = {std::nullopt, replayed.fault};
}

void sayAsJson(const std::string& run, const Verdict& verdict) {
    const workspace::Verification& v = verdict.found;
    nlohmann::json fault;
    if (v.fault) {
        fault = {{"link", nullptr}, {"what", v.fault->what.english()}};
        if (v.fault->link) fault["link"] = *v.fault->link;
    }
    nlohmann::json sealedBy;
    if (!v.sealedBy.empty()) sealedBy = v.sealedBy;
    nlohmann::json line{{"run", run},
                        {"holds", v.holds()},
                        {"fault", fault},
                        {"anchor", audit::anchorText(v.head)},
                        {"ended", v.ended},
                        {"sealed_by", sealedBy},
                        {"notes", english(v.notes)}};
    if (verdict.replay) line["replay"] = replayToJson(*verdict.replay);
    sayJson(line);
}

void sayInWords(const std::string& run, const Verdict& verdict) {
    const workspace::Verification& v = verdict.found;
    if (v.fault && v.fault->link) {
        say("{}: does NOT hold, from link {} on: {}", run, *v.fault->link, v.fault->what);
    } else if (v.fault) {
        say("{}: does NOT hold: {}", run, v.fault->what);
    } else {
        say("{}: holds, {} links", run, v.head.links);
    }
    if (!v.sealedBy.empty()) say("  sealed by {}, key {}", v.signer, v.sealedBy);
    if (v.holds()) say("  anchor {}", audit::anchorText(v.head));
    for (const Text& line : v.notes) say("  {}", line);
    if (verdict.replay) sayReplay(*verdict.replay);
}

int verify(const AuditFlags& flags) {
    const workspace::VerifyRequest request = verifyRequest(flags);
    const bool replays = flags.replay || flags.replayWindows;
    std::optional<StopSignals> signals;
    if (replays) signals.emplace();
    bool all = true;
    for (const std::string& run : flags.runs) {
        Verdict verdict{.found = verificationOf(store::RunFolder(run), request)};
        if (replays) addReplay(flags, store::RunFolder(run), *signals, verdict);
        all = all && verdict.holds();
        flags.json ? sayAsJson(run, verdict) : sayInWords(run, verdict);
        if (signals && signals->first() != 0) return StopSignals::exitStatus(signals->first());
    }
    return all ? 0 : 1;
}

/// The user's key, which is made when there is none.
audit::SigningKey userKey(const AuditFlags& flags) {
    const fs::path file = audit::userKeyFile();
    if (!fs::exists(file)) {
        std::optional<std::string> passphrase;
        if (flags.protect) passphrase = readPassphrase(flags.passphraseFile, "Passphrase for the new key: ");
        if (flags.protect && (!passphrase || passphrase->empty())) {
            throw UsageError("--protect", Text::of("no passphrase was given"),
                             Text::of("Type it on a terminal, or name a file that holds it with "
                                      "--passphrase-file."));
        }
        if (audit::SigningKey().create(file, passphrase))
            tell("prunescope-cli: made a key: {}", file.string());
    } else if (flags.protect) {
        throw UsageError("--protect", Text::of("there is a key already: {}", file.string()),
                         Text::of("Move it away first; what it has signed is checked with its public part."));
    }
    std::optional<std::string> passphrase;
    if (audit::SigningKey::isProtected(file))
        passphrase = readPassphrase(flags.passphraseFile, "Passphrase: ");
    return audit::SigningKey::read(file, passphrase);
}

int seal(const AuditFlags& flags) {
    const audit::SigningKey key = userKey(flags);
    for (const std::string& run : flags.runs)
        say("{}", audit::anchorText(workspace::sealRun(store::RunFolder(run), key, utcNowMs())));
    return 0;
}

int showKey(const AuditFlags& flags) {
    if (!flags.name.empty()) audit::setUserName(flags.name);
    const audit::SigningKey key = userKey(flags);
    if (!flags.exported.empty()) writeFileAtomically(flags.exported, audit::publicKeyPem(key.publicKey()));
    say("name  {}", audit::userName().empty() ? "-" : audit::userName());
    say("file  {}", audit::userKeyFile().string());
    say("key   {}", key.publicKey());
    return 0;
}

CLI::Option* addText(CLI::App* command, const char* flag, std::string& value, const char* help) {
    return command->add_option(flag, value, help)->take_last()->check([](const std::string& text) {
        return std::string(text.empty() ? "is empty. Give a value, or leave it out" : "");
    });
}

}  // namespace

void addAudit(CLI::App& app, AuditFlags& flags, std::function<int()>& chosen) {
    CLI::App* check = app.add_subcommand("verify", "Check that runs are as they were recorded and sealed");
    check->add_option("RUN", flags.runs, "Folders of runs")->required();
    addText(check, "--key", flags.key,
            "Public key, as `key --export` writes it: the runs must be sealed with it");
    addText(check, "--anchor", flags.anchor,
            "What `verify` or `seal` said before: the chain must still have it");
    addText(check, "--data", flags.data, "Folder or file of the data, which must be those of the run");
    CLI::Option* whole = check->add_flag(
        "--replay", flags.replay,
        "Train the runs once more, and compare all that is on record bit by bit, the final weights too");
    check
        ->add_option("--replay-windows", flags.replayWindows,
                     "Likewise, but only so many parts of the runs, drawn between neighbouring saved states")
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1000}))
        ->excludes(whole);
    check
        ->add_option("--dice", flags.dice,
                     "What the windows are drawn by, to draw them again; without it the system's randomness")
        ->check(CLI::Range(std::int64_t{0}, std::int64_t{1} << 53U))
        ->needs("--replay-windows");
    check->add_flag("--json", flags.json, "A line of JSON for each run");
    check->callback([&] { chosen = [&flags] { return verify(flags); }; });

    CLI::App* sign = app.add_subcommand("seal", "Sign runs that have ended, and make them read-only");
    sign->add_option("RUN", flags.runs, "Folders of runs")->required();
    addText(sign, "--passphrase-file", flags.passphraseFile,
            "File whose first line is the passphrase of the key");
    sign->callback([&] { chosen = [&flags] { return seal(flags); }; });

    CLI::App* key =
        app.add_subcommand("key", "Show the key that you seal runs with; it is made when there is none");
    addText(key, "--export", flags.exported, "File for the public part, in PEM");
    addText(key, "--name", flags.name, "What records call you from now on, beside your account");
    key->add_flag("--protect", flags.protect, "Make the new key ask for a passphrase");
    addText(key, "--passphrase-file", flags.passphraseFile, "File whose first line is the passphrase");
    key->callback([&] { chosen = [&flags] { return showKey(flags); }; });
}

}  // namespace prunescope::cli
