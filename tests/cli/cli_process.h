#pragma once

#include "data/idx_fixtures.h"
#include "support/temporary_folder.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace prunescope::test {

struct Answer {
    int status = -1;  ///< exit status; 128 + signal when a signal ended it
    std::string output;
    std::string error;
};

/// prunescope-cli in a process of its own.
class CliProcess {
public:
    /// `fileLimit`: bytes that a file may grow to, as a disk that fills up; 0 for no limit.
    explicit CliProcess(const std::vector<std::string>& arguments, rlim_t fileLimit = 0) {
        pid_ = ::fork();
        if (pid_ == 0) start(arguments, fileLimit);
    }

    void signal(int number) const { ::kill(pid_, number); }

    Answer wait() {
        int status = 0;
        ::waitpid(pid_, &status, 0);
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
    [[noreturn]] void start(const std::vector<std::string>& arguments, rlim_t fileLimit) const {
        if (std::freopen((folder_ / "out").c_str(), "w", stdout) == nullptr) std::_Exit(99);
        if (std::freopen((folder_ / "err").c_str(), "w", stderr) == nullptr) std::_Exit(99);
        if (fileLimit > 0) {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{fileLimit, fileLimit};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        }
        std::vector<std::string> words{PRUNESCOPE_CLI};
        words.insert(words.end(), arguments.begin(), arguments.end());
        std::vector<char*> pointers;
        for (std::string& word : words) pointers.push_back(word.data());
        pointers.push_back(nullptr);
        ::execv(PRUNESCOPE_CLI, pointers.data());
        std::_Exit(99);
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

}  // namespace prunescope::test
