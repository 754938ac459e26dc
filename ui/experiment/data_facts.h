#pragma once

#include "run/records.h"

#include <QWidget>

class QVBoxLayout;

namespace prunescope::ui {

/// What a data set consists of, before a run learns from it: what one sample is, where the test part comes
/// from, what was left out, and of a table what is made of each column.
class DataFacts : public QWidget {
    Q_OBJECT
public:
    /// Of how many columns there is more than their number.
    static constexpr std::size_t mostColumnsShown = 100;

    explicit DataFacts(const run::DatasetDescription& described, QWidget* parent = nullptr);

private:
    void addLine(const QString& name, const QString& text);
    void addColumns(const run::DatasetDescription& described);

    QVBoxLayout* lines_;
};

}  // namespace prunescope::ui
