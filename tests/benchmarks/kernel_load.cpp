#include "kernel_load.h"

#include "support/random_tensor.h"

#include <cmath>
#include <numeric>
#include <utility>

namespace prunescope::speed {
namespace {

using kernels::Index;
using kernels::Tensor;

/// In the order of the memory: the largest tensors have fifty million values. Lanes without an image stay
/// zero.
void fillUniform(Tensor<float>& tensor, Random& random) {
    const Index lanes = tensor.lanes();
    for (Index tile = 0; tile < tensor.tiles(); ++tile)
        for (Index c = 0; c < tensor.shape().channels; ++c)
            for (Index pixel = 0; pixel < tensor.shape().pixels(); ++pixel)
                for (Index n = 0; n < tensor.imagesIn(tile); ++n)
                    tensor.channel(tile, c)[pixel * lanes + n] = static_cast<float>(random.uniform() - 0.5);
}

std::vector<std::size_t> randomOrder(std::size_t count, Random& random) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t left = count; left > 1; --left) std::swap(order[left - 1], order[random.below(left)]);
    return order;
}

}  // namespace

KernelLoad::KernelLoad(const KernelShape& shape, Index images)
    : geometry_(shape.geometry),
      in_(geometry_.input, images),
      out_(geometry_.output(), images),
      inGradient_(geometry_.input, images),
      outGradient_(geometry_.output(), images),
      weightGradient_(static_cast<std::size_t>(geometry_.weights())),
      mask_(weightGradient_.size(), 1),
      dense_(geometry_),
      sparseForward_(kernels::SparseGather<float>::forward(geometry_)),
      sparseData_(kernels::SparseGather<float>::backwardData(geometry_)),
      sparseWeights_(geometry_) {
    Random random(1, RandomStream::test);
    fillUniform(in_, random);
    fillUniform(outGradient_, random);
    weight_ = test::normalValues<float>(geometry_.weights(), random);
    bias_ = test::normalValues<float>(geometry_.outputs, random);
    order_ = randomOrder(weight_.size(), random);
    prune(0);
}

void KernelLoad::prune(double sparsity) {
    const auto cut = static_cast<std::size_t>(std::floor(sparsity * static_cast<double>(mask_.size())));
    for (std::size_t k = 0; k < order_.size(); ++k) mask_[order_[k]] = k < cut ? 0 : 1;
    sparseForward_.setMask(mask_.data(), in_);
    sparseData_.setMask(mask_.data(), outGradient_);
    sparseWeights_.setMask(mask_.data(), in_);
}

void KernelLoad::run(KernelPass pass, KernelKind kind) {
    if (kind == KernelKind::dense) return runDense(pass);
    runSparse(pass);
}

void KernelLoad::runDense(KernelPass pass) {
    switch (pass) {
        case KernelPass::forward:
            dense_.forward(in_, weight_.data(), bias_.data(), out_);
            break;
        case KernelPass::data:
            dense_.backwardData(outGradient_, weight_.data(), inGradient_);
            break;
        case KernelPass::weights:
            dense_.backwardWeights(in_, outGradient_, weightGradient_.data(), scratch_);
            break;
    }
}

void KernelLoad::runSparse(KernelPass pass) {
    switch (pass) {
        case KernelPass::forward:
            sparseForward_.run(in_, weight_.data(), bias_.data(), out_);
            break;
        case KernelPass::data:
            sparseData_.run(outGradient_, weight_.data(), nullptr, inGradient_);
            break;
        case KernelPass::weights:
            sparseWeights_.run(in_, outGradient_, weightGradient_.data(), scratch_);
            break;
    }
}

double KernelLoad::operations() const {
    return 2.0 * static_cast<double>(geometry_.weights()) *
           static_cast<double>(geometry_.output().pixels() * in_.images());
}

KernelLoad& LoadCache::load(const KernelShape& shape, Index images) {
    if (!load_ || name_ != shape.name || images_ != images) {
        load_.reset();  // before the next one is made: there may be no room for two
        load_ = std::make_unique<KernelLoad>(shape, images);
        name_ = shape.name;
        images_ = images;
    }
    return *load_;
}

}  // namespace prunescope::speed
