// Fails file calls of a program that is started with this library in LD_PRELOAD.
//
//     FAULT_CALL=NAME     the call, as in "write"; several names with commas between them count as one
//     FAULT_AT=N          fails the N-th of them, counted from 1; 0 fails none
//     FAULT_EVER=1        and all that come after it
//     FAULT_ERRNO=NUMBER  with this error
//     FAULT_PATH=TEXT     counts only calls on files whose path holds this
//     FAULT_COUNT=FILE    at its end the program writes there how many calls there were of each name

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

namespace {

constexpr std::array<std::string_view, 14> names{"open",  "read",      "pread",     "write",  "pwrite",
                                                 "fsync", "fdatasync", "ftruncate", "rename", "unlink",
                                                 "mkdir", "close",     "stat",      "link"};

struct Plan {
    std::string calls = "," + text("FAULT_CALL") + ",";
    long at = number("FAULT_AT");
    bool ever = number("FAULT_EVER") != 0;
    int error = static_cast<int>(number("FAULT_ERRNO"));
    std::string path = text("FAULT_PATH");

    static std::string text(const char* variable) {
        const char* value = std::getenv(variable);
        return value == nullptr ? "" : value;
    }
    static long number(const char* variable) { return std::atol(text(variable).c_str()); }
};

const Plan& plan() {
    static const Plan plan;
    return plan;
}

std::atomic<long> matching{0};
std::array<std::atomic<long>, names.size()> counts{};

/// Whether this call is to fail; sets errno then.
bool fails(std::string_view name, const char* path) {
    if (path == nullptr || std::strstr(path, plan().path.c_str()) == nullptr) return false;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) ++counts[i];
    }
    if (plan().calls.find("," + std::string(name) + ",") == std::string::npos) return false;
    const long number = ++matching;
    const bool now = plan().at > 0 && (number == plan().at || (plan().ever && number > plan().at));
    if (now) errno = plan().error;
    return now;
}

bool failsOn(std::string_view name, int fd) {
    char path[PATH_MAX + 1];
    char link[64];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const int before = errno;
    const ssize_t length = ::readlink(link, path, PATH_MAX);
    errno = before;
    if (length <= 0) return false;
    path[length] = 0;
    return fails(name, path);
}

bool failsAt(std::string_view name, int folder, const char* path) {
    if (path != nullptr && (path[0] == '/' || folder == AT_FDCWD)) return fails(name, path);
    return failsOn(name, folder);
}

template <class Function>
Function* next(const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

mode_t modeOf(int flags, va_list rest) {
    return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(rest, mode_t) : 0;
}

__attribute__((destructor)) void tell() {
    const std::string file = Plan::text("FAULT_COUNT");
    if (file.empty()) return;
    if (std::FILE* out = std::fopen(file.c_str(), "w")) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            std::fprintf(out, "%s %ld\n", std::string(names[i]).c_str(), counts[i].load());
        }
        std::fclose(out);
    }
}

}  // namespace

