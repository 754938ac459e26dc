#include "train/provenance.h"

#include "base/blake2b.h"
#include "base/error.h"
#include "base/machine_memory.h"

#include <fmt/format.h>
#include <sys/utsname.h>

#include <charconv>
#include <cstdint>
#include <fstream>
#include <string>
#include <system_error>
#include <thread>

namespace prunescope::train {
namespace {

/// The value behind "key<blanks>: value" or key="value" in one of the system's text files; "" when absent.
std::string valueFrom(const char* file, const std::string& key, char separator) {
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        const std::size_t at = line.find(separator);
        if (!line.starts_with(key) || at == std::string::npos) continue;
        std::string value = line.substr(line.find_first_not_of(" \t\"", at + 1));
        while (!value.empty() && (value.back() == '"' || value.back() == ' ')) value.pop_back();
        return value;
    }
    return "";
}

std::string compilerName() {
#ifdef __clang__
    return fmt::format("Clang {}.{}.{}", __clang_major__, __clang_minor__, __clang_patchlevel__);
#else
    return fmt::format("GCC {}.{}.{}", __GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__);
#endif
}

std::string instructionSet() {
#if defined(__AVX512F__)
    return "AVX-512 (" PRUNESCOPE_ISA_NAME ")";
#elif defined(__AVX2__)
    return "AVX2 (" PRUNESCOPE_ISA_NAME ")";
#else
    return "SSE (" PRUNESCOPE_ISA_NAME ")";
#endif
}

/// The file that is mapped where this code is: the program, or the library that has the engine in it. In
/// /proc/self/maps a line is "BEGIN-END rights offset device inode   PATH".
std::string fileOfThisCode() {
    const auto here = reinterpret_cast<std::uintptr_t>(&fileOfThisCode);
    std::ifstream stream("/proc/self/maps");
    for (std::string line; std::getline(stream, line);) {
        std::uintptr_t begin = 0;
        std::uintptr_t end = 0;
        const char* last = line.data() + line.size();
        const auto first = std::from_chars(line.data(), last, begin, 16);
        if (first.ptr == last || std::from_chars(first.ptr + 1, last, end, 16).ec != std::errc()) continue;
        const std::size_t path = line.find('/');
        if (begin <= here && here < end && path != std::string::npos) return line.substr(path);
    }
    return "";
}

std::string programDigest() {
    try {
        return blake2bHexOfFile(fileOfThisCode());
    } catch (const Error&) {
        return "";  // The file was replaced or removed since the program was started.
    }
}

}  // namespace

std::string programOfBits(const run::Provenance& provenance) {
    return fmt::format("{}, {}, {}", provenance.version, provenance.compiler, provenance.instructionSet);
}

run::Provenance currentProvenance() {
    static const std::string program = programDigest();
    utsname system{};
    ::uname(&system);
    return {.version = PRUNESCOPE_VERSION,
            .compiler = compilerName(),
            .instructionSet = instructionSet(),
            .processor = valueFrom("/proc/cpuinfo", "model name", ':'),
            .operatingSystem = fmt::format("{} (Linux {})", valueFrom("/etc/os-release", "PRETTY_NAME", '='),
                                           system.release),
            .host = system.nodename,
            .cores = static_cast<std::int64_t>(std::thread::hardware_concurrency()),
            .memoryBytes = machineMemory(),
            .programDigest = program};
}

}  // namespace prunescope::train
