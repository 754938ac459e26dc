#pragma once

#include "ui/charts/poster.h"
#include "ui/runs/run_comparison.h"

#include <QString>
#include <QWidget>

namespace prunescope::ui {

/// One of the pictures of several runs, which can be taken out of the window.
class RunPicture : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual void retranslate() = 0;
    /// Beside the tabs while the picture is the one that was chosen; null: none.
    virtual QWidget* tools() { return nullptr; }
    /// What is said in its place while there is nothing to see.
    virtual QString hint() const = 0;
    /// Whether it can be shown to others as a picture; its figures can in any case.
    virtual bool hasPoster() const { return true; }
    /// Whether there is anything to see.
    virtual bool isEmpty() const = 0;
    /// `comparison`: of the runs that are shown, for the title.
    virtual Poster poster(const RunComparison& comparison) const = 0;
    /// The figures that are shown, into a file. False, with the reason in `error`, when it cannot be written.
    virtual bool saveFigures(const QString& path, QString& error) const = 0;

signals:
    /// A run was chosen in the picture.
    void runChosen(const QString& runId);
};

/// What pictures of measured runs say while there is none.
QString nothingMeasured();

/// "fashion-mnist · lenet-5 · 36 runs, which differ in: Method, Target sparsity".
QString subtitleOf(const RunComparison& comparison);

}  // namespace prunescope::ui
