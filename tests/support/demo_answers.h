#pragma once

#include "run/run_record.h"

#include <algorithm>
#include <cstdint>

/// The answers to single images that go with the evaluations of a made-up run.
namespace prunescope::test::demo {

/// What an evaluation counts, image by image: those of a class together, at first most of the right ones. The
/// wrong ones of another step lie elsewhere, so that two networks have images that one of them alone gets
/// right.
inline run::ImageAnswers answersOf(const run::Evaluation& e) {
    run::ImageAnswers kept{.step = e.step, .sparsity = e.sparsity, .classes = e.classes};
    for (std::int64_t k = 0; k < e.classes; ++k) {
        const auto add = [&](std::int64_t answer) {
            const auto images =
                static_cast<std::size_t>(e.confusion[static_cast<std::size_t>(k * e.classes + answer)]);
            kept.truth.insert(kept.truth.end(), images, static_cast<std::uint16_t>(k));
            kept.answers.insert(kept.answers.end(), images, static_cast<std::uint16_t>(answer));
        };
        add(k);
        for (std::int64_t answer = 0; answer < e.classes; ++answer) {
            if (answer != k) add(answer);
        }
        constexpr std::int64_t turn = 997;  // a prime: no two evaluations are turned alike
        const std::int64_t images = e.ofClass(k).images;
        const auto first = kept.answers.end() - images;
        std::rotate(first, first + images * (e.step.value % turn) / turn, kept.answers.end());
    }
    return kept;
}

/// Of the last network with all its weights, where any was cut, and of the final one.
inline void keepAnswers(run::RunRecord& record) {
    const run::Evaluation *dense = nullptr, *last = nullptr;
    for (const run::Evaluation& e : record.evaluations) {
        if (e.split != run::Split::test) continue;
        last = &e;
        if (e.sparsity == 0) dense = &e;
    }
    if (dense != nullptr && dense != last) record.add(answersOf(*dense));
    if (last != nullptr) record.add(answersOf(*last));
}

}  // namespace prunescope::test::demo
