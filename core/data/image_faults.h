#pragma once

#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <mutex>
#include <utility>

namespace prunescope::data {

/// What is wrong with the pictures of a folder, told by several threads in any order. Of a million damaged
/// ones the first few are kept.
class ImageFaults {
public:
    explicit ImageFaults(std::size_t mostKept) : mostKept_(mostKept) {}

    /// `place` counts the pictures of all parts.
    void add(std::size_t place, const Error& error) {
        const std::scoped_lock lock(mutex_);
        ++count_;
        first_.emplace(place, error);
        if (first_.size() > mostKept_) first_.erase(std::prev(first_.end()));
    }
    void addSize(std::int64_t width, std::int64_t height) {
        const std::scoped_lock lock(mutex_);
        ++otherSizes_[{width, height}];
    }

    /// When no thread adds any more.
    std::int64_t count() const { return count_; }
    const std::map<std::size_t, Error>& first() const { return first_; }
    /// Number of pictures by (width, height).
    const std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t>& otherSizes() const {
        return otherSizes_;
    }

private:
    std::size_t mostKept_;
    std::mutex mutex_{};
    std::int64_t count_ = 0;
    std::map<std::size_t, Error> first_{};
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> otherSizes_{};
};

}  // namespace prunescope::data
