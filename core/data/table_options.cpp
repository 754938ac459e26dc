#include "data/table_options.h"

#include "base/suggest.h"
#include "data/table_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

namespace prunescope::data {
namespace {

const std::array<std::string, 3> ruleNames{"refuse", "drop", "fill"};
constexpr const char* missingInKey = "data.missing_in";

MissingRule ruleOf(const std::string& name) {
    return static_cast<MissingRule>(std::find(ruleNames.begin(), ruleNames.end(), name) - ruleNames.begin());
}

/// The parts between commas, without blanks around them; none of an empty text.
std::vector<std::string> partsOf(std::string_view text) {
    std::vector<std::string> parts;
    for (std::string_view rest = withoutBlanks(text); !rest.empty();) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        parts.emplace_back(withoutBlanks(rest.substr(0, end)));
        rest.remove_prefix(std::min(rest.size(), end + 1));
    }
    return parts;
}

std::pair<std::string, MissingRule> ruleOfColumn(const std::string& part) {
    const std::size_t equals = part.rfind('=');
    if (equals != std::string::npos) {
        const std::string rule(withoutBlanks(std::string_view(part).substr(equals + 1)));
        const std::string column(withoutBlanks(std::string_view(part).substr(0, equals)));
        if (!column.empty() && std::find(ruleNames.begin(), ruleNames.end(), rule) != ruleNames.end())
            return {column, ruleOf(rule)};
    }
    throw UsageError(
        missingInKey, Text::of("{} is not allowed", quotedText(part)),
        Text::of(
            "Give columns with a rule each, such as age=fill,income=drop; a rule is refuse, drop or fill."));
}

std::optional<char> signOf(const std::string& name) {
    if (name == "comma") return ',';
    if (name == "semicolon") return ';';
    if (name == "tab") return '\t';
    if (name == "point") return '.';
    return std::nullopt;
}

/// Of a great many columns some, those that may be meant among them.
std::vector<std::string> namesToTell(const std::vector<std::string>& columns, const std::string& wanted) {
    constexpr std::size_t mostCompared = 1000;
    constexpr std::size_t mostTold = 30;
    std::vector<std::string> names;
    for (const std::string& name : columns) {
        if (!name.empty() && names.size() < mostCompared) names.push_back(shownText(name));
    }
    const std::string nearest = nearestName(wanted, names);
    if (names.size() > mostTold) {
        names.resize(mostTold);
        if (!nearest.empty()) names.push_back(nearest);
    }
    return names;
}

UsageError noSuchColumn(const TableText& text, const std::string& wanted, const char* key) {
    const std::vector<std::string> names = namesToTell(text.columns(), wanted);
    Text problem = Text::of("{} has no column {}", text.name(), quotedText(wanted));
    if (!names.empty()) return unknownName(std::move(problem), wanted, names, key);
    return {key, std::move(problem),
            Text::of("Its columns have no names: give a number from 1 to {}.", text.columns().size())};
}

std::size_t columnOf(const TableText& text, const std::string& wanted, const char* key) {
    const auto& names = text.columns();
    const auto named = std::find(names.begin(), names.end(), wanted);
    if (named != names.end() && !wanted.empty()) {
        if (std::find(named + 1, names.end(), wanted) == names.end())
            return static_cast<std::size_t>(named - names.begin());
        throw UsageError(key,
                         Text::of("several columns of {} have the name {}", text.name(), quotedText(wanted)),
                         Text::of("Give the number of the column, from 1 to {}.", names.size()));
    }
    std::size_t number = 0;
    const auto [end, code] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    const bool whole = code == std::errc{} && end == wanted.data() + wanted.size();
    if (whole && number >= 1 && number <= names.size()) return number - 1;
    throw noSuchColumn(text, wanted, key);
}

void takeGroup(const TableText& text, const std::string& wanted, ColumnRoles& roles) {
    constexpr const char* key = "data.group";
    roles.group = columnOf(text, wanted, key);
    const Text another = Text::of("Choose another column for the groups.");
    if (*roles.group == roles.label)
        throw UsageError(key, Text::of("{} is the label", quotedText(wanted)), another);
    if (roles.leftOut[*roles.group])
        throw UsageError(key, Text::of("{} is left out", quotedText(wanted)), another);
    for (std::size_t column = 0; column < roles.leftOut.size(); ++column) {
        if (roles.isInput(column)) return;
    }
    throw UsageError(key, Text::of("besides label and group no column of {} is left", text.name()), another);
}

}  // namespace

std::string missingRuleName(MissingRule rule) {
    return ruleNames[static_cast<std::size_t>(rule)];
}

