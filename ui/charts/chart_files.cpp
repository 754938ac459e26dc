#include "ui/charts/chart_files.h"

#include "ui/charts/chart_lines.h"
#include "ui/support/engine_text.h"
#include "ui/support/message_bar.h"

#include <memory>

namespace prunescope::ui {
namespace {

bool isTable(const QString& path) {
    return path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
}

}  // namespace

ChartFiles::ChartFiles(QWidget& panel, const ChartLines& lines, const ChartPicture& picture,
                       MessageBar& message)
    : panel_(panel), lines_(lines), picture_(picture), message_(message) {}

std::vector<ExportedCurve> ChartFiles::curves() const {
    std::vector<ExportedCurve> curves;
    for (std::size_t i = 0; i < lines_.series().size(); ++i) {
        const ChartSeries& s = lines_.series()[i];
        curves.push_back({s.label, *s.times, *s.curve, s.run});
        if (lines_.isSmoothed(i))
            curves.push_back({tr("%1, smoothed").arg(s.label), *s.times, lines_.shown(i), s.run});
    }
    return curves;
}

bool ChartFiles::exportTo(const QString& path, QString& error) const {
    if (isTable(path)) return writeCsv(path, curves(), error);
    return writePicture(
        path, picture_.size(), panel_, [this](QPainter& painter) { picture_.paint(painter); }, error);
}

void ChartFiles::ask(const QString& title, const QString& ending) {
    const QString path = askForChartFile(&panel_, title, ending);
    if (!path.isEmpty()) save(path);
}

void ChartFiles::save(const QString& path) {
    message_.clear();
    if (!isTable(path)) {
        QString error;
        exportTo(path, error);
        finish(path, error);
        return;
    }
    Job& writing = writing_.try_emplace(path, Job::Newer::replaces, Job::Thread::own).first->second;
    writing.start(
        [path, curves = std::make_shared<const std::vector<ExportedCurve>>(curves())] {
            QString error;
            writeCsv(path, *curves, error);
            return error;
        },
        [this, path](const QString& error) {
            writing_.erase(path);
            finish(path, error);
        },
        [this, path](const Error& error) {
            writing_.erase(path);
            finish(path, engineText(error.whole()));
        });
}

void ChartFiles::finish(const QString& path, const QString& error) {
    if (!error.isEmpty()) {
        message_.show(MessageBar::Kind::error, error);
        return;
    }
    emit saved(path);
}

}  // namespace prunescope::ui
