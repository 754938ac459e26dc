#include "ui/support/engine_patterns.h"

#include <QtGlobal>

namespace prunescope::ui {

const std::vector<const char*>& enginePatterns() {
    // The first that fits is taken: a sentence stands before a shorter one that would fit it too.
    static const std::vector<const char*> patterns{
        // Schedules and their edits.
        QT_TRANSLATE_NOOP("Engine", "the ramp would end at step %1, but the run is at step %2"),
        QT_TRANSLATE_NOOP("Engine",
                          "the mask would freeze at step %1, before the ramp ends at %2, so the target would "
                          "not be reached"),
        QT_TRANSLATE_NOOP("Engine", "the mask would freeze at %1 of the run, before the ramp ends at %2"),
        QT_TRANSLATE_NOOP("Engine", "the target %1 keeps %2 weights, but every layer keeping %3 needs %4"),
        QT_TRANSLATE_NOOP("Engine",
                          "the mask is frozen at %1 sparsity and cannot change to %2; unfreeze it first or "
                          "move the freeze point past step %3"),
        QT_TRANSLATE_NOOP("Engine", "the target %1 is below the %2 that is already frozen"),
        QT_TRANSLATE_NOOP("Engine", "the target %1 is below the initial sparsity %2"),
        QT_TRANSLATE_NOOP("Engine", "the initial sparsity %1 is not from 0 up to below 1"),
        QT_TRANSLATE_NOOP("Engine", "the target sparsity %1 is not from 0 up to below 1"),
        QT_TRANSLATE_NOOP("Engine", "the ramp ends at step %1, before it starts at %2"),
        QT_TRANSLATE_NOOP("Engine", "knot %1 has no sparsity from 0 up to below 1"),
        QT_TRANSLATE_NOOP("Engine", "knot %1 has no position"),
        // Commands to a live run.
        QT_TRANSLATE_NOOP("Engine", "there is no prunable layer %1"),
        QT_TRANSLATE_NOOP("Engine", "Layers count from 0 to %1."),
        QT_TRANSLATE_NOOP("Engine", "z = %1 is not allowed"),
        QT_TRANSLATE_NOOP("Engine", "a picture has at most %1 x %2 cells"),
        QT_TRANSLATE_NOOP("Engine", "layer %1 cannot be arranged so"),
        QT_TRANSLATE_NOOP("Engine", "layer %1 has %2 weights, so none has index %3"),
        QT_TRANSLATE_NOOP("Engine", "step %1"),
        // Recording: what does not reach the disk, and where a run was saved instead.
        QT_TRANSLATE_NOOP("Engine",
                          "there is no room for more records until those that wait can be written: %1"),
        QT_TRANSLATE_NOOP("Engine", "The weights of step %1 were saved as %2."),
        QT_TRANSLATE_NOOP("Engine", "The run folder was renamed: it is %1 now."),
        QT_TRANSLATE_NOOP(
            "Engine",
            "The run was moved: its folder is %1 now. It holds the records from step %2 on: the "
            "earlier ones could not be read from %3."),
        QT_TRANSLATE_NOOP(
            "Engine",
            "The run was moved: its folder is %1 now. It holds none of the earlier records: they "
            "could not be read from %2."),
        QT_TRANSLATE_NOOP("Engine", "The run was moved: its folder is %1 now."),
        QT_TRANSLATE_NOOP(
            "Engine", "The weights were saved as %1, since they could not be saved where they belong: %2"),
        QT_TRANSLATE_NOOP("Engine", "The weights could not be saved anywhere: %1"),
        QT_TRANSLATE_NOOP("Engine", "The end of the run could not be recorded: %1"),
        // What the guard of a live run finds.
        QT_TRANSLATE_NOOP(
            "Engine",
            "the training loss has been above %1 for %2 steps in a row, as high as of a network "
            "that guesses"),
        QT_TRANSLATE_NOOP("Engine", "the mask leaves layers with their fewest weights: %1"),
        QT_TRANSLATE_NOOP("Engine", "the largest weight of layer %1 has grown from %2 to %3 within an epoch"),
        QT_TRANSLATE_NOOP(
            "Engine",
            "the answers cannot be told from guessing: %1 of %2 test images are right, and always "
            "naming the most frequent class gives %3"),
        QT_TRANSLATE_NOOP("Engine", "a cap of %1 is below 1"),
        // Options: what may be given, and what was refused.
        QT_TRANSLATE_NOOP("Engine", "one of: %1"),
        QT_TRANSLATE_NOOP("Engine", "a whole number from %1 up to %2"),
        QT_TRANSLATE_NOOP("Engine", "a whole number from 0 to %1"),
        QT_TRANSLATE_NOOP("Engine", "a whole number from %1"),
        QT_TRANSLATE_NOOP("Engine", "a number above %1 up to %2"),
        QT_TRANSLATE_NOOP("Engine", "a number above %1 and below %2"),
        QT_TRANSLATE_NOOP("Engine", "a number from %1 up to %2"),
        QT_TRANSLATE_NOOP("Engine", "a number from %1 to below %2"),
        QT_TRANSLATE_NOOP("Engine", "Give one of: %1."),
        QT_TRANSLATE_NOOP("Engine", "Give a whole number from %1 up to %2."),
        QT_TRANSLATE_NOOP("Engine", "Give a number above %1 up to %2."),
        QT_TRANSLATE_NOOP("Engine", "Give a number above %1 and below %2."),
        QT_TRANSLATE_NOOP("Engine", "Give a number from %1 up to %2."),
        QT_TRANSLATE_NOOP("Engine", "Give a number from %1 to below %2."),
        QT_TRANSLATE_NOOP("Engine", "Give from 0 to %1, or -1 for the data set's default."),
        QT_TRANSLATE_NOOP("Engine", "Give up to %1 widths from 1 to %2, such as mlp:300,100."),
        QT_TRANSLATE_NOOP("Engine", "%1 is not allowed for %2"),
        QT_TRANSLATE_NOOP("Engine", "'%1' is not allowed"),
        QT_TRANSLATE_NOOP("Engine", "%1 is not allowed"),
        QT_TRANSLATE_NOOP("Engine", "'%1' is not in the weights file with %2 values"),
        QT_TRANSLATE_NOOP("Engine", "'%1' has values that are not finite"),
        QT_TRANSLATE_NOOP("Engine", "unknown option of method %1 '%2'"),
        QT_TRANSLATE_NOOP("Engine", "unknown prunable layer '%1'"),
        QT_TRANSLATE_NOOP("Engine", "unknown learning-rate schedule '%1'"),
        QT_TRANSLATE_NOOP("Engine", "unknown schedule shape '%1'"),
        QT_TRANSLATE_NOOP("Engine", "unknown data set '%1'"),
        QT_TRANSLATE_NOOP("Engine", "unknown network '%1'"),
        QT_TRANSLATE_NOOP("Engine", "unknown method '%1'"),
        QT_TRANSLATE_NOOP("Engine", "unknown option '%1'"),
        QT_TRANSLATE_NOOP("Engine", "unknown optimizer '%1'"),
        QT_TRANSLATE_NOOP("Engine", "unknown scope '%1'"),
        QT_TRANSLATE_NOOP("Engine", "unknown %1 '%2'"),
        QT_TRANSLATE_NOOP("Engine", "Did you mean '%1'? Known: %2"),
        QT_TRANSLATE_NOOP("Engine", "Known: %1"),
        QT_TRANSLATE_NOOP("Engine", "method %1 has no option '%2'"),
        QT_TRANSLATE_NOOP("Engine", "'%1' is not LAYER=NUMBER"),
        QT_TRANSLATE_NOOP("Engine", "'%1' has no list of layer widths"),
        QT_TRANSLATE_NOOP("Engine", "there is no '%1'"),
        QT_TRANSLATE_NOOP(
            "Engine",
            "The depth is 6n+2: resnet-8, resnet-14, resnet-20, resnet-32, resnet-44, resnet-56, up to %1."),
        QT_TRANSLATE_NOOP(
            "Engine", "%1 does not fit images of this size: %2 reads a window of %3 where %4 x %5 are left"),
        // Data sets.
        QT_TRANSLATE_NOOP("Engine", "expected a folder with the files of %1, found nothing there"),
        QT_TRANSLATE_NOOP("Engine",
                          "expected a folder with the files of %1, found something that is no folder"),
        QT_TRANSLATE_NOOP("Engine", "%1 is not found by itself, and no folder is named"),
        QT_TRANSLATE_NOOP("Engine",
                          "at byte 8 of the content: expected images of %1 x %2 pixels, found %3 x %4"),
        QT_TRANSLATE_NOOP("Engine",
                          "at byte %1 of the content: expected labels from 0 to %2, found %3 for image %4"),
        QT_TRANSLATE_NOOP("Engine",
                          "at byte 4 of the content: expected %1 labels, one for each image of %2, found %3"),
        QT_TRANSLATE_NOOP("Engine", "expected %1 (magic number %2), found %3 (%4)"),
        QT_TRANSLATE_NOOP("Engine", "expected the IDX magic number %1 of %2, found %3"),
        QT_TRANSLATE_NOOP("Engine", "expected element type 0x08 (unsigned byte), found %1"),
        QT_TRANSLATE_NOOP("Engine", "expected %1 as the number of dimensions of %2, found %3"),
        QT_TRANSLATE_NOOP("Engine", "expected from 1 to %1 %2, found %3"),
        QT_TRANSLATE_NOOP("Engine", "expected at most %1 bytes, found a header that declares %2"),
        QT_TRANSLATE_NOOP(
            "Engine",
            "the header declares %1 bytes, expected at most the %2 that the compressed file can hold"),
        QT_TRANSLATE_NOOP("Engine", "expected the end after the %1 bytes that the header declares, found %2"),
        QT_TRANSLATE_NOOP("Engine",
                          "the content ends inside the header: expected %1 bytes of the %2, found %3"),
        QT_TRANSLATE_NOOP("Engine", "the content ends early: expected %1 bytes from the header, found %2"),
        QT_TRANSLATE_NOOP("Engine", "the gzip data end at byte %1, in the middle of a stream"),
        QT_TRANSLATE_NOOP("Engine", "the gzip data are damaged at byte %1: %2"),
        QT_TRANSLATE_NOOP("Engine",
                          "the gzip data end at byte %1: expected the end of the file, found %2 more bytes"),
        QT_TRANSLATE_NOOP("Engine", "at byte %1 of the unpacked content: %2"),
        QT_TRANSLATE_NOOP("Engine", "at byte %1: %2"),
        QT_TRANSLATE_NOOP("Engine", "every pixel of channel %1 is %2: nothing can be learned"),
        QT_TRANSLATE_NOOP("Engine",
                          "no training image is left of class %1 (%2): the training files hold %3 of it, "
                          "validation takes %4"),
        // Files and folders.
        QT_TRANSLATE_NOOP("Engine", "cannot open the file: %1"),
        QT_TRANSLATE_NOOP("Engine", "cannot read the file: %1"),
        QT_TRANSLATE_NOOP("Engine", "cannot write the file: %1"),
        QT_TRANSLATE_NOOP("Engine", "cannot create the file: %1"),
        QT_TRANSLATE_NOOP("Engine", "cannot create the folder: %1"),
        QT_TRANSLATE_NOOP("Engine", "cannot open the folder: %1"),
        QT_TRANSLATE_NOOP("Engine", "cannot list the runs: %1"),
        QT_TRANSLATE_NOOP("Engine", "cannot record the run: %1"),
        QT_TRANSLATE_NOOP("Engine", "cannot open the run database: %1"),
        QT_TRANSLATE_NOOP("Engine", "cannot read the run database: %1"),
        QT_TRANSLATE_NOOP("Engine", "cannot use the run database: %1"),
        QT_TRANSLATE_NOOP("Engine", "cannot copy the run database: %1"),
        QT_TRANSLATE_NOOP("Engine", "cannot open a database in memory: %1"),
        QT_TRANSLATE_NOOP("Engine", "holds %1 bytes where at most %2 are expected"),
        QT_TRANSLATE_NOOP("Engine", "holds %1 bytes, more than this program unpacks"),
        QT_TRANSLATE_NOOP("Engine", "nests deeper than %1 levels"),
        QT_TRANSLATE_NOOP("Engine", "is not valid JSON: %1"),
        QT_TRANSLATE_NOOP("Engine", "%1, byte %2"),
        // Damage of a run folder.
        QT_TRANSLATE_NOOP("Engine", "the file or its folder may not be written to (%1)"),
        QT_TRANSLATE_NOOP("Engine", "the file is damaged (%1)"),
        QT_TRANSLATE_NOOP("Engine", "the file cannot be opened (%1)"),
        QT_TRANSLATE_NOOP("Engine", "the disk reported an error (%1)"),
        QT_TRANSLATE_NOOP("Engine", "there are %1 runs of this name already"),
        QT_TRANSLATE_NOOP("Engine", "its table '%1' is missing or is not that of a run"),
        QT_TRANSLATE_NOOP("Engine", "is the database of another program (application %1, expected %2)"),
        QT_TRANSLATE_NOOP("Engine", "has version %1 of the run schema; this program knows versions up to %2"),
        QT_TRANSLATE_NOOP("Engine", "%1: %2; what is left of it was read"),
        QT_TRANSLATE_NOOP("Engine", "%1: %2; %3 rows could be read"),
        QT_TRANSLATE_NOOP("Engine", "%1: %2 damaged rows were left out, the first at row %3: %4"),
        QT_TRANSLATE_NOOP("Engine", "%1; %2 damaged rows were left out, the first at row %3: %4"),
        QT_TRANSLATE_NOOP("Engine", "config of the run: not in config.json either: %1"),
        QT_TRANSLATE_NOOP("Engine", "%1 of the run: %2: %3"),
        QT_TRANSLATE_NOOP("Engine", "events: the values of event %1: %2"),
        QT_TRANSLATE_NOOP("Engine", "events: event %1 was expected and event %2 found"),
        QT_TRANSLATE_NOOP("Engine", "is %1; the network has %2 prunable layers"),
        QT_TRANSLATE_NOOP("Engine", "is %1; the data set has %2 classes"),
        QT_TRANSLATE_NOOP("Engine", "is not a list of %1 x %2 counts"),
        QT_TRANSLATE_NOOP("Engine", "a list of at most %1"),
        QT_TRANSLATE_NOOP("Engine", "is not %1: found %2"),
        QT_TRANSLATE_NOOP("Engine", "expected %1, found %2"),
        QT_TRANSLATE_NOOP("Engine",
                          "%1 evaluations have no sound confusion matrix and were left out of this report."),
        QT_TRANSLATE_NOOP(
            "Engine",
            "%1 layer statistics belong to no layer of the network and were left out of this report."),
        // The report's verdict, checks and limits.
        QT_TRANSLATE_NOOP("Engine",
                          "Stopped on request at step %1 of %2. This is not a finished run. Its figures are "
                          "those of the moment it ended at."),
        QT_TRANSLATE_NOOP("Engine",
                          "Failed at step %1 of %2. This is not a finished run. Its figures are those of the "
                          "moment it ended at."),
        QT_TRANSLATE_NOOP("Engine", "Stopped on request at step %1 of %2. This is not a finished run."),
        QT_TRANSLATE_NOOP("Engine", "Failed at step %1 of %2. This is not a finished run."),
        QT_TRANSLATE_NOOP("Engine",
                          "Dense run: none of %1 prunable weights removed; no test evaluation was recorded."),
        QT_TRANSLATE_NOOP("Engine",
                          "Dense run: none of %1 prunable weights removed; test accuracy %2 at epoch %3."),
        QT_TRANSLATE_NOOP("Engine", "Dense run: none of %1 prunable weights removed; test accuracy %2."),
        QT_TRANSLATE_NOOP(
            "Engine",
            "Unfinished dense run: none of %1 prunable weights removed; no test evaluation was recorded."),
        QT_TRANSLATE_NOOP(
            "Engine",
            "Unfinished dense run: none of %1 prunable weights removed; test accuracy %2 at epoch %3."),
        QT_TRANSLATE_NOOP("Engine",
                          "Unfinished dense run: none of %1 prunable weights removed; test accuracy %2."),
        QT_TRANSLATE_NOOP(
            "Engine", "Unfinished run: %1 of %2 prunable weights removed; no test evaluation was recorded."),
        QT_TRANSLATE_NOOP("Engine",
                          "Unfinished run: %1 of %2 prunable weights removed; test accuracy %3 at epoch %4."),
        QT_TRANSLATE_NOOP("Engine", "Unfinished run: %1 of %2 prunable weights removed; test accuracy %3."),
        QT_TRANSLATE_NOOP("Engine", "%1 of %2 prunable weights removed; no test evaluation was recorded."),
        QT_TRANSLATE_NOOP("Engine", "%1 of %2 prunable weights removed; test accuracy %3 at epoch %4."),
        QT_TRANSLATE_NOOP("Engine", "%1 of %2 prunable weights removed; test accuracy %3."),
        QT_TRANSLATE_NOOP("Engine", "%1 samples, %2 gap."),
        QT_TRANSLATE_NOOP("Engine", "%1 samples, %2 gaps."),
        QT_TRANSLATE_NOOP("Engine", "%1 sample, %2 gap."),
        QT_TRANSLATE_NOOP("Engine", "%1 sample, %2 gaps."),
        QT_TRANSLATE_NOOP("Engine", "%1 events, %2 gap."),
        QT_TRANSLATE_NOOP("Engine", "%1 events, %2 gaps."),
        QT_TRANSLATE_NOOP("Engine", "%1 event, %2 gap."),
        QT_TRANSLATE_NOOP("Engine", "%1 event, %2 gaps."),
        QT_TRANSLATE_NOOP("Engine", "Evaluated at step %1; the last step is %2."),
        QT_TRANSLATE_NOOP("Engine", "Counted %1, recorded %2."),
        QT_TRANSLATE_NOOP("Engine", "%1 mask updates compared; unequal: %2."),
        QT_TRANSLATE_NOOP("Engine", "%1 mask update compared; unequal: %2."),
        QT_TRANSLATE_NOOP("Engine", "%1 layers; sums that do not agree: %2."),
        QT_TRANSLATE_NOOP("Engine", "%1 layer; sums that do not agree: %2."),
        QT_TRANSLATE_NOOP("Engine", "%1 problems."),
        QT_TRANSLATE_NOOP("Engine", "%1 problem."),
        QT_TRANSLATE_NOOP("Engine",
                          "The accuracy before pruning was measured at epoch %1, when training was not "
                          "complete. It is not that of a dense network trained to the end, and the "
                          "difference to the result is not the cost of pruning."),
        QT_TRANSLATE_NOOP("Engine",
                          "One run with one seed (%1). Another seed would give somewhat other figures; the "
                          "interval beside the accuracy covers the choice of test images only."),
        QT_TRANSLATE_NOOP("Engine", "The loss was not a finite number at %1 steps: training diverged there."),
        QT_TRANSLATE_NOOP("Engine", "The loss was not a finite number at %1 step: training diverged there."),
        QT_TRANSLATE_NOOP("Engine", "The reference run is %1, not finished."),
        QT_TRANSLATE_NOOP("Engine", "The reference run trained another network (%1)."),
        QT_TRANSLATE_NOOP("Engine", "The reference run was planned for %1 epochs, this one for %2."),
        QT_TRANSLATE_NOOP("Engine", "The reference run has seed %1, this one %2."),
        QT_TRANSLATE_NOOP("Engine", "edit %1"),
        // Where the report's numbers come from.
        QT_TRANSLATE_NOOP("Engine",
                          "evaluations, split %1, step %2 (epoch %3), the last by step: sum of the diagonal "
                          "of the confusion matrix over the sum of all its entries = %4 / %5."),
        QT_TRANSLATE_NOOP("Engine",
                          "evaluations, split %1, step %2 (epoch %3): %4 / %5. The highest of all test "
                          "evaluations, reached at sparsity %6; not the result."),
        QT_TRANSLATE_NOOP("Engine",
                          "evaluations, split %1, step %2 (epoch %3): %4 / %5. The last test evaluation at "
                          "sparsity 0 before the first step with a pruned weight."),
        QT_TRANSLATE_NOOP("Engine", "evaluations, split %1, step %2 (epoch %3), the last by step: %4 / %5."),
        QT_TRANSLATE_NOOP("Engine",
                          "Wilson interval at 95 % of %1 right answers in %2. Covers the choice of test "
                          "images, not the choice of seed."),
        QT_TRANSLATE_NOOP("Engine",
                          "layer_statistics, last row of each layer: 1 - sum of kept / sum of weights = %1 "
                          "pruned / %2 prunable. Prunable are the weights of convolution and dense layers."),
        QT_TRANSLATE_NOOP("Engine", "%1 pruned / %2 parameters, biases and batch norm counted in."),
        QT_TRANSLATE_NOOP("Engine",
                          "layer_statistics, sums of cut and revived over %1 mask updates. A weight that "
                          "goes and comes back is counted each time, so cut - revived = pruned at the end."),
        QT_TRANSLATE_NOOP("Engine",
                          "Counted from the network's layers: %1 parameters, %2 of them prunable weights; "
                          "left = parameters - pruned."),
        QT_TRANSLATE_NOOP("Engine", "%1 parameters x 4 bytes (float32)."),
        QT_TRANSLATE_NOOP("Engine",
                          "outcomes or, without one, the last row of samples: process_ms at step %1, the "
                          "time since the start without pauses."),
        // Where a user's files are.
        QT_TRANSLATE_NOOP("Engine", "%1 is not a folder"),
        // Reasons that the window itself gives.
        QT_TRANSLATE_NOOP("Engine", "undo: %1"),
        QT_TRANSLATE_NOOP("Engine", "redo: %1"),
    };
    return patterns;
}

}  // namespace prunescope::ui
