#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <functional>
#include <stdexcept>

namespace prunescope::test {

/// A copy of this process that runs `work` and exits with its result; killed at the latest by the destructor.
/// To be made while this process has one thread.
class ChildProcess {
public:
    explicit ChildProcess(const std::function<int()>& work) {
        std::fflush(nullptr);  // else both would write what is buffered
        pid_ = ::fork();
        if (pid_ < 0) throw std::runtime_error("cannot fork");
        if (pid_ != 0) return;
        int status = 99;
        try {
            status = work();
        } catch (...) {
            status = 98;
        }
        ::_exit(status);
    }
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    ~ChildProcess() { kill(); }

    void kill() {
        if (pid_ <= 0) return;
        ::kill(pid_, SIGKILL);
        wait();
    }

    /// The exit status, or -1 after a signal.
    int wait() {
        int status = 0;
        ::waitpid(pid_, &status, 0);
        pid_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t pid_ = -1;
};

}  // namespace prunescope::test
