#include "base/state_bytes.h"

#include "base/error.h"
#include "base/json_reader.h"
#include "base/sha256.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>
#include <unordered_map>
#include <utility>

namespace prunescope {
namespace {

// Numbers are written as they stand in memory.
static_assert(std::endian::native == std::endian::little);

using Json = nlohmann::json;

constexpr std::string_view signature = "PSSTATE1";
constexpr std::size_t headBytes = signature.size() + sizeof(std::uint64_t);
constexpr const char* ofKey = "of";
constexpr const char* partsKey = "parts";

std::size_t bytesOfBits(std::size_t bits) {
    return (bits + 7) / 8;
}

void unpack(std::string_view packed, std::span<std::uint8_t> flags) {
    for (std::size_t i = 0; i < flags.size(); ++i)
        flags[i] =
            static_cast<std::uint8_t>(unsigned{static_cast<unsigned char>(packed[i / 8])} >> (i % 8) & 1U);
}

class StateWriter : public StateVisitor {
public:
    explicit StateWriter(StatePast past) : past_(past) {}

    bool restores() const override { return false; }
    bool withPast() const override { return past_ == StatePast::kept; }
    Json takeParts() { return std::move(parts_); }
    const std::string& values() const { return values_; }

private:
    void numbers(const std::string& name, const char* kind, std::size_t count, std::byte* values,
                 std::size_t size) override {
        add(name, kind, count);
        values_.append(reinterpret_cast<const char*>(values), size);
    }
    void bits(const std::string& name, std::span<std::uint8_t> values) override {
        add(name, "flag", values.size());
        for (std::size_t first = 0; first < values.size(); first += 8) {
            unsigned byte = 0;
            for (std::size_t bit = 0; bit < 8 && first + bit < values.size(); ++bit)
                byte |= unsigned{values[first + bit] != 0} << bit;
            values_ += static_cast<char>(byte);
        }
    }
    void refuse(const std::string& name) const override { throw std::logic_error(name); }

    void add(const std::string& name, const char* kind, std::size_t count) {
        parts_.push_back({name, kind, count});
    }

    StatePast past_;
    Json parts_ = Json::array();
    std::string values_{};
};

class StateReader : public StateVisitor {
public:
    StateReader(StatePast past, const Json& parts, std::string_view values, const StateOrigin& origin)
        : past_(past), parts_(parts), values_(values), origin_(origin) {}

    bool restores() const override { return true; }
    bool withPast() const override { return past_ == StatePast::kept; }
    void expectEnd() const {
        if (next_ < parts_.size()) fail(Text::of("it has a part that is not expected, {}", shown(next_)));
        if (!values_.empty()) fail(Text::of("it goes on after its last part"));
    }

private:
    void numbers(const std::string& name, const char* kind, std::size_t count, std::byte* values,
                 std::size_t size) override {
        expect(name, kind, count);
        std::memcpy(values, take(size).data(), size);
    }
    void bits(const std::string& name, std::span<std::uint8_t> values) override {
        expect(name, "flag", values.size());
        const std::string_view packed = take(bytesOfBits(values.size()));
        unpack(packed, values);
        const std::size_t rest = values.size() % 8;
        if (rest != 0 && unsigned{static_cast<unsigned char>(packed.back())} >> rest != 0) refuse(name);
    }
    void refuse(const std::string& name) const override {
        fail(Text::of("'{}' has a value that cannot be", name));
    }

    void expect(const std::string& name, const char* kind, std::size_t count) {
        const Json expected{name, kind, count};
        if (next_ < parts_.size() && parts_[next_] == expected) {
            ++next_;
            return;
        }
        fail(Text::of("expected the part {}, found {}", expected.dump(),
                      next_ < parts_.size() ? shown(next_) : std::string("-")));
    }
    std::string_view take(std::size_t size) {
        if (size > values_.size()) fail(Text::of("it ends before its last part does"));
        const std::string_view taken = values_.substr(0, size);
        values_.remove_prefix(size);
        return taken;
    }
    std::string shown(std::size_t part) const {
        constexpr std::size_t most = 200;
        return parts_[part].dump(-1, ' ', true, Json::error_handler_t::replace).substr(0, most);
    }
    [[noreturn]] void fail(const Text& problem) const { throw Error(origin_.where, problem, origin_.mend); }

