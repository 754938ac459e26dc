#pragma once

#include "data/npy_header.h"
#include "data/target_options.h"
#include "kernels/tensor.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace prunescope::data {

/// Images, or the rows of a table, of one array.
struct ArrayImages {
    std::string file;  ///< what messages call the array
    std::int64_t count = 0;
    kernels::Shape shape{};  ///< of each; (columns, 1, 1) of a row
    /// (image, channel, row, column). Bytes of images that are bytes, else floats.
    std::variant<std::vector<std::uint8_t>, std::vector<float>> values{};
};

/// Reads an array of numbers of any type: (rows, columns) is a table, (images, height, width) are grey
/// images, and of four dimensions the channels are where `layout` says, nhwc or nchw. With auto they are
/// where a dimension of 1, 3 or 4 stands. Throws `Error` for what is no such array, and where auto does not
/// tell.
ArrayImages readArrayImages(ByteSource& content, const std::string& layout);

/// Labels as an array has them: one of the two.
struct ArrayLabels {
    std::vector<std::int64_t> classes{};  ///< whole numbers, each for a class
    std::vector<float> numbers{};         ///< that are to be predicted
};

/// Reads labels, (labels) or (labels, 1): whole numbers of any type for classes, numbers of any type where
/// they are to be predicted; `automatic` takes real numbers for such if they are quantities (see
/// `areQuantities`). Throws `Error` for what is no such array.
ArrayLabels readArrayLabels(ByteSource& content, TargetKind kind = TargetKind::classes);

}  // namespace prunescope::data
