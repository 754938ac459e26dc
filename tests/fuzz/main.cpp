// One program for all fuzz targets, so that the engine is linked once:
//
//   PRUNESCOPE_FUZZ_TARGET=config prunescope_fuzz -max_total_time=60 CORPUS_FOLDER
//   PRUNESCOPE_FUZZ_SEEDS=FOLDER prunescope_fuzz        writes a corpus to start from, a folder for each
//   target
//
// Without either it lists the targets, each with the longest input that makes sense.

#include "base/error.h"
#include "fuzz_target.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace prunescope::fuzz {
namespace {

const Target* chosen = nullptr;

void writeSeeds(const std::filesystem::path& folder) {
    for (const Target& target : targets()) {
        std::filesystem::create_directories(folder / target.name);
        int number = 0;
        for (const std::string& seed : target.seeds()) {
            std::ofstream(folder / target.name / ("seed" + std::to_string(number++)), std::ios::binary)
                << seed;
        }
    }
}

int listTargets() {
    for (const Target& target : targets()) std::printf("%s %zu\n", target.name, target.longest);
    return 0;
}

void start() {
    if (const char* folder = std::getenv("PRUNESCOPE_FUZZ_SEEDS")) {
        writeSeeds(folder);
        std::exit(0);
    }
    const char* const name = std::getenv("PRUNESCOPE_FUZZ_TARGET");
    if (name == nullptr) std::exit(listTargets());
    for (const Target& target : targets()) {
        if (std::string_view(name) == target.name) chosen = &target;
    }
    if (chosen != nullptr) return;
    std::fprintf(stderr, "there is no fuzz target '%s'\n", name);
    std::exit(2);
}

}  // namespace

}  // namespace prunescope::fuzz

extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
    prunescope::fuzz::start();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    prunescope::fuzz::chosen->run({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
