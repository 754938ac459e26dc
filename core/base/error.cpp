#include "base/error.h"

#include <fmt/format.h>

#include <utility>

namespace prunescope {
namespace {

std::string sentence(const std::string& where, const std::string& what, const std::string& mend) {
    std::string head = where.empty() ? what : fmt::format("{}: {}", where, what);
    if (mend.empty()) return head;
    // What is wrong may be the whole message of another error, which ends in a full stop already.
    return fmt::format("{}{} {}", head, head.ends_with('.') ? "" : ".", mend);
}

}  // namespace

Error::Error(std::string where, std::string what, std::string mend)
    : std::runtime_error(sentence(where, what, mend)),
      where_(std::move(where)),
      problem_(std::move(what)),
      mend_(std::move(mend)) {}

}  // namespace prunescope
