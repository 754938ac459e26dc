#pragma once

#include "ui/report/text_block.h"

#include <functional>
#include <vector>

namespace prunescope::ui {

/// Paints at a place: the top left corner of what is painted.
using PaintAt = std::function<void(QPainter&, QPointF)>;

/// One printed page: what stands on it, and where.
struct PrintedPage {
    struct Item {
        QPointF topLeft;
        PaintAt paint;
    };
    std::vector<Item> items{};
};

/// Fills pages from top to bottom. Nothing is cut: what does not fit begins a new page or, where it has
/// lines, goes on there.
class PageFlow {
public:
    PageFlow() : pages_(1) {}

    double room() const { return paper::bodyBottom - y_; }
    static constexpr double fullRoom() { return paper::bodyBottom - paper::bodyTop; }
    bool isAtTop() const { return y_ <= paper::bodyTop; }
    void newPage();
    /// Begins a new page unless `height` is left on this one.
    void require(double height);
    /// White space; none at the top of a page.
    void skip(double height);
    /// Something that is not divided; it must not be higher than a page.
    void place(double height, PaintAt paint);

    /// Stays with at least the lines that follow.
    void heading(const QString& text, double points);
    void text(const QString& text, const paper::Ink& ink = {});
    void smallText(const QString& text);
    void bullets(const QStringList& items);

    std::vector<PrintedPage> takePages() { return std::move(pages_); }

private:
    void lines(const TextBlock& block, double indent);

    std::vector<PrintedPage> pages_;
    double y_ = paper::bodyTop;
};

}  // namespace prunescope::ui
