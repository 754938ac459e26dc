#include "data/table_text.h"

#include "base/clean_text.h"
#include "base/file_reader.h"
#include "base/machine_memory.h"
#include "base/path_text.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace prunescope::data {
namespace {

constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";
/// The first bit of a byte that is not ASCII, in each of eight bytes.
constexpr std::uint64_t beyondAscii = 0x8080808080808080;

Text saveAsUtf8() {
    return Text::of("Save the file as UTF-8 text.");
}

/// What a file is that begins like this, where that is no text.
Text kindOfBytes(std::string_view bytes) {
    if (bytes.starts_with("\x1f\x8b")) return Text::of("a gzip file");
    if (bytes.starts_with("PK\x03\x04")) return Text::of("a zip file or a spreadsheet");
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return Text::of("text in UTF-16");
    return {};
}

bool isAscii(std::string_view text) {
    std::uint64_t seen = 0;
    std::size_t at = 0;
    for (; at + sizeof seen <= text.size(); at += sizeof seen) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, sizeof eight);
        seen |= eight;
    }
    for (; at < text.size(); ++at) seen |= static_cast<unsigned char>(text[at]);
    return (seen & beyondAscii) == 0;
}

std::size_t timesIn(std::string_view text, char letter) {
    std::size_t times = 0;
    for (std::size_t at = text.find(letter); at != std::string_view::npos; at = text.find(letter, at + 1))
        ++times;
    return times;
}

}  // namespace

std::string shownText(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::size_t length = std::min(text.size(), longest);
    // No character is cut in two.
    while (length < text.size() && length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
        --length;
    return terminalLine(text.substr(0, length)) + (length < text.size() ? "…" : "");
}

std::string quotedText(std::string_view text) {
    return "'" + shownText(text) + "'";
}

Text columnText(const std::string& name, std::size_t column) {
    if (name.empty()) return Text::of("column {}", column + 1);
    return Text::of("column {} ({})", quotedText(name), column + 1);
}

TableText::TableText(std::string name, std::string bytes)
    : name_(std::move(name)), bytes_(std::make_shared<const std::string>(std::move(bytes))) {
    const Text kind = kindOfBytes(this->bytes());
    if (!kind.empty()) {
        throw Error(name_, Text::of("expected a table as text, found {}", kind),
                    Text::of("Unpack it or save it as UTF-8 text with one record on each line."));
    }
    if (bytes_->starts_with(utf8Mark)) begin_ = utf8Mark.size();
}

std::int64_t TableText::lineAt(std::size_t offset) const {
    const std::string_view before = bytes().substr(0, offset);
    std::int64_t line = 1;
    for (std::size_t i = 0; i < before.size(); ++i) {
        // A CR before the place may be the first half of a line end that goes on behind it.
        const bool alone = before[i] == '\r' && (i + 1 >= bytes_->size() || (*bytes_)[i + 1] != '\n');
        if (before[i] == '\n' || alone) ++line;
    }
    return line;
}

std::size_t TableText::mostLines(std::size_t begin, std::size_t end) const {
    const std::string_view part = bytes().substr(begin, end - begin);
    return 1 + std::max(timesIn(part, '\n'), timesIn(part, '\r'));
}

Error TableText::fault(std::size_t offset, const Text& problem, Text mend) const {
    return {name_, Text::of("line {}: {}", lineAt(offset), problem), std::move(mend)};
}

Error TableText::fault(std::size_t offset, std::size_t column, const Text& problem, Text mend) const {
    const Text where = columnText(column < columns_.size() ? columns_[column] : "", column);
    return {name_, Text::of("line {}, {}: {}", lineAt(offset), where, problem), std::move(mend)};
}

void TableText::expectText(std::size_t begin, std::size_t end) const {
    const std::string_view part = bytes().substr(begin, end - begin);
    if (const std::size_t zero = part.find('\0'); zero != std::string_view::npos) {
        throw fault(begin + zero,
                    Text::of("expected text, found a zero byte (byte {} of the file)", begin + zero),
                    saveAsUtf8());
    }
    if (isAscii(part)) return;
    const std::size_t place = begin + utf8Length(part);
    if (place == end) return;
    throw fault(place,
                Text::of("expected text in UTF-8, found the byte {:#04x} (byte {} of the file)",
                         static_cast<unsigned>(static_cast<unsigned char>((*bytes_)[place])), place),
                saveAsUtf8());
}

void expectMemory(const std::string& file, std::uint64_t bytes) {
    const auto there = static_cast<std::uint64_t>(machineMemory());
    if (bytes <= there) return;
    throw Error(file, Text::of("would take about {} bytes of memory, and the machine has {}", bytes, there),
                Text::of("Give fewer rows or columns, or a machine with more memory."));
}

TableText readTableText(const std::filesystem::path& file) {
    const FileReader reader(file);
    expectMemory(file.string(), reader.size());
    reader.refuseHoles();
    std::string bytes(reader.size(), '\0');
    reader.read(0, bytes);
    return {file.string(), std::move(bytes)};
}

}  // namespace prunescope::data
