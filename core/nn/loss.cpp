#include "nn/loss.h"

#include <Eigen/Core>

#include <cassert>

namespace prunescope::nn {
namespace {

using kernels::Index;

/// A number for each image of a tile, without memory of its own.
using Images = Eigen::Array<double, 1, Eigen::Dynamic, Eigen::RowMajor, 1, kernels::mostLanes>;

/// The logits of one tile: for every class a row of images. Sums and exponentials are double.
template <class T>
class Tile {
public:
    Tile(const kernels::Tensor<T>& logits, Index tile)
        : logits_(logits), tile_(tile), images_(logits.imagesIn(tile)) {}

    Index classes() const { return logits_.shape().channels; }
    Index images() const { return images_; }
    auto row(Index k) const {
        using Row = Eigen::Array<T, 1, Eigen::Dynamic, Eigen::RowMajor>;
        return Eigen::Map<const Row, Eigen::Aligned64>(logits_.channel(tile_, k), images_)
            .template cast<double>();
    }
    double at(Index k, Index image) const { return static_cast<double>(logits_.channel(tile_, k)[image]); }

    /// The first of the largest.
    Index answer(Index image) const {
        Index best = 0;
        for (Index k = 1; k < classes(); ++k) best = at(k, image) > at(best, image) ? k : best;
        return best;
    }

    /// log sum over k of exp(logit k), free of overflow.
    Images logSums() const {
        Images largest = row(0);
        for (Index k = 1; k < classes(); ++k) largest = largest.max(row(k));
        Images sum = Images::Zero(images_);
        for (Index k = 0; k < classes(); ++k) sum += (row(k) - largest).exp();
        return largest + sum.log();
    }

private:
    const kernels::Tensor<T>& logits_;
    Index tile_;
    Index images_;
};

/// What each image counts in the mean: `share`, times the weight of its class.
Images sharesOf(std::span<const std::int32_t> labels, std::span<const double> classWeights, double share) {
    Images shares = Images::Constant(static_cast<Index>(labels.size()), share);
    if (classWeights.empty()) return shares;
    for (Index n = 0; n < shares.size(); ++n)
        shares[n] *= classWeights[static_cast<std::size_t>(labels[static_cast<std::size_t>(n)])];
    return shares;
}

}  // namespace

template <class T>
LossResult softmaxCrossEntropy(const kernels::Tensor<T>& logits, std::span<const std::int32_t> labels,
                               const LossOptions& options, kernels::Tensor<T>* gradient,
                               std::vector<std::int32_t>* answers) {
    assert(static_cast<Index>(labels.size()) == logits.images());
    const double share = 1.0 / static_cast<double>(logits.images());
    const double ownClass = 1 - options.smoothing;
    const double everyClass = options.smoothing / static_cast<double>(logits.shape().channels);
    if (gradient != nullptr) gradient->clear();
    if (answers != nullptr) answers->clear();
    LossResult result;
    for (Index t = 0; t < logits.tiles(); ++t) {
        const Tile<T> tile(logits, t);
        const Images logSums = tile.logSums();
        const std::int32_t* label = labels.data() + t * logits.lanes();
        const Images shares =
            sharesOf(std::span(label, static_cast<std::size_t>(tile.images())), options.classWeights, share);
        for (Index n = 0; n < tile.images(); ++n) {
            const Index best = tile.answer(n);
            result.loss += ownClass * (logSums[n] - tile.at(label[n], n)) * shares[n];
            result.correct += best == label[n] ? 1 : 0;
            if (answers != nullptr) answers->push_back(static_cast<std::int32_t>(best));
        }
        for (Index k = 0; k < tile.classes(); ++k) {
            if (everyClass > 0) result.loss += everyClass * (shares * (logSums - tile.row(k))).sum();
            if (gradient == nullptr) continue;
            Images wanted = Images::Constant(tile.images(), everyClass);
            for (Index n = 0; n < tile.images(); ++n) wanted[n] += label[n] == k ? ownClass : 0;
            const Images row = ((tile.row(k) - logSums).exp() - wanted) * shares;
            for (Index n = 0; n < tile.images(); ++n) gradient->channel(t, k)[n] = static_cast<T>(row[n]);
        }
    }
    return result;
}

template LossResult softmaxCrossEntropy<float>(const kernels::Tensor<float>&, std::span<const std::int32_t>,
                                               const LossOptions&, kernels::Tensor<float>*,
                                               std::vector<std::int32_t>*);
template LossResult softmaxCrossEntropy<double>(const kernels::Tensor<double>&, std::span<const std::int32_t>,
                                                const LossOptions&, kernels::Tensor<double>*,
                                                std::vector<std::int32_t>*);

}  // namespace prunescope::nn
