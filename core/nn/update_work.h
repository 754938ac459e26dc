#pragma once

#include "nn/parameter.h"

namespace prunescope::nn {

/// What an optimizer is about to move at once: some elements of one parameter, side by side. They are a
/// stretch of the parameter's own arrays, or copies of elements that may move.
struct UpdatePiece {
    const Parameter<float>* parameter;
    std::size_t part;  ///< counts from 0 in the parameter, as `math::PieceList` cuts what moves of it
    Index size;
    float* value;
    float* gradient;
    const std::uint8_t* mask;  ///< 1 = kept; null when all of them are
};

/// Work of somebody else on the pieces of an update, done while they are in the cache. The functions are
/// called in parallel, for every piece of every trained parameter once.
class UpdateWork {
public:
    virtual ~UpdateWork() = default;
    /// May change the gradient.
    virtual void before(const UpdatePiece& piece) = 0;
    /// The values have moved.
    virtual void after(const UpdatePiece& piece) = 0;
};

}  // namespace prunescope::nn
