#include "store/run_filter.h"

#include "run/number_text.h"
#include "store/run_condition.h"
#include "store/run_list.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace prunescope::store {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string inLowerCase(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

enum class FieldKind { text, number, share };

/// What can be asked of a run: one of the two, as the kind says.
struct FilterField {
    const char* name;
    FieldKind kind;
    std::string (*text)(const RunSummary& run, std::string_view name);
    std::optional<double> (*number)(const RunSummary& run);
};

/// All the words for how a run stands: those of the window and those of the terminal.
std::string stateWords(RunCondition condition) {
    std::string words = conditionName(condition);
    if (condition == RunCondition::recording) words += "|recording";
    if (condition == RunCondition::interrupted) words += "|interrupted";
    return words;
}

template <std::string RunSummary::*member>
constexpr FilterField textField(const char* name) {
    return {name, FieldKind::text, [](const RunSummary& run, std::string_view) { return run.*member; },
            nullptr};
}

template <class Number>
std::optional<double> asDouble(const std::optional<Number>& value) {
    return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}

constexpr std::string_view rmseKey = "rmse";
constexpr std::string_view maeKey = "mae";
constexpr std::string_view rSquaredKey = "r_squared";

template <const std::string_view* key>
constexpr FilterField qualityField(const char* name) {
    return {name, FieldKind::number, nullptr, [](const RunSummary& run) { return testQuality(run, *key); }};
}

const std::array filterFields{
    FilterField{"name", FieldKind::text,
                [](const RunSummary& run, std::string_view name) { return std::string(name) + '|' + run.id; },
                nullptr},
    textField<&RunSummary::method>("method"),
    textField<&RunSummary::model>("network"),
    textField<&RunSummary::dataset>("data"),
    FilterField{"state", FieldKind::text,
                [](const RunSummary& run, std::string_view) { return stateWords(conditionOf(run)); },
                nullptr},
    FilterField{"sparsity", FieldKind::share, nullptr, [](const RunSummary& run) { return run.sparsity; }},
    FilterField{"target", FieldKind::share, nullptr,
                [](const RunSummary& run) { return run.targetSparsity; }},
    FilterField{"accuracy", FieldKind::share, nullptr,
                [](const RunSummary& run) { return run.testAccuracy; }},
    qualityField<&rmseKey>("rmse"),
    qualityField<&maeKey>("mae"),
    qualityField<&rSquaredKey>("r2"),
    FilterField{"seed", FieldKind::number, nullptr,
                [](const RunSummary& run) {
                    return run.config ? std::optional(static_cast<double>(run.config->seed)) : std::nullopt;
                }},
    FilterField{"epochs", FieldKind::number, nullptr,
                [](const RunSummary& run) { return asDouble(run.epochs); }},
    FilterField{"ms", FieldKind::number, nullptr, oneImageMs},
    FilterField{"speedup", FieldKind::number, nullptr, oneImageSpeedup},
    FilterField{"bytes", FieldKind::number, nullptr,
                [](const RunSummary& run) { return asDouble(run.storedBytes); }}};

const FilterField* filterFieldOf(std::string_view name) {
    const std::string wanted = inLowerCase(name);
    const auto found = std::find_if(filterFields.begin(), filterFields.end(),
                                    [&](const FilterField& field) { return field.name == wanted; });
    return found == filterFields.end() ? nullptr : &*found;
}

/// The condition as it stands in the text.
struct Typed {
    bool turned = false;
    std::string field;
    std::string sign;  ///< empty: a word
    std::string value;
    std::string whole;
};

/// Cuts a text into words and conditions.
class FilterScanner {
public:
    explicit FilterScanner(std::string_view text) : text_(text) {}

