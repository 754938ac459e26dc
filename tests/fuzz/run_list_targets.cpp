// What a list of runs reads besides their records: labels, and the filter that somebody types.

#include "base/error.h"
#include "base/path_text.h"
#include "store/run_filter.h"
#include "store/run_label.h"
#include "store/run_list.h"
#include "targets.h"

namespace prunescope::fuzz {
namespace {

void readLabel(std::string_view text) {
    const store::RunLabel label = store::labelFromText(text, "label.json");
    expect(isUtf8(label.name), "a name is text");
    expect(store::cleanName(label.name) == label.name, "a clean name stays as it is");
    expect(label.name.find_first_of("\n\r\x1b") == std::string::npos, "a name is one line");
}

void readFilter(std::string_view text) {
    const store::RunFilter filter = store::parseRunFilter(text);
    store::RunSummary run;
    run.method = "map";
    run.sparsity = 0.5;
    filter.meetsConditions(run, "name");
    for (const std::string& word : filter.words) expect(!word.empty(), "a word is something");
}

}  // namespace

Target labelTarget() {
    return {.name = "label", .run = answered<readLabel>, .seeds = [] {
                return std::vector<std::string>{R"({"name": "é best", "reference": true})",
                                                R"({"name": "a\u001b\nb"})", R"({"reference": 1})"};
            }};
}

Target runFilterTarget() {
    return {.name = "run_filter", .run = readFilter, .seeds = [] {
                return std::vector<std::string>{R"(lenet -method:gmp sparsity >= 85 % name:"two words")",
                                                "state:finished seed!=1 mlp:300,100", "accuracy>"};
            }};
}

}  // namespace prunescope::fuzz
