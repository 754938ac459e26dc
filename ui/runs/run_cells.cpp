#include "ui/runs/run_cells.h"

#include "store/run_list.h"
#include "ui/runs/run_columns.h"
#include "ui/runs/run_differences.h"

#include <tuple>
#include <utility>

namespace prunescope::ui {

RunCells cellsOf(const store::RunSummary& run, const std::vector<RunOption>& options) {
    RunCells cells;
    const auto add = [&cells](const QString& text, QVariant value) {
        cells.texts.push_back(text);
        cells.values.push_back(std::move(value));
        cells.searched += text + QLatin1Char('\n');
    };
    for (const RunColumn& column : runColumns()) {
        const QString text = column.text(run);
        add(text, column.value != nullptr ? column.value(run) : QVariant(text));
    }
    for (const RunOption& option : options) add(optionText(option, run), optionValue(option, run));
    cells.searched += QString::fromStdString(run.id);
    return cells;
}

bool showTheSame(const store::RunSummary& a, const store::RunSummary& b) {
    const auto told = [](const store::RunSummary& run) {
        return std::tie(run.id, run.folder, run.dataset, run.model, run.method, run.targetSparsity,
                        run.epochs, run.epochsDone, run.sparsity, run.testAccuracy, run.testCalibrationError,
                        run.testMacroRecall, run.worstRecallLoss, run.state, run.live, run.startedMs,
                        run.error, run.name, run.reference, run.storedBytes, run.measurement,
                        run.measurementProblem);
    };
    return told(a) == told(b) && a.config.has_value() == b.config.has_value();
}

}  // namespace prunescope::ui
