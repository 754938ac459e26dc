#pragma once

#include "ui/runs/run_picture.h"
#include "ui/runs/test_images.h"

#include <cstddef>
#include <vector>

namespace prunescope::ui {

class Theme;
class XyChart;

/// Test accuracy over sparsity, a point for each run, with the Pareto front and, in words, which groups of
/// runs differ where several meet.
class RunScatter : public RunPicture {
    Q_OBJECT
public:
    explicit RunScatter(Theme& theme, QWidget* parent = nullptr);

    void setComparison(const RunComparison& comparison);
    void retranslate() override;
    bool isEmpty() const override { return comparison_.measured() == 0; }
    Poster poster(const RunComparison& comparison) const override;
    bool saveFigures(const QString& path, QString& error) const override;
    /// What is said below the picture.
    QString words() const;

private:
    void draw();
    void wantImages();
    void showWords();
    static XyAxis xAxis();
    static XyAxis yAxis();

    Theme& theme_;
    XyChart* chart_;
    TestImages images_;
    RunComparison comparison_;
    std::vector<std::size_t> meeting_;  ///< groups at one sparsity
};

}  // namespace prunescope::ui
