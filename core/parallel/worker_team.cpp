#include "parallel/worker_team.h"

#include "base/thread_annotations.h"

#include <tbb/task_arena.h>
#include <tbb/task_group.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace prunescope::parallel {
namespace {

using Clock = std::chrono::steady_clock;

/// Longer than what a step does on one thread alone.
constexpr auto patience = std::chrono::milliseconds(2);
/// Looks for work between two looks at the clock.
constexpr int looksAtOnce = 64;
/// After so many looks another thread may have the processor.
constexpr int looksBeforeYielding = 4096;

void rest() {
#ifdef __x86_64__
    _mm_pause();
#endif
}

thread_local WorkerTeam* teamOfThread = nullptr;
thread_local bool threadIsInLoop = false;

}  // namespace

/// The loop that is under way. Its shares are published last: whoever has taken a block may read the rest,
/// which stands still until that block is done.
class WorkerTeam::Loop {
public:
    explicit Loop(int threads) : shares_(static_cast<std::size_t>(threads)) {}

    ~Loop() {
        over_.store(true, std::memory_order_relaxed);
        helpers_.wait();
    }

    void run(std::int64_t count, detail::BlockFunction function, const void* body) {
        callHelpers();
        function_ = function;
        body_ = body;
        done_.store(0, std::memory_order_relaxed);
        const auto threads = static_cast<std::int64_t>(shares_.size());
        announceHandOver(&fork_);
        for (std::int64_t t = threads; t-- > 0;) {
            shares_[static_cast<std::size_t>(t)].set(static_cast<std::uint64_t>(t * count / threads),
                                                     static_cast<std::uint64_t>((t + 1) * count / threads));
        }
        work(0);
        for (int looks = 0; done_.load(std::memory_order_acquire) != count; ++looks) {
            rest();
            if (looks > looksBeforeYielding) std::this_thread::yield();
        }
        observeHandOver(&join_);
        if (failed_.exchange(false, std::memory_order_relaxed))
            std::rethrow_exception(std::exchange(failure_, nullptr));
    }

private:
    /// Blocks [next, end) in one word. A thread takes its own from the front, the others from the back.
    class alignas(64) Share {
    public:
        void set(std::uint64_t next, std::uint64_t end) {
            word_.store(next << 32U | end, std::memory_order_release);
        }

        std::optional<std::int64_t> take(bool fromFront) {
            std::uint64_t word = word_.load(std::memory_order_relaxed);
            for (;;) {
                const std::uint64_t next = word >> 32U;
                const std::uint64_t end = word & 0xFFFFFFFFU;
                if (next >= end) return std::nullopt;
                const std::uint64_t rest = fromFront ? (next + 1) << 32U | end : next << 32U | (end - 1);
                if (word_.compare_exchange_weak(word, rest, std::memory_order_acquire,
                                                std::memory_order_relaxed))
                    return static_cast<std::int64_t>(fromFront ? next : end - 1);
            }
        }

    private:
        std::atomic<std::uint64_t> word_{0};
    };

    /// As many as are not here, or on their way.
    void callHelpers() {
        for (std::size_t t = 1; t < shares_.size(); ++t) {
            if (called_[t].load(std::memory_order_acquire)) continue;
            called_[t].store(true, std::memory_order_relaxed);
            helpers_.run([this, t] {
                if (std::this_thread::get_id() != owner_) help(t);
                called_[t].store(false, std::memory_order_release);
            });
        }
    }

    void help(std::size_t self) {
        auto lastWork = Clock::now();
        for (int looks = 0; !over_.load(std::memory_order_relaxed); ++looks) {
            if (work(self)) {
                lastWork = Clock::now();
                looks = 0;
                continue;
            }
            rest();
            if (looks > looksBeforeYielding) std::this_thread::yield();
            if (looks % looksAtOnce == 0 && Clock::now() - lastWork > patience) return;
        }
    }

    /// Runs what is left of the loop; false when there was nothing.
    bool work(std::size_t self) {
        std::int64_t blocks = 0;
        threadIsInLoop = true;
        for (std::size_t k = 0; k < shares_.size(); ++k) {
            Share& share = shares_[(self + k) % shares_.size()];
            while (const auto block = share.take(k == 0)) {
                if (blocks++ == 0) observeHandOver(&fork_);
                runBlock(*block);
            }
        }
        threadIsInLoop = false;
        if (blocks == 0) return false;
        announceHandOver(&join_);
        done_.fetch_add(blocks, std::memory_order_release);
        return true;
    }

    void runBlock(std::int64_t block) {
        try {
            function_(body_, block);
        } catch (...) {
            if (!failed_.exchange(true, std::memory_order_relaxed)) failure_ = std::current_exception();
        }
    }

    std::vector<Share> shares_;
    std::vector<std::atomic<bool>> called_ = std::vector<std::atomic<bool>>(shares_.size());  ///< by helper
    detail::BlockFunction function_ = nullptr;
    const void* body_ = nullptr;
    alignas(64) std::atomic<std::int64_t> done_{0};
    std::atomic<bool> failed_{false};
    std::exception_ptr failure_{};
    std::atomic<bool> over_{false};
    const std::thread::id owner_ = std::this_thread::get_id();
    const char fork_ = 0;
    const char join_ = 0;
    tbb::task_group helpers_;
};

WorkerTeam::WorkerTeam()
    : loop_(std::make_unique<Loop>(tbb::this_task_arena::max_concurrency())),
      outer_(std::exchange(teamOfThread, this)) {}

WorkerTeam::~WorkerTeam() {
    teamOfThread = outer_;
}

WorkerTeam* WorkerTeam::current() {
    return teamOfThread;
}

bool WorkerTeam::isInLoop() {
    return threadIsInLoop;
}

void WorkerTeam::run(std::int64_t count, detail::BlockFunction function, const void* body) {
    loop_->run(count, function, body);
}

}  // namespace prunescope::parallel
