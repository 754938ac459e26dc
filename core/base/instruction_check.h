#pragma once

#include <cstdint>

namespace prunescope {

/// A set of the processor's instruction sets, one bit each.
using InstructionSets = std::uint64_t;

/// Those this program was compiled for.
extern const InstructionSets compiledInstructionSets;

/// Those of the machine that it runs on.
InstructionSets machineInstructionSets();

/// Those that a program compiled for `compiled` needs and `machine` lacks; 0 when it may run.
InstructionSets missingInstructionSets(InstructionSets compiled, InstructionSets machine);

/// Writes what the program needs and the machine lacks into `text`, as one line that ends with zero; of what
/// does not fit, the end is cut.
void describeMissing(InstructionSets missing, char* text, std::uint64_t size);

}  // namespace prunescope
