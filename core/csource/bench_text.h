#pragma once

#include <string>

namespace prunescope::csource {

/// A program in C99 that times a generated network on the machine that it runs on: a warm-up, many
/// predictions of random images, and one line in a format that never changes:
///
///     NAME runs=1000 median_us=A p05_us=B p95_us=C p99_us=D min_us=E max_us=F constant_bytes=G
///     scratch_bytes=H
///
/// `header` is what it includes; `lower` and `upper` are what the network's functions and macros begin with.
std::string benchText(const std::string& header, const std::string& lower, const std::string& upper);

}  // namespace prunescope::csource
