#pragma once

#include "base/text.h"
#include "run/run_sink.h"
#include "store/record_writer.h"

#include <filesystem>
#include <memory>

namespace prunescope::store {

/// Goes on recording a run in a new folder below `parent`: with all that its writer has recorded, where that
/// can still be read, and else with what waits, `batch`, alone. Then the batch is empty and `writer` that of
/// the new folder. Gives a sentence on what was done. Throws what went wrong; nothing has changed then.
Text relocate(std::unique_ptr<RecordWriter>& writer, const std::filesystem::path& parent,
              const run::RunHeader& header, run::RecordBatch& batch);

}  // namespace prunescope::store
