#pragma once

#include "report/document.h"

#include <string>

namespace prunescope::report {

/// A phrase as it is read where nothing is marked and no note can be followed.
std::string plainLine(const Phrase& phrase, const Language& language = {});

/// A chapter as a terminal shows it, in English: its sentences and tables, without pictures and notes. Lines
/// end in
/// "\n".
std::string plainText(const Chapter& chapter);

}  // namespace prunescope::report
