#pragma once

#include <unistd.h>

#include <utility>

namespace prunescope {

/// Owns a POSIX file descriptor.
class Descriptor {
public:
    explicit Descriptor(int fd = -1) : fd_(fd) {}
    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }

    int get() const { return fd_; }
    bool valid() const { return fd_ >= 0; }
    /// What the system says at the end: some file systems report a failed write only now.
    int close() { return ::close(release()); }
    /// Leaves the descriptor to the caller.
    int release() { return std::exchange(fd_, -1); }

private:
    int fd_;
};

}  // namespace prunescope
