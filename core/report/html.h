#pragma once

#include "report/document.h"
#include "report/phrase.h"

#include <string>

namespace prunescope::report {

/// The document as one page: valid XML as well as HTML, with no script and no external resource, which opens
/// offline and prints on A4. A number of report.json is `<data value data-field>text</data>`.
std::string htmlOf(const Document& document, const Language& language = {});

}  // namespace prunescope::report
