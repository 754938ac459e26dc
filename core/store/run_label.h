#pragma once

#include "store/run_folder.h"

#include <string>
#include <string_view>

namespace prunescope::store {

/// What the user says of a run, in a file of its own in the run's folder: what was recorded stays as it is.
struct RunLabel {
    std::string name;        ///< empty: none, so the run goes by the title that the program makes
    bool reference = false;  ///< the run of its workspace that others shall be compared with
    bool operator==(const RunLabel&) const = default;
};

/// Longest name, in characters.
inline constexpr std::size_t longestName = 200;

/// A name as a label holds it: one line of clean text without spaces at its ends, no longer than allowed.
std::string cleanName(std::string_view name);

/// Reads what a label's file holds; the name in it may be anything, and is cleaned. Throws `Error` with
/// `where` as its place when it is none of ours.
RunLabel labelFromText(std::string_view text, const std::string& where);

/// Of a folder without a label it is an empty one. Throws `Error` when the file cannot be read.
RunLabel readLabel(const RunFolder& folder);

/// Replaces the label in one step, also while the run is recorded; an empty one leaves no file. Throws
/// `Error` when the folder is gone or may not be written to: then the label is what it was.
void writeLabel(const RunFolder& folder, const RunLabel& label);

/// Each changes one part of the label and keeps the other. A label that cannot be read is replaced.
void renameRun(const RunFolder& folder, std::string_view name);
/// A workspace has one reference at most: the one before is none any more. Throws `Error`.
void setReference(const RunFolder& folder, bool reference);

}  // namespace prunescope::store
