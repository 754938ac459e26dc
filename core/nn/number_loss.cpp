#include "nn/number_loss.h"

#include <Eigen/Core>

#include <algorithm>
#include <cassert>

namespace prunescope::nn {
namespace {

using kernels::Index;
/// Of the images of a tile, without memory of its own.
using Residuals = Eigen::Array<double, 1, Eigen::Dynamic, Eigen::RowMajor, 1, kernels::mostLanes>;

/// Loss and derivative of each residual.
Residuals lossesOf(const Residuals& r, const NumberLossOptions& options) {
    if (options.kind == NumberLossKind::squared) return r.square();
    // c: the residual up to delta. c^2 / 2 + d (|r| - |c|) is r^2 / 2 within and d (|r| - d / 2) beyond.
    const double d = options.delta;
    const Residuals c = r.max(-d).min(d);
    return c.square() / 2 + d * (r.abs() - c.abs());
}

Residuals derivativesOf(const Residuals& r, const NumberLossOptions& options) {
    if (options.kind == NumberLossKind::squared) return 2 * r;
    return r.max(-options.delta).min(options.delta);
}

}  // namespace

template <class T>
LossResult numberLoss(const kernels::Tensor<T>& outputs, std::span<const double> targets,
                      const NumberLossOptions& options, kernels::Tensor<T>* gradient) {
    assert(static_cast<Index>(targets.size()) == outputs.images() && outputs.shape().size() == 1);
    const double share = 1.0 / static_cast<double>(outputs.images());
    if (gradient != nullptr) gradient->clear();
    LossResult result;
    for (Index t = 0; t < outputs.tiles(); ++t) {
        const Index images = outputs.imagesIn(t);
        const Eigen::Map<const Eigen::Array<T, 1, Eigen::Dynamic, Eigen::RowMajor>> output(
            outputs.channel(t, 0), images);
        const Eigen::Map<const Eigen::Array<double, 1, Eigen::Dynamic, Eigen::RowMajor>> target(
            targets.data() + t * outputs.lanes(), images);
        const Residuals r = output.template cast<double>() - target;
        result.loss += share * lossesOf(r, options).sum();
        result.squaredError += share * r.square().sum();
        if (gradient == nullptr) continue;
        Eigen::Map<Eigen::Array<T, 1, Eigen::Dynamic, Eigen::RowMajor>>(gradient->channel(t, 0), images) =
            (share * derivativesOf(r, options)).template cast<T>();
    }
    return result;
}

double lossOfZero(std::span<const double> targets, const NumberLossOptions& options) {
    constexpr auto atOnce = static_cast<std::size_t>(kernels::mostLanes);
    double sum = 0;
    for (std::size_t begin = 0; begin < targets.size(); begin += atOnce) {
        const auto some = targets.subspan(begin, std::min(targets.size() - begin, atOnce));
        const Eigen::Map<const Eigen::Array<double, 1, Eigen::Dynamic, Eigen::RowMajor>> target(
            some.data(), static_cast<Index>(some.size()));
        sum += lossesOf(-target, options).sum();
    }
    return targets.empty() ? 0 : sum / static_cast<double>(targets.size());
}

template LossResult numberLoss<float>(const kernels::Tensor<float>&, std::span<const double>,
                                      const NumberLossOptions&, kernels::Tensor<float>*);
template LossResult numberLoss<double>(const kernels::Tensor<double>&, std::span<const double>,
                                       const NumberLossOptions&, kernels::Tensor<double>*);

}  // namespace prunescope::nn
