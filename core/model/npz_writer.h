#pragma once

#include "model/weights_file.h"

#include <memory>
#include <string>
#include <vector>

struct zip;
struct zip_source;

namespace prunescope::model {

/// Makes the bytes of a .npz file: a zip archive of arrays in NumPy's format (NEP 1, version 1.0). The same
/// arrays give the same bytes: every entry bears the date 1980-01-01.
class NpzWriter {
public:
    /// `packed`: entries are deflated, else stored.
    explicit NpzWriter(bool packed);
    ~NpzWriter();
    NpzWriter(const NpzWriter&) = delete;
    NpzWriter& operator=(const NpzWriter&) = delete;

    void add(const NamedTensor& tensor);
    /// A file that is no array.
    void addText(const std::string& name, std::string text);
    /// Call once, at the end. Throws `Error` when there is not enough memory.
    std::string finish();

private:
    void addEntry(const std::string& name, std::string bytes);

    bool packed_;
    std::vector<std::unique_ptr<std::string>> entries_;  ///< what the archive reads at its end
    zip_source* bytes_ = nullptr;
    zip* archive_ = nullptr;
};

}  // namespace prunescope::model
