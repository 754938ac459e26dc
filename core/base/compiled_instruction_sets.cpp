#include "base/instruction_check.h"
#include "base/instruction_sets.h"

namespace prunescope {

namespace {

/// A constant, so that nothing of this file runs: it may be compiled for instructions the machine lacks.
// NOLINTNEXTLINE(readability-function-size): a list
constexpr InstructionSets fromMacros() {
    InstructionSets sets = 0;
#ifdef __SSE3__
    sets |= bitOf("sse3");
#endif
#ifdef __SSSE3__
    sets |= bitOf("ssse3");
#endif
#ifdef __SSE4_1__
    sets |= bitOf("sse4.1");
#endif
#ifdef __SSE4_2__
    sets |= bitOf("sse4.2");
#endif
#ifdef __POPCNT__
    sets |= bitOf("popcnt");
#endif
#ifdef __AVX__
    sets |= bitOf("avx");
#endif
#ifdef __AVX2__
    sets |= bitOf("avx2");
#endif
#ifdef __FMA__
    sets |= bitOf("fma");
#endif
#ifdef __BMI__
    sets |= bitOf("bmi");
#endif
#ifdef __BMI2__
    sets |= bitOf("bmi2");
#endif
#ifdef __AVX512F__
    sets |= bitOf("avx512f");
#endif
#ifdef __AVX512BW__
    sets |= bitOf("avx512bw");
#endif
#ifdef __AVX512CD__
    sets |= bitOf("avx512cd");
#endif
#ifdef __AVX512DQ__
    sets |= bitOf("avx512dq");
#endif
#ifdef __AVX512VL__
    sets |= bitOf("avx512vl");
#endif
#ifdef __AVX512VBMI__
    sets |= bitOf("avx512vbmi");
#endif
#ifdef __AVX512VBMI2__
    sets |= bitOf("avx512vbmi2");
#endif
#ifdef __AVX512IFMA__
    sets |= bitOf("avx512ifma");
#endif
#ifdef __AVX512VNNI__
    sets |= bitOf("avx512vnni");
#endif
#ifdef __AVX512BITALG__
    sets |= bitOf("avx512bitalg");
#endif
#ifdef __AVX512VPOPCNTDQ__
    sets |= bitOf("avx512vpopcntdq");
#endif
#ifdef __GFNI__
    sets |= bitOf("gfni");
#endif
    return sets;
}

}  // namespace

constinit const InstructionSets compiledInstructionSets = fromMacros();

}  // namespace prunescope
