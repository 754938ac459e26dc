#include "ui/bench/bench_job.h"

#include "base/error.h"
#include "speed/measure.h"

#include <exception>
#include <new>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr double worthTelling = 0.005;  ///< of the whole: less cannot be seen on a progress bar

BenchFailure failureOf(std::exception_ptr thrown) {
    try {
        std::rethrow_exception(std::move(thrown));
    } catch (const Error& e) {
        return {.where = e.where().english(), .problem = e.problem(), .mend = e.mend()};
    } catch (const std::bad_alloc&) {
        return {.problem = Text::of("there is not enough memory for this network and batch"),
                .mend = Text::of("Choose a smaller batch or network.")};
    } catch (const std::exception& e) {
        return {.problem = Text(e.what())};
    }
}

}  // namespace

BenchJob::BenchJob(QObject* parent) : QObject(parent) {}

BenchJob::~BenchJob() {
    endThread();
}

void BenchJob::endThread() {
    stop();
    if (thread_.joinable()) thread_.join();
}

void BenchJob::stop() {
    stop_ = true;
}

/// To the thread of this object; dropped when it is destroyed first.
template <class Work>
void BenchJob::post(Work work) {
    QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection);
}

void BenchJob::start(const speed::Request& request) {
    if (running_) return;
    endThread();  // has ended: `running_` fell by its last message
    stop_ = false;
    running_ = true;
    thread_ = std::thread([this, request] { measure(request); });
}

void BenchJob::measure(const speed::Request& request) {
    try {
        double told = 0;
        auto report =
            std::make_shared<const speed::Report>(speed::measure(request, [&](const auto& progress) {
                if (progress.fraction > told + worthTelling) {
                    told = progress.fraction;
                    post([this, told] { emit progressed(told); });
                }
                if (progress.report != nullptr) {
                    post([this, soFar = std::make_shared<const speed::Report>(*progress.report)] {
                        emit reported(soFar);
                    });
                }
                return !stop_;
            }));
        post([this, report = std::move(report)] {
            running_ = false;
            emit finished(report);
        });
    } catch (...) {
        post([this, failure = failureOf(std::current_exception())] {
            running_ = false;
            emit failed(failure);
        });
    }
}

}  // namespace prunescope::ui
