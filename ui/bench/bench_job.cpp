#include "ui/bench/bench_job.h"

#include "speed/measure.h"

#include <new>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr double worthTelling = 0.005;  ///< of the whole: less cannot be seen on a progress bar

using Figures = std::shared_ptr<const speed::Report>;

/// Tells of each step that can be seen, and of the figures so far.
template <class Progressed, class Reported>
Figures measured(const speed::Request& request, const Job::Working& working, Progressed progressed,
                 Reported reported) {
    double told = 0;
    try {
        return std::make_shared<const speed::Report>(speed::measure(request, [&](const auto& progress) {
            if (progress.fraction > told + worthTelling) {
                told = progress.fraction;
                working.tell([progressed, told] { progressed(told); });
            }
            if (progress.report != nullptr) {
                working.tell([reported, soFar = std::make_shared<const speed::Report>(*progress.report)] {
                    reported(soFar);
                });
            }
            return !working.isStopped();
        }));
    } catch (const std::bad_alloc&) {
        throw Error(Text(), Text::of("there is not enough memory for this network and batch"),
                    Text::of("Choose a smaller batch or network."));
    }
}

}  // namespace

BenchJob::BenchJob(QObject* parent) : QObject(parent), job_(Job::Newer::replaces, Job::Thread::own) {}

void BenchJob::start(const speed::Request& request) {
    if (isRunning()) return;
    stopped_ = false;
    job_.start(
        [this, request](const Job::Working& working) {
            return measured(
                request, working, [this](double fraction) { emit progressed(fraction); },
                [this](const Figures& soFar) { emit reported(soFar); });
        },
        [this](const Figures& figures) { emit finished(figures); },
        [this](const Error& error) { emit failed(error); });
}

void BenchJob::stop() {
    stopped_ = true;
    job_.stop();
}

}  // namespace prunescope::ui
