#pragma once

#include <string>
#include <vector>

namespace prunescope::test {

/// A record of CIFAR's binary files: its label bytes, and 3072 pixels of which pixel p is `first` + p, modulo
/// 256.
inline std::string cifarRecord(const std::vector<int>& labels, int first) {
    std::string record;
    for (const int label : labels) record.push_back(static_cast<char>(label));
    for (int p = 0; p < 3072; ++p) record.push_back(static_cast<char>((first + p) & 0xff));
    return record;
}

/// One of each class in turn, `count` records in all; the pixels depend on `salt`.
inline std::string cifar10Batch(int count, int salt) {
    std::string batch;
    for (int i = 0; i < count; ++i) batch += cifarRecord({i % 10}, salt + 11 * i);
    return batch;
}

}  // namespace prunescope::test
