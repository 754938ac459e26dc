#pragma once

#include "report/summary.h"
#include "ui/report/page_flow.h"

#include <QCoreApplication>
#include <QImage>
#include <vector>

namespace prunescope::ui {

/// The report laid out on pages of A4. It never changes once it is made, so any thread may paint it.
class PdfReport {
    Q_DECLARE_TR_FUNCTIONS(prunescope::ui::PdfReport)
public:
    explicit PdfReport(const report::ReportInput& input);

    int pageCount() const { return static_cast<int>(pages_.size()); }
    /// With header and footer. The painter counts in dots of the paper, from its top left corner.
    void paint(QPainter& painter, int page) const;
    /// The page as a picture of that many pixels across.
    QImage image(int page, int width) const;
    /// The file's content.
    QByteArray pdf() const;

private:
    static QString dateLine(const report::ReportInput& input);
    void paintFrame(QPainter& painter, int page) const;

    QString title_;
    QString runId_;
    QString date_;
    QString program_;
    std::vector<PrintedPage> pages_;
};

/// Writes the report as PDF, with its fonts embedded. The file appears whole or not at all. Throws `Error`
/// when it cannot be written.
void writePdfReport(const report::ReportInput& input, const QString& path);

}  // namespace prunescope::ui
