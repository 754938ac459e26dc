#pragma once

#include <exception>
#include <new>
#include <string>

/// For functions with C names: no exception goes through them, and what it said can be asked for afterwards.
namespace prunescope::boundary {

/// Of this thread.
inline std::string& lastError() {
    thread_local std::string text;
    return text;
}

/// Keeps the problem for `lastError`. A text that does not fit into memory leaves the one before.
template <class Status>
Status failed(Status status, const char* problem) noexcept {
    try {
        lastError() = problem;
    } catch (...) {  // NOLINT(bugprone-empty-catch): the status says it
    }
    return status;
}

/// Thrown by nobody: what stands for something that is no exception of the library.
struct UnknownFailure : std::exception {
    const char* what() const noexcept override { return "an unknown failure"; }
};

/// Runs the body and returns its status, or `statusOf(exception)` of what it throws.
template <class Body, class StatusOf>
auto guarded(const Body& body, const StatusOf& statusOf) noexcept {
    try {
        return body();
    } catch (const std::bad_alloc& e) {
        return failed(statusOf(e), "there is not enough memory");
    } catch (const std::exception& e) {
        return failed(statusOf(e), e.what());
    } catch (...) {
        const UnknownFailure unknown;
        return failed(statusOf(unknown), unknown.what());
    }
}

}  // namespace prunescope::boundary
