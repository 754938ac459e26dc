#pragma once

#include "data/byte_images.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::data {

/// The binary files of CIFAR-10 and CIFAR-100 (Krizhevsky, "Learning multiple layers of features from tiny
/// images", 2009) are records without a header: one label byte or two, then 3 x 32 x 32 pixels in the order
/// (channel, row, column).
struct CifarFormat {
    std::vector<std::int64_t> classes{};  ///< of each label byte, in their order
    std::size_t used = 0;                 ///< the label byte that is learned
    std::int64_t mostImages = 349'525;    ///< of a set: 1 GiB of pixels

    std::size_t recordBytes() const;
};

inline constexpr kernels::Shape cifarShape{3, 32, 32};
/// Appends the images of a file, plain or gzip, to `set`, which is of `cifarShape`. `name` is what messages
/// call the file. Throws `Error` with the byte offset when it holds anything but whole records, no record, a
/// label that is no class, or more than the set may hold.
void appendCifarImages(std::string_view bytes, const std::string& name, const CifarFormat& format,
                       ImageSet& set);

}  // namespace prunescope::data
