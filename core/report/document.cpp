#include "report/document.h"

#include "report/chapters.h"
#include "report/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace prunescope::report {
namespace {

struct Section {
    const char* id;
    Phrase title;
    Blocks (*blocks)(const Source& source);
};

/// The chapters after page one, in their order. A new one is a function in a file of its own and a line here.
std::vector<Section> sections() {
    return {
        {"result", Text::of("Result"), resultChapter},
        {"confusion", Text::of("Confusion matrix"), confusionChapter},
        {"predictions", Text::of("Predictions"), predictionsChapter},
        {"hurt", Text::of("Who is hurt"), hurtChapter},
        {"sparsity", Text::of("Sparsity"), sparsityChapter},
        {"size", Text::of("Size and arithmetic"), sizeChapter},
        {"speed", Text::of("Measured speed"), speedChapter},
        {"course", Text::of("Course of the run"), courseChapter},
        {"schedule", Text::of("Schedule and edits"), scheduleChapter},
        {"data", Text::of("Data"), dataChapter},
        {"configuration", Text::of("Configuration"), configurationChapter},
        {"machine", Text::of("Machine and program"), machineChapter},
        {"limits", Text::of("Limits and checks"), limitsChapter},
        {"events", Text::of("Event log"), eventsChapter},
        {"origins", Text::of("Origin of the numbers"), originsChapter},
        {"signature", Text::of("Signature"), signatureChapter},
    };
}

/// 0 for a key without an origin.
std::size_t numberOf(const std::vector<Origin>& origins, std::string_view key) {
    const auto found =
        std::find_if(origins.begin(), origins.end(), [&](const Origin& o) { return o.key == key; });
    return found == origins.end() ? 0 : static_cast<std::size_t>(found - origins.begin()) + 1;
}

Phrase datumOf(std::string field, std::string value, std::string text) {
    Phrase phrase(Phrase::Kind::datum, std::move(text));
    phrase.target = std::move(field);
    phrase.value = std::move(value);
    return phrase;
}

}  // namespace

double Matrix::shade(std::size_t truth, std::size_t answer) const {
    if (images[truth] == 0) return 0;
    const auto here = static_cast<double>(counts[truth * classes.size() + answer]);
    return 0.9 * std::sqrt(here / static_cast<double>(images[truth]));
}

Phrase Source::origin(std::string_view key) const {
    const std::size_t number = numberOf(summary.origins, key);
    if (number == 0) return {};
    Phrase mark(Phrase::Kind::origin, fmt::format("[{}]", number));
    mark.target = fmt::format("{}", number);
    return mark;
}

Phrase Source::evidence(std::string_view key) const {
    const std::size_t number = numberOf(summary.origins, key);
    if (number == 0) return {};
    const Phrase how(Phrase::Kind::evidence, evidenceText(summary.origins[number - 1].evidence));
    return Phrase::of("{}{}{}", how, std::string("\u00A0"), origin(key));
}

Phrase datum(std::string field, double value, std::string text) {
    if (!std::isfinite(value)) return text;
    return datumOf(std::move(field), fmt::format("{}", value), std::move(text));
}

Phrase datum(std::string field, std::int64_t value, std::string text) {
    return datumOf(std::move(field), fmt::format("{}", value), std::move(text));
}

Phrase countDatum(std::string field, std::int64_t value) {
    return datum(std::move(field), value, countText(value));
}

Phrase measureDatum(std::string field, double value) {
    return datum(std::move(field), value, fixedText(value, 3));
}

Phrase percentDatum(std::string field, double share) {
    return datum(std::move(field), share, percentText(share));
}

Phrase chapterLink(std::string id, Phrase words) {
    Phrase link(Phrase::Kind::chapter, std::move(words));
    link.target = std::move(id);
    return link;
}

Phrase dash() {
    return std::string(view::missing);
}

Phrase known(const std::string& name) {
    return name.empty() ? dash() : Phrase(name);
}

Document documentOf(const ReportInput& input, const Summary& summary, const std::string& jsonSha256) {
    const Source source{input, summary, jsonSha256};
    Document document;
    document.title = Phrase::of("Pruning report: {}", input.runId);
    document.kind = Text::of("Prunescope pruning report");
    document.verdict = summary.verdict;
    document.state = stateBlocks(source);
    document.summary = summaryBlocks(source);
    for (Section& section : sections()) {
        Blocks blocks = section.blocks(source);
        if (blocks.empty()) continue;
        document.chapters.push_back({section.id, std::move(section.title), std::move(blocks)});
    }
    document.layers = summary.layers.size();
    return document;
}

}  // namespace prunescope::report
