#include "base/person.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <array>

namespace prunescope {
namespace {

/// By the number of the account: what the environment says of a name, anybody can set.
std::string accountName() {
    const uid_t account = geteuid();
    std::array<char, 16384> memory{};
    passwd entry{};
    passwd* found = nullptr;
    const bool known = getpwuid_r(account, &entry, memory.data(), memory.size(), &found) == 0 &&
                       found != nullptr && found->pw_name != nullptr && *found->pw_name != '\0';
    return known ? std::string(found->pw_name) : fmt::format("account {}", account);
}

std::string hostName() {
    std::array<char, 256> name{};
    if (gethostname(name.data(), name.size() - 1) != 0 || name.front() == '\0') return "localhost";
    return name.data();
}

}  // namespace

std::string personHere() {
    static const std::string person = fmt::format("{}@{}", accountName(), hostName());
    return person;
}

}  // namespace prunescope
