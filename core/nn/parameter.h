#pragma once

#include "kernels/tensor.h"

#include <cstdint>
#include <numeric>
#include <span>
#include <string>
#include <vector>

namespace prunescope::nn {

using kernels::Index;

/// What a parameter is for; it decides about weight decay and pruning.
enum class ParameterRole : std::uint8_t {
    weight,  ///< of a convolution or dense layer: decayed, prunable
    bias,
    normScale,  ///< gamma of a batch norm
    normShift,  ///< beta of a batch norm
    statistic,  ///< running mean or variance: measured, not trained
};

/// A named array of a network. The forward and backward passes read `used()`: the latent value itself, or the
/// effective weight that a pruning method forms from it (mask times attention times value).
template <class T>
class Parameter {
public:
    Parameter(std::string name, std::vector<Index> shape, ParameterRole role)
        : name_(std::move(name)),
          shape_(std::move(shape)),
          role_(role),
          size_(std::accumulate(shape_.begin(), shape_.end(), Index{1}, std::multiplies<>())),
          value_(static_cast<std::size_t>(size_)),
          gradient_(role == ParameterRole::statistic ? 0 : static_cast<std::size_t>(size_)) {}

    const std::string& name() const { return name_; }
    const std::vector<Index>& shape() const { return shape_; }
    ParameterRole role() const { return role_; }
    Index size() const { return size_; }
    bool trained() const { return role_ != ParameterRole::statistic; }
    /// Inputs that one output sums over.
    Index fanIn() const { return shape_.empty() ? 1 : size_ / shape_[0]; }

    /// The latent value; pruning never overwrites it.
    T* value() { return value_.data(); }
    const T* value() const { return value_.data(); }
    /// Gradient of the loss with respect to `used()`.
    T* gradient() { return gradient_.data(); }
    const T* gradient() const { return gradient_.data(); }

    const T* used() const { return effective_ == nullptr ? value_.data() : effective_; }
    /// `effective` must outlive its use; null goes back to the latent value.
    void setEffective(const T* effective) { effective_ = effective; }

    /// 1 = kept, 0 = pruned, so that `used()` is 0 there; null when all are kept.
    const std::uint8_t* mask() const { return mask_; }
    /// How many the mask keeps.
    Index kept() const { return mask_ == nullptr ? size_ : kept_; }
    /// Another number for every content of the mask.
    std::uint64_t maskVersion() const { return maskVersion_; }
    /// Call anew whenever the mask's content has changed. `mask` must outlive its use; null keeps all.
    void setMask(const std::uint8_t* mask, Index kept) {
        mask_ = mask;
        kept_ = kept;
        ++maskVersion_;
    }

    /// 1 = may move, 0 = stands still; null when all may move.
    const std::uint8_t* movable() const { return movable_; }
    /// Indices of those that may move, in order, when iterating by index is faster; else empty.
    std::span<const std::int32_t> movableList() const { return movableList_; }
    /// Both must outlive their use. `prunedRest`: all that the mask prunes is among what stands still, so
    /// that nobody reads its gradients.
    void setMovable(const std::uint8_t* mask, std::span<const std::int32_t> list = {},
                    bool prunedRest = false) {
        movable_ = mask;
        movableList_ = list;
        prunedRest_ = prunedRest;
    }
    /// Asks for the gradients of pruned weights that stand still, for a method that chooses masks by them.
    void askForPrunedGradients(bool asked) { prunedGradientsAsked_ = asked; }
    /// True when nobody reads the gradients of the pruned ones.
    bool prunedGradientsUnused() const { return prunedRest_ && !prunedGradientsAsked_; }

    /// How the layer's forward pass works at present: from the kept weights alone, or from all of them.
    bool runsSparse() const { return runsSparse_; }
    void setRunsSparse(bool sparse) { runsSparse_ = sparse; }

private:
    std::string name_;
    std::vector<Index> shape_;
    ParameterRole role_;
    Index size_;
    kernels::AlignedBuffer<T> value_;
    kernels::AlignedBuffer<T> gradient_;
    const T* effective_ = nullptr;
    const std::uint8_t* mask_ = nullptr;
    Index kept_ = 0;
    std::uint64_t maskVersion_ = 0;
    bool runsSparse_ = false;
    bool prunedRest_ = false;
    bool prunedGradientsAsked_ = false;
    const std::uint8_t* movable_ = nullptr;
    std::span<const std::int32_t> movableList_{};
};

}  // namespace prunescope::nn
