#include "base/json_reader.h"

#include "base/error.h"
#include "base/json_scanner.h"
#include "base/quoted.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace prunescope {
namespace {

using Json = nlohmann::json;

/// Builds the tree. `open_` are the objects and lists around the next value, from the outermost on.
class TreeBuilder final : public JsonScanner {
public:
    TreeBuilder(std::string_view text, const std::string& where, const Text& mend, const JsonLimits& limits)
        : JsonScanner(text), text_(text), where_(where), mend_(mend), limits_(limits) {}

    Json take() { return std::move(root_); }

    bool null() override { return add(Json()) != nullptr; }
    bool boolean(bool value) override { return add(value) != nullptr; }
    bool number_integer(std::int64_t value) override { return add(value) != nullptr; }
    bool number_unsigned(std::uint64_t value) override { return add(value) != nullptr; }
    bool number_float(double value, const std::string& /*text*/) override { return add(value) != nullptr; }
    bool string(std::string& value) override { return add(std::move(value)) != nullptr; }
    bool start_object(std::size_t /*size*/) override { return open(Json::object()); }
    bool start_array(std::size_t /*size*/) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(std::string& name) override {
        const auto [member, isNew] = open_.back()->get_ref<Json::object_t&>().emplace(name, Json());
        if (!isNew) {
            refuse(
                Text::of("names {} twice, again at {}", inQuotes(name), placeInText(text_, position() - 1)));
        }
        member_ = &member->second;
        return true;
    }

private:
    Json* add(Json value) {
        if (++values_ > limits_.values) refuse(Text::of("holds more than {} values", limits_.values));
        if (open_.empty()) {
            root_ = std::move(value);
            return &root_;
        }
        if (open_.back()->is_object()) {
            *member_ = std::move(value);
            return member_;
        }
        auto& list = open_.back()->get_ref<Json::array_t&>();
        list.push_back(std::move(value));
        return &list.back();
    }

    bool open(Json value) {
        if (open_.size() == limits_.depth) refuse(Text::of("nests deeper than {} levels", limits_.depth));
        // A list grows only while it is the innermost, so that the pointers to those around it stay good.
        open_.push_back(add(std::move(value)));
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    [[noreturn]] void refuse(Text problem) const { throw Error(where_, std::move(problem), mend_); }

    [[noreturn]] void refuseSyntax(std::size_t position, const std::string& token,
                                   bool numberTooLarge) override {
        const Text place = placeInText(text_, position == 0 ? 0 : position - 1);
        if (numberTooLarge) {
            refuse(Text::of("is not valid JSON: the number before {} is too large", place));
        } else if (position == 0 || position > text_.size() || token.empty()) {
            refuse(Text::of("is not valid JSON: it ends too early, at {}", place));
        }
        refuse(
            Text::of("is not valid JSON: {} is wrong at {}", inQuotes(text_.substr(position - 1, 1)), place));
    }

    std::string_view text_;
    const std::string& where_;
    const Text& mend_;
    const JsonLimits& limits_;
    Json root_;
    std::vector<Json*> open_;
    Json* member_ = nullptr;  ///< that the last key named
    std::size_t values_ = 0;
};

}  // namespace

Text placeInText(std::string_view text, std::size_t position) {
    const std::string_view before = text.substr(0, std::min(position, text.size()));
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t lineStart = before.rfind('\n') + 1;  // npos + 1 is 0
    const auto startsCharacter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    const auto characters =
        std::count_if(before.begin() + static_cast<std::ptrdiff_t>(lineStart), before.end(), startsCharacter);
    return Text::of("line {}, column {}", lines + 1, characters + 1);
}

Json readJson(std::string_view text, const std::string& where, const Text& mend, const JsonLimits& limits) {
    if (text.size() > limits.bytes) {
        throw Error(
            where, Text::of("holds {} bytes where at most {} are expected", text.size(), limits.bytes), mend);
    }
    TreeBuilder builder(text, where, mend, limits);
    builder.scan();
    return builder.take();
}

}  // namespace prunescope