extern "C" {

#define OPEN(name)                                                            \
    int name(const char* path, int flags, ...) {                              \
        va_list rest;                                                         \
        va_start(rest, flags);                                                \
        const mode_t mode = modeOf(flags, rest);                              \
        va_end(rest);                                                         \
        if (fails("open", path)) return -1;                                   \
        static auto* const real = next<int(const char*, int, mode_t)>(#name); \
        return real(path, flags, mode);                                       \
    }
OPEN(open)
OPEN(open64)
#undef OPEN

#define OPENAT(name)                                                               \
    int name(int folder, const char* path, int flags, ...) {                       \
        va_list rest;                                                              \
        va_start(rest, flags);                                                     \
        const mode_t mode = modeOf(flags, rest);                                   \
        va_end(rest);                                                              \
        if (failsAt("open", folder, path)) return -1;                              \
        static auto* const real = next<int(int, const char*, int, mode_t)>(#name); \
        return real(folder, path, flags, mode);                                    \
    }
OPENAT(openat)
OPENAT(openat64)
#undef OPENAT

ssize_t read(int fd, void* bytes, size_t count) {
    if (failsOn("read", fd)) return -1;
    static auto* const real = next<ssize_t(int, void*, size_t)>("read");
    return real(fd, bytes, count);
}

ssize_t write(int fd, const void* bytes, size_t count) {
    if (failsOn("write", fd)) return -1;
    static auto* const real = next<ssize_t(int, const void*, size_t)>("write");
    return real(fd, bytes, count);
}

#define POSITIONED(name, kind, pointer)                                              \
    ssize_t name(int fd, pointer bytes, size_t count, off_t at) {                    \
        if (failsOn(kind, fd)) return -1;                                            \
        static auto* const real = next<ssize_t(int, pointer, size_t, off_t)>(#name); \
        return real(fd, bytes, count, at);                                           \
    }
POSITIONED(pread, "pread", void*)
POSITIONED(pread64, "pread", void*)
POSITIONED(pwrite, "pwrite", const void*)
POSITIONED(pwrite64, "pwrite", const void*)
#undef POSITIONED

#define ON_DESCRIPTOR(name)                              \
    int name(int fd) {                                   \
        if (failsOn(#name, fd)) return -1;               \
        static auto* const real = next<int(int)>(#name); \
        return real(fd);                                 \
    }
ON_DESCRIPTOR(fsync)
ON_DESCRIPTOR(fdatasync)
#undef ON_DESCRIPTOR

// As Linux does: the descriptor is gone whether or not closing it reported an error.
int close(int fd) {
    const bool fail = failsOn("close", fd);
    const int error = errno;
    static auto* const real = next<int(int)>("close");
    const int result = real(fd);
    if (!fail) return result;
    errno = error;
    return -1;
}

#define CUT(name)                                               \
    int name(int fd, off_t bytes) {                             \
        if (failsOn("ftruncate", fd)) return -1;                \
        static auto* const real = next<int(int, off_t)>(#name); \
        return real(fd, bytes);                                 \
    }
CUT(ftruncate)
CUT(ftruncate64)
#undef CUT

int rename(const char* from, const char* to) noexcept {
    if (fails("rename", to)) return -1;
    static auto* const real = next<int(const char*, const char*)>("rename");
    return real(from, to);
}

int renameat(int fromFolder, const char* from, int toFolder, const char* to) noexcept {
    if (failsAt("rename", toFolder, to)) return -1;
    static auto* const real = next<int(int, const char*, int, const char*)>("renameat");
    return real(fromFolder, from, toFolder, to);
}

int renameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned flags) noexcept {
    if (failsAt("rename", toFolder, to)) return -1;
    static auto* const real = next<int(int, const char*, int, const char*, unsigned)>("renameat2");
    return real(fromFolder, from, toFolder, to, flags);
}

int linkat(int fromFolder, const char* from, int toFolder, const char* to, int flags) noexcept {
    if (failsAt("link", toFolder, to)) return -1;
    static auto* const real = next<int(int, const char*, int, const char*, int)>("linkat");
    return real(fromFolder, from, toFolder, to, flags);
}

int link(const char* from, const char* to) noexcept {
    if (fails("link", to)) return -1;
    static auto* const real = next<int(const char*, const char*)>("link");
    return real(from, to);
}

int unlink(const char* path) noexcept {
    if (fails("unlink", path)) return -1;
    static auto* const real = next<int(const char*)>("unlink");
    return real(path);
}

int unlinkat(int folder, const char* path, int flags) noexcept {
    if (failsAt("unlink", folder, path)) return -1;
    static auto* const real = next<int(int, const char*, int)>("unlinkat");
    return real(folder, path, flags);
}

int mkdir(const char* path, mode_t mode) noexcept {
    if (fails("mkdir", path)) return -1;
    static auto* const real = next<int(const char*, mode_t)>("mkdir");
    return real(path, mode);
}

int mkdirat(int folder, const char* path, mode_t mode) noexcept {
    if (failsAt("mkdir", folder, path)) return -1;
    static auto* const real = next<int(int, const char*, mode_t)>("mkdirat");
    return real(folder, path, mode);
}

#define FSTAT(name, structure)                                       \
    int name(int fd, structure* status) noexcept {                   \
        if (failsOn("stat", fd)) return -1;                          \
        static auto* const real = next<int(int, structure*)>(#name); \
        return real(fd, status);                                     \
    }
FSTAT(fstat, struct stat)
FSTAT(fstat64, struct stat64)
#undef FSTAT

}  // extern "C"
