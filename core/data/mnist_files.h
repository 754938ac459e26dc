#pragma once

#include "base/text.h"
#include "data/dataset.h"
#include "data/place_listing.h"

#include <filesystem>
#include <memory>
#include <string>

namespace prunescope::data {

/// Both read a folder in MNIST's file naming: train-images-idx3-ubyte, train-labels-idx1-ubyte and the same
/// with t10k, each also as .idx3-ubyte and .idx1-ubyte, plain or gzip, with or without .gz. Of several
/// spellings the first in that order is taken, folders of such a name passed over. Any number of images will
/// do. They throw `Error`; `hint` says what to do when a file is not there.

/// Whether the images to train on are there.
bool looksLikeMnistFiles(const PlaceListing& place);

/// Every image is of the facts' shape (one channel) and has a label below their number of classes.
std::unique_ptr<Dataset> openMnistFiles(const DatasetFacts& facts, const std::filesystem::path& folder,
                                        const Text& hint);

/// Images of any one size, with labels from any base. The classes are named by the lines of the text file
/// `classesFile` in the folder; where it is not there and `mayLack`, by their labels.
std::unique_ptr<Dataset> openAnyMnistFiles(const std::string& classesFile, bool mayLack,
                                           const std::filesystem::path& folder, const Text& hint);

}  // namespace prunescope::data
