#pragma once

#include "nn/parameter.h"

namespace prunescope::nn {

/// What an optimizer is about to move at once: some elements of one parameter, side by side. They are a
/// stretch of the parameter's own arrays, or copies of elements that may move.
struct UpdateBlock {
    const Parameter<float>* parameter;
    std::size_t part;  ///< counts from 0 in the parameter, as `parallel::BlockList` cuts what moves of it
    Index size;
    float* value;
    float* gradient;
    const std::uint8_t* mask;              ///< 1 = kept; null when all of them are
    Index first = 0;                       ///< place of the first element in the parameter
    const std::int32_t* places = nullptr;  ///< of each element, where they do not lie side by side there
};

/// Work of somebody else on the blocks of an update, done while they are in the cache. The functions are
/// called in parallel, for every block of every trained parameter once.
class UpdateWork {
public:
    virtual ~UpdateWork() = default;
    /// May change the gradient.
    virtual void before(const UpdateBlock& block) = 0;
    /// The values have moved.
    virtual void after(const UpdateBlock& block) = 0;
};

}  // namespace prunescope::nn