std::vector<run::OptionDescription> tableOptionDescriptions() {
    using run::OptionKind;
    std::vector<run::OptionDescription> options{
        {.key = "label",
         .title = "Label column",
         .help = "Column with the class of each row, or the number to predict, by name or by number from 1; "
                 "empty takes the last one.",
         .defaultValue = ""},
        {.key = "group",
         .title = "Group column",
         .help = "Column that names the group of each row, such as the site or machine that it is from, by "
                 "name or number; it is no input, and accuracy is told by group. Empty for none.",
         .defaultValue = ""},
        {.key = "leave_out",
         .title = "Columns left out",
         .help = "Columns that are not read, by name or number, with commas between them.",
         .defaultValue = ""},
        {.key = "missing",
         .title = "Missing values",
         .help = "What to do about an empty value, ?, -, NA, N/A, NaN or null: refuse the table, drop the "
                 "row, or fill in the "
                 "mean or the most frequent category of the rows to train on.",
         .kind = OptionKind::choice,
         .defaultValue = "refuse",
         .choices = {ruleNames.begin(), ruleNames.end()}},
        {.key = "missing_in",
         .title = "Missing values of columns",
         .help = "The same for single columns, such as age=fill,income=drop.",
         .defaultValue = ""},
        {.key = "separator",
         .title = "Separator",
         .help = "What stands between the values of a CSV or TSV file; auto finds out.",
         .kind = OptionKind::choice,
         .defaultValue = "auto",
         .choices = {"auto", "comma", "semicolon", "tab"}},
        {.key = "decimal",
         .title = "Decimal sign",
         .help = "Decimal sign of the numbers in a CSV or TSV file; auto finds out.",
         .kind = OptionKind::choice,
         .defaultValue = "auto",
         .choices = {"auto", "point", "comma"}},
        {.key = "header",
         .title = "Header",
         .help = "Whether the first line of a CSV or TSV file names the columns; auto finds out.",
         .kind = OptionKind::choice,
         .defaultValue = "auto",
         .choices = {"auto", "yes", "no"}},
        {.key = "test_file",
         .title = "Test file",
         .help = "File with the rows to test on, beside the other; empty takes a share of the rows.",
         .defaultValue = ""},
    };
    addTestDrawOptions(options);
    addTargetOptions(
        options,
        "What the labels are: classes, or a number that is to be predicted; with auto a column of "
        "numbers of which more than 10 different ones are not whole.");
    return options;
}

TableOptions tableOptionsFrom(const nlohmann::json& options) {
    const auto text = [&](const char* key) { return options.at(key).get<std::string>(); };
    TableOptions table{
        .label = std::string(withoutBlanks(text("label"))),
        .group = std::string(withoutBlanks(text("group"))),
        .leaveOut = partsOf(text("leave_out")),
        .text = {.separator = signOf(text("separator")), .decimalSign = signOf(text("decimal"))},
        .missing = ruleOf(text("missing")),
        .testFile = text("test_file"),
        .testDraw = testDrawOf(options),
        .target = targetOptionsOf(options)};
    if (text("header") != "auto") table.text.header = text("header") == "yes";
    for (const std::string& part : partsOf(text("missing_in"))) table.missingIn.push_back(ruleOfColumn(part));
    return table;
}

ColumnRoles rolesOf(const TableText& text, const TableOptions& options) {
    const std::size_t columns = text.columns().size();
    ColumnRoles roles{.leftOut = std::vector<bool>(columns),
                      .missing = std::vector<MissingRule>(columns, options.missing)};
    for (const std::string& name : options.leaveOut)
        roles.leftOut[columnOf(text, name, "data.leave_out")] = true;
    for (const auto& [name, rule] : options.missingIn)
        roles.missing[columnOf(text, name, missingInKey)] = rule;
    const auto lastKept = std::find(roles.leftOut.rbegin(), roles.leftOut.rend(), false);
    const auto kept = std::count(roles.leftOut.begin(), roles.leftOut.end(), false);
    if (kept < 2) {
        throw UsageError(
            "data.leave_out",
            Text::of("of the columns of {}, {} are left: a label and one more are needed", text.name(), kept),
            Text::of("Leave out fewer columns."));
    }
    roles.label = options.label.empty() ? static_cast<std::size_t>(roles.leftOut.rend() - lastKept) - 1
                                        : columnOf(text, options.label, "data.label");
    if (roles.leftOut[roles.label]) {
        throw UsageError("data.label", Text::of("the label {} is left out", quotedText(options.label)),
                         Text::of("Choose another label, or take it from data.leave_out."));
    }
    if (!options.group.empty()) takeGroup(text, options.group, roles);
    return roles;
}

}  // namespace prunescope::data
