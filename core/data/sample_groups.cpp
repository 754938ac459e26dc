#include "data/sample_groups.h"

#include "base/clean_text.h"
#include "base/error.h"
#include "base/quoted.h"
#include "data/text_lines.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace prunescope::data {
namespace {

constexpr std::size_t longestGroupName = 200;

Text nameEachGroup() {
    return Text::of("Give each sample's group a short name, such as a site, a machine or a shift.");
}

void expectGroupName(std::string_view name, const Text& place, const std::string& file) {
    if (!name.empty() && name.size() <= longestGroupName && cleanText(name) == name) return;
    throw Error(file,
                Text::of("{}: expected the name of a group in UTF-8, of 1 to {} bytes, found {}", place,
                         longestGroupName, inQuotes(name)),
                nameEachGroup());
}

Text lineText(std::size_t line) {
    return Text::of("line {}", line);
}

}  // namespace

SampleGroups groupsFromNames(const std::vector<std::string_view>& nameOfEach, const std::string& file,
                             const Text& mend) {
    std::map<std::string_view, std::uint16_t> numbers;
    for (std::size_t i = 0; i < nameOfEach.size(); ++i) {
        if (numbers.contains(nameOfEach[i])) continue;
        expectGroupName(nameOfEach[i], Text::of("sample {}", i + 1), file);
        if (numbers.size() == mostGroups) {
            throw Error(file, Text::of("expected at most {} groups, found more", mostGroups), mend);
        }
        numbers.emplace(nameOfEach[i], 0);
    }
    SampleGroups groups;
    for (auto& [name, number] : numbers) {
        number = static_cast<std::uint16_t>(groups.names.size());
        groups.names.emplace_back(name);
    }
    groups.ofTest.reserve(nameOfEach.size());
    for (const std::string_view name : nameOfEach) groups.ofTest.push_back(numbers.at(name));
    return groups;
}

SampleGroups groupsFromLines(std::string_view text, std::size_t samples, const std::string& file) {
    const std::vector<std::string_view> lines = linesOf(text);
    if (lines.size() != samples) {
        throw Error(file,
                    Text::of("line {}: expected {} names, one for each test sample, found {}", lines.size(),
                             samples, lines.size()),
                    Text::of("Write the name of each test sample's group, one a line, in their order."));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) expectGroupName(lines[i], lineText(i + 1), file);
    return groupsFromNames(lines, file, nameEachGroup());
}

SampleGroups groupsBySample(std::string_view text, const std::vector<std::string>& samples,
                            const std::string& file) {
    const std::vector<std::string_view> lines = linesOf(text);
    std::unordered_map<std::string_view, std::pair<std::string_view, std::size_t>> groupOf;
    groupOf.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t comma = lines[i].rfind(',');
        if (comma == std::string_view::npos) {
            throw Error(
                file,
                Text::of("line {}: expected a sample and its group with a comma between them, found {}",
                         i + 1, inQuotes(lines[i])),
                Text::of("Write for example train/cat/0001.jpg,site A."));
        }
        const std::string_view group = withoutEdges(lines[i].substr(comma + 1));
        expectGroupName(group, lineText(i + 1), file);
        const auto [known, added] =
            groupOf.emplace(withoutEdges(lines[i].substr(0, comma)), std::pair(group, i + 1));
        if (!added) {
            throw Error(file,
                        Text::of("line {}: {} stands in line {}, too", i + 1, inQuotes(known->first),
                                 known->second.second),
                        Text::of("Give each sample one group."));
        }
    }
    std::vector<std::string_view> names;
    names.reserve(samples.size());
    for (const std::string& sample : samples) {
        const auto found = groupOf.find(sample);
        if (found == groupOf.end()) {
            throw Error(file, Text::of("the test sample {} has no group there", inQuotes(sample)),
                        Text::of("Write a line for each test sample."));
        }
        names.push_back(found->second.first);
    }
    return groupsFromNames(names, file, nameEachGroup());
}

run::OptionDescription groupsOption(std::string help) {
    return {.key = "groups",
            .title = "Groups",
            .help = std::move(help),
            .kind = run::OptionKind::text,
            .defaultValue = ""};
}

}  // namespace prunescope::data
