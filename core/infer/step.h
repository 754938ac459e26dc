#pragma once

#include "infer/layout.h"

namespace prunescope::infer {

/// Where the tensors of one tile of images begin, by tensor.
using TensorPointers = std::vector<float*>;

/// One operation of a plan, on one tile of images, on the calling thread. Holds no state of a run.
class Step {
public:
    Step() = default;
    virtual ~Step() = default;
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;
    virtual void run(const TensorPointers& tensors) const = 0;
    /// True when it works from the weights that are not 0 alone.
    virtual bool sparse() const { return false; }
};

}  // namespace prunescope::infer
