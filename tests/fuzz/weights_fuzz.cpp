// Whatever the bytes, reading them gives tensors or an `Error`; what was read is written and read again
// alike.
#include "base/error.h"
#include "nn/weights_file.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace prunescope;
    try {
        const auto file = nn::parseWeights({reinterpret_cast<const char*>(data), size}, "input");
        const std::string written = nn::formatWeights(file);
        if (nn::formatWeights(nn::parseWeights(written, "written")) != written) std::abort();
    } catch (const Error&) {
        return 0;
    }
    return 0;
}