    StatePast past_;
    const Json& parts_;
    std::string_view values_;
    const StateOrigin& origin_;
    std::size_t next_ = 0;
};

std::size_t bytesOfNumber(const std::string& kind) {
    if (kind == "u8") return 1;
    if (kind == "f32" || kind == "i32" || kind == "u32") return 4;
    return kind == "f64" || kind == "i64" || kind == "u64" ? 8 : 0;
}

bool startsWithOneOf(const std::string& name, const std::vector<std::string>& starts) {
    return std::ranges::any_of(starts, [&](const std::string& start) { return name.starts_with(start); });
}

/// Finds parts by their names.
class SharedReader : public StateVisitor {
public:
    SharedReader(const Json& parts, std::string_view values, const SharedParts& wanted,
                 const StateOrigin& origin)
        : wanted_(wanted), origin_(origin) {
        for (const Json& part : parts) values = addPart(part, values);
    }

    bool restores() const override { return true; }

private:
    struct Found {
        std::string kind;
        std::size_t count;
        std::string_view bytes;
    };

    /// Gives what is behind the part.
    std::string_view addPart(const Json& part, std::string_view values) {
        const bool sound = part.is_array() && part.size() == 3 && part[0].is_string() &&
                           part[1].is_string() && part[2].is_number_unsigned();
        if (!sound) fail(Text::of("it has a part that is none"));
        const auto kind = part[1].get<std::string>();
        const auto count = part[2].get<std::size_t>();
        const std::size_t width = kind == "flag" ? 1 : bytesOfNumber(kind);
        if (width == 0 || count > values.size() * 8 / width)
            fail(Text::of("it ends before its last part does"));
        const std::size_t size = kind == "flag" ? bytesOfBits(count) : count * width;
        if (size > values.size()) fail(Text::of("it ends before its last part does"));
        found_[part[0].get<std::string>()] = {kind, count, values.substr(0, size)};
        return values.substr(size);
    }
    /// Null for a part that keeps what it has.
    const Found* look(const std::string& name, const std::string& kind, std::size_t count) const {
        if (startsWithOneOf(name, wanted_.leftOut)) return nullptr;
        const auto found = found_.find(name);
        const bool same = found != found_.end() && found->second.kind == kind && found->second.count == count;
        if (same) return &found->second;
        if (startsWithOneOf(name, wanted_.needed)) fail(Text::of("it has no such '{}' as is needed", name));
        return nullptr;
    }
    void numbers(const std::string& name, const char* kind, std::size_t count, std::byte* values,
                 std::size_t size) override {
        if (const Found* found = look(name, kind, count)) std::memcpy(values, found->bytes.data(), size);
    }
    void bits(const std::string& name, std::span<std::uint8_t> values) override {
        if (const Found* found = look(name, "flag", values.size())) unpack(found->bytes, values);
    }
    void refuse(const std::string& name) const override {
        fail(Text::of("'{}' has a value that cannot be", name));
    }
    [[noreturn]] void fail(const Text& problem) const { throw Error(origin_.where, problem, origin_.mend); }

    const SharedParts& wanted_;
    const StateOrigin& origin_;
    std::unordered_map<std::string, Found> found_{};
};

/// Without what is around it, when that is right.
std::string_view contentOf(std::string_view bytes, const StateOrigin& origin) {
    if (bytes.size() < headBytes + sha256Digits || !bytes.starts_with(signature)) {
        throw Error(origin.where, Text::of("these {} bytes are no saved state", bytes.size()), origin.mend);
    }
    const std::string_view said = bytes.substr(bytes.size() - sha256Digits);
    bytes.remove_suffix(sha256Digits);
    if (sha256Hex(bytes) != said)
        throw Error(origin.where, Text::of("it is damaged: its checksum is another"), origin.mend);
    bytes.remove_prefix(signature.size());
    return bytes;
}

/// Reads the description off the front of the content.
Json descriptionOf(std::string_view& content, const StateOrigin& origin) {
    std::uint64_t length = 0;
    std::memcpy(&length, content.data(), sizeof length);
    content.remove_prefix(sizeof length);
    if (length > content.size())
        throw Error(origin.where, Text::of("it ends before its description does"), origin.mend);
    Json json = readJson(content.substr(0, length), origin.where.english(), origin.mend);
    content.remove_prefix(static_cast<std::size_t>(length));
    const bool whole = json.is_object() && json.contains(ofKey) && json.contains(partsKey) &&
                       json[ofKey].is_object() && json[partsKey].is_array();
    if (!whole) throw Error(origin.where, Text::of("it does not say what it belongs to"), origin.mend);
    return json;
}

/// Goes through the parts of a state without knowing what they are of.
class PartWalk {
public:
    PartWalk(std::string_view bytes, const StateOrigin& origin)
        : origin_(origin),
          values_(contentOf(bytes, origin)),
          parts_(descriptionOf(values_, origin)[partsKey]) {}

