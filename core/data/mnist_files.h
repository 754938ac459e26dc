#pragma once

#include "base/text.h"
#include "data/byte_images.h"

#include <filesystem>
#include <memory>

namespace prunescope::data {

/// Reads a folder in MNIST's file naming: train-images-idx3-ubyte, train-labels-idx1-ubyte and the same with
/// t10k, each also as .idx3-ubyte and .idx1-ubyte, plain or gzip, with or without .gz. Of several spellings
/// the first in that order is taken, folders of such a name passed over. Any number of images will do, but
/// every one is of the facts' shape (one channel) and has a label below their number of classes. Throws
/// `Error`; `hint` says what to do when a file is not there.
std::unique_ptr<Dataset> openMnistFiles(const DatasetFacts& facts, const std::filesystem::path& folder,
                                        const Text& hint);

}  // namespace prunescope::data
