#pragma once

#include "run/run_sink.h"
#include "store/run_folder.h"
#include "store/schema.h"

#include <string>
#include <vector>

namespace prunescope::store {

/// A run as far as it could be read.
struct ReadRun {
    run::RunRecord record;
    /// What could not be read, a sentence each; empty for a sound run.
    std::vector<Text> problems;
};

/// Reads everything that is recorded of a run: a finished one, a killed one, one that is being recorded, a
/// copied folder, a folder that is read-only.
///
/// Where a part is damaged, the rest is read and the part is named in `problems`; a configuration that is
/// damaged in run.db is taken from config.json. Throws `Error` when run.db is missing, is no run database, is
/// of a newer version, or nothing of it can be read. Nothing in the folder is changed, and no link in it is
/// followed.
///
/// What the record promises to those who use it: a confusion matrix has classes x classes counts, the answers
/// to the images are as many as their true classes and all of them below the number of classes; the classes
/// are those of the data set, and a layer index is one of the network's, where these are known; the schedule
/// can be followed; `before` and `after` of an event are empty or valid JSON; layers hold no more than they
/// have. Doubles come back bit by bit, infinity too, except that every NaN is the quiet NaN and -0 is 0, as
/// SQLite keeps them.
ReadRun readRun(const RunFolder& folder, const Migrations& migrations = runMigrations());

/// The same of the header and the events alone, which are few.
ReadRun readEventLog(const RunFolder& folder, const Migrations& migrations = runMigrations());

/// The same of what two runs are compared by: the header, the events, the evaluations, and the answers to the
/// test samples. The steps, of which there are most, are left out.
ReadRun readComparedParts(const RunFolder& folder, const Migrations& migrations = runMigrations());

}  // namespace prunescope::store
