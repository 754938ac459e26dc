#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <utility>

namespace prunescope::kernels {

namespace detail {
inline constexpr std::size_t hugePage = std::size_t{2} << 20U;

/// A 512-bit load that splits a cache line costs twice.
inline std::align_val_t alignmentOf(std::size_t bytes) {
    return std::align_val_t{bytes < hugePage ? std::size_t{64} : hugePage};
}

/// Memory for `bytes`, on huge pages where the system has them: kernels walk many planes at once, and small
/// pages would cost a look-up for every row.
void* takeMemory(std::size_t bytes);
}  // namespace detail

/// A zeroed array on a 64-byte boundary. Taken once and kept; the training step allocates nothing.
template <class T>
class AlignedBuffer {
public:
    AlignedBuffer() = default;
    explicit AlignedBuffer(std::size_t size)
        : data_(size == 0 ? nullptr : static_cast<T*>(detail::takeMemory(size * sizeof(T))),
                Release{detail::alignmentOf(size * sizeof(T))}),
          size_(size) {
        clear();
    }

    T* data() { return data_.get(); }
    const T* data() const { return data_.get(); }
    std::size_t size() const { return size_; }
    void clear() {
        if (size_ > 0) std::memset(data_.get(), 0, size_ * sizeof(T));
    }

private:
    struct Release {
        std::align_val_t alignment{};
        void operator()(T* p) const { ::operator delete(p, alignment); }
    };
    std::unique_ptr<T[], Release> data_;
    std::size_t size_ = 0;
};

}  // namespace prunescope::kernels
