#pragma once

#include "base/error.h"

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace prunescope::ui {

/// Work that its owner has done away from its own thread, one piece at a time. What comes of it, a result or
/// an `Error`, comes back in the owner's thread, through its event loop. A job is a member of its owner and
/// belongs to its thread: once it is destroyed or cancelled, nothing is delivered any more.
///
/// Work takes copies of what it needs, since it may outlive the owner; it may look at what it is given, a
/// `Working`, to end early or to tell how far it is.
class Job {
public:
    enum class Newer {
        replaces,  ///< what is in work is asked to stop, and its result is dropped
        follows,   ///< what is in work is still delivered
    };
    enum class Thread {
        shared,  ///< of the program's pool; work goes on when the job is destroyed, and the program's end
                 ///< waits
        own,     ///< for long or frequent work; the job's destructor asks it to stop and waits for it
    };

private:
    struct Link;

public:
    /// What work sees of its job. Any thread.
    class Working {
    public:
        /// Nobody waits for more: a result that is given now is taken as it is, or dropped.
        bool isStopped() const { return stop_.stop_requested(); }
        /// Calls `news` in the owner's thread, unless it is cancelled or replaced, or its job destroyed,
        /// before.
        void tell(std::function<void()> news) const;

    private:
        friend class Job;
        Working(std::shared_ptr<Link> link, std::stop_token stop)
            : link_(std::move(link)), stop_(std::move(stop)) {}
        std::shared_ptr<Link> link_;
        std::stop_token stop_;
    };

    explicit Job(Newer newer = Newer::replaces, Thread thread = Thread::shared);
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;
    ~Job();

    /// Calls `work(working)` or `work()` in the background, then `done` with what it gives, or `failed` with
    /// the `Error` that it, or any other exception, ended with. While something is in work it waits for its
    /// end; of several that wait, the last counts and the others are never begun.
    template <class Work, class Done, class Failed>
    void start(Work work, Done done, Failed failed);
    /// Asks what is in work to end early; its result is delivered. What waits is dropped.
    void stop();
    /// Asks what is in work to end early and delivers nothing of it. What waits is dropped.
    void cancel();
    /// Whether something is still to be delivered: false inside `done` and `failed`, unless a newer one
    /// follows.
    bool isRunning() const { return take_ != nullptr || next_.has_value(); }

private:
    struct Piece {
        std::function<void(const Working&)> work;  ///< in the background
        std::function<void()> take;                ///< in the owner's thread, once that has ended
    };

    void start(Piece piece);
    void begin(Piece piece);
    void end();

    Newer newer_;
    std::unique_ptr<QThreadPool> own_;  ///< null: the program's
    QObject here_;                      ///< takes what is sent to the owner's thread
    std::shared_ptr<Link> link_;
    bool inWork_ = false;  ///< also what was cancelled, until it has ended
    std::stop_source stop_;
    std::function<void()> take_;  ///< delivers what is in work; null when that is not wanted any more
    std::optional<Piece> next_;
};

/// The exception that is being handled, as an error that a window can show.
Error errorInFlight();

template <class Work, class Done, class Failed>
void Job::start(Work work, Done done, Failed failed) {
    constexpr bool looks = std::is_invocable_v<Work&, const Working&>;
    const auto call = [](Work& w, [[maybe_unused]] const Working& working) -> decltype(auto) {
        if constexpr (looks) {
            return w(working);
        } else {
            return w();
        }
    };
    using Result = std::decay_t<decltype(call(work, std::declval<const Working&>()))>;
    struct Outcome {
        std::optional<Result> result;
        std::optional<Error> error;
    };
    auto outcome = std::make_shared<Outcome>();
    start(Piece{.work =
                    [outcome, call, work = std::move(work)](const Working& working) mutable {
                        try {
                            outcome->result.emplace(call(work, working));
                        } catch (...) {
                            outcome->error = errorInFlight();
                        }
                    },
                .take =
                    [outcome, done = std::move(done), failed = std::move(failed)]() mutable {
                        if (outcome->error) {
                            failed(std::as_const(*outcome->error));
                        } else {
                            done(std::move(*outcome->result));
                        }
                    }});
}

}  // namespace prunescope::ui
