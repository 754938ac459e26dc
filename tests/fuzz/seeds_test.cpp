// Every fuzz target with what it starts from, and with seeds that were damaged by chance: what the fuzzers of
// tests/fuzz/run try for longer and with more skill, in every build.

#include "base/random.h"
#include "fuzz_target.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace prunescope::fuzz {
namespace {

class Targets : public testing::TestWithParam<Target> {};

TEST_P(Targets, StandTheirSeeds) {
    const auto seeds = GetParam().seeds();
    ASSERT_FALSE(seeds.empty());
    GetParam().run("");
    for (const std::string& seed : seeds) GetParam().run(seed);
}

/// One to eight changes: a bit, a byte, a piece cut out, a piece put elsewhere.
std::string damaged(std::string bytes, Random& random) {
    const auto place = [&] { return static_cast<std::size_t>(random.below(bytes.size())); };
    for (std::uint64_t changes = 1 + random.below(8); changes > 0 && !bytes.empty(); --changes) {
        const std::size_t at = place();
        const std::size_t length = std::min<std::size_t>(1 + random.below(16), bytes.size() - at);
        switch (random.below(5)) {
            case 0:
                bytes[at] =
                    static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << random.below(8)));
                break;
            case 1:
                bytes[at] = static_cast<char>(random.below(256));
                break;
            case 2:
                bytes.erase(at, length);
                break;
            case 3:
                bytes.insert(place(), bytes.substr(at, length));
                break;
            default:
                bytes.resize(at);
        }
    }
    return bytes;
}

TEST_P(Targets, StandDamagedSeeds) {
    const Target& target = GetParam();
    Random random(1, RandomStream::test);
    const auto seeds = target.seeds();
    constexpr std::size_t tries = 300;
    for (std::size_t i = 0; i < tries; ++i) target.run(damaged(seeds[i % seeds.size()], random));
}

INSTANTIATE_TEST_SUITE_P(All, Targets, testing::ValuesIn(targets()),
                         [](const auto& target) { return std::string(target.param.name); });

TEST(FuzzTargets, HaveNamesOfTheirOwn) {
    std::set<std::string> names;
    for (const Target& target : targets()) EXPECT_TRUE(names.insert(target.name).second) << target.name;
}

}  // namespace
}  // namespace prunescope::fuzz
