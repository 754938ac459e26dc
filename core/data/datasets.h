#pragma once

#include "data/dataset_entry.h"

/// The data sets that are known by name, each in a file of its own and entered in `registry.cpp`.
namespace prunescope::data {

DatasetEntry cifar10();
DatasetEntry cifar100();
DatasetEntry fashionMnist();
DatasetEntry images();
DatasetEntry mnist();
DatasetEntry npz();
DatasetEntry table();

}  // namespace prunescope::data
