#pragma once

#include "infer/engine.h"

#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace prunescope::runtime {

/// One trained network that any number of threads ask at the same time: every caller has an engine of its
/// own for as long as its call takes, and all share weights.
class SharedEngine {
public:
    /// `threads`: of one call. Throws `Error` with `origin` for a network that needs more memory than a
    /// machine has.
    SharedEngine(const nn::InferenceGraph& graph, int threads, const std::string& origin);

    std::size_t inputs() const { return static_cast<std::size_t>(first_.inputShape().size()); }
    std::size_t outputs() const { return static_cast<std::size_t>(first_.outputs()); }

    /// (N, inputs) to (N, outputs), row-major, for any N.
    void predict(std::span<const float> images, std::span<float> results) const;

private:
    using EnginePointer = std::unique_ptr<infer::Engine>;

    EnginePointer borrowed() const;
    void giveBack(EnginePointer engine) const;

    infer::Engine first_;  ///< of which every caller gets another
    mutable std::mutex mutex_;
    mutable std::vector<EnginePointer> idle_;
};

}  // namespace prunescope::runtime
