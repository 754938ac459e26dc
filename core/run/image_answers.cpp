#include "run/image_answers.h"

#include <algorithm>
#include <cmath>

namespace prunescope::run {
namespace {

/// Of a network that gave no numbers any more the errors are none either, which equals nothing.
bool isSame(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

bool areSame(const NumberErrors& a, const NumberErrors& b) {
    return a.rows == b.rows && isSame(a.meanSquared, b.meanSquared) &&
           isSame(a.squaredDeviation, b.squaredDeviation) && isSame(a.meanAbsolute, b.meanAbsolute) &&
           isSame(a.absoluteDeviation, b.absoluteDeviation) && isSame(a.targetVariance, b.targetVariance);
}

}  // namespace

bool belongTogether(const ImageAnswers& answers, const Evaluation& evaluation) {
    if (evaluation.split != Split::test || answers.step != evaluation.step) return false;
    // Masks that are chosen after the last step make another network of the same step.
    if (answers.sparsity != evaluation.sparsity) return false;
    if (answers.task() != evaluation.task()) return false;
    if (evaluation.numbers) {
        return answers.wanted.size() == answers.predicted.size() &&
               areSame(numberErrorsOf(answers.wanted, answers.predicted), *evaluation.numbers);
    }
    if (answers.classes != evaluation.classes || answers.truth.size() != answers.answers.size()) return false;
    std::vector<std::int64_t> confusion(evaluation.confusion.size());
    for (std::size_t i = 0; i < answers.images(); ++i) {
        const auto cell = static_cast<std::size_t>(answers.truth[i] * answers.classes + answers.answers[i]);
        if (answers.answers[i] >= answers.classes || cell >= confusion.size()) return false;
        ++confusion[cell];
    }
    return confusion == evaluation.confusion;
}

const ImageAnswers* answersOf(const std::vector<ImageAnswers>& kept, const Evaluation& evaluation) {
    const auto found = std::find_if(kept.begin(), kept.end(), [&](const ImageAnswers& answers) {
        return belongTogether(answers, evaluation);
    });
    return found == kept.end() ? nullptr : &*found;
}

}  // namespace prunescope::run
