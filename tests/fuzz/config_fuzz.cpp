#include "base/error.h"
#include "run/config_io.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// Any text gives a valid configuration that survives being written and read again, or a `UsageError`.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace prunescope;
    run::RunConfig config;
    try {
        config = run::configFromText({reinterpret_cast<const char*>(bytes), size}, "fuzz");
    } catch (const UsageError& error) {
        if (error.problem().empty()) std::abort();
        return 0;
    }
    const nlohmann::json written = run::configToJson(config);
    if (run::configToJson(run::configFromText(written.dump(), "fuzz")) != written) std::abort();
    run::resolvedSchedule(config.schedule, 1000);
    return 0;
}
