#pragma once

#include "base/error.h"
#include "ui/experiment/data_look.h"
#include "ui/support/job.h"

#include <QSettings>
#include <QWidget>
#include <cstddef>
#include <optional>

class QLabel;

namespace prunescope::ui {

class MessageBar;
class Section;
class Theme;

/// What the chosen data set looks like: what it consists of, and class by class some pictures and how many
/// images each split has.
/// Folded away until somebody wants to see it, which is remembered; it reads the data in the background, and
/// only while it can be seen.
class ClassPanel : public QWidget {
    Q_OBJECT
public:
    ClassPanel(Theme& theme, QSettings& settings, QWidget* parent = nullptr);

    /// The data set to look at, once that can be seen.
    void ask(const DataQuestion& question);
    /// Shows what the data hold, this time.
    void unfold();
    void retranslate();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void take(const DataLook& look);
    void refuse(const Error& error);
    void describe();
    QString summary() const;
    QString targetSummary() const;
    void fillRows();
    int widthOfWords(std::size_t shown) const;
    void fillClasses();
    QWidget* makeRow(std::size_t number, int widthOfWords);

    QSettings& settings_;
    Section* section_;
    QLabel* state_;  ///< what there is, or that it is being read
    MessageBar* message_;
    QWidget* rows_ = nullptr;  ///< lines of the whole and of each class; null while nothing is known
    std::optional<DataQuestion> question_;
    std::optional<DataQuestion> asked_;  ///< what is shown, or being read
    std::optional<DataLook> look_;
    Job job_;
};

}  // namespace prunescope::ui
