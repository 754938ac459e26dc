#include "base/instruction_check.h"

#include "base/instruction_sets.h"

#include <gtest/gtest.h>

#include <array>
#include <iterator>
#include <string>

namespace prunescope {
namespace {

TEST(InstructionCheck, NamesWhatTheProgramNeedsAndTheMachineLacks) {
    const InstructionSets older = bitOf("sse3") | bitOf("avx");
    const InstructionSets newer = older | bitOf("avx2") | bitOf("fma");
    EXPECT_EQ(missingInstructionSets(newer, older), bitOf("avx2") | bitOf("fma"));
    EXPECT_EQ(missingInstructionSets(older, newer), 0U);
    EXPECT_EQ(missingInstructionSets(newer, newer), 0U);
    EXPECT_EQ(missingInstructionSets(bitOf("avx512f"), 0), bitOf("avx512f"));
}

TEST(InstructionCheck, GivesEveryInstructionSetABitOfItsOwn) {
    InstructionSets all = 0;
    for (const char* name : instructionSetNames) {
        EXPECT_NE(bitOf(name), 0U) << name;
        EXPECT_EQ(all & bitOf(name), 0U) << name;
        all |= bitOf(name);
    }
    EXPECT_EQ(all, (InstructionSets{1} << std::size(instructionSetNames)) - 1);
    EXPECT_EQ(bitOf("no such set"), 0U);
}

TEST(InstructionCheck, DescribesWhatIsMissingInOneLine) {
    std::array<char, 512> text{};
    describeMissing(bitOf("avx2") | bitOf("avx512f"), text.data(), text.size());
    const std::string line = text.data();
    EXPECT_NE(line.find(" lacks avx2 avx512f."), std::string::npos) << line;
    EXPECT_EQ(line.find('\n'), line.size() - 1);
}

TEST(InstructionCheck, CutsALineThatDoesNotFit) {
    std::array<char, 8> text{};
    text.fill('x');
    describeMissing(bitOf("avx2"), text.data(), text.size() - 1);
    EXPECT_EQ(std::string(text.data()), "prunes");
    EXPECT_EQ(text.back(), 'x');
}

TEST(InstructionCheck, LetsTheseTestsRunOnTheMachineTheyAreOn) {
    EXPECT_EQ(missingInstructionSets(compiledInstructionSets, machineInstructionSets()), 0U);
#ifdef __AVX2__  // without it, the loader may still have picked an engine that has it
    EXPECT_NE(compiledInstructionSets & bitOf("avx2"), 0U);
#endif
}

}  // namespace
}  // namespace prunescope
