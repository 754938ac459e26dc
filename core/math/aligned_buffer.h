#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <utility>

namespace prunescope::math {

/// A zeroed array on a 64-byte boundary: a 512-bit load that splits a cache line costs twice. Taken once and
/// kept; the training step allocates nothing.
template <class T>
class AlignedBuffer {
public:
    AlignedBuffer() = default;
    explicit AlignedBuffer(std::size_t size)
        : data_(size == 0 ? nullptr : static_cast<T*>(::operator new(size * sizeof(T), alignment))),
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
    static constexpr std::align_val_t alignment{64};
    struct Release {
        void operator()(T* p) const { ::operator delete(p, alignment); }
    };
    std::unique_ptr<T[], Release> data_;
    std::size_t size_ = 0;
};

}  // namespace prunescope::math
