#pragma once

#include "base/text.h"
#include "data/byte_source.h"
#include "run/records.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace prunescope::data {

/// Arrays that have names: the .npy files of a folder, or those in one .npz file.
class ArrayStore {
public:
    virtual ~ArrayStore() = default;
    ArrayStore() = default;
    ArrayStore(const ArrayStore&) = delete;
    ArrayStore& operator=(const ArrayStore&) = delete;

    virtual bool has(const std::string& name) const = 0;
    /// Throws `Error` when it is not there, with what is. The content must not outlive the store.
    virtual std::unique_ptr<ByteSource> open(const std::string& name) = 0;
    /// The files that were read, with their hashes. Call once, at the end.
    virtual std::vector<run::DataFile> takeRecord() = 0;
};

/// The .npz file at `place`; or of the folder there, its .npy files (plain or gzip) when `firstArray` is one
/// of them, and else its only .npz file. Throws `Error`; `hint` says what to do when nothing is there.
std::unique_ptr<ArrayStore> openArrayStore(const std::filesystem::path& place, const std::string& firstArray,
                                           const Text& hint);

}  // namespace prunescope::data