    std::optional<Typed> next() {
        skipBlanks();
        if (at_ == text_.size()) return std::nullopt;
        const std::size_t start = at_;
        Typed typed;
        typed.turned = take('-');
        typed.field = takeLetters();
        if (!typed.field.empty()) typed.sign = takeSign();
        if (typed.sign.empty()) {
            at_ = start;
            Typed word;
            word.whole = takeValue();
            return word;
        }
        typed.value = takeValue();
        const FilterField* field = filterFieldOf(typed.field);
        if (field != nullptr && field->kind == FieldKind::share) takePercent(typed.value);
        typed.whole = std::string(text_.substr(start, at_ - start));
        return typed;
    }

private:
    bool isBlank() const { return blanks.find(text_[at_]) != std::string_view::npos; }
    void skipBlanks() {
        while (at_ < text_.size() && isBlank()) ++at_;
    }
    bool take(char c) {
        if (at_ == text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    std::string takeLetters() {
        const std::size_t start = at_;
        const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        while (at_ < text_.size() && isLetter(text_[at_])) ++at_;
        return std::string(text_.substr(start, at_ - start));
    }
    /// Nothing is taken when there is none. Spaces may stand around it, but not before a colon.
    std::string takeSign() {
        const std::size_t start = at_;
        if (take(':')) return ":";
        skipBlanks();
        for (const char* sign : {">=", "<=", "!=", ">", "<", "="}) {
            if (!text_.substr(at_).starts_with(sign)) continue;
            at_ += std::string_view(sign).size();
            skipBlanks();
            return sign;
        }
        at_ = start;
        return {};
    }
    /// Up to a space, or to the end of the quotes; quotes that are not closed reach to the end.
    std::string takeValue() {
        const bool quoted = take('"');
        const std::size_t start = at_;
        while (at_ < text_.size() && (quoted ? text_[at_] != '"' : !isBlank())) ++at_;
        std::string value(text_.substr(start, at_ - start));
        if (quoted) take('"');
        return value;
    }
    /// "85 %" is one value.
    void takePercent(std::string& value) {
        const std::size_t start = at_;
        skipBlanks();
        const bool alone = take('%') && (at_ == text_.size() || isBlank());
        if (alone && !value.empty()) {
            value += '%';
        } else {
            at_ = start;
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

/// A number as it was typed for this field; of a share, what is above 1 is a percentage.
std::optional<double> typedNumber(const FilterField& field, const std::string& text) {
    if (field.kind == FieldKind::number) return run::numberFromText(text);
    const std::optional<double> share = run::shareFromText(text);
    return share && *share > 1 && !text.ends_with('%') ? run::shareFromText(text + '%') : share;
}

bool compares(double value, const std::string& sign, double wanted, double tolerance) {
    if (sign == ">") return value > wanted;
    if (sign == ">=") return value >= wanted;
    if (sign == "<") return value < wanted;
    if (sign == "<=") return value <= wanted;
    const bool equal = std::abs(value - wanted) <= tolerance;
    return sign == "!=" ? !equal : equal;
}

RunFilter::Condition numberCondition(const FilterField& field, const std::string& sign, double wanted) {
    // People type what a table shows: 90 % is a measured 89.99 %, too.
    const double tolerance = field.kind == FieldKind::share ? 0.0005 : 0;
    return [number = field.number, sign, wanted, tolerance](const RunSummary& run, std::string_view) {
        const std::optional<double> value = number(run);
        return value && compares(*value, sign, wanted, tolerance);
    };
}

/// Whether one of the texts, which a bar parts, is (or holds) the one that is wanted.
bool hasText(std::string_view texts, const std::string& wanted, bool whole) {
    const std::string lower = inLowerCase(texts);
    if (!whole) return lower.find(wanted) != std::string::npos;
    return ('|' + lower + '|').find('|' + wanted + '|') != std::string::npos;
}

RunFilter::Condition textCondition(const FilterField& field, const std::string& sign,
                                   const std::string& value) {
    return [text = field.text, wanted = inLowerCase(value), whole = sign != ":", turned = sign == "!="](
               const RunSummary& run, std::string_view name) {
        return hasText(text(run, name), wanted, whole) != turned;
    };
}

/// Whether a run can be in a state of which this is a part.
bool isAnyState(const std::string& value) {
    using enum RunCondition;
    constexpr std::array all{recording, finished, stopped, failed, interrupted, unreadable};
    return std::any_of(all.begin(), all.end(), [&](RunCondition condition) {
        return hasText(stateWords(condition), inLowerCase(value), false);
    });
}

/// What is wrong with the condition, as far as its field is known.
Text problemOf(const Typed& typed, const FilterField& field) {
    const bool orders = typed.sign.starts_with('<') || typed.sign.starts_with('>');
    if (typed.value.empty())
        return Text::of("'{}' is half a condition: what it asks for is missing", typed.whole);
    if (field.kind == FieldKind::text && orders)
        return Text::of("'{}': {} is a text, so ask by ':' or '='", typed.whole, field.name);
    if (field.kind != FieldKind::text && !typedNumber(field, typed.value))
        return Text::of("'{}': '{}' is not a number", typed.whole, typed.value);
    if (field.name == std::string_view("state") && !isAnyState(typed.value))
        return Text::of("'{}': a run is running, finished, stopped, failed, cut off or unreadable",
                        typed.whole);
    return {};
}

/// Takes the condition, or a word that only looks like one.
void addTyped(RunFilter& filter, const Typed& typed) {
    const auto complain = [&](Text problem) {
        if (filter.problem.empty()) filter.problem = std::move(problem);
    };
    if (typed.sign.empty()) {
        if (!typed.whole.empty()) filter.words.push_back(typed.whole);
        return;
    }
    const FilterField* field = filterFieldOf(typed.field);
    if (field == nullptr) {
        filter.words.push_back(typed.whole);
        return complain(
            Text::of("there is no field '{}': '{}' is looked for as a text", typed.field, typed.whole));
    }
    if (Text problem = problemOf(typed, *field); !problem.empty()) return complain(std::move(problem));
    RunFilter::Condition condition =
        field->kind == FieldKind::text
            ? textCondition(*field, typed.sign, typed.value)
            : numberCondition(*field, typed.sign, *typedNumber(*field, typed.value));
    if (typed.turned) {
        condition = [asked = std::move(condition)](const RunSummary& run, std::string_view name) {
            return !asked(run, name);
        };
    }
    filter.conditions.push_back(std::move(condition));
}

}  // namespace

bool RunFilter::meetsConditions(const RunSummary& run, std::string_view name) const {
    return std::all_of(conditions.begin(), conditions.end(),
                       [&](const Condition& condition) { return condition(run, name); });
}

RunFilter parseRunFilter(std::string_view text) {
    RunFilter filter;
    FilterScanner scanner(text);
    while (const std::optional<Typed> typed = scanner.next()) addTyped(filter, *typed);
    return filter;
}

std::vector<std::string> runFilterFields() {
    std::vector<std::string> names;
    names.reserve(filterFields.size());
    for (const FilterField& field : filterFields) names.emplace_back(field.name);
    return names;
}

}  // namespace prunescope::store
