#include "data/byte_source.h"

#include "base/error.h"

#include <utility>

namespace prunescope::data {

void ByteSource::refuse(std::uint64_t offset, const Text& problem, Text mend) const {
    Text placed = compressed() ? Text::of("at byte {} of the unpacked content: {}", offset, problem)
                               : Text::of("at byte {}: {}", offset, problem);
    throw Error(name(), std::move(placed), std::move(mend));
}

}  // namespace prunescope::data
