// Compiled for the first x86-64 machines and free of the standard library's templates, whose code could be
// that of another file: this runs on any machine, before everything else of the program.
#include "base/instruction_check.h"

#include "base/instruction_sets.h"

#include <unistd.h>

namespace prunescope {

InstructionSets machineInstructionSets() {
    InstructionSets sets = 0;
#ifdef __x86_64__
    __builtin_cpu_init();
    const auto note = [&](const char* name, int supported) {
        if (supported != 0) sets |= bitOf(name);
    };
    note("sse3", __builtin_cpu_supports("sse3"));
    note("ssse3", __builtin_cpu_supports("ssse3"));
    note("sse4.1", __builtin_cpu_supports("sse4.1"));
    note("sse4.2", __builtin_cpu_supports("sse4.2"));
    note("popcnt", __builtin_cpu_supports("popcnt"));
    note("avx", __builtin_cpu_supports("avx"));
    note("avx2", __builtin_cpu_supports("avx2"));
    note("fma", __builtin_cpu_supports("fma"));
    note("bmi", __builtin_cpu_supports("bmi"));
    note("bmi2", __builtin_cpu_supports("bmi2"));
    note("avx512f", __builtin_cpu_supports("avx512f"));
    note("avx512bw", __builtin_cpu_supports("avx512bw"));
    note("avx512cd", __builtin_cpu_supports("avx512cd"));
    note("avx512dq", __builtin_cpu_supports("avx512dq"));
    note("avx512vl", __builtin_cpu_supports("avx512vl"));
    note("avx512vbmi", __builtin_cpu_supports("avx512vbmi"));
    note("avx512vbmi2", __builtin_cpu_supports("avx512vbmi2"));
    note("avx512ifma", __builtin_cpu_supports("avx512ifma"));
    note("avx512vnni", __builtin_cpu_supports("avx512vnni"));
    note("avx512bitalg", __builtin_cpu_supports("avx512bitalg"));
    note("avx512vpopcntdq", __builtin_cpu_supports("avx512vpopcntdq"));
    note("gfni", __builtin_cpu_supports("gfni"));
#endif
    return sets;
}

InstructionSets missingInstructionSets(InstructionSets compiled, InstructionSets machine) {
    return compiled & ~machine;
}

void describeMissing(InstructionSets missing, char* text, std::uint64_t size) {
    std::uint64_t length = 0;
    const auto append = [&](const char* part) {
        for (; *part != 0 && length + 1 < size; ++part) text[length++] = *part;
    };
    append("prunescope: this program was built for a newer processor; this one lacks");
    for (const char* name : instructionSetNames) {
        if ((missing & bitOf(name)) == 0) continue;
        append(" ");
        append(name);
    }
    append(". Build it with -DPRUNESCOPE_ISA=x86-64-v2, or install a package.\n");
    if (size > 0) text[length] = 0;
}

}  // namespace prunescope

/// Before the constructors of the program's own objects, which may already be made of newer instructions.
/// Ends the program with status 1 where it cannot run.
extern "C" [[gnu::constructor(101)]] void prunescope_check_instructions() {
    using namespace prunescope;
    const InstructionSets missing = missingInstructionSets(compiledInstructionSets, machineInstructionSets());
    if (missing == 0) return;
    char text[512];
    describeMissing(missing, text, sizeof text);
    std::uint64_t length = 0;
    while (text[length] != 0) ++length;
    if (write(STDERR_FILENO, text, length) < 0) _exit(1);
    _exit(1);
}
