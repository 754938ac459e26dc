#pragma once

#include "ui/charts/chart_export.h"
#include "ui/charts/chart_picture.h"
#include "ui/support/job.h"

#include <QObject>
#include <map>

namespace prunescope::ui {

class ChartLines;
class MessageBar;

/// Saves a chart: a picture at once, numbers beside the window, since a long run has millions of them.
class ChartFiles : public QObject {
    Q_OBJECT
public:
    /// `panel` asks the user where; failures are shown in `message`.
    ChartFiles(QWidget& panel, const ChartLines& lines, const ChartPicture& picture, MessageBar& message);

    /// By the ending of the file's name a picture as PNG or SVG, or CSV with every recorded value. False,
    /// with the reason in `error`, when the file cannot be written.
    bool exportTo(const QString& path, QString& error) const;
    /// The same, for a user.
    void save(const QString& path);
    /// Asks the user where. `title` is the name that is offered.
    void ask(const QString& title, const QString& ending);

signals:
    void saved(const QString& path);

private:
    std::vector<ExportedCurve> curves() const;
    void finish(const QString& path, const QString& error);

    QWidget& panel_;
    const ChartLines& lines_;
    ChartPicture picture_;
    MessageBar& message_;
    std::map<QString, Job> writing_;  ///< by path; waited for at the end
};

}  // namespace prunescope::ui
