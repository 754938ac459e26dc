#pragma once

#include "data/content_cursor.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace prunescope::data {

/// NPY is NumPy's format for one array ("A simple file format for NumPy arrays", NEP 1): "\x93NUMPY", the
/// version in two bytes, the length of the header in two bytes (version 1) or four (2 and 3), the header as a
/// dictionary of Python's with the keys descr (element type), fortran_order and shape, then the elements.

enum class NpyKind { boolean, signedInteger, unsignedInteger, real };

struct NpyType {
    NpyKind kind = NpyKind::real;
    std::int64_t bytes = 4;  ///< 1, 2, 4 or 8; a real has at least 2, a boolean 1
    bool bigEndian = false;
    std::string text{};  ///< as the header has it, such as <f4
};

struct NpyHeader {
    NpyType type{};
    bool columnsFirst = false;  ///< elements in Fortran's order: the first index runs fastest
    std::vector<std::int64_t> shape{};

    /// All elements; each dimension is at least 1 here.
    std::int64_t elements() const;
    /// "(60000, 28, 28)", as Python writes it.
    std::string shapeText() const;
    /// Where the element stands that is `position`th in the file, as Python writes it: "[3, 0, 27]".
    std::string placeOf(std::int64_t position) const;
};

/// Largest array that is read, in bytes of its file.
inline constexpr std::uint64_t mostNpyBytes = std::uint64_t{1} << 31U;
/// Most bytes of the dictionary; NumPy itself reads ten thousand.
inline constexpr std::uint32_t mostNpyHeaderBytes = 65536;

/// Reads the header and declares the elements that follow it. Throws `Error` with the byte offset when it is
/// no NPY header, when its elements are none of `NpyKind` (Python objects are never unpickled), and when an
/// array of that shape is empty, too large, or more than the content can hold.
NpyHeader readNpyHeader(ContentCursor& cursor);

}  // namespace prunescope::data
