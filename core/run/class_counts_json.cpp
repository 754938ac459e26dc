#include "run/class_counts_json.h"

#include "run/json_fields.h"

namespace prunescope::run {

nlohmann::json classCountsToJson(const ClassCounts& counts) {
    return {{"train", counts.train}, {"validation", counts.validation}, {"test", counts.test}};
}

ClassCounts classCountsFromJson(const nlohmann::json& json, std::size_t classes) {
    const JsonFields fields(json, "dataset.class_counts");
    const auto read = [&](const char* split) {
        std::vector<std::int64_t> counts;
        fields.readCounts(split, counts, classes);
        if (counts.size() != classes) {
            refuseJson(fields.pathTo(split), Text::of("a list of {}", classes),
                       static_cast<std::int64_t>(counts.size()));
        }
        return counts;
    };
    return {.train = read("train"), .validation = read("validation"), .test = read("test")};
}

}  // namespace prunescope::run
