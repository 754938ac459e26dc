#pragma once

#include "data/dataset_source.h"

/// The data sets that are known by name, each in a file of its own and entered in `registry.cpp`.
namespace prunescope::data {

DatasetSource fashionMnist();
DatasetSource mnist();

}  // namespace prunescope::data
