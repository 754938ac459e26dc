#pragma once

#include <string>
#include <vector>

/// The classes of CIFAR in the order of their labels, as its authors list them.
namespace prunescope::data {

std::vector<std::string> cifar10Names();
std::vector<std::string> cifar100FineNames();
std::vector<std::string> cifar100CoarseNames();

}  // namespace prunescope::data
