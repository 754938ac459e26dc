#pragma once

#include "nn/inference_graph.h"

#include <map>
#include <string>
#include <vector>

namespace prunescope::csource {

/// What a generated program says of the network and where its images come from.
struct Labels {
    std::string name;     ///< what its functions and macros begin with, see `identifierOf`
    std::string header;   ///< name of the header, as the sources include it
    std::string subject;  ///< the network by name
    std::map<std::string, std::string> facts{};  ///< by key, for the comment at the top
    std::vector<std::string> classes{};
    /// in[c] = (byte / unit - mean[c]) / deviation[c], and 0 where deviation[c] is 0. For pixels of one byte;
    /// else empty.
    double unit = 0;
    std::vector<double> mean{};
    std::vector<double> deviation{};
};

/// A network as a program in C99.
struct CSource {
    std::string header;
    std::string source;
    std::string bench;              ///< a program of its own that times the network on its target
    std::size_t constantBytes = 0;  ///< of all tables
    std::size_t scratchBytes = 0;
};

/// `graph` is folded and has no dead channels, see `infer`. Throws `Error` for
/// one that is too large, or has values that are not finite.
CSource cSourceOf(const nn::InferenceGraph& graph, const Labels& labels);

}  // namespace prunescope::csource
