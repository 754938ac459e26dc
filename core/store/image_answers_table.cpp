#include "base/error.h"
#include "store/tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <system_error>

namespace prunescope::store {
namespace {

using run::ImageAnswers;

/// Labels are numbers of 16 bits.
constexpr std::int64_t mostClassesOfAnswers = 65536;

template <class Value>
std::string listText(const std::vector<Value>& values) {
    return fmt::format("[{}]", fmt::join(values, ","));
}

void bindImageAnswers(Statement& insert, const ImageAnswers& a) {
    insert.bind(a.step.value, a.sparsity, a.classes, listText(a.truth), listText(a.answers),
                listText(a.wanted), listText(a.predicted), listText(a.groups));
}

/// There may be millions, which is more than a reader of any JSON would take. `isOne` refuses a value.
template <class Value, class IsOne>
std::vector<Value> listFromText(const std::string& text, const std::string& column, const IsOne& isOne,
                                const Text& fault) {
    const char* at = text.data();
    const char* const end = at + text.size();
    if (text.size() < 2 || text.front() != '[' || text.back() != ']') throw Error(column, fault, {});
    std::vector<Value> values;
    while (++at != end && text != "[]") {
        Value value{};
        const auto [behind, failed] = std::from_chars(at, end, value);
        const bool ended = behind == end - 1 || (behind != end && *behind == ',');
        if (failed != std::errc() || !ended || !isOne(value)) throw Error(column, fault, {});
        values.push_back(value);
        at = behind;
    }
    return values;
}

std::vector<std::uint16_t> labelsFromText(const std::string& text, std::int64_t classes,
                                          const std::string& column) {
    return listFromText<std::uint16_t>(
        text, column, [classes](std::uint16_t label) { return label < classes; },
        Text::of("is not a list of classes below {}", classes));
}

std::vector<std::uint16_t> groupsFromText(const std::string& text, std::size_t samples) {
    auto groups = listFromText<std::uint16_t>(
        text, "sample_groups", [](std::uint16_t) { return true; }, Text::of("is not a list of groups"));
    if (groups.empty() || groups.size() == samples) return groups;
    throw Error("sample_groups", Text::of("holds {} groups of {} samples", groups.size(), samples), {});
}

/// A network that diverged may have predicted what is no number.
std::vector<float> numbersFromText(const std::string& text, const std::string& column) {
    return listFromText<float>(
        text, column, [](float) { return true; }, Text::of("is not a list of numbers"));
}

void expectAsMany(std::size_t answers, std::size_t images) {
    if (answers == images) return;
    throw Error("answers", Text::of("holds {} answers to {} samples", answers, images), {});
}

ImageAnswers decodeImageAnswers(Row& row) {
    ImageAnswers a;
    a.step = StepIndex{row.count()};
    a.sparsity = row.real();
    a.classes = row.count(mostClassesOfAnswers);
    a.truth = labelsFromText(row.text(), a.classes, "truth");
    a.answers = labelsFromText(row.text(), a.classes, "answers");
    a.wanted = numbersFromText(row.text(), "wanted");
    a.predicted = numbersFromText(row.text(), "predicted");
    expectAsMany(a.answers.size(), a.truth.size());
    expectAsMany(a.predicted.size(), a.wanted.size());
    a.groups = groupsFromText(row.text(), a.images());
    return a;
}

}  // namespace

const Table<ImageAnswers>& imageAnswersTable() {
    static const Table<ImageAnswers> table{
        .name = "image_answers",
        .columns = {"step", "sparsity", "classes", "truth", "answers", Column{"wanted", 5, "'[]'"},
                    Column{"predicted", 5, "'[]'"}, Column{"sample_groups", 5, "'[]'"}},
        .bind = bindImageAnswers,
        .decode = decodeImageAnswers,
        .since = 4};
    return table;
}

}  // namespace prunescope::store
