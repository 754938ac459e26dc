#pragma once

class QTableView;

namespace prunescope::ui {

/// The look and feel that all tables of the window share whose rows are things to read, select and sort:
/// runs, events. Call it when the table has its model.
void makeRowTable(QTableView& table);

}  // namespace prunescope::ui
