#include "base/error.h"

#include <utility>

namespace prunescope {
namespace {

Text whole(const Text& where, const Text& problem, const Text& mend) {
    Text head = where.empty() ? problem : Text::of("{}: {}", where, problem);
    return withSentence(head, mend);
}

}  // namespace

Error::Error(Text where, Text problem, Text mend)
    : std::runtime_error(prunescope::whole(where, problem, mend).english()),
      where_(std::move(where)),
      problem_(std::move(problem)),
      mend_(std::move(mend)) {}

Text Error::whole() const {
    return prunescope::whole(where_, problem_, mend_);
}

Text textOf(const std::exception& exception) {
    const auto* error = dynamic_cast<const Error*>(&exception);
    return error != nullptr ? error->whole() : Text(exception.what());
}

Text withSentence(const Text& text, const Text& sentence) {
    if (text.empty() || sentence.empty()) return text.empty() ? sentence : text;
    // The first may be the whole message of an error, which ends in a full stop already.
    return text.english().ends_with('.') ? Text::of("{} {}", text, sentence)
                                         : Text::of("{}. {}", text, sentence);
}

}  // namespace prunescope
