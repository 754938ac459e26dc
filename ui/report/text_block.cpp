#include "ui/report/text_block.h"

#include <QPainter>
#include <QTextLayout>
#include <algorithm>

namespace prunescope::ui {

TextBlock::TextBlock(const QString& text, const paper::Ink& ink, double width, Qt::Alignment alignment)
    : ink_(ink), width_(width), alignment_(alignment) {
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
        QTextLayout layout(paragraph, paper::fontOf(ink_));
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width_);
            QString part = paragraph.mid(line.textStart(), line.textLength());
            while (part.endsWith(QLatin1Char(' '))) part.chop(1);
            lines_.push_back({part, line.naturalTextWidth()});
        }
        layout.endLayout();
    }
}

void TextBlock::draw(QPainter& painter, QPointF topLeft, std::size_t from, std::size_t to) const {
    painter.setFont(paper::fontOf(ink_));
    painter.setPen(ink_.colour);
    double baseline = topLeft.y() + 1.05 * paper::pt(ink_.points);
    for (std::size_t i = from; i < std::min(to, lines()); ++i) {
        const double spare = width_ - lines_[i].width;
        double x = topLeft.x();
        if (alignment_.testFlag(Qt::AlignRight)) x += spare;
        if (alignment_.testFlag(Qt::AlignHCenter)) x += spare / 2;
        painter.drawText(QPointF(x, baseline), lines_[i].text);
        baseline += lineHeight();
    }
}

}  // namespace prunescope::ui
