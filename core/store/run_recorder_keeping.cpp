// How the recorder keeps a run's files when its folder cannot be written to, was renamed or removed.

#include "base/file.h"
#include "store/rescue.h"
#include "store/run_recorder.h"

#include <fmt/format.h>

#include <utility>

namespace prunescope::store {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// What the folder of a move that could not take all records over does not hold.
Text missingRecords(const run::RecordBatch& batch, const fs::path& from) {
    if (batch.samples.empty()) {
        return Text::of("It holds none of the earlier records: they could not be read from {}.",
                        from.string());
    }
    return Text::of("It holds the records from step {} on: the earlier ones could not be read from {}.",
                    batch.samples.front().step.value, from.string());
}

/// Weights that were saved before the run had to move.
void copyWeights(const RunFolder& from, const RunFolder& to) {
    std::error_code failed;
    std::error_code ignored;
    if (!fs::is_regular_file(from.weights(), ignored)) return;
    fs::copy_file(from.weights(), to.weights(), failed);
    // Half a file would be taken for damaged weights; the whole one stays where it was saved.
    if (failed) fs::remove(to.weights(), ignored);
}

}  // namespace

std::optional<run::RecordingTrouble> RunRecorder::trouble() const {
    const std::lock_guard lock(mutex_);
    if (!failure_) return std::nullopt;
    return run::RecordingTrouble{.sinceMs = failure_->sinceMs,
                                 .waiting = static_cast<std::int64_t>(records_),
                                 .full = isFull(),
                                 .reason = failure_->error.whole()};
}

void RunRecorder::retry() {
    std::unique_lock lock(mutex_);
    waitForTry(lock);
}

fs::path RunRecorder::folder() const {
    const std::lock_guard lock(mutex_);
    return folder_;
}

Text RunRecorder::note() const {
    const std::lock_guard lock(mutex_);
    return withSentence(moved_, renamed_);
}

void RunRecorder::moveTo(const fs::path& parent) {
    std::unique_lock lock(mutex_);
    parent_ = parent;
    waitForTry(lock);
    if (moveError_) throw Error(*moveError_);
}

bool RunRecorder::moveAnywhere() {
    for (const fs::path& place : rescuePlaces(folder())) {
        try {
            moveTo(place);
            return true;
        } catch (const Error&) {
            // The next place may do.
        }
    }
    return false;
}

Text RunRecorder::relocate(const fs::path& parent, const run::RunHeader& header, run::RecordBatch& batch) {
    const fs::path from = writer_->folder().path();
    RunFolder to = makeRescueFolder(parent, from, header.config);
    Text done = Text::of("The run was moved: its folder is {} now.", to.path().string());
    try {
        auto next = std::make_unique<RecordWriter>(to, *writer_);
        next->write(batch);
        next->sync();
        copyWeights(writer_->folder(), to);
        writer_ = std::move(next);
        batch = {};
        return done;
    } catch (const std::exception&) {
        discardRescueFolder(to);
    }
    // What was recorded before may not be readable any more; what waits can still be saved.
    const bool hadHeader = batch.header.has_value();
    to = makeRescueFolder(parent, from, header.config);
    try {
        auto next = std::make_unique<RecordWriter>(to);
        if (!hadHeader && header.totalSteps > 0) batch.header = header;
        next->write(batch);
        next->sync();
        copyWeights(writer_->folder(), to);
        writer_ = std::move(next);
    } catch (const std::exception&) {
        if (!hadHeader) batch.header.reset();
        discardRescueFolder(to);
        throw;
    }
    const Text missing = missingRecords(batch, from);
    batch = {};
    return withSentence(done, missing);
}

/// False when it could not be written there; `why` is the first reason of that.
bool RunRecorder::saveInto(const fs::path& file, std::string_view bytes, std::optional<Error>& why) {
    try {
        writeFileAtomically(file, bytes);
        return true;
    } catch (const Error& error) {
        if (!why) why = error;
        return false;
    }
}

run::SavedWeights RunRecorder::saveWeights(std::string_view bytes) {
    std::optional<Error> why;
    const auto isLost = [this] {
        const std::lock_guard lock(mutex_);
        return failure_ && failure_->lost;
    };
    for (int attempt = 0; attempt < 4; ++attempt) {
        retry();
        if (isLost() && !moveAnywhere()) break;
        const RunFolder target(folder());
        const bool saved = saveInto(target.weights(), bytes, why);
        // The folder may have gone elsewhere meanwhile.
        retry();
        if (saved && folder() == target.path() && !isLost()) return {.path = target.weights()};
        std::this_thread::sleep_for(50ms);
    }
    if (!why)
        why = Error(folder().string(), Text::of("the folder of the run is not there any more"),
                    Text::of("Save the run elsewhere."));
    for (const fs::path& place : rescuePlaces(folder())) {
        try {
            prepareRescuePlace(place);
            const fs::path file = rescueNameOfWeights(place, folder());
            std::optional<Error> ignored;
            if (saveInto(file, bytes, ignored)) return {.path = file, .trouble = why->whole()};
        } catch (const Error&) {
            // The next place may do.
        }
    }
    throw Error(*why);
}

}  // namespace prunescope::store
