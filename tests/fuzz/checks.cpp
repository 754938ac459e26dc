#include "base/error.h"
#include "fuzz_target.h"

#include <cstdio>
#include <cstdlib>

namespace prunescope::fuzz {

bool answers(void (*read)(std::string_view), std::string_view input) {
    try {
        read(input);
        return true;
    } catch (const Error& error) {
        expect(!error.problem().english().empty(), "an error says nothing");
        return false;
    }
}

void fail(const char* what) {
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

}  // namespace prunescope::fuzz
