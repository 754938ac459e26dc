#include "ui/support/job.h"

#include <exception>
#include <mutex>
#include <new>

namespace prunescope::ui {

/// The way back into the owner's thread. It outlives the job for as long as work goes on.
struct Job::Link {
    std::mutex mutex;  ///< of `job`: it is not destroyed while something is sent to it
    Job* job;          ///< null once it has gone

    /// Calls `send` with the job in the owner's thread, unless it has gone by then.
    void post(std::function<void(Job&)> send) {
        const std::scoped_lock lock(mutex);
        if (job == nullptr) return;
        QMetaObject::invokeMethod(
            &job->here_, [to = job, send = std::move(send)] { send(*to); }, Qt::QueuedConnection);
    }
};

void Job::Working::tell(std::function<void()> news) const {
    // The next piece is not begun before this one has ended, so news of this one never meet the other's
    // `take_`.
    link_->post([news = std::move(news)](const Job& job) {
        if (job.take_ != nullptr) news();
    });
}

Job::Job(Newer newer, Thread thread) : newer_(newer), link_(std::make_shared<Link>()) {
    link_->job = this;
    if (thread == Thread::shared) return;
    own_ = std::make_unique<QThreadPool>();
    own_->setMaxThreadCount(1);
}

Job::~Job() {
    cancel();
    {
        const std::scoped_lock lock(link_->mutex);
        link_->job = nullptr;
    }
    if (own_ != nullptr) own_->waitForDone();
}

void Job::stop() {
    next_.reset();
    stop_.request_stop();
}

void Job::cancel() {
    stop();
    take_ = nullptr;
}

void Job::start(Piece piece) {
    if (!inWork_) return begin(std::move(piece));
    if (newer_ == Newer::replaces) cancel();
    next_ = std::move(piece);
}

void Job::begin(Piece piece) {
    inWork_ = true;
    stop_ = {};
    take_ = std::move(piece.take);
    const Working working(link_, stop_.get_token());
    QThreadPool& pool = own_ != nullptr ? *own_ : *QThreadPool::globalInstance();
    pool.start([working, work = std::move(piece.work)] {
        work(working);
        working.link_->post([](Job& job) { job.end(); });
    });
}

void Job::end() {
    inWork_ = false;
    const std::function<void()> take = std::exchange(take_, nullptr);
    if (next_) begin(*std::exchange(next_, std::nullopt));
    // The owner may destroy the job in it.
    if (take != nullptr) take();
}

Error errorInFlight() {
    try {
        throw;
    } catch (const std::bad_alloc&) {
        return {Text(), Text::of("there is not enough memory"), Text()};
    } catch (const Error& error) {
        return error;
    } catch (const std::exception& error) {
        return {Text(), textOf(error), Text()};
    } catch (...) {
        return {Text(), Text::of("an unknown failure"), Text()};
    }
}

}  // namespace prunescope::ui
