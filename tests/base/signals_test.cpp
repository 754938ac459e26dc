#include "base/signals.h"

#include <gtest/gtest.h>
#include <poll.h>

#include <csignal>

namespace prunescope {
namespace {

bool canBeRead(int descriptor) {
    pollfd entry{.fd = descriptor, .events = POLLIN, .revents = 0};
    return ::poll(&entry, 1, 0) == 1;
}

auto handlerOf(int signal) {
    struct sigaction action {};
    ::sigaction(signal, nullptr, &action);
    return action.sa_handler;
}

TEST(StopSignals, TellOfTheFirstAndWakeAnEventLoop) {
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        const StopSignals signals;
        EXPECT_EQ(signals.first(), 0);
        EXPECT_FALSE(canBeRead(signals.descriptor()));
        std::raise(number);
        EXPECT_EQ(signals.first(), number);
        EXPECT_TRUE(canBeRead(signals.descriptor()));
        std::raise(SIGTERM);
        EXPECT_EQ(signals.first(), number) << "it is the first that counts";
    }
    EXPECT_EQ(StopSignals::exitStatus(SIGTERM), 143);
}

TEST(StopSignals, LeaveWhatWasIgnoredIgnored) {
    std::signal(SIGHUP, SIG_IGN);
    {
        const StopSignals signals;
        std::raise(SIGHUP);
        EXPECT_EQ(signals.first(), 0);
        std::raise(SIGTERM);
        EXPECT_EQ(signals.first(), SIGTERM);
    }
    EXPECT_EQ(handlerOf(SIGHUP), SIG_IGN);
    EXPECT_EQ(handlerOf(SIGTERM), SIG_DFL);
    std::signal(SIGHUP, SIG_DFL);
}

TEST(StopSignals, CountInABackgroundJobOfAScript) {
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGQUIT, SIG_IGN);
    {
        const StopSignals signals;
        std::raise(SIGINT);
        EXPECT_EQ(signals.first(), SIGINT);
    }
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGQUIT, SIG_DFL);
}

}  // namespace
}  // namespace prunescope
