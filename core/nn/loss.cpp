#include "nn/loss.h"

#include <cassert>
#include <cmath>

namespace prunescope::nn {
namespace {

using math::Index;

/// One image's logits, one after another.
template <class T>
struct Column {
    const math::Tensor<T>& logits;
    Index image;

    double operator[](Index k) const { return static_cast<double>(logits.at(k, 0, 0, image)); }
    Index size() const { return logits.shape().channels; }
    Index largest() const {
        Index best = 0;
        for (Index k = 1; k < size(); ++k) best = (*this)[k] > (*this)[best] ? k : best;
        return best;
    }
};

}  // namespace

template <class T>
LossResult softmaxCrossEntropy(const math::Tensor<T>& logits, std::span<const std::int32_t> labels,
                               double smoothing, math::Tensor<T>* gradient,
                               std::vector<std::int32_t>* answers) {
    assert(static_cast<Index>(labels.size()) == logits.images());
    const Index classes = logits.shape().channels;
    const double share = 1.0 / static_cast<double>(logits.images());
    if (gradient != nullptr) gradient->clear();
    if (answers != nullptr) answers->clear();
    LossResult result;
    for (Index n = 0; n < logits.images(); ++n) {
        const Column<T> column{logits, n};
        const Index label = labels[static_cast<std::size_t>(n)];
        const Index best = column.largest();
        double sum = 0;
        for (Index k = 0; k < classes; ++k) sum += std::exp(column[k] - column[best]);
        const double logSum = column[best] + std::log(sum);
        for (Index k = 0; k < classes; ++k) {
            const double wanted = (k == label ? 1 - smoothing : 0) + smoothing / static_cast<double>(classes);
            if (wanted > 0) result.loss += wanted * (logSum - column[k]) * share;
            if (gradient != nullptr) {
                gradient->at(k, 0, 0, n) = static_cast<T>((std::exp(column[k] - logSum) - wanted) * share);
            }
        }
        result.correct += best == label ? 1 : 0;
        if (answers != nullptr) answers->push_back(static_cast<std::int32_t>(best));
    }
    return result;
}

template LossResult softmaxCrossEntropy<float>(const math::Tensor<float>&, std::span<const std::int32_t>,
                                               double, math::Tensor<float>*, std::vector<std::int32_t>*);
template LossResult softmaxCrossEntropy<double>(const math::Tensor<double>&, std::span<const std::int32_t>,
                                                double, math::Tensor<double>*, std::vector<std::int32_t>*);

}  // namespace prunescope::nn
