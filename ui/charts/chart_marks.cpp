#include "ui/charts/chart_marks.h"

#include "ui/charts/chart_overlay.h"
#include "ui/charts/chart_view.h"
#include "ui/support/theme.h"

#include <QChart>
#include <QGraphicsLineItem>
#include <QPen>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr qreal failureWidth = 2;
constexpr qreal height = 9;  ///< over the curves, under the crosshair

QPen penOf(const ChartMark& mark, const Theme& theme) {
    return mark.failure ? QPen(theme.error(), failureWidth, Qt::DashLine)
                        : QPen(theme.mutedText(), 1, Qt::DashLine);
}

}  // namespace

void ChartMarks::set(std::vector<ChartMark> marks) {
    marks_ = std::move(marks);
    for (const QGraphicsLineItem* line : lines_) delete line;
    lines_.clear();
    for (const ChartMark& mark : marks_) {
        auto* line = new QGraphicsLineItem(&chart_);
        line->setPen(penOf(mark, theme_));
        line->setZValue(height);
        line->hide();
        lines_.push_back(line);
    }
}

void ChartMarks::restyle() {
    for (std::size_t i = 0; i < lines_.size(); ++i) lines_[i]->setPen(penOf(marks_[i], theme_));
}

void ChartMarks::place(ChartView& view, ChartOverlay& overlay, view::TimeUnit unit) {
    const QRectF area = chart_.plotArea();
    std::vector<ChartView::Mark> places;
    std::vector<ChartOverlay::Word> words;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
        const double x = marks_[i].moment.in(unit);
        const double pixel = view.pixelOf(x);
        const bool seen = pixel >= area.left() && pixel <= area.right() + 1;
        places.push_back({x, marks_[i].text, marks_[i].event});
        lines_[i]->setVisible(seen);
        lines_[i]->setLine(pixel, area.top(), pixel, area.bottom());
        if (seen && !marks_[i].word.isEmpty()) {
            const QColor colour = marks_[i].failure ? theme_.error() : theme_.mutedText();
            words.push_back({pixel, marks_[i].word, colour});
        }
    }
    view.setMarks(std::move(places));
    overlay.setWords(std::move(words));
}

}  // namespace prunescope::ui
