#pragma once

/// One of each kind that somebody may bring, each in one file that has one line to enter it in its registry.
namespace prunescope::extension {

void addToyMethod();
void addToyNetwork();
void addToyTable();
void addToyOptimizer();
void addToyFormat();

}  // namespace prunescope::extension
