#pragma once

#include "support/temporary_folder.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace prunescope::test {

struct Answer {
    int status = -1;  ///< exit status; 128 + signal when a signal ended it
    std::string output;
    std::string error;
};

/// How a program is started.
struct Launch {
    std::vector<std::string> arguments;
    std::string program = PRUNESCOPE_CLI;
    rlim_t fileLimit = 0;  ///< bytes that a file may grow to, as a disk that fills up; 0 for no limit
    /// Where its standard streams go: a file or device, "closed" for nowhere at all; empty: into the answer.
    std::string out{};
    std::string err{};
    std::vector<int> ignoredSignals{};
    /// Variables to set, or to remove where there is no value.
    std::vector<std::pair<std::string, std::optional<std::string>>> environment{};
    std::string folder{};  ///< where it is started; empty: here
};

/// A program in a process of its own, with the default for every signal.
class CliProcess {
public:
    explicit CliProcess(const std::vector<std::string>& arguments, rlim_t fileLimit = 0)
        : CliProcess(Launch{.arguments = arguments, .fileLimit = fileLimit}) {}
    explicit CliProcess(const Launch& launch) {
        pid_ = ::fork();
        if (pid_ == 0) start(launch);
    }
    CliProcess(const CliProcess&) = delete;
    CliProcess& operator=(const CliProcess&) = delete;
    ~CliProcess() {
        if (pid_ <= 0) return;
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }

    void signal(int number) const { ::kill(pid_, number); }

    Answer wait() {
        int status = 0;
        ::waitpid(std::exchange(pid_, 0), &status, 0);
        const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        return {code, contentOf(folder_ / "out"), contentOf(folder_ / "err")};
    }

    /// Waits until the program has written this to its standard error; false after a minute.
    bool waitForMessage(const std::string& text) const {
        for (int k = 0; k < 6000; ++k) {
            if (contentOf(folder_ / "err").find(text) != std::string::npos) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return false;
    }

private:
    [[noreturn]] void start(const Launch& launch) const {
        for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGXFSZ})
            ::signal(number, SIG_DFL);
        for (const int number : launch.ignoredSignals) ::signal(number, SIG_IGN);
        redirect(STDOUT_FILENO, launch.out, (folder_ / "out").string());
        redirect(STDERR_FILENO, launch.err, (folder_ / "err").string());
        if (launch.fileLimit > 0) {
            const rlimit limit{launch.fileLimit, launch.fileLimit};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        }
        for (const auto& [name, value] : launch.environment) {
            value ? ::setenv(name.c_str(), value->c_str(), 1) : ::unsetenv(name.c_str());
        }
        if (!launch.folder.empty() && ::chdir(launch.folder.c_str()) != 0) std::_Exit(99);
        if (launch.out == "closed") ::close(STDOUT_FILENO);
        if (launch.err == "closed") ::close(STDERR_FILENO);
        std::vector<std::string> words{launch.program};
        words.insert(words.end(), launch.arguments.begin(), launch.arguments.end());
        std::vector<char*> pointers;
        for (std::string& word : words) pointers.push_back(word.data());
        pointers.push_back(nullptr);
        ::execv(launch.program.c_str(), pointers.data());
        std::_Exit(99);
    }

    static void redirect(int stream, const std::string& chosen, const std::string& usual) {
        if (chosen == "closed") return;  // at the end, so that nothing takes its place
        const std::string& path = chosen.empty() ? usual : chosen;
        const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        if (file < 0 || ::dup2(file, stream) != stream) std::_Exit(99);
    }

    static std::string contentOf(const std::filesystem::path& path) {
        std::ifstream stream(path, std::ios::binary);
        std::ostringstream content;
        content << stream.rdbuf();
        return content.str();
    }

    TemporaryFolder folder_;
    pid_t pid_ = 0;
};

inline Answer runCli(const std::vector<std::string>& arguments, rlim_t fileLimit = 0) {
    return CliProcess(arguments, fileLimit).wait();
}

inline Answer runCli(const Launch& launch) {
    return CliProcess(launch).wait();
}

}  // namespace prunescope::test
