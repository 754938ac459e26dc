#pragma once

// ThreadSanitizer sees what is compiled with it. TBB's library is not, so that a task handed from one thread
// to another through it looks like a race. The few files that call TBB are therefore compiled without it, so
// that TBB's own templates stay out of sight, and say with these two where a hand-over is. Elsewhere they are
// nothing.
#ifdef PRUNESCOPE_THREAD_SANITIZER
extern "C" void __tsan_acquire(void* address);
extern "C" void __tsan_release(void* address);
#endif

namespace prunescope {

/// Everything this thread did before is seen by a thread that calls `observeHandOver` with the same address
/// later.
inline void announceHandOver([[maybe_unused]] const void* address) {
#ifdef PRUNESCOPE_THREAD_SANITIZER
    __tsan_release(const_cast<void*>(address));
#endif
}

/// The other end of `announceHandOver`.
inline void observeHandOver([[maybe_unused]] const void* address) {
#ifdef PRUNESCOPE_THREAD_SANITIZER
    __tsan_acquire(const_cast<void*>(address));
#endif
}

}  // namespace prunescope
