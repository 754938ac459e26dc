#pragma once

#include "data/dataset_source.h"

#include <filesystem>

namespace prunescope::data {

/// Loads a folder in MNIST's file naming: train-images-idx3-ubyte, train-labels-idx1-ubyte and the same with
/// t10k, each also as .idx3-ubyte and .idx1-ubyte, plain or gzip, with or without .gz. Of several spellings
/// the first in that order is taken, folders of such a name passed over. Any number of images will do, but
/// every one is of the source's shape (one channel) and has a label below its number of classes. Throws
/// `Error`.
RawDataset loadMnistFiles(const DatasetSource& source, const std::filesystem::path& folder);

}  // namespace prunescope::data