    bool isDone() const { return next_ == parts_.size(); }
    /// Name, kind and count.
    const Json& part() const { return parts_[next_]; }
    std::string name() const {
        expectSound(part());
        return part()[0].get<std::string>();
    }
    /// Of the part that was taken last.
    std::string lastName() const { return parts_[next_ - 1][0].get<std::string>(); }
    /// The bytes of the part, which is passed.
    std::string_view take() {
        const std::size_t size = bytesOf(parts_[next_++]);
        if (size > values_.size())
            throw Error(origin_.where, Text::of("it ends before its last part does"), origin_.mend);
        const std::string_view taken = values_.substr(0, size);
        values_.remove_prefix(size);
        return taken;
    }

private:
    void expectSound(const Json& part) const {
        const bool sound = part.is_array() && part.size() == 3 && part[0].is_string() &&
                           part[1].is_string() && part[2].is_number_unsigned();
        if (!sound) throw Error(origin_.where, Text::of("it does not say what its parts are"), origin_.mend);
    }
    std::size_t bytesOf(const Json& part) const {
        expectSound(part);
        const auto count = part[2].get<std::size_t>();
        const auto kind = part[1].get<std::string>();
        if (count > values_.size() * 8) return count;
        if (kind == "flag") return bytesOfBits(count);
        return count * (kind == "u8" ? 1 : kind.ends_with("32") ? 4 : 8);
    }

    const StateOrigin& origin_;
    std::string_view values_;
    const Json parts_;
    std::size_t next_ = 0;
};

std::string firstDifference(const Json& expected, const Json& found) {
    const Json changes = Json::diff(expected, found);
    return changes.empty() ? std::string() : changes[0].at("path").get<std::string>();
}

void expectSame(const Json& found, const Json& expected, const StateOrigin& origin) {
    for (const auto& [key, value] : expected.items()) {
        const auto said = found.find(key);
        const Json other = said == found.end() ? Json() : *said;
        if (other == value) continue;
        throw Error(origin.where,
                    Text::of("it was made with another '{}', which differs first at '{}'", key,
                             key + firstDifference(value, other)),
                    origin.mend);
    }
}

}  // namespace

std::string bytesOfState(const Json& of, StatePast past, const std::function<void(StateVisitor&)>& visit) {
    StateWriter writer(past);
    visit(writer);
    const std::string description = Json{{ofKey, of}, {partsKey, writer.takeParts()}}.dump();
    const std::uint64_t length = description.size();
    std::string bytes(signature);
    bytes.append(reinterpret_cast<const char*>(&length), sizeof length);
    bytes += description;
    bytes += writer.values();
    return bytes + sha256Hex(bytes);
}

Json ownerOfState(std::string_view bytes, const StateOrigin& origin) {
    std::string_view content = contentOf(bytes, origin);
    return descriptionOf(content, origin)[ofKey];
}

std::optional<std::string> firstOtherPart(std::string_view expected, std::string_view found,
                                          const std::vector<std::string>& besides,
                                          const StateOrigin& origin) {
    PartWalk a(expected, origin);
    PartWalk b(found, origin);
    while (!a.isDone() && !b.isDone()) {
        const bool sameKind = a.part() == b.part();
        const std::string_view values = a.take();
        const bool same = sameKind && values == b.take();
        if (same) continue;
        const std::string name = a.lastName();
        if (!sameKind || std::ranges::find(besides, name) == besides.end()) return name;
    }
    if (a.isDone() && b.isDone()) return std::nullopt;
    return (a.isDone() ? b : a).name();
}

void restoreState(std::string_view bytes, const Json& of, StatePast past, const StateOrigin& origin,
                  const std::function<void(StateVisitor&)>& visit) {
    std::string_view values = contentOf(bytes, origin);
    const Json description = descriptionOf(values, origin);
    expectSame(description[ofKey], of, origin);
    StateReader reader(past, description[partsKey], values, origin);
    visit(reader);
    reader.expectEnd();
}

void restoreShared(std::string_view bytes, const StateOrigin& origin, const SharedParts& parts,
                   const std::function<void(StateVisitor&)>& visit) {
    std::string_view values = contentOf(bytes, origin);
    const Json description = descriptionOf(values, origin);
    SharedReader reader(description[partsKey], values, parts, origin);
    visit(reader);
}

}  // namespace prunescope
