#pragma once

/// What a program may bring of its own, each in one file with one line that enters it in its registry. The
/// tests of this folder call these once each, before anything is looked up.
namespace prunescope::extension {

void addToyTable();
void addToyOptimizer();
void addToyFormat();

}  // namespace prunescope::extension
