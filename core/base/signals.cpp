#include "base/signals.h"

#include "base/error.h"

#include <fcntl.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>

namespace prunescope {
namespace {

constexpr std::array<int, 3> stopSignals{SIGINT, SIGTERM, SIGHUP};

// A signal handler can reach nothing else; both are free of locks.
std::atomic<int> firstSignal{0};
std::atomic<int> signalEvent{-1};
std::atomic<int> saveSignals{0};

void onStopSignal(int signal) {
    const int before = errno;
    int none = 0;
    firstSignal.compare_exchange_strong(none, signal);
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalEvent.load(), &one, sizeof one);
    errno = before;
}

bool isIgnored(int signal) {
    struct sigaction action {};
    return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

/// A shell without job control starts what it puts in the background with both of these ignored.
bool ignoredByAShell(int signal) {
    return signal == SIGINT && isIgnored(SIGQUIT);
}

void handle(int signal, void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigaction(signal, &action, nullptr);
}

}  // namespace

void prepareProcess() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) != -1 || errno != EBADF) continue;
        // The lowest free descriptor is this one. Opened the wrong way round, so that using it stays an
        // error.
        ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
    handle(SIGPIPE, SIG_IGN);
    handle(SIGXFSZ, SIG_IGN);
}

StopSignals::StopSignals() : event_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (event_ < 0)
        throw Error("signals", Text(std::strerror(errno)),
                    Text::of("Close some programs, or raise the limit of open files."));
    firstSignal = 0;
    signalEvent = event_;
    for (const int signal : stopSignals) {
        if (!isIgnored(signal) || ignoredByAShell(signal)) handle(signal, onStopSignal);
    }
}

StopSignals::~StopSignals() {
    for (const int signal : stopSignals) {
        struct sigaction action {};
        if (::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == onStopSignal)
            handle(signal, SIG_DFL);
    }
    ::close(event_);
}

int StopSignals::first() const {
    return firstSignal;
}

SaveSignal::SaveSignal() {
    saveSignals = 0;
    handle(SIGUSR1, [](int) { ++saveSignals; });
}

SaveSignal::~SaveSignal() {
    handle(SIGUSR1, SIG_DFL);
}

int SaveSignal::count() const {
    return saveSignals;
}

}  // namespace prunescope
