#include "data/text_layout.h"

#include "data/table_number.h"
#include "data/text_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

namespace prunescope::data {
namespace {

constexpr std::array<char, 3> separators{'\t', ';', ','};
/// Records that are looked at, and most values of them.
constexpr std::size_t sampledRecords = 100;
constexpr std::size_t sampledFields = 1'000'000;

using Sample = std::vector<Record>;

/// The first records, up to one that is damaged: whoever reads the whole file tells of it.
Sample sampleOf(const TableText& text, char separator) {
    TextRecords records(text, separator, text.begin(), text.bytes().size());
    Sample sample;
    std::size_t fields = 0;
    try {
        for (Record record;
             sample.size() < sampledRecords && fields < sampledFields && records.next(record);) {
            fields += record.fields.size();
            sample.push_back(record);
        }
    } catch (const Error&) {
        return sample;
    }
    return sample;
}

bool dividesAlike(const Sample& sample) {
    return !sample.empty() && sample.front().count > 1 &&
           std::all_of(sample.begin(), sample.end(),
                       [&](const Record& record) { return record.count == sample.front().count; });
}

char separatorOf(const TableText& text) {
    char widest = separators.back();
    std::size_t most = 1;
    for (const char separator : separators) {
        const Sample sample = sampleOf(text, separator);
        if (dividesAlike(sample)) return separator;
        if (sample.empty() || sample.front().count <= most) continue;
        most = sample.front().count;
        widest = separator;
    }
    return widest;
}

enum class FieldLook : std::uint8_t { missing, number, text };

FieldLook lookOf(const Field& field, std::optional<char> decimalSign) {
    const std::string_view text = withoutBlanks(field.text);
    if (standsForMissing(text)) return FieldLook::missing;
    const auto isNumber = [&](char sign) { return std::isfinite(decimalNumber(text, sign)); };
    const bool number = decimalSign ? isNumber(*decimalSign) : isNumber('.') || isNumber(',');
    return number ? FieldLook::number : FieldLook::text;
}

/// Whether the first record is a header.
class HeaderQuestion {
public:
    HeaderQuestion(const Sample& sample, std::optional<char> decimalSign)
        : sample_(sample), decimalSign_(decimalSign) {}

    /// Nothing where the numbers of some columns say yes and those of others no.
    std::optional<bool> answer() const {
        bool named = false;
        bool started = false;
        for (std::size_t column = 0; column < first().size(); ++column) {
            const FieldLook look = lookOf(first()[column], decimalSign_);
            if (sample_.size() > 1 && !isNumeric(column)) continue;
            named = named || look == FieldLook::text;
            started = started || look == FieldLook::number;
        }
        if (named && started && sample_.size() > 1) return std::nullopt;
        if (named || started) return !started;
        return namesOfWords();
    }

private:
    const std::vector<Field>& first() const { return sample_.front().fields; }

    /// Whether the records after the first have numbers there and nothing else.
    bool isNumeric(std::size_t column) const {
        bool numbers = false;
        for (std::size_t i = 1; i < sample_.size(); ++i) {
            if (column >= sample_[i].fields.size()) continue;
            const FieldLook look = lookOf(sample_[i].fields[column], decimalSign_);
            if (look == FieldLook::text) return false;
            numbers = numbers || look == FieldLook::number;
        }
        return numbers;
    }

    bool namesOfWords() const {
        std::set<std::string_view> names;
        for (std::size_t column = 0; column < first().size(); ++column) {
            const std::string_view name = first()[column].text;
            if (!names.insert(name).second) return false;
            const bool again = std::any_of(sample_.begin() + 1, sample_.end(), [&](const Record& record) {
                return column < record.fields.size() && record.fields[column].text == name;
            });
            if (again) return false;
        }
        return true;
    }

    const Sample& sample_;
    std::optional<char> decimalSign_;
};

void expectColumns(const TableText& text, const Record& first, char separator) {
    if (first.count < 2) {
        throw text.fault(
            first.begin,
            Text::of("expected two columns at least, the label and one more, found one value where {} "
                     "separates them",
                     separatorText(separator)),
            Text::of("Give the separator (data.separator: comma, semicolon or tab)."));
    }
    if (first.count > mostTableColumns) {
        throw text.fault(
            first.begin, Text::of("expected at most {} columns, found {}", mostTableColumns, first.count),
            Text::of("Give a table with fewer columns, or check the separator (data.separator)."));
    }
}

std::vector<std::string> namesIn(const TableText& text, const Record& header) {
    std::vector<std::string> names;
    for (const Field& field : header.fields) {
        if (field.text.size() > mostNameBytes) {
            throw text.fault(header.begin, names.size(),
                             Text::of("expected a name of at most {} bytes, found one of {}", mostNameBytes,
                                      field.text.size()),
                             Text::of("Check whether the first line is a header (data.header)."));
        }
        names.push_back(plainText(field));
    }
    return names;
}

bool hasHeader(const TableText& text, const TextOptions& options, char separator) {
    if (options.header) return *options.header;
    const Sample sample = sampleOf(text, separator);
    const auto header = HeaderQuestion(sample, options.decimalSign).answer();
    if (header) return *header;
    throw text.fault(
        sample.front().begin,
        Text::of("cannot tell whether this line names the columns: it has texts above some columns of "
                 "numbers, and numbers above others"),
        Text::of("Say whether it is a header (data.header: yes or no)."));
}

}  // namespace

Text separatorText(char separator) {
    if (separator == '\t') return Text::of("a tab");
    return separator == ';' ? Text::of("a semicolon") : Text::of("a comma");
}

TextLayout layoutOf(const TableText& text, const TextOptions& options) {
    TextLayout layout{.separator = options.separator ? *options.separator : separatorOf(text),
                      .begin = text.begin()};
    TextRecords records(text, layout.separator, text.begin(), text.bytes().size());
    Record first;
    if (!records.next(first)) {
        throw Error(text.name(), Text::of("is empty: expected a table, found no line with a value"),
                    Text::of("Check that it is the right file."));
    }
    expectColumns(text, first, layout.separator);
    if (!hasHeader(text, options, layout.separator)) {
        layout.names.resize(first.count);
        return layout;
    }
    layout.names = namesIn(text, first);
    layout.begin = records.position();
    return layout;
}

}  // namespace prunescope::data
