// A saved state of another run, of which a branch takes what both have.

#include "base/sha256.h"
#include "base/state_bytes.h"
#include "targets.h"

#include <array>

namespace prunescope::fuzz {
namespace {

/// Some of every kind of part.
struct Visited {
    std::array<float, 5> weights{};
    std::array<std::uint8_t, 11> mask{};
    std::vector<double> list{};
    std::int64_t step = 3;
    std::array<std::uint32_t, 3> left{7, 7, 7};

    void visit(StateVisitor& visitor) {
        visitor.number("step", step, 0, 100);
        visitor.array("weights", std::span<float>(weights));
        visitor.flags("mask", std::span<std::uint8_t>(mask));
        visitor.list("list", list, 8);
        visitor.array("left", std::span<std::uint32_t>(left));
    }
};

void readShared(std::string_view bytes) {
    Visited state;
    restoreShared(bytes, {Text("state"), Text()}, {.leftOut = {"left"}, .needed = {"step"}},
                  [&](StateVisitor& visitor) { state.visit(visitor); });
    expect(state.step >= 0 && state.step <= 100, "a number is one that can be");
    expect(state.left == std::array<std::uint32_t, 3>{7, 7, 7}, "what is left out keeps what it has");
    for (const std::uint8_t flag : state.mask) expect(flag <= 1, "a flag is 0 or 1");
}

/// The bytes as they are, and with a checksum that fits, which a fuzzer would never find.
void readSharedState(std::string_view bytes) {
    if (answers(readShared, bytes) || bytes.size() < sha256Digits) return;
    const std::string_view content = bytes.substr(0, bytes.size() - sha256Digits);
    answers(readShared, std::string(content) + sha256Hex(content));
}

std::vector<std::string> sharedStateSeeds() {
    Visited state;
    state.mask.fill(1);
    state.list = {1, 2};
    const auto visit = [&](StateVisitor& visitor) { state.visit(visitor); };
    return {bytesOfState(nlohmann::json::object(), StatePast::kept, visit),
            bytesOfState(nlohmann::json::object(), StatePast::kept,
                         [&](StateVisitor& visitor) { visitor.number("step", state.step, 0, 9); })};
}

}  // namespace

Target sharedStateTarget() {
    return {"shared_state", readSharedState, sharedStateSeeds};
}

}  // namespace prunescope::fuzz
