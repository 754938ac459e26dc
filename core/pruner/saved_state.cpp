#include "pruner/saved_state.h"

#include "base/error.h"
#include "base/json_reader.h"
#include "base/sha256.h"
#include "pruner/pruner_options.h"
#include "run/json_fields.h"
#include "run/record_json.h"

#include <bit>
#include <cstring>

namespace prunescope::pruner {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are written as they stand in memory");

constexpr std::string_view signature = "PSPRUNER";
constexpr std::uint32_t formatVersion = 1;

Text takeAnother() {
    return Text::of("Take one that this pruner has saved.");
}

[[noreturn]] void refuse(const Text& problem) {
    throw Error(Text::of("saved state"), problem, takeAnother());
}

template <class Number>
void append(std::string& bytes, Number number) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void appendBits(std::string& bytes, const std::vector<std::uint8_t>& mask) {
    for (std::size_t first = 0; first < mask.size(); first += 8) {
        unsigned byte = 0;
        for (std::size_t bit = 0; bit < 8 && first + bit < mask.size(); ++bit)
            byte |= unsigned{mask[first + bit]} << bit;
        bytes += static_cast<char>(byte);
    }
}

/// Walks through bytes that may be fewer than they say.
class StateCursor {
public:
    explicit StateCursor(std::string_view bytes) : bytes_(bytes) {}

    std::string_view take(std::uint64_t size) {
        if (size > bytes_.size()) refuse(Text::of("it ends before its masks do"));
        const std::string_view taken = bytes_.substr(0, static_cast<std::size_t>(size));
        bytes_.remove_prefix(taken.size());
        return taken;
    }
    template <class Number>
    Number number() {
        Number value{};
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }
    std::vector<std::uint8_t> bits(std::int64_t size) {
        const auto count = static_cast<std::size_t>(size);
        const std::string_view packed = take((count + 7) / 8);
        std::vector<std::uint8_t> mask(count);
        for (std::size_t i = 0; i < count; ++i)
            mask[i] = static_cast<std::uint8_t>(static_cast<unsigned char>(packed[i / 8]) >> (i % 8) & 1U);
        if (count % 8 != 0 && static_cast<unsigned char>(packed.back()) >> (count % 8) != 0)
            refuse(Text::of("a mask has more weights than its tensor"));
        return mask;
    }
    bool atEnd() const { return bytes_.empty(); }

private:
    std::string_view bytes_;
};

std::string_view withoutChecksum(std::string_view bytes) {
    constexpr std::size_t head = signature.size() + sizeof formatVersion + sizeof(std::uint64_t);
    if (bytes.size() < head + sha256Digits || !bytes.starts_with(signature))
        refuse(Text::of("these {} bytes are no state of a pruner", bytes.size()));
    const std::string_view said = bytes.substr(bytes.size() - sha256Digits);
    bytes.remove_suffix(sha256Digits);
    if (sha256Hex(bytes) != said) refuse(Text::of("it is damaged: its checksum is another"));
    return bytes;
}

void expectSame(const nlohmann::json& found, const nlohmann::json& identity) {
    for (const auto& [key, value] : identity.items()) {
        const auto said = found.find(key);
        const std::string text = said == found.end() ? "-" : run::jsonText(*said);
        if (text != run::jsonText(value))
            refuse(Text::of("it belongs to a pruner of other {}: {}", key, text.substr(0, 200)));
    }
}

bool flag(const run::JsonFields& fields, const char* key) {
    bool value = false;
    fields.read(key, value);
    return value;
}

prune::PrunerState described(const nlohmann::json& json) {
    const run::JsonFields fields(json, "state");
    prune::PrunerState state;
    const nlohmann::json* schedule = fields.find("schedule");
    if (schedule == nullptr) refuse(Text::of("it has no schedule"));
    state.schedule = run::scheduleFromJson(*schedule);
    state.phase = flag(fields, "frozen") ? run::Phase::exploitation : run::Phase::exploration;
    fields.read("sparsity", state.inForce);
    state.masksStale = flag(fields, "masks_stale");
    state.resting = flag(fields, "resting");
    if (fields.find("last_mask_update") != nullptr) {
        std::int64_t step = 0;
        fields.readCount("last_mask_update", step, mostSteps);
        state.lastMaskUpdate = StepIndex{step};
    }
    return state;
}

}  // namespace

std::string bytesOfState(const nlohmann::json& identity, const prune::PrunerState& state) {
    nlohmann::json json{{"of", identity},
                        {"schedule", run::scheduleToJson(state.schedule)},
                        {"frozen", state.phase == run::Phase::exploitation},
                        {"sparsity", state.inForce},
                        {"masks_stale", state.masksStale},
                        {"resting", state.resting},
                        {"last_mask_update", nullptr}};
    if (state.lastMaskUpdate) json["last_mask_update"] = state.lastMaskUpdate->value;
    const std::string description = run::jsonText(json);
    std::string bytes(signature);
    append(bytes, formatVersion);
    append(bytes, std::uint64_t{description.size()});
    bytes += description;
    for (const std::vector<std::uint8_t>& mask : state.masks) appendBits(bytes, mask);
    return bytes + sha256Hex(bytes);
}

prune::PrunerState stateOfBytes(std::string_view bytes, const nlohmann::json& identity,
                                const std::vector<std::int64_t>& sizes) {
    StateCursor cursor(withoutChecksum(bytes));
    cursor.take(signature.size());
    if (const auto version = cursor.number<std::uint32_t>(); version != formatVersion)
        refuse(
            Text::of("it has version {} of the format, and this program reads {}", version, formatVersion));
    const auto length = cursor.number<std::uint64_t>();
    const nlohmann::json json = readJson(cursor.take(length), "saved state", takeAnother());
    if (!json.is_object() || !json.contains("of") || !json["of"].is_object())
        refuse(Text::of("it does not say what it belongs to"));
    expectSame(json["of"], identity);
    prune::PrunerState state = described(json);
    for (const std::int64_t size : sizes) state.masks.push_back(cursor.bits(size));
    if (!cursor.atEnd()) refuse(Text::of("it goes on after its masks"));
    return state;
}

}  // namespace prunescope::pruner
