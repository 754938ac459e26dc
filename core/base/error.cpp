#include "base/error.h"

#include <utility>

namespace prunescope {
namespace {

Text whole(const Text& where, const Text& problem, const Text& mend) {
    Text head = where.empty() ? problem : Text::of("{}: {}", where, problem);
    if (mend.empty()) return head;
    // What is wrong may be the whole message of another error, which ends in a full stop already.
    return head.english().ends_with('.') ? Text::of("{} {}", head, mend) : Text::of("{}. {}", head, mend);
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

}  // namespace prunescope
