#include "ui/report/pdf_writer.h"

#include "ui/report/paint_scene.h"
#include "ui/report/print_matrix.h"
#include "ui/report/print_pictures.h"
#include "ui/report/window_language.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace prunescope::ui {
namespace {

using paper::pt;
using Kind = report::Phrase::Kind;

const paper::Ink captionInk{.points = 8.5, .bold = true};

bool isPicture(const report::Block& block) {
    return std::holds_alternative<report::Figure>(block) || std::holds_alternative<report::Matrix>(block);
}

bool standsOut(const report::Table::Row& row) {
    return row.total || std::any_of(row.cells.begin(), row.cells.end(), [](const report::Phrase& cell) {
               return cell.kind == Kind::strong || cell.kind == Kind::failed;
           });
}

PrintTable::Column columnOf(const QString& title, report::Table::Align align) {
    return {title, align == report::Table::Align::right ? PrintTable::Align::right : PrintTable::Align::left,
            align == report::Table::Align::hash};
}

}  // namespace

PdfWriter::PdfWriter(const report::Document& document) : document_(document), language_(windowLanguage()) {}

std::vector<PrintedPage> PdfWriter::pages() {
    flow_.text(line(document_.kind), {.points = 8, .colour = paper::muted});
    flow_.heading(line(document_.verdict), 17);
    blocks(document_.state);
    flow_.skip(pt(4));
    blocks(document_.summary);
    flow_.newPage();
    int number = 0;
    for (const report::Chapter& chapter : document_.chapters) {
        flow_.skip(pt(8));
        if (isPicture(chapter.blocks.front())) flow_.require(pt(280));  // The heading stays with it.
        flow_.heading(QStringLiteral("%1  %2").arg(++number).arg(line(chapter.title)), 13);
        blocks(chapter.blocks);
    }
    return flow_.takePages();
}

QString PdfWriter::line(const report::Phrase& phrase) const {
    static const report::Markup plain{[](const std::string& words) { return words; },
                                      [](const report::Phrase&, std::string content) { return content; }};
    return paper::clean(report::said(phrase, language_, plain));
}

void PdfWriter::blocks(const std::vector<report::Block>& blocks) {
    for (const report::Block& block : blocks) std::visit(*this, block);
}

void PdfWriter::operator()(const report::Heading& heading) {
    flow_.heading(line(heading.text), 10);
}

void PdfWriter::operator()(const report::Paragraph& paragraph) {
    const QString text = line(paragraph.text);
    switch (paragraph.tone) {
        case report::Paragraph::Tone::small:
            return flow_.smallText(text);
        case report::Paragraph::Tone::alert:
            return flow_.text(text, {.colour = paper::alert});
        case report::Paragraph::Tone::plain:
        case report::Paragraph::Tone::state:
            return flow_.text(text);
    }
}

void PdfWriter::operator()(const report::Bullets& bullets) {
    QStringList items;
    for (const report::Phrase& item : bullets.items) items << line(item);
    flow_.bullets(items);
}

void PdfWriter::operator()(const report::Facts& facts) {
    PrintTable table({}, {{}, {}});
    for (const auto& [name, value] : facts.facts) table.row({line(name), line(value)});
    table.layOut(flow_);
}

void PdfWriter::operator()(const report::Tiles& tiles) {
    constexpr std::size_t across = 3;
    constexpr double gap = pt(14);
    constexpr double width = (paper::bodyWidth - gap * (across - 1)) / across;
    for (std::size_t first = 0; first < tiles.tiles.size(); first += across) {
        std::vector<std::array<TextBlock, 3>> row;
        double height = 0;
        for (std::size_t i = first; i < std::min(tiles.tiles.size(), first + across); ++i) {
            const auto& [label, value, note] = tiles.tiles[i];
            row.push_back({TextBlock(line(label), {.points = 7.5, .colour = paper::muted}, width),
                           TextBlock(line(value), {.points = 15, .bold = true}, width),
                           TextBlock(line(note), {.points = 7, .colour = paper::muted}, width)});
            height =
                std::max(height, row.back()[0].height() + row.back()[1].height() + row.back()[2].height());
        }
        flow_.place(height + pt(12), [row](QPainter& painter, QPointF at) {
            for (const auto& blocks : row) {
                painter.setPen(QPen(paper::hairline, pt(0.75)));
                painter.drawLine(at, at + QPointF(width, 0));
                double y = pt(3);
                for (const TextBlock& block : blocks) {
                    block.draw(painter, at + QPointF(0, y));
                    y += block.height();
                }
                at.rx() += width + gap;
            }
        });
    }
}

