#pragma once

#include "report/summary.h"

#include <string>
#include <string_view>

namespace prunescope::report {

/// One cell of text: quoted where RFC 4180 asks for it. A spreadsheet would run a text that begins with =, +,
/// -,
/// @, a tab or a line break as a formula; such text gets a leading apostrophe.
std::string csvText(std::string_view text);

/// One row for each step, nothing thinned: step, epoch (passes over the training images), wall_ms (UTC since
/// 1970), process_ms (training time), train_loss and train_accuracy of the batch, learning_rate,
/// sparsity_requested, sparsity_prunable (achieved), phase. Behind them, filled in the rows of the steps at
/// which the network was evaluated, for validation_ and test_ each: accuracy, loss, top5_accuracy,
/// macro_precision, macro_recall, macro_f1, ece (expected calibration error), images. Shares are in [0, 1]; a
/// cell is empty where the figure is not known. RFC 4180, UTF-8, lines end in CR LF.
std::string metricsCsv(const ReportInput& input, const Summary& summary);

/// The event log, one row for each event; among them the falls of validation accuracy that the report found,
/// which nobody recorded: their sequence numbers are below 0.
std::string eventsCsv(const ReportInput& input, const Summary& summary);

/// The statistics of each layer at each mask update.
std::string layersCsv(const ReportInput& input, const Summary& summary);

}  // namespace prunescope::report
