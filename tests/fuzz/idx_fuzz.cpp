#include "base/error.h"
#include "data/idx_reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// Any bytes give exactly what their header declares, or an `Error` that says something.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace prunescope;
    const std::string_view file(reinterpret_cast<const char*>(bytes), size);
    try {
        const data::IdxImages images = data::parseIdxImages(file, "fuzz");
        const auto declared = static_cast<std::size_t>(images.count * images.height * images.width);
        if (images.pixels.size() != declared || declared == 0) std::abort();
    } catch (const Error& error) {
        if (error.problem().empty() || error.mend().empty()) std::abort();
    }
    try {
        if (data::parseIdxLabels(file, "fuzz").empty()) std::abort();
    } catch (const Error& error) {
        if (error.problem().empty() || error.mend().empty()) std::abort();
    }
    return 0;
}
