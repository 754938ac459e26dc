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

std::string labelsText(const std::vector<std::uint16_t>& labels) {
    return fmt::format("[{}]", fmt::join(labels, ","));
}

void bindImageAnswers(Statement& insert, const ImageAnswers& a) {
    insert.bind(a.step.value, a.sparsity, a.classes, labelsText(a.truth), labelsText(a.answers));
}

/// There may be millions, which is more than a reader of any JSON would take.
std::vector<std::uint16_t> labelsFromText(const std::string& text, std::int64_t classes,
                                          const std::string& column) {
    const char* at = text.data();
    const char* const end = at + text.size();
    if (text.size() < 2 || text.front() != '[' || text.back() != ']')
        throw Error(column, Text::of("is not a list of classes"), {});
    std::vector<std::uint16_t> labels;
    while (++at != end && text != "[]") {
        std::uint16_t label = 0;
        const auto [behind, fault] = std::from_chars(at, end, label);
        const bool ended = behind == end - 1 || (behind != end && *behind == ',');
        if (fault != std::errc() || !ended || label >= classes)
            throw Error(column, Text::of("holds a value that is none of {} classes", classes), {});
        labels.push_back(label);
        at = behind;
    }
    return labels;
}

ImageAnswers decodeImageAnswers(Row& row) {
    ImageAnswers a;
    a.step = StepIndex{row.count()};
    a.sparsity = row.real();
    a.classes = row.count(mostClassesOfAnswers);
    a.truth = labelsFromText(row.text(), a.classes, "truth");
    a.answers = labelsFromText(row.text(), a.classes, "answers");
    if (a.truth.size() == a.answers.size()) return a;
    throw Error("answers", Text::of("holds {} answers to {} images", a.answers.size(), a.truth.size()), {});
}

}  // namespace

const Table<ImageAnswers>& imageAnswersTable() {
    static const Table<ImageAnswers> table{.name = "image_answers",
                                           .columns = {"step", "sparsity", "classes", "truth", "answers"},
                                           .bind = bindImageAnswers,
                                           .decode = decodeImageAnswers,
                                           .since = 4};
    return table;
}

}  // namespace prunescope::store
