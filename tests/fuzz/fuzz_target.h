#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::fuzz {

/// A reader of bytes from outside, and what must hold whatever the bytes are. `run` ends the program when it
/// does not; an `Error` that says something is an answer.
struct Target {
    const char* name;
    void (*run)(std::string_view input);
    /// What the fuzzer starts from.
    std::vector<std::string> (*seeds)();
    /// Longest input that makes sense.
    std::size_t longest = 4096;
};

/// All targets; a new one is a function in a file of its own and a line in targets.cpp.
const std::vector<Target>& targets();

/// Calls `read` and takes an `Error` for an answer. True when there was none.
bool answers(void (*read)(std::string_view), std::string_view input);
/// The same, as the `run` of a target.
template <void (*read)(std::string_view)>
void answered(std::string_view input) {
    answers(read, input);
}

/// Ends the program, so that the fuzzer keeps the input.
[[noreturn]] void fail(const char* what);

inline void expect(bool holds, const char* what) {
    if (!holds) fail(what);
}

}  // namespace prunescope::fuzz
