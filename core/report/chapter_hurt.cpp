// Who is hurt by pruning: the two networks side by side, what of it is chance, and which classes lose.

#include "report/chapters.h"
#include "report/text.h"

#include <algorithm>

namespace prunescope::report {
namespace {

using Align = Table::Align;

/// Of the classes, by lost recall; all of them are in report.json.
constexpr std::size_t mostClassesShown = 40;
constexpr std::size_t mostClassesNamed = 5;

Phrase whichTwin(const Source& source) {
    const Summary& summary = source.summary;
    if (summary.hurt.twin == Twin::reference) {
        Phrase text = Phrase::of("The final network beside that of the reference run {}.",
                                 strong(summary.reference->id));
        if (summary.reference->differences.empty()) return text;
        return Phrase::of("{} {}", text,
                          Phrase::of("What makes the comparison less than fair stands in the chapter {}.",
                                     chapterLink("result", Text::of("Result"))));
    }
    return Phrase::of(
        "The final network beside the network of this run before its first cut, at epoch {}. That one had "
        "trained "
        "for a shorter time: a part of what differs is training and not pruning. A dense reference run of "
        "the same "
        "length tells them apart.",
        epochText(figuresOfTwin(summary).epoch));
}

Phrase whatMcNemarSays(const Source& source) {
    const HurtSummary& hurt = source.summary.hurt;
    if (!hurt.images) return hurt.whyNotByImage;
    const view::Pairs& pairs = hurt.images->all;
    const Phrase counted = Phrase::of(
        "Of {} test samples, {} are right in the first network alone and {} in the pruned one alone. Were "
        "neither "
        "better, they would be divided at least as unevenly with a probability of {} (McNemar's exact test, "
        "{}).",
        countText(pairs.images()), countDatum("/who_is_hurt/images/only_twin_right", pairs.first),
        countDatum("/who_is_hurt/images/only_pruned_right", pairs.second),
        datum("/who_is_hurt/images/mcnemar_exact_p", hurt.p, view::significantText(hurt.p, 2)),
        source.evidence("mcnemar"));
    const Text said =
        !hurt.toldApart() ? Text::of("By these samples, the two networks cannot be told apart.")
        : pairs.first > pairs.second
            ? Text::of("The pruned network is worse than the first, by more than chance explains.")
            : Text::of("The pruned network is better than the first, by more than chance explains.");
    return Phrase::of("{} {}", counted, strong(said));
}

/// "Shirt, Coat and 3 more"; `of` picks the classes.
template <class Accept>
Phrase namesOf(const std::vector<HurtClass>& classes, Accept of) {
    std::vector<Text> names;
    std::size_t more = 0;
    for (const HurtClass& c : classes) {
        if (!of(c)) continue;
        if (names.size() < mostClassesNamed) {
            names.emplace_back(c.name);
        } else {
            ++more;
        }
    }
    const Text shown = listed(names);
    return more == 0 ? Phrase(shown) : Phrase::of("{} and {} more", shown, std::to_string(more));
}

Phrase whichClasses(const HurtSummary& hurt) {
    const auto isHurt = [](const HurtClass& c) { return c.isHurt(); };
    const auto count = std::count_if(hurt.classes.begin(), hurt.classes.end(), isHurt);
    const std::string all = countText(static_cast<std::int64_t>(hurt.classes.size()));
    if (count == 0) {
        return Phrase::of(
            "Of none of the {} classes does the interval of the change of recall lie below zero: no class is "
            "known "
            "to be hurt.",
            all);
    }
    return Phrase::of("Of {} of {} classes, the whole interval of the change of recall lies below zero: {}.",
                      countText(count), all, strong(namesOf(hurt.classes, isHurt)));
}

Phrase changeOf(const HurtClass& c, const std::string& field) {
    const Phrase change =
        datum(field + "recall_change", c.recall - c.recallOfTwin, signedPoints(c.recall - c.recallOfTwin));
    return c.isHurt() ? strong(change) : change;
}

Table byClass(const HurtSummary& hurt) {
    Table table{Text::of("Classes by lost recall"),
                {{Text::of("Class")},
                 {Text::of("Samples"), Align::right},
                 {Text::of("Recall, first"), Align::right},
                 {Text::of("Recall, pruned"), Align::right},
                 {Text::of("Change, points"), Align::right},
                 {Text::of("95 % interval"), Align::right},
                 {Text::of("Only first right"), Align::right},
                 {Text::of("Only pruned right"), Align::right}}};
    for (std::size_t i = 0; i < std::min(hurt.classes.size(), mostClassesShown); ++i) {
        const HurtClass& c = hurt.classes[i];
        const std::string field = fmt::format("/who_is_hurt/classes_by_lost_recall/{}/", i);
        table.rows.push_back(
            {{c.name, countText(c.images), percentDatum(field + "recall_of_twin", c.recallOfTwin),
              percentDatum(field + "recall", c.recall), changeOf(c, field),
              pointsInterval(c.change.from, c.change.to),
              c.pairs ? countDatum(field + "only_twin_right", c.pairs->first) : dash(),
              c.pairs ? countDatum(field + "only_pruned_right", c.pairs->second) : dash()}});
    }
    return table;
}

Table precisionByClass(const HurtSummary& hurt) {
    Table table{Text::of("Precision and F1 of the same classes"),
                {{Text::of("Class")},
                 {Text::of("Precision, first"), Align::right},
                 {Text::of("Precision, pruned"), Align::right},
                 {Text::of("F1, first"), Align::right},
                 {Text::of("F1, pruned"), Align::right}}};
    for (std::size_t i = 0; i < std::min(hurt.classes.size(), mostClassesShown); ++i) {
        const HurtClass& c = hurt.classes[i];
        const std::string field = fmt::format("/who_is_hurt/classes_by_lost_recall/{}/", i);
        table.rows.push_back(
            {{c.name, percentDatum(field + "precision_of_twin", c.precisionOfTwin),
              percentDatum(field + "precision", c.precision), percentDatum(field + "f1_of_twin", c.f1OfTwin),
              percentDatum(field + "f1", c.f1)}});
    }
    return table;
}

void addClasses(const Source& source, Blocks& blocks) {
    const HurtSummary& hurt = source.summary.hurt;
    blocks.push_back(Paragraph{whichClasses(hurt)});
    blocks.push_back(byClass(hurt));
    if (hurt.classes.size() > mostClassesShown) {
        blocks.push_back(
            Paragraph{Phrase::of("The first {} of {} classes are shown; all are in report.json.",
                                 std::to_string(mostClassesShown), std::to_string(hurt.classes.size()))});
    }
    blocks.push_back(Paragraph{
        Phrase::of(
            "Intervals {}. Each stands for its class alone: by chance, about one class in forty that lost "
            "nothing has its whole interval below zero.",
            source.evidence("recall_change")),
        Paragraph::Tone::small});
    blocks.push_back(precisionByClass(hurt));
}

Phrase whichGroups(const HurtSummary& hurt) {
    std::vector<Text> names;
    for (const HurtGroup& g : hurt.groups) {
        if (g.isHurt() && names.size() < mostClassesNamed) names.emplace_back(g.name);
    }
    const auto count =
        std::count_if(hurt.groups.begin(), hurt.groups.end(), [](const HurtGroup& g) { return g.isHurt(); });
    const std::string all = countText(static_cast<std::int64_t>(hurt.groups.size()));
    if (count == 0) {
        return Phrase::of(
            "Of none of the {} groups does the interval of the change of accuracy lie below zero: no group "
            "is "
            "known to be hurt.",
            all);
    }
    return Phrase::of(
        "Of {} of {} groups, the whole interval of the change of accuracy lies below zero, first: "
        "{}.",
        countText(count), all, strong(listed(names)));
}

Table byGroup(const HurtSummary& hurt) {
    Table table{Text::of("Groups by lost accuracy"),
                {{Text::of("Group")},
                 {Text::of("Samples"), Align::right},
                 {Text::of("Accuracy, first"), Align::right},
                 {Text::of("Accuracy, pruned"), Align::right},
                 {Text::of("Change, points"), Align::right},
                 {Text::of("95 % interval"), Align::right},
                 {Text::of("Macro recall, first and pruned"), Align::right},
                 {Text::of("Macro F1, first and pruned"), Align::right}}};
    for (std::size_t i = 0; i < std::min(hurt.groups.size(), mostClassesShown); ++i) {
        const HurtGroup& g = hurt.groups[i];
        const view::Pairs& pairs = g.figures.pairs;
        const std::string field = fmt::format("/who_is_hurt/groups_by_lost_accuracy/{}/", i);
        const Phrase change =
            datum(field + "accuracy_change", pairs.difference(), signedPoints(pairs.difference()));
        const auto both = [&](const char* name, double first, double pruned) {
            return Phrase::of("{} {}", percentDatum(field + name + "_of_twin", first),
                              percentDatum(field + name, pruned));
        };
        table.rows.push_back(
            {{g.name, countText(pairs.images()), percentDatum(field + "accuracy_of_twin", g.accuracyOfTwin()),
              percentDatum(field + "accuracy", g.accuracy()), g.isHurt() ? strong(change) : change,
              pointsInterval(g.change.from, g.change.to),
              both("macro_recall", g.figures.first.recall, g.figures.second.recall),
              both("macro_f1", g.figures.first.f1, g.figures.second.f1)}});
    }
    return table;
}

void addGroups(const Source& source, Blocks& blocks) {
    const HurtSummary& hurt = source.summary.hurt;
    if (hurt.groups.empty()) return;
    blocks.push_back(Heading{Text::of("By group")});
    blocks.push_back(Paragraph{whichGroups(hurt)});
    blocks.push_back(byGroup(hurt));
    if (hurt.groups.size() > mostClassesShown) {
        blocks.push_back(
            Paragraph{Phrase::of("The first {} of {} groups are shown; all are in report.json.",
                                 std::to_string(mostClassesShown), std::to_string(hurt.groups.size()))});
    }
    blocks.push_back(Paragraph{
        Phrase::of("Which sample is of which group is said by the data; the network does not see it. Macro "
                   "figures are means over the classes that occur in the group. Intervals {}.",
                   source.evidence("group_change")),
        Paragraph::Tone::small});
}

}  // namespace

Blocks hurtChapter(const Source& source) {
    const HurtSummary& hurt = source.summary.hurt;
    const auto& final = source.summary.result.final;
    // A run that was stopped, or frozen, before its first cut has pruned as little as a dense one.
    if (source.summary.dense || !final || final->sparsity == 0) return {};
    Blocks blocks;
    if (!hurt.known()) {
        blocks.push_back(Paragraph{hurt.why});
        blocks.push_back(
            Paragraph{Text::of("So there is no network that the pruned one could stand beside. Give a dense "
                               "run of the same experiment "
                               "as the reference run to see whom pruning hurts.")});
        return blocks;
    }
    blocks.push_back(Paragraph{whichTwin(source)});
    if (!hurt.why.empty()) blocks.push_back(Paragraph{hurt.why});
    if (source.task() == run::Task::regression) {
        for (Block& block : hurtRows(source)) blocks.push_back(std::move(block));
        return blocks;
    }
    blocks.push_back(sideBySide(source));
    blocks.push_back(Paragraph{whatMcNemarSays(source)});
    addClasses(source, blocks);
    addGroups(source, blocks);
    for (Block& block : lostImages(source)) blocks.push_back(std::move(block));
    return blocks;
}

}  // namespace prunescope::report