void PdfWriter::operator()(const report::Table& table) {
    std::vector<PrintTable::Column> columns;
    for (const auto& [title, align] : table.columns) columns.push_back(columnOf(line(title), align));
    PrintTable printed(line(table.caption), std::move(columns));
    for (const report::Table::Row& row : table.rows) {
        QStringList cells;
        for (const report::Phrase& cell : row.cells) cells << line(cell);
        std::optional<QColor> swatch;
        if (row.swatch) swatch = paper::layer(row.swatch->number, document_.layers);
        standsOut(row) ? printed.strongRow(cells) : printed.row(cells, swatch);
    }
    printed.layOut(flow_);
}

void PdfWriter::operator()(const report::Matrix& matrix) {
    placeMatrix(flow_, matrix, line(matrix.caption));
    flow_.smallText(line(matrix.note));
    if (matrix.beside) (*this)(*matrix.beside);
}

void PdfWriter::operator()(const report::Pictures& pictures) {
    flow_.text(line(pictures.caption));
    std::vector<PrintedPicture> printed;
    for (const auto& [raster, title, note] : pictures.pictures)
        printed.push_back({imageOf(raster), line(title), line(note)});
    placePictures(flow_, printed);
}

void PdfWriter::placeScene(report::Scene scene) {
    const double height = scene.height * sceneUnit;
    flow_.place(height, [shared = std::make_shared<const report::Scene>(std::move(scene)),
                         layers = document_.layers](QPainter& painter, QPointF at) {
        painter.save();
        paintScene(painter, at, *shared, layers);
        painter.restore();
    });
}

/// As many pieces as the bars need.
void PdfWriter::placeBars(const report::BarChart& chart) {
    for (std::size_t done = 0; done < chart.bars.size();) {
        std::size_t room = report::barsIn(chart, flow_.room() / sceneUnit);
        if (room == 0) {
            flow_.newPage();
            room = std::max<std::size_t>(1, report::barsIn(chart, flow_.room() / sceneUnit));
        }
        const std::size_t to = std::min(chart.bars.size(), done + room);
        placeScene(report::sceneOfBars(chart, language_, sceneTextWidth, done, to));
        done = to;
    }
}

void PdfWriter::operator()(const report::Figure& figure) {
    const auto* curves = std::get_if<report::LineChart>(&figure.chart);
    report::Scene scene;
    if (curves != nullptr) scene = report::sceneOf(*curves, language_, sceneTextWidth);
    const TextBlock title(line(figure.title), captionInk, paper::bodyWidth);
    const TextBlock note(line(figure.note), {.points = 7.5, .colour = paper::muted}, paper::bodyWidth);
    const double head = title.height() + note.height() + pt(3);
    flow_.skip(pt(6));
    flow_.require(head + std::max(scene.height * sceneUnit, pt(80)));
    flow_.place(head, [title, note](QPainter& painter, QPointF at) {
        title.draw(painter, at);
        note.draw(painter, at + QPointF(0, title.height()));
    });
    curves != nullptr ? placeScene(std::move(scene)) : placeBars(std::get<report::BarChart>(figure.chart));
    flow_.skip(pt(6));
}

void PdfWriter::operator()(const report::Notes& notes) {
    PrintTable table({}, {{tr("No.")}, {tr("Number")}, {tr("Evidence")}, {tr("Where from")}});
    for (std::size_t i = 0; i < notes.notes.size(); ++i) {
        const auto& [title, evidence, text] = notes.notes[i];
        table.row({QStringLiteral("[%1]").arg(i + 1), line(title), line(evidence), line(text)});
    }
    table.layOut(flow_);
}

void PdfWriter::operator()(const report::Signatures& signatures) {
    QStringList names;
    for (const report::Phrase& name : signatures.names) names << line(name);
    flow_.place(pt(64), [names](QPainter& painter, QPointF at) {
        constexpr double gap = pt(18);
        constexpr double width = (paper::bodyWidth - 2 * gap) / 3;
        for (const QString& name : names) {
            painter.setPen(QPen(paper::muted, pt(0.75)));
            painter.drawLine(at + QPointF(0, pt(44)), at + QPointF(width, pt(44)));
            TextBlock(name, {.points = 7.5, .colour = paper::muted}, width)
                .draw(painter, at + QPointF(0, pt(47)));
            at.rx() += width + gap;
        }
    });
}

}  // namespace prunescope::ui
