#pragma once

#include "csource/c_source.h"
#include "support/temporary_folder.h"

#include <string>
#include <vector>

namespace prunescope::csource {

/// Runs a command of the shell. Its exit status, and all that it printed.
struct CommandResult {
    int status = 0;
    std::string printed;
};
CommandResult runCommand(const std::string& command);

/// Writes a network's header, source and benchmark, each NAME with its ending, into the folder.
void writeSources(const CSource& source, const std::string& name, const test::TemporaryFolder& folder);

/// All warnings that C compilers have a name for, as errors.
inline constexpr const char* strictC99 = "-std=c99 -Wall -Wextra -pedantic -Werror";

/// A generated program, compiled by a C compiler and loaded.
class CompiledNetwork {
public:
    /// `name`: that of the sources' files and functions.
    CompiledNetwork(const CSource& source, const std::string& name, const std::string& compiler,
                    const std::string& flags);
    ~CompiledNetwork();
    CompiledNetwork(const CompiledNetwork&) = delete;
    CompiledNetwork& operator=(const CompiledNetwork&) = delete;

    int predict(const float* input, float* output) const { return predict_(input, output); }
    /// A symbol of the program; null where it has none of that name.
    void* symbol(const std::string& name) const;

private:
    test::TemporaryFolder folder_;
    void* library_ = nullptr;
    int (*predict_)(const float*, float*) = nullptr;
};

}  // namespace prunescope::csource
