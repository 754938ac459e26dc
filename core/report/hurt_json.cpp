#include "report/hurt_json.h"

#include <algorithm>

namespace prunescope::report {

using Json = nlohmann::json;

namespace {

/// Of the images that one network alone gets right: the file stays small where one of them knows nothing.
constexpr std::size_t mostFlipsListed = 1000;

const char* twinName(Twin twin) {
    return twin == Twin::reference ? "reference" : "before_first_cut";
}

Json hurtClassJson(const HurtClass& c) {
    Json json{{"class", c.label},
              {"name", c.name},
              {"images", c.images},
              {"recall_of_twin", c.recallOfTwin},
              {"recall", c.recall},
              {"recall_change", c.recall - c.recallOfTwin},
              {"recall_change_low", c.change.from},
              {"recall_change_high", c.change.to},
              {"precision_of_twin", c.precisionOfTwin},
              {"precision", c.precision},
              {"f1_of_twin", c.f1OfTwin},
              {"f1", c.f1},
              {"only_twin_right", nullptr},
              {"only_pruned_right", nullptr}};
    if (c.pairs) {
        json["only_twin_right"] = c.pairs->first;
        json["only_pruned_right"] = c.pairs->second;
    }
    return json;
}

Json hurtGroupJson(const HurtGroup& g) {
    const view::Pairs& pairs = g.figures.pairs;
    return {{"name", g.name},
            {"images", pairs.images()},
            {"accuracy_of_twin", g.accuracyOfTwin()},
            {"accuracy", g.accuracy()},
            {"accuracy_change", pairs.difference()},
            {"accuracy_change_low", g.change.from},
            {"accuracy_change_high", g.change.to},
            {"macro_recall_of_twin", g.figures.first.recall},
            {"macro_recall", g.figures.second.recall},
            {"macro_f1_of_twin", g.figures.first.f1},
            {"macro_f1", g.figures.second.f1},
            {"only_twin_right", pairs.first},
            {"only_pruned_right", pairs.second}};
}

Json flipsJson(const std::vector<view::Flip>& flips) {
    Json list = Json::array();
    for (std::size_t i = 0; i < std::min(flips.size(), mostFlipsListed); ++i) {
        const view::Flip& flip = flips[i];
        list.push_back({{"image", flip.image},
                        {"class", flip.truth},
                        {"answer_of_twin", flip.first},
                        {"answer", flip.second}});
    }
    return list;
}

Json pairsJson(const HurtSummary& hurt) {
    if (!hurt.images) return nullptr;
    const view::Pairs& all = hurt.images->all;
    return {{"both_right", all.both},
            {"only_twin_right", all.first},
            {"only_pruned_right", all.second},
            {"both_wrong", all.neither},
            {"mcnemar_exact_p", hurt.p},
            {"first_of_only_twin_right", flipsJson(hurt.images->lost)},
            {"first_of_only_pruned_right", flipsJson(hurt.images->gained)}};
}

Json rowsJson(const std::optional<view::PairedErrors>& errors) {
    if (!errors) return nullptr;
    return {{"rows", errors->rows},
            {"error_grew", errors->grew},
            {"error_shrank", errors->shrank},
            {"mean_change", errors->meanChange},
            {"mean_change_low", errors->interval.from},
            {"mean_change_high", errors->interval.to},
            {"wilcoxon_p", errors->p}};
}

}  // namespace

Json hurtToJson(const HurtSummary& hurt) {
    Json classes = Json::array();
    for (const HurtClass& c : hurt.classes) classes.push_back(hurtClassJson(c));
    Json groups = Json::array();
    for (const HurtGroup& g : hurt.groups) groups.push_back(hurtGroupJson(g));
    return {{"twin", hurt.known() ? Json(twinName(hurt.twin)) : Json()},
            {"why_no_other_twin", hurt.why.english()},
            {"images", pairsJson(hurt)},
            {"rows", rowsJson(hurt.errors)},
            {"why_not_by_image", hurt.whyNotByImage.english()},
            {"classes_by_lost_recall", std::move(classes)},
            {"groups_by_lost_accuracy", std::move(groups)},
            {"confidence", 0.95}};
}

}  // namespace prunescope::report
