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

Json hurtNumberGroupJson(const HurtNumberGroup& g) {
    const view::NumberGroup& f = g.figures;
    return {{"name", g.name},
            {"rows", f.second.rows},
            {"rmse_of_twin", f.first.rmse()},
            {"rmse", f.second.rmse()},
            {"rmse_change", f.rmseChange()},
            {"rmse_change_low", f.change ? Json(f.change->from) : Json()},
            {"rmse_change_high", f.change ? Json(f.change->to) : Json()},
            {"mae_of_twin", f.first.meanAbsolute},
            {"mae", f.second.meanAbsolute},
            {"r_squared_of_twin", f.first.rSquared()},
            {"r_squared", f.second.rSquared()}};
}

Json grownJson(const HurtRow& row) {
    return {{"row", row.figures.row},
            {"true_value", row.figures.wanted},
            {"predicted_by_twin", row.figures.first},
            {"predicted", row.figures.second},
            {"error_growth", row.figures.growth()},
            {"group", row.group.empty() ? Json() : Json(row.group)}};
}

Json rowsJson(const HurtSummary& hurt) {
    if (!hurt.errors) return nullptr;
    Json grown = Json::array();
    for (const HurtRow& row : hurt.grown) grown.push_back(grownJson(row));
    return {{"rows", hurt.errors->rows},
            {"error_grew", hurt.errors->grew},
            {"error_shrank", hurt.errors->shrank},
            {"mean_change", hurt.errors->meanChange},
            {"mean_change_low", hurt.errors->interval.from},
            {"mean_change_high", hurt.errors->interval.to},
            {"wilcoxon_p", hurt.errors->p},
            {"error_grew_most", std::move(grown)}};
}

}  // namespace

Json hurtToJson(const HurtSummary& hurt) {
    Json classes = Json::array();
    for (const HurtClass& c : hurt.classes) classes.push_back(hurtClassJson(c));
    Json groups = Json::array();
    for (const HurtGroup& g : hurt.groups) groups.push_back(hurtGroupJson(g));
    Json numberGroups = Json::array();
    for (const HurtNumberGroup& g : hurt.numberGroups) numberGroups.push_back(hurtNumberGroupJson(g));
    return {{"twin", hurt.known() ? Json(twinName(hurt.twin)) : Json()},
            {"why_no_other_twin", hurt.why.english()},
            {"images", pairsJson(hurt)},
            {"rows", rowsJson(hurt)},
            {"why_not_by_image", hurt.whyNotByImage.english()},
            {"classes_by_lost_recall", std::move(classes)},
            {"groups_by_lost_accuracy", std::move(groups)},
            {"groups_by_grown_rmse", std::move(numberGroups)},
            {"confidence", 0.95}};
}

}  // namespace prunescope::report
