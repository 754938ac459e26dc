#include "ui/report/page_flow.h"

#include <QPainter>
#include <algorithm>

namespace prunescope::ui {

using paper::pt;

void PageFlow::newPage() {
    pages_.emplace_back();
    y_ = paper::bodyTop;
}

void PageFlow::require(double height) {
    if (room() < std::min(height, fullRoom()) && !isAtTop()) newPage();
}

void PageFlow::skip(double height) {
    if (!isAtTop()) y_ += height;
}

void PageFlow::place(double height, PaintAt paint) {
    require(height);
    pages_.back().items.push_back({QPointF(paper::margin, y_), std::move(paint)});
    y_ += height;
}

void PageFlow::lines(const TextBlock& block, double indent) {
    std::size_t done = 0;
    while (done < block.lines()) {
        require(block.lineHeight());
        const auto fitting = std::max<std::size_t>(1, static_cast<std::size_t>(room() / block.lineHeight()));
        const std::size_t to = std::min(block.lines(), done + fitting);
        place(static_cast<double>(to - done) * block.lineHeight(),
              [block, indent, done, to](QPainter& painter, QPointF at) {
                  block.draw(painter, at + QPointF(indent, 0), done, to);
              });
        done = to;
    }
}

void PageFlow::heading(const QString& text, double points) {
    const TextBlock block(text, {.points = points, .bold = true}, paper::bodyWidth);
    skip(pt(points));
    require(block.height() + pt(104));
    lines(block, 0);
    skip(pt(4));
}

void PageFlow::text(const QString& text, const paper::Ink& ink) {
    lines(TextBlock(text, ink, paper::bodyWidth), 0);
    skip(pt(5));
}

void PageFlow::smallText(const QString& text) {
    this->text(text, {.points = 7.5, .colour = paper::muted});
}

void PageFlow::bullets(const QStringList& items) {
    const double indent = pt(12);
    for (const QString& item : items) {
        const TextBlock block(item, {}, paper::bodyWidth - indent);
        require(block.lineHeight());
        place(0, [](QPainter& painter, QPointF at) {
            TextBlock(QStringLiteral("•"), {.colour = paper::muted}, pt(10)).draw(painter, at);
        });
        lines(block, indent);
        skip(pt(3));
    }
    skip(pt(3));
}

}  // namespace prunescope::ui
