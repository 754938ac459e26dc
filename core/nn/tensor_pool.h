#pragma once

#include "kernels/tensor.h"

#include <memory>
#include <vector>

namespace prunescope::nn {

using kernels::Shape;
using kernels::Tensor;

/// Gradients of activations live only until the layer before has used them; the pool hands the same storage
/// out again. After the first step nothing is allocated.
template <class T>
class TensorPool {
public:
    explicit TensorPool(kernels::Index capacity) : capacity_(capacity) {}

    /// Gives its tensor back to the pool when it goes.
    struct Return {
        TensorPool* pool;
        void operator()(Tensor<T>* tensor) const { pool->free_.emplace_back(tensor); }
    };
    using Handle = std::unique_ptr<Tensor<T>, Return>;

    /// A tensor of that shape with `images` in use; what it holds is left over from earlier.
    Handle take(const Shape& shape, kernels::Index images) {
        for (auto& tensor : free_) {
            if (!(tensor->shape() == shape)) continue;
            Handle handle(tensor.release(), Return{this});
            tensor = std::move(free_.back());
            free_.pop_back();
            handle->setImages(images);
            return handle;
        }
        Handle handle(new Tensor<T>(shape, capacity_), Return{this});
        handle->setImages(images);
        return handle;
    }

private:
    kernels::Index capacity_;
    std::vector<std::unique_ptr<Tensor<T>>> free_;
};

}  // namespace prunescope::nn
