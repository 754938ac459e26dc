#include "workspace/answers.h"

#include "base/random.h"
#include "infer/engine.h"
#include "nn/loss.h"
#include "parallel/arena_threads.h"

#include <algorithm>

namespace prunescope::workspace {
namespace {

constexpr std::int64_t imagesAtOnce = 256;
/// An engine answers a few tiles and goes: a longer search for the faster forms would not pay.
constexpr int trialsOfForms = 1;

}  // namespace

Questions::Questions(const data::Dataset& dataset)
    : dataset_(&dataset),
      input_(dataset.shape()),
      count_(static_cast<std::int64_t>(dataset.indices(run::Split::test).size())) {}

Questions::Questions(const kernels::Shape& input, std::int64_t count) : input_(input), count_(count) {}

void Questions::load(std::int64_t first, kernels::Tensor<float>& images) const {
    const std::int64_t count = std::min(images.capacity(), count_ - first);
    images.setImages(count);
    if (dataset_ != nullptr) {
        const auto all = dataset_->indices(run::Split::test);
        dataset_->load(run::Split::test,
                       all.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count)), images);
        return;
    }
    Random random(0, RandomStream::samples, static_cast<std::uint64_t>(first));
    for (std::int64_t tile = 0; tile < images.tiles(); ++tile) {
        for (std::int64_t c = 0; c < input_.channels; ++c) {
            float* plane = images.channel(tile, c);
            std::generate_n(plane, input_.pixels() * images.lanes(),
                            [&] { return static_cast<float>(random.normal()); });
        }
    }
}

template <class Take>
void Questions::run(const nn::InferenceGraph& network, const Take& take) const {
    infer::Engine engine(network, {.batch = imagesAtOnce,
                                   .threads = parallel::threadsOfArena(),
                                   .sideBySide = true,
                                   .trials = trialsOfForms});
    kernels::Tensor<float> images(input_, imagesAtOnce);
    kernels::Tensor<float> outputs({engine.outputs(), 1, 1}, imagesAtOnce);
    for (std::int64_t first = 0; first < count_; first += imagesAtOnce) {
        load(first, images);
        engine.run(images, outputs);
        take(outputs);
    }
}

std::vector<float> Questions::outputsOf(const nn::InferenceGraph& network) const {
    std::vector<float> all;
    run(network, [&](const kernels::Tensor<float>& outputs) {
        for (std::int64_t n = 0; n < outputs.images(); ++n) {
            for (std::int64_t k = 0; k < outputs.shape().channels; ++k)
                all.push_back(outputs.channel(n / outputs.lanes(), k)[n % outputs.lanes()]);
        }
    });
    return all;
}

std::vector<std::int32_t> Questions::answersOf(const nn::InferenceGraph& network) const {
    std::vector<std::int32_t> all;
    run(network, [&](const kernels::Tensor<float>& logits) {
        const std::vector<std::int32_t> labels(static_cast<std::size_t>(logits.images()), 0);
        std::vector<std::int32_t> answers;
        nn::softmaxCrossEntropy<float>(logits, labels, {}, nullptr, &answers);
        all.insert(all.end(), answers.begin(), answers.end());
    });
    return all;
}

run::NumberErrors Questions::errors(const std::vector<float>& predicted) const {
    const auto targets = dataset_->targets(run::Split::test);
    std::vector<float> wanted;
    for (const data::ImageIndex i : dataset_->indices(run::Split::test)) wanted.push_back(targets[i.index()]);
    return run::numberErrorsOf(wanted, predicted);
}

std::int64_t Questions::right(const std::vector<std::int32_t>& answers) const {
    if (dataset_ == nullptr) return 0;
    const auto labels = dataset_->labels(run::Split::test);
    const auto images = dataset_->indices(run::Split::test);
    std::int64_t count = 0;
    for (std::size_t i = 0; i < answers.size(); ++i)
        if (answers[i] == static_cast<std::int32_t>(labels[images[i].index()])) ++count;
    return count;
}

}  // namespace prunescope::workspace
