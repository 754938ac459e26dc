#include "store/run_recorder.h"

#include "base/file.h"
#include "base/sha256.h"
#include "run/audit_events.h"
#include "store/record_bytes.h"
#include "store/relocation.h"
#include "store/rescue.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace prunescope::store {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

std::int64_t nowMs() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

/// False when it could not be written there; `why` is the first reason of that.
bool saveInto(const fs::path& file, std::string_view bytes, std::optional<Error>& why) {
    try {
        writeFileAtomically(file, bytes);
        return true;
    } catch (const Error& error) {
        if (!why) why = error;
        return false;
    }
}

}  // namespace

RunRecorder::RunRecorder(const RunFolder& folder, const RecorderOptions& options)
    : RunRecorder(std::make_unique<RecordWriter>(folder), options) {}

RunRecorder::RunRecorder(std::unique_ptr<RecordWriter> writer, const RecorderOptions& options)
    : options_(options),
      writer_(std::move(writer)),
      folder_(writer_->folder().path()),
      thread_([this] { writeUntilClosed(); }) {}

RunRecorder::~RunRecorder() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

bool RunRecorder::isFull() const {
    return records_ >= options_.mostWaiting || bytes_ >= options_.mostWaitingBytes;
}

void RunRecorder::waitForRoom(std::unique_lock<std::mutex>& lock) {
    if (!isFull() || failure_) return;
    wake_.notify_one();
    tried_.wait(lock, [this] { return !isFull() || failure_; });
}

template <class Record>
void RunRecorder::enqueue(const Record& record, std::size_t records) {
    std::unique_lock lock(mutex_);
    waitForRoom(lock);
    waiting_.add(record);
    records_ += records;
    bytes_ += bytesOf(record);
}

void RunRecorder::begin(const run::RunHeader& header) {
    {
        std::unique_lock lock(mutex_);
        waitForRoom(lock);
        header_ = waiting_.header = header;
        ++records_;
    }
    retry();
}

void RunRecorder::takeUp(const run::TakeUp& kept, const run::AuditEvent& event) {
    {
        std::unique_lock lock(mutex_);
        waitForRoom(lock);
        waiting_.takeUp = kept;
        waiting_.add(named(event));
        records_ += 2;
        bytes_ += bytesOf(event);
    }
    retry();
}

void RunRecorder::record(const run::MetricSample& sample) {
    enqueue(sample, 1);
}

void RunRecorder::record(const std::vector<run::LayerStatistic>& statistics) {
    enqueue(statistics, statistics.size());
}

void RunRecorder::record(const run::MaskUpdateRecord& update) {
    enqueue(update, 1);
}

void RunRecorder::record(const run::Evaluation& evaluation) {
    enqueue(evaluation, 1);
}

/// With what the person who asked for it calls themselves.
run::AuditEvent RunRecorder::named(run::AuditEvent event) const {
    if (run::isCommand(event)) event.personName = options_.personName;
    return event;
}

void RunRecorder::record(const run::AuditEvent& event) {
    enqueue(named(event), 1);
}

void RunRecorder::record(const run::ImageAnswers& answers) {
    enqueue(answers, 1);
}

void RunRecorder::flush() {
    std::unique_lock lock(mutex_);
    waitForTry(lock);
    if (failure_) throw Error(failure_->error);
}

bool RunRecorder::keepTrying(std::unique_lock<std::mutex>& lock) {
    const auto deadline = Steady::now() + options_.patience;
    for (std::chrono::milliseconds pause = 100ms;;
         pause = std::min<std::chrono::milliseconds>(2 * pause, 2s)) {
        waitForTry(lock);
        if (!failure_) return true;
        if (failure_->lost || Steady::now() + pause > deadline) return false;
        lock.unlock();
        std::this_thread::sleep_for(pause);
        lock.lock();
    }
}

void RunRecorder::finish(const run::RunOutcome& outcome) {
    std::unique_lock lock(mutex_);
    waiting_.outcome = outcome;
    ++records_;
    if (keepTrying(lock)) return;
    const Error why = failure_->error;
    lock.unlock();
    if (moveAnywhere()) return;
    lock.lock();
    tried_.wait(lock, [this] { return !trying_; });
    if (!waiting_.outcome) return;
    // The caller tells that the run could not be recorded: what may still be written must not say otherwise.
    waiting_.outcome.reset();
    --records_;
    throw Error(why);
}

void RunRecorder::waitForTry(std::unique_lock<std::mutex>& lock) {
    const std::uint64_t request = ++requests_;
    wake_.notify_one();
    tried_.wait(lock, [&] { return answered_ >= request; });
}

void RunRecorder::writeUntilClosed() {
    std::unique_lock lock(mutex_);
    for (bool last = false; !last;) {
        wake_.wait_for(lock, options_.commitInterval,
                       [this] { return closing_ || requests_ > answered_ || (isFull() && !failure_); });
        last = closing_;
        const bool early = failure_ && requests_ == answered_ && Steady::now() < nextTry_;
        if (last || !early) tryNow(lock, last);
    }
}

