#pragma once

#include "run/run_sink.h"
#include "store/database.h"
#include "store/folder_lock.h"
#include "store/held_folder.h"
#include "store/run_folder.h"
#include "store/state_folder.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

namespace prunescope::store {

/// The folder of a run, or its database, is not there any more: waiting does not bring it back.
class PlaceLost : public Error {
public:
    using Error::Error;
};

/// Writes batches into the run database of a folder; one thread at a time.
class RecordWriter {
public:
    /// Creates run.db. Throws `Error` when the folder holds a run's database already, another program records
    /// into it, or it cannot be written to.
    explicit RecordWriter(const RunFolder& folder);
    /// Opens the run.db of a run that is taken up again. Throws `Error` when there is none, it is damaged or
    /// of another make than this program's, another program records into it, or it cannot be written to.
    static std::unique_ptr<RecordWriter> reopened(const RunFolder& folder);
    /// Likewise, and takes over all that `other` has recorded. `other` can be used on when this throws.
    RecordWriter(const RunFolder& folder, RecordWriter& other);
    ~RecordWriter();

    /// All of the batch or, when it throws `Error`, nothing. Then it survives the program; `sync` makes it
    /// survive a power cut. Call `checkPlace` before.
    void write(const run::RecordBatch& batch);
    /// Returns when all that was written is on the disk. Throws `Error` when it cannot be brought there.
    void sync();
    /// Writes the state of a step into the run's folder, as `StateFolder` does.
    void saveState(StepIndex step, std::string_view bytes);
    /// Makes run.db complete without its -wal file, so that it can be copied alone and read anywhere.
    /// While another program reads, the -wal file may have to stay; what is recorded is safe there too.
    void seal();

    /// Looks what became of the folder and of the files that SQLite holds open, and follows a folder that was
    /// renamed. Throws `PlaceLost` when the folder or run.db was removed or replaced.
    void checkPlace();
    /// Where the run's folder was when it was looked for last.
    const RunFolder& folder() const { return folder_; }

private:
    struct Connection;
    struct Reopen {};

    RecordWriter(const RunFolder& folder, Reopen mode);

    Connection& connection();
    void guardIndex(const std::filesystem::path& folder);
    void rememberFiles();
    void holdLog();

    RunFolder folder_;
    FolderLock lock_;
    std::unique_ptr<Connection> connection_;  ///< none while it could not be opened again
    FileIdentity database_;
    std::optional<FileState> log_;  ///< the -wal file, once there is one
    std::optional<HeldFile> logFile_;
    std::optional<StateFolder> states_;  ///< once one was saved
    bool synced_ = true;
    std::optional<FileState> index_;  ///< the -shm file, likewise
};

}  // namespace prunescope::store
