#include "data/class_names.h"

#include "base/clean_text.h"
#include "base/error.h"
#include "base/quoted.h"
#include "data/text_lines.h"

#include <map>

namespace prunescope::data {
namespace {

constexpr std::size_t longestClassName = 200;

class ClassNameCheck {
public:
    explicit ClassNameCheck(const std::string& file) : file_(file) {}

    void expectName(std::string_view name, std::size_t line) {
        if (name.empty() || name.size() > longestClassName || cleanText(name) != name) {
            throw Error(file_,
                        Text::of("line {}: expected the name of a class in UTF-8, of 1 to {} bytes, found {}",
                                 line, longestClassName, inQuotes(name)),
                        Text::of("Write one name in each line."));
        }
        const auto [first, added] = lines_.emplace(name, line);
        if (added) return;
        throw Error(file_,
                    Text::of("line {}: {} stands in line {}, too", line, inQuotes(name), first->second),
                    Text::of("Give each class a name of its own."));
    }

private:
    const std::string& file_;
    std::map<std::string_view, std::size_t> lines_{};
};

}  // namespace

std::vector<std::string> parseClassNames(std::string_view text, std::size_t expected,
                                         const std::string& file) {
    const std::vector<std::string_view> lines = linesOf(text);
    if (lines.size() != expected) {
        throw Error(file,
                    Text::of("line {}: expected {} names, one for each class, found {}", lines.size(),
                             expected, lines.size()),
                    Text::of("Write a name for each class, one a line, in the order of the labels."));
    }
    ClassNameCheck check(file);
    for (std::size_t i = 0; i < lines.size(); ++i) check.expectName(lines[i], i + 1);
    return {lines.begin(), lines.end()};
}

std::vector<std::string> readClassNames(DataFiles& files, const std::vector<std::string>& names,
                                        std::size_t expected) {
    const auto path = files.find(names);
    if (!path) return {};
    const FileContent file = files.readAt(*path, mostClassNameBytes);
    return parseClassNames(file.bytes, expected, file.path);
}

}  // namespace prunescope::data
