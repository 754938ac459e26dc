#pragma once

#include "data/dataset_entry.h"

/// The data sets that are known by name, each in a file of its own and entered in `registry.cpp`.
namespace prunescope::data {

DatasetEntry fashionMnist();
DatasetEntry mnist();
DatasetEntry table();

}  // namespace prunescope::data
