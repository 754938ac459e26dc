// Who is hurt by pruning: the final network beside its dense twin, class by class and image by image.

#include "report/summary_parts.h"
#include "view/tested_pair.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace prunescope::report {
namespace {

struct Tested {
    const run::RunRecord* record = nullptr;
    std::size_t position = 0;

    const run::Evaluation& evaluation() const { return record->evaluations[position]; }
    const run::ImageAnswers* answers() const { return run::answersOf(record->imageAnswers, evaluation()); }
};

/// Nothing where there is none; `summary.why` then says why not.
std::optional<Tested> twinOf(const ReportInput& input, const ResultSummary& result, HurtSummary& summary) {
    const run::RunRecord& record = input.record;
    if (input.reference) {
        const auto final = finalTest(input.reference->record);
        if (final && view::haveSameTestSamples(record.header, input.reference->record.header)) {
            summary.twin = Twin::reference;
            return Tested{&input.reference->record, final->position};
        }
        summary.why = final ? Text::of("The reference run was tested on other samples.")
                            : Text::of("The reference run holds no test evaluation.");
    }
    if (result.before && result.before->step.value > 0) {
        summary.twin = Twin::before;
        return Tested{&record, result.before->position};
    }
    const Text none = result.before
                          ? Text::of("Before its first cut the network of this run was not trained.")
                          : Text::of("No test evaluation was made before the first weight was cut.");
    summary.why = withSentence(summary.why, none);
    return std::nullopt;
}

void compareByImage(const Tested& twin, const Tested& pruned, HurtSummary& summary) {
    const run::ImageAnswers* first = twin.answers();
    const run::ImageAnswers* second = pruned.answers();
    if (first == nullptr || second == nullptr) {
        summary.whyNotByImage = Text::of("Which test samples were right was not recorded of both networks.");
    } else if (!view::areOfSameImages(*first, *second)) {
        summary.whyNotByImage = Text::of("The two networks were tested on samples in another order.");
    } else if (first->task() == run::Task::regression) {
        summary.errors = view::comparePredictions(*first, *second);
    } else {
        summary.images = view::compareImages(*first, *second);
        summary.p = view::mcnemarP(summary.images->all.first, summary.images->all.second);
    }
}

/// Where the answers to each image are known.
void compareByGroup(const Tested& twin, const Tested& pruned, HurtSummary& summary) {
    const std::vector<std::string>& names = pruned.record->header.dataset.groupNames;
    for (const view::GroupComparison& group : view::compareGroups(*twin.answers(), *pruned.answers())) {
        if (group.group >= names.size()) continue;
        summary.groups.push_back({names[group.group], group, view::differenceInterval(group.pairs)});
    }
    std::stable_sort(summary.groups.begin(), summary.groups.end(),
                     [](const HurtGroup& a, const HurtGroup& b) {
                         return a.figures.pairs.difference() < b.figures.pairs.difference();
                     });
}

void compareNumbers(const Tested& twin, const Tested& pruned, HurtSummary& summary) {
    const std::vector<std::string>& names = pruned.record->header.dataset.groupNames;
    const auto nameOf = [&](std::size_t group) {
        return group < names.size() ? names[group] : std::string();
    };
    for (const view::NumberGroup& group : view::compareNumberGroups(*twin.answers(), *pruned.answers()))
        if (group.group < names.size()) summary.numberGroups.push_back({nameOf(group.group), group});
    // A group without a finite error is told of last.
    const auto harm = [](const HurtNumberGroup& g) {
        const double change = g.figures.rmseChange();
        return std::isfinite(change) ? change : -std::numeric_limits<double>::infinity();
    };
    std::stable_sort(summary.numberGroups.begin(), summary.numberGroups.end(),
                     [&](const HurtNumberGroup& a, const HurtNumberGroup& b) { return harm(a) > harm(b); });
    for (const view::GrownError& row :
         view::mostGrownErrors(*twin.answers(), *pruned.answers(), mostRowsNamed))
        summary.grown.push_back({row, row.group ? nameOf(*row.group) : std::string()});
}

HurtClass classOf(std::int64_t label, const std::string& name, const Tested& twin, const Tested& pruned,
                  const std::optional<view::ImageComparison>& images) {
    const run::ClassAnswers before = twin.evaluation().ofClass(label);
    const run::ClassAnswers after = pruned.evaluation().ofClass(label);
    HurtClass c{.label = label,
                .name = name,
                .images = after.images,
                .recallOfTwin = before.recall(),
                .recall = after.recall(),
                .change = view::differenceInterval(before.right, after.right, after.images),
                .precisionOfTwin = before.precision(),
                .precision = after.precision(),
                .f1OfTwin = before.f1(),
                .f1 = after.f1()};
    if (images) {
        c.pairs = images->ofClass[static_cast<std::size_t>(label)];
        c.change = view::differenceInterval(*c.pairs);
    }
    return c;
}

void compareByClass(const Tested& twin, const Tested& pruned, const ResultSummary& result,
                    HurtSummary& summary) {
    for (std::int64_t k = 0; k < pruned.evaluation().classes; ++k) {
        const std::string& name = result.classes[static_cast<std::size_t>(k)].name;
        if (pruned.evaluation().ofClass(k).occurs()) {
            summary.classes.push_back(classOf(k, name, twin, pruned, summary.images));
        }
    }
    std::stable_sort(summary.classes.begin(), summary.classes.end(),
                     [](const HurtClass& a, const HurtClass& b) {
                         return a.recall - a.recallOfTwin < b.recall - b.recallOfTwin;
                     });
}

/// The images of each class are as many for both, or they are not the same images.
bool haveSameClasses(const run::Evaluation& one, const run::Evaluation& other) {
    if (one.classes != other.classes || one.images() != other.images()) return false;
    for (std::int64_t k = 0; k < one.classes; ++k) {
        if (one.ofClass(k).images != other.ofClass(k).images) return false;
    }
    return true;
}

}  // namespace

std::vector<view::Flip> HurtSummary::shown() const {
    if (!images) return {};
    std::vector<std::int64_t> order;
    order.reserve(classes.size());
    for (const HurtClass& c : classes) order.push_back(c.label);
    return view::someOfEveryClass(images->lost, order, mostPicturesShown);
}

const Measurement& figuresOfTwin(const Summary& summary) {
    return summary.hurt.twin == Twin::reference ? *summary.reference->final : *summary.result.before;
}

HurtSummary summariseHurt(const ReportInput& input, const ResultSummary& result) {
    HurtSummary summary;
    if (!result.final) {
        summary.why = Text::of("No test evaluation was recorded.");
        return summary;
    }
    if (result.before && result.before->position == result.final->position) {
        summary.why = Text::of("No test evaluation was made after the first weight was cut.");
        return summary;
    }
    const Tested pruned{&input.record, result.final->position};
    const std::optional<Tested> twin = twinOf(input, result, summary);
    if (!twin) return summary;
    if (!haveSameClasses(twin->evaluation(), pruned.evaluation())) {
        summary.twin = Twin::none;
        summary.why = Text::of("The two networks were not tested on the same samples.");
        return summary;
    }
    compareByImage(*twin, pruned, summary);
    compareByClass(*twin, pruned, result, summary);
    if (summary.images) compareByGroup(*twin, pruned, summary);
    if (summary.errors) compareNumbers(*twin, pruned, summary);
    return summary;
}

std::vector<view::Flip> picturesWanted(const ReportInput& input) {
    return summarise(input).hurt.shown();
}

}  // namespace prunescope::report
