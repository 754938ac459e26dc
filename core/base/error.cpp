#include "base/error.h"

#include <fmt/format.h>

#include <utility>

namespace prunescope {
namespace {

std::string sentence(const std::string& where, const std::string& what, const std::string& mend) {
    const std::string head = where.empty() ? what : fmt::format("{}: {}", where, what);
    return mend.empty() ? head : fmt::format("{}. {}", head, mend);
}

}  // namespace

Error::Error(std::string where, std::string what, std::string mend)
    : std::runtime_error(sentence(where, what, mend)),
      where_(std::move(where)),
      problem_(std::move(what)),
      mend_(std::move(mend)) {}

}  // namespace prunescope