void RunRecorder::tryNow(std::unique_lock<std::mutex>& lock, bool last) {
    const std::uint64_t request = requests_;
    const std::size_t records = records_;
    const std::size_t bytes = bytes_;
    run::RecordBatch batch = std::exchange(waiting_, {});
    const std::optional<fs::path> parent = std::exchange(parent_, std::nullopt);
    const run::RunHeader header = parent && header_ ? *header_ : run::RunHeader{};
    std::optional<State> state = std::exchange(state_, std::nullopt);
    const bool seal = last || batch.outcome;
    trying_ = true;
    lock.unlock();
    std::optional<Error> moveError;
    Text moved;
    if (state) enter(*state, batch);
    if (parent) {
        try {
            moved = relocate(writer_, *parent, header, batch);
        } catch (const Error& error) {
            moveError = error;
        } catch (const std::exception& error) {
            moveError = Error(parent->string(), Text::of("cannot record the run: {}", error.what()),
                              Text::of("Choose another folder."));
        }
    }
    std::optional<Failure> failure = write(batch, seal);
    run::StateSaving saving;
    if (state && !failure) saving = write(*state);
    lock.lock();
    trying_ = false;
    settleState(std::move(state), std::move(saving));
    if (batch.empty()) {
        records_ -= records;
        bytes_ -= bytes;
    } else {
        waiting_.prepend(std::move(batch));
    }
    if (parent) moveError_ = std::move(moveError);
    if (!moved.empty()) {
        moved_ = std::move(moved);
        renamed_ = {};
        folder_ = writer_->folder().path();
    }
    settle(std::move(failure));
    answered_ = request;
    tried_.notify_all();
}

/// Leaves in `batch` what is not committed.
std::optional<RunRecorder::Failure> RunRecorder::write(run::RecordBatch& batch, bool seal) {
    const auto failure = [](const Error& error, bool lost) { return Failure{error, nowMs(), lost}; };
    try {
        writer_->checkPlace();
        if (!batch.empty()) writer_->write(batch);
        batch = {};
        writer_->sync();
    } catch (const PlaceLost& error) {
        return failure(error, true);
    } catch (const Error& error) {
        return failure(error, false);
    } catch (const std::exception& error) {
        return failure(Error("run.db", Text::of("cannot record the run: {}", error.what()),
                             Text::of("What was recorded before is kept.")),
                       false);
    }
    // What is committed is safe; the -wal file may stay beside it when this fails.
    for (int attempt = 0; seal && attempt < 3; ++attempt) {
        try {
            writer_->checkPlace();
            writer_->seal();
            break;
        } catch (const std::exception&) {
            std::this_thread::sleep_for(20ms);
        }
    }
    return std::nullopt;
}

void RunRecorder::enter(State& state, run::RecordBatch& batch) {
    if (std::exchange(state.entered, true)) return;
    batch.add(run::DataFile{savedStateName(state.step), static_cast<std::int64_t>(state.bytes.size()),
                            sha256Hex(state.bytes)});
}

run::StateSaving RunRecorder::write(const State& state) const {
    try {
        writer_->saveState(state.step, state.bytes);
        return {.saved = state.step, .trouble = {}};
    } catch (const std::exception& error) {
        return {.saved = {}, .trouble = textOf(error)};
    }
}

/// One that could not be written waits for the next try, unless there is a later one by now.
void RunRecorder::settleState(std::optional<State> state, run::StateSaving saving) {
    if (!state) return;
    if (saving.saved) {
        stateSaving_ = std::move(saving);
        return;
    }
    if (!saving.trouble.empty()) stateSaving_.trouble = std::move(saving.trouble);
    if (!state_) state_ = std::move(state);
}

void RunRecorder::saveState(StepIndex step, std::string bytes) {
    const std::lock_guard lock(mutex_);
    state_ = State{step, std::move(bytes)};
}

run::StateSaving RunRecorder::stateSaving() const {
    const std::lock_guard lock(mutex_);
    return stateSaving_;
}

void RunRecorder::settle(std::optional<Failure> failure) {
    if (failure && failure_) failure->sinceMs = failure_->sinceMs;
    pause_ = failure ? std::min(std::max(2 * pause_, options_.commitInterval), options_.longestPause) : 0ms;
    nextTry_ = Steady::now() + pause_;
    failure_ = std::move(failure);
    if (writer_->folder().path() == folder_) return;
    folder_ = writer_->folder().path();
    renamed_ = Text::of("The run folder was renamed: it is {} now.", folder_.string());
}

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

void RunRecorder::recordFile(const fs::path& file, std::string_view bytes) {
    enqueue(
        run::DataFile{file.filename().string(), static_cast<std::int64_t>(bytes.size()), sha256Hex(bytes)},
        1);
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
        if (saved && folder() == target.path() && !isLost()) {
            recordFile(target.weights(), bytes);
            return {.path = target.weights()};
        }
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
