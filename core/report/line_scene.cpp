// Where the curves of a chart stand, its axes, its marks, and the labels of both.

#include "report/scene.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace prunescope::report {
namespace {

constexpr double labelHeight = 14;
constexpr int markRows = 3;
constexpr std::size_t longestLabel = 24;
constexpr double mostXSteps = 13;
/// Whatever names and numbers a record holds, this much is left for the curves.
constexpr double leastWidth = 100;
constexpr double leastHeight = 20;
/// Kept free for labels at the line ends, so that charts above one another share their time axis.
constexpr double usualLabelWidth = 112;

struct PlacedMark {
    double x = 0;
    double centre = 0;  ///< of its label
    int row = 0;        ///< `markRows`: no room for a label
    std::string label{};
};

struct NamedSeries {
    const Series* series;
    std::string label;
};

/// Lays one chart out and draws it.
class LineScene {
public:
    LineScene(const LineChart& chart, const Language& language, const Measure& measure)
        : chart_(chart),
          language_(language),
          measure_(measure),
          x_(view::Axis::within(view::AxisKind::plain,
                                chart.x.to > chart.x.from ? chart.x : view::Range{0, 1}, mostXSteps)),
          y_(view::Axis::around(chart.yIsShare ? view::AxisKind::percent : view::AxisKind::plain, chart.y,
                                std::max(2, chart.height / 45 - 1))) {
        for (const Series& s : chart.series) {
            if (!s.label.empty() && !s.points.empty())
                named_.push_back({&s, shortened(said(s.label, language), longestLabel)});
        }
        layOut();
    }

    Scene draw() {
        scene_.id = chart_.id;
        scene_.title = said(chart_.title, language_);
        scene_.description = said(chart_.description, language_);
        scene_.width = chart_.width;
        scene_.height = chart_.height;
        scene_.clip = {left_ - 4, top_ - 4, right_ - left_ + 8, bottom_ - top_ + 8, {}};
        drawGrid();
        drawMarks();
        for (const Series& series : chart_.series) drawCurve(series);
        if (!named_.empty()) fitsAtEnds() ? drawEndLabels() : drawColourRow();
        return std::move(scene_);
    }

private:
    double px(double value) const { return left_ + (right_ - left_) * x_.fractionOf(value); }
    /// Values far outside the axis are clipped anyway, and must stay numbers that every viewer can read.
    double py(double value) const {
        return std::clamp(bottom_ - (bottom_ - top_) * y_.fractionOf(value), -1e5, 1e5);
    }

    /// Labels at the line ends need a line of text each.
    bool fitsAtEnds() const { return static_cast<double>(named_.size()) * labelHeight <= bottom_ - top_; }

    void layOut() {
        for (const double tick : y_.ticks()) left_ = std::max(left_, measure_(y_.textOf(tick)) + 14);
        bottom_ = chart_.height - 38;
        double widest = usualLabelWidth;
        if (fitsAtEnds()) {
            for (const NamedSeries& s : named_) widest = std::max(widest, measure_(s.label));
        }
        right_ = std::max(chart_.width - 12 - widest - 6, left_ + leastWidth);
        placeMarks();
        int rows = 0;
        for (const PlacedMark& mark : marks_) rows = std::max(rows, std::min(mark.row + 1, markRows));
        top_ += rows * labelHeight;
        bottom_ = std::max(bottom_, top_ + leastHeight);
    }

    /// Gives each mark's label the first row where it has room, and drops marks that would fall on a line
    /// already drawn.
    void placeMarks() {
        std::vector<double> occupiedTo(markRows, -1e9);
        double lastX = -1;
        for (const Mark& mark : chart_.marks) {
            if (!(mark.epoch >= x_.range().from && mark.epoch <= x_.range().to)) continue;
            const double x = px(mark.epoch);
            std::string label = shortened(said(mark.label, language_), longestLabel);
            const double half = measure_(label) / 2;
            const double centre = std::max(half + 2, std::min(x, chart_.width - half - 2));
            const auto row = std::find_if(occupiedTo.begin(), occupiedTo.end(),
                                          [&](double taken) { return centre - half > taken + 6; });
            if (row == occupiedTo.end() && std::round(x) == std::round(lastX)) continue;
            if (row != occupiedTo.end()) *row = centre + half;
            lastX = x;
            marks_.push_back({x, centre, static_cast<int>(row - occupiedTo.begin()), std::move(label)});
        }
    }

    void line(Stroke::Kind kind, view::Point from, view::Point to, std::string title = {}) {
        scene_.below.push_back(Stroke{.kind = kind, .pieces = {{from, to}}, .title = std::move(title)});
    }

    static Label label(view::Point at, Label::Anchor anchor, Colour colour, std::string text) {
        return {.baseline = at, .anchor = anchor, .colour = colour, .text = std::move(text)};
    }

    void drawGrid() {
        constexpr Colour soft{Colour::Kind::soft};
        for (const double tick : y_.ticks()) {
            const double y = py(tick);
            line(Stroke::Kind::grid, {left_, y}, {right_, y});
            scene_.below.push_back(label({left_ - 8, y + 4}, Label::Anchor::end, soft, y_.textOf(tick)));
        }
        for (const double tick : x_.ticks()) {
            const double x = px(tick);
            line(Stroke::Kind::axis, {x, bottom_}, {x, bottom_ + 4});
            scene_.below.push_back(label({x, bottom_ + 17}, Label::Anchor::middle, soft, x_.textOf(tick)));
        }
        line(Stroke::Kind::axis, {left_, bottom_}, {right_, bottom_});
        scene_.below.push_back(
            label({right_, bottom_ + 32}, Label::Anchor::end, soft, said(chart_.xTitle, language_)));
    }

