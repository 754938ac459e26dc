#include "ui/app/event_loop_probe.h"

#include <QCoreApplication>
#include <QEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <chrono>

namespace prunescope::ui {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto interval = std::chrono::milliseconds(10);

class Posted : public QEvent {
public:
    Posted() : QEvent(QEvent::User), at(Clock::now()) {}
    Clock::time_point at;
};

double percentile(const std::vector<double>& sorted, double share) {
    if (sorted.empty()) return 0;
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

}  // namespace

EventLoopProbe::EventLoopProbe(QObject* parent) : QObject(parent) {
    poster_ = std::thread([this] {
        while (!stopping_) {
            QCoreApplication::postEvent(this, new Posted, Qt::HighEventPriority);
            std::this_thread::sleep_for(interval);
        }
    });
}

EventLoopProbe::~EventLoopProbe() {
    stopping_ = true;
    poster_.join();
}

void EventLoopProbe::customEvent(QEvent* event) {
    const auto* posted = dynamic_cast<const Posted*>(event);
    if (posted == nullptr) return;
    delaysMs_.push_back(std::chrono::duration<double, std::milli>(Clock::now() - posted->at).count());
}

QByteArray EventLoopProbe::report() const {
    std::vector<double> sorted = delaysMs_;
    std::sort(sorted.begin(), sorted.end());
    const QJsonObject figures{{QStringLiteral("events"), static_cast<qint64>(sorted.size())},
                              {QStringLiteral("p50_ms"), percentile(sorted, 0.5)},
                              {QStringLiteral("p99_ms"), percentile(sorted, 0.99)},
                              {QStringLiteral("worst_ms"), percentile(sorted, 1)}};
    return QJsonDocument(figures).toJson();
}

}  // namespace prunescope::ui
