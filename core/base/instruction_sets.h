#pragma once

#include "base/instruction_check.h"

namespace prunescope {

/// Names as __builtin_cpu_supports knows them: every instruction set above the first x86-64 machines' that a
/// compiler may use by itself. A set's bit is its place in this list.
inline constexpr const char* instructionSetNames[] = {
    "sse3",     "ssse3",      "sse4.1",      "sse4.2",     "popcnt",     "avx",          "avx2",
    "fma",      "bmi",        "bmi2",        "avx512f",    "avx512bw",   "avx512cd",     "avx512dq",
    "avx512vl", "avx512vbmi", "avx512vbmi2", "avx512ifma", "avx512vnni", "avx512bitalg", "avx512vpopcntdq",
    "gfni"};

constexpr bool sameName(const char* a, const char* b) {
    while (*a != 0 && *a == *b) {
        ++a;
        ++b;
    }
    return *a == *b;
}

/// The bit of an instruction set; 0 for a name that is not in the list.
constexpr InstructionSets bitOf(const char* name) {
    InstructionSets bit = 1;
    for (const char* known : instructionSetNames) {
        if (sameName(known, name)) return bit;
        bit <<= 1;
    }
    return 0;
}

}  // namespace prunescope
