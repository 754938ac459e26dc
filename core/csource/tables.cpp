#include "csource/tables.h"

#include "csource/c_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace prunescope::csource {
namespace {

constexpr std::int64_t mostShort = std::numeric_limits<std::uint16_t>::max();

/// One table with as many values on a line as fit.
std::string tableText(std::string_view type, const std::string& name,
                      const std::vector<std::string>& values) {
    constexpr std::size_t lineLength = 110;
    std::string text = fmt::format("static const {} {}[{}] = {{\n", type, name, values.size());
    std::string line = "   ";
    for (const std::string& value : values) {
        if (line.size() + value.size() + 2 > lineLength) {
            text += line + '\n';
            line = "   ";
        }
        line += ' ' + value + ',';
    }
    return text + line + "\n};\n\n";
}

template <class Values>
std::vector<std::string> decimals(const Values& values) {
    std::vector<std::string> written;
    written.reserve(values.size());
    for (const auto value : values) written.push_back(std::to_string(value));
    if (written.empty()) written.emplace_back("0");
    return written;
}

bool beginsWith(const std::vector<std::int64_t>& values, std::span<const std::int64_t> begin) {
    return values.size() >= begin.size() && std::equal(begin.begin(), begin.end(), values.begin());
}

}  // namespace

void Tables::add(std::string_view type, const std::string& name, const std::vector<std::string>& values) {
    text_ += tableText(type, name, values);
}

std::string Tables::floats(const std::string& name, std::span<const float> values) {
    std::vector<std::string> written;
    for (const float value : values) written.push_back(floatConstant(value));
    if (written.empty()) written.emplace_back("0.0f");
    bytes_ += written.size() * sizeof(float);
    add("float", name, written);
    return name;
}

std::string Tables::words(const std::string& name, std::span<const std::uint32_t> values) {
    std::vector<std::string> written;
    for (const std::uint32_t value : values) written.push_back(fmt::format("{{0x{:x}u}}", value));
    if (written.empty()) written.emplace_back("{0u}");
    bytes_ += written.size() * sizeof(std::uint32_t);
    add("union word", name, written);
    return name;
}

std::string Tables::counts(const std::string& name, std::span<const std::uint32_t> values) {
    const std::vector<std::string> written = decimals(values);
    for (const std::uint32_t value : values) wideCounts_ = wideCounts_ || value > mostShort;
    counts_ += written.size();
    add("count_type", name, written);
    return name;
}

std::string Tables::integers(const std::string& name, std::span<const std::int64_t> values) {
    const std::vector<std::string> written = decimals(values);
    bytes_ += written.size() * sizeof(std::int32_t);
    add("int", name, written);
    return name;
}

std::string Tables::offsets(std::span<const std::int64_t> values) {
    for (const std::int64_t value : values) wideOffsets_ = wideOffsets_ || value > mostShort;
    for (Offsets& known : offsets_) {
        if (beginsWith(known.values, values)) return known.name;
        if (std::vector<std::int64_t> longer(values.begin(), values.end());
            beginsWith(longer, known.values)) {
            known.values = std::move(longer);
            return known.name;
        }
    }
    offsets_.push_back({fmt::format("offsets_{}", offsets_.size()), {values.begin(), values.end()}});
    return offsets_.back().name;
}

std::string Tables::text() const {
    const auto wholeNumber = [](bool wide) { return wide ? "int" : "short"; };
    const std::string types = fmt::format(
        "/* A kept weight. The lowest bits of the float, which its precision does not miss, say how many "
        "weights\n   further it stands than the one before. */\n"
        "union word {{\n    unsigned int bits;\n    float value;\n}};\n"
        "typedef unsigned {} count_type;\ntypedef unsigned {} offset_type;\n\n",
        wholeNumber(wideCounts_), wholeNumber(wideOffsets_));
    std::string places;
    for (const Offsets& table : offsets_)
        places += tableText("offset_type", table.name, decimals(table.values));
    return types + places + text_;
}

std::size_t Tables::bytes() const {
    std::size_t places = 0;
    for (const Offsets& table : offsets_) places += std::max<std::size_t>(table.values.size(), 1);
    return bytes_ + counts_ * countBytes() + places * offsetBytes();
}

}  // namespace prunescope::csource