    void drawMarks() {
        for (const PlacedMark& mark : marks_) {
            // Without room for its label a line still stands; its title and the event log name it.
            const bool hasLabel = mark.row < markRows;
            const double labelY = 11 + labelHeight * mark.row;
            line(Stroke::Kind::mark, {mark.x, hasLabel ? labelY + 4 : top_}, {mark.x, bottom_}, mark.label);
            if (!hasLabel) continue;
            Label name = label({mark.centre, labelY}, Label::Anchor::middle, {}, mark.label);
            name.overCurves = true;
            scene_.below.push_back(std::move(name));
        }
    }

    void drawCurve(const Series& series) {
        // Many lines lie close together; fewer points each keep the picture small.
        const double units = right_ - left_;
        const double share = 8 * units / static_cast<double>(chart_.series.size());
        const double columns = std::max(leastWidth, std::min(share, units));
        const auto points = view::minMaxThinned(series.points, x_.range().from, x_.range().to,
                                                static_cast<std::size_t>(columns));
        Stroke stroke{
            .kind = Stroke::Kind::curve, .style = series.style, .colour = series.colour, .pieces = {}};
        bool drawing = false;
        for (const view::Point& p : points) {
            const bool known = std::isfinite(p.y);
            if (known && series.style == LineStyle::dots && p.y >= y_.range().from && p.y <= y_.range().to)
                scene_.curves.push_back(Dot{.centre = {px(p.x), py(p.y)}, .colour = series.colour});
            if (known && !drawing) stroke.pieces.emplace_back();
            if (known) stroke.pieces.back().push_back({px(p.x), py(p.y)});
            drawing = known;
        }
        // A point alone is a line that can be seen, too.
        for (auto& piece : stroke.pieces) {
            if (piece.size() == 1) piece.push_back({piece.front().x + 0.1, piece.front().y});
        }
        if (series.style != LineStyle::dots && !stroke.pieces.empty())
            scene_.curves.push_back(std::move(stroke));
    }

    double lastFiniteY(const Series& series) const {
        for (auto p = series.points.rbegin(); p != series.points.rend(); ++p) {
            if (std::isfinite(p->y)) return std::clamp(py(p->y), top_, bottom_);
        }
        return bottom_;
    }

    /// The height of each label, moved apart so that none covers another.
    static std::vector<double> spreadOut(std::vector<double> wanted, double top, double bottom) {
        for (std::size_t i = 1; i < wanted.size(); ++i)
            wanted[i] = std::max(wanted[i], wanted[i - 1] + labelHeight);
        double limit = bottom;
        for (std::size_t i = wanted.size(); i-- > 0;) {
            wanted[i] = std::max(top, std::min(wanted[i], limit));
            limit = wanted[i] - labelHeight;
        }
        return wanted;
    }

    void drawEndLabels() {
        std::stable_sort(named_.begin(), named_.end(), [this](const NamedSeries& a, const NamedSeries& b) {
            return lastFiniteY(*a.series) < lastFiniteY(*b.series);
        });
        std::vector<double> wanted;
        wanted.reserve(named_.size());
        for (const NamedSeries& s : named_) wanted.push_back(lastFiniteY(*s.series) + 4);
        const auto heights = spreadOut(std::move(wanted), top_ + 4, bottom_ + 4);
        for (std::size_t i = 0; i < named_.size(); ++i) {
            const Series& series = *named_[i].series;
            scene_.above.push_back(Dot{.centre = {right_ + 9, heights[i] - 4},
                                       .radius = 3.5,
                                       .colour = series.colour,
                                       .faint = series.style == LineStyle::faint});
            scene_.above.push_back(
                label({right_ + 17, heights[i]}, Label::Anchor::start, {}, named_[i].label));
        }
    }

    /// Many layers: their colours from first to last, with the names of those two.
    void drawColourRow() {
        auto all = named_;
        std::erase_if(all, [](const NamedSeries& s) { return s.series->style == LineStyle::dashed; });
        if (all.empty()) return;
        const double y = bottom_ + 32;
        scene_.above.push_back(label({left_, y}, Label::Anchor::start, {}, all.front().label));
        double x = left_ + measure_(all.front().label) + 8;
        constexpr std::size_t mostColours = 110;  // two units wide each
        const std::size_t step = (all.size() + mostColours - 1) / mostColours;
        const double each = std::clamp(220.0 / static_cast<double>(all.size()), 2.0, 14.0);
        for (std::size_t i = 0; i < all.size(); i += step) {
            scene_.above.push_back(Patch{x, y - 9, each, 9, all[i].series->colour});
            x += each;
        }
        scene_.above.push_back(label({x + 8, y}, Label::Anchor::start, {}, all.back().label));
    }

    const LineChart& chart_;
    const Language& language_;
    const Measure& measure_;
    view::Axis x_;
    view::Axis y_;
    std::vector<NamedSeries> named_{};
    std::vector<PlacedMark> marks_{};
    double left_ = 52;
    double right_ = 0;
    double top_ = 10;
    double bottom_ = 0;
    Scene scene_{};
};

}  // namespace

Scene sceneOf(const LineChart& chart, const Language& language, const Measure& measure) {
    return LineScene(chart, language, measure).draw();
}

}  // namespace prunescope::report
