#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>

namespace prunescope::cli {

/// The words of `bench` as they are typed; empty: the default.
struct BenchFlags {
    std::string run;
    std::string model;
    std::string weights;
    std::string sparsities;
    std::string threads;
    std::string batch;
    std::string seconds;
    std::string callers;
    std::string import;  ///< a file, or "-" for the standard input
    std::string device;
    bool json = false;
    bool noStore = false;
};

/// Adds the command; when it is chosen, `chosen` is what carries it out. `flags` must outlive both.
void addBench(CLI::App& app, BenchFlags& flags, std::function<int()>& chosen);

}  // namespace prunescope::cli
