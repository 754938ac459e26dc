#include "store/relocation.h"

#include "base/error.h"
#include "store/rescue.h"
#include "store/run_label.h"

#include <utility>

namespace prunescope::store {
namespace {

namespace fs = std::filesystem;

/// What the folder of a move that could not take all records over does not hold.
Text missingRecords(const run::RecordBatch& batch, const fs::path& from) {
    if (batch.samples.empty()) {
        return Text::of("It holds none of the earlier records: they could not be read from {}.",
                        from.string());
    }
    return Text::of("It holds the records from step {} on: the earlier ones could not be read from {}.",
                    batch.samples.front().step.value, from.string());
}

/// Weights that were saved before the run had to move.
void copyWeights(const RunFolder& from, const RunFolder& to) {
    std::error_code failed;
    std::error_code ignored;
    if (!fs::is_regular_file(from.weights(), ignored)) return;
    fs::copy_file(from.weights(), to.weights(), failed);
    // Half a file would be taken for damaged weights; the whole one stays where it was saved.
    if (failed) fs::remove(to.weights(), ignored);
}

/// The name that the user gave the run. Of less worth than the records: what goes wrong with it is passed
/// over.
void copyName(const RunFolder& from, const RunFolder& to) {
    try {
        writeLabel(to, {.name = readLabel(from).name});
    } catch (const Error&) {
        // The folder that is left still has it.
    }
}

}  // namespace

Text relocate(std::unique_ptr<RecordWriter>& writer, const fs::path& parent, const run::RunHeader& header,
              run::RecordBatch& batch) {
    const fs::path from = writer->folder().path();
    RunFolder to = makeRescueFolder(parent, from, header.config);
    Text done = Text::of("The run was moved: its folder is {} now.", to.path().string());
    try {
        auto next = std::make_unique<RecordWriter>(to, *writer);
        next->write(batch);
        next->sync();
        copyWeights(writer->folder(), to);
        copyName(writer->folder(), to);
        writer = std::move(next);
        batch = {};
        return done;
    } catch (const std::exception&) {
        discardRescueFolder(to);
    }
    // What was recorded before may not be readable any more; what waits can still be saved.
    const bool hadHeader = batch.header.has_value();
    to = makeRescueFolder(parent, from, header.config);
    try {
        auto next = std::make_unique<RecordWriter>(to);
        if (!hadHeader && header.totalSteps > 0) batch.header = header;
        next->write(batch);
        next->sync();
        copyWeights(writer->folder(), to);
        copyName(writer->folder(), to);
        writer = std::move(next);
    } catch (const std::exception&) {
        if (!hadHeader) batch.header.reset();
        discardRescueFolder(to);
        throw;
    }
    const Text missing = missingRecords(batch, from);
    batch = {};
    return withSentence(done, missing);
}

}  // namespace prunescope::store
