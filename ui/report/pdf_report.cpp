#include "ui/report/pdf_report.h"

#include "base/error.h"
#include "base/file.h"
#include "report/summary_json.h"
#include "ui/report/pdf_text_map.h"
#include "ui/report/pdf_writer.h"
#include "view/number_text.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <cmath>

namespace prunescope::ui {
namespace {

using paper::pt;

const paper::Ink headInk{.points = 7.5, .colour = paper::muted};

}  // namespace

/// The moment that stands on every page: when the report was written or, if that is not told, when the run
/// began.
QString PdfReport::dateLine(const report::ReportInput& input) {
    const auto moment = [](std::int64_t ms) { return QString::fromStdString(view::utcText(ms)); };
    return input.writtenMs ? tr("Report written %1").arg(moment(*input.writtenMs))
                           : tr("Run started %1").arg(moment(input.record.header.provenance.startedMs));
}

PdfReport::PdfReport(const report::ReportInput& input)
    : runId_(tr("Run %1").arg(paper::clean(input.runId))),
      date_(dateLine(input)),
      program_(QStringLiteral("Prunescope %1").arg(paper::clean(input.record.header.provenance.version))) {
    const report::Summary summary = report::summarise(input);
    const report::Document document =
        report::documentOf(input, summary, report::reportJsonSha256(input, summary));
    PdfWriter writer(document);
    title_ = writer.line(document.title);
    pages_ = writer.pages();
}

void PdfReport::paintFrame(QPainter& painter, int page) const {
    const double dateWidth = paper::textWidth(date_, {.points = 7.5}) + pt(1);
    const double idWidth = paper::bodyWidth - dateWidth - pt(16);
    const paper::Ink& small = headInk;
    const double header = pt(36);
    const double footer = paper::pageHeight - pt(44);
    // A long name is shortened in its middle: page one has all of it, and both of its ends tell runs apart.
    TextBlock(paper::shortened(runId_, small, idWidth - pt(4)), small, idWidth)
        .draw(painter, {paper::margin, header});
    TextBlock(date_, small, dateWidth, Qt::AlignRight)
        .draw(painter, {paper::margin + paper::bodyWidth - dateWidth, header});
    TextBlock(program_, small, paper::bodyWidth / 2).draw(painter, {paper::margin, footer + pt(4)});
    TextBlock(tr("Page %1 of %2").arg(page + 1).arg(pageCount()), small, paper::bodyWidth / 2, Qt::AlignRight)
        .draw(painter, {paper::margin + paper::bodyWidth / 2, footer + pt(4)});
    painter.setPen(QPen(paper::hairline, pt(0.5)));
    for (const double y : {header + pt(13), footer}) {
        painter.drawLine(QPointF(paper::margin, y), QPointF(paper::margin + paper::bodyWidth, y));
    }
}

void PdfReport::paint(QPainter& painter, int page) const {
    paintFrame(painter, page);
    for (const PrintedPage::Item& item : pages_[static_cast<std::size_t>(page)].items) {
        painter.save();
        item.paint(painter, item.topLeft);
        painter.restore();
    }
}

QImage PdfReport::image(int page, int width) const {
    const double scale = width / paper::pageWidth;
    QImage image(width, static_cast<int>(std::lround(paper::pageHeight * scale)), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    paint(painter, page);
    return image;
}

QByteArray PdfReport::pdf() const {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(paper::dotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({});
        writer.setTitle(title_);
        writer.setCreator(program_);
        QPainter painter(&writer);
        for (int page = 0; page < pageCount(); ++page) {
            if (page > 0) writer.newPage();
            paint(painter, page);
        }
    }
    QByteArray content = buffer.data();
    mendTextMaps(content);
    return content;
}

void writePdfReport(const report::ReportInput& input, const QString& path) {
    writeFileAtomically(path.toStdString(), PdfReport(input).pdf().toStdString());
}

}  // namespace prunescope::ui
