#pragma once

#include <QCoreApplication>
#include <QMetaObject>
#include <QThread>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

/// How a test, on its own thread, looks at the window and waits for it.
namespace prunescope::test {

/// Does this on the window's thread, also while a dialog or a menu is open, and returns what it returned.
template <class Work>
auto inWindow(Work work) {
    using Result = std::invoke_result_t<Work>;
    if constexpr (std::is_void_v<Result>) {
        QMetaObject::invokeMethod(qApp, std::move(work), Qt::BlockingQueuedConnection);
    } else {
        std::optional<Result> result;
        QMetaObject::invokeMethod(
            qApp, [&] { result.emplace(work()); }, Qt::BlockingQueuedConnection);
        return std::move(*result);
    }
}

/// Throws when it does not come true; how long that may take is a matter of the machine.
template <class Condition>
void waitUntil(const std::string& what, Condition isTrue) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(4);
    while (!isTrue()) {
        if (std::chrono::steady_clock::now() > deadline) {
            throw std::runtime_error("waited for four minutes in vain: " + what);
        }
        QThread::msleep(20);
    }
}

/// The same for what only the window's thread may look at.
template <class Condition>
void waitInWindow(const std::string& what, Condition isTrue) {
    waitUntil(what, [&] { return inWindow(isTrue); });
}

}  // namespace prunescope::test
