#include "ui/charts/chart_panel.h"

#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_view.h"
#include "ui/support/message_bar.h"
#include "ui/support/theme.h"

#include <QAction>
#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QGraphicsLineItem>
#include <QHBoxLayout>
#include <QLabel>
#include <QLegend>
#include <QLogValueAxis>
#include <QToolButton>
#include <QVBoxLayout>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double shrinkShare = 0.6;  ///< the x axis shrinks when less than this is needed

constexpr double rounding = 1e-9;
constexpr int valuesIntervalMs = 300;
constexpr int labelMargins = 10;  ///< pixels that Qt Charts wants above and below a label's letters
constexpr double roomOfLabel =
    2.2;  ///< labels' heights from tick to tick; rounding the step takes up to half

/// A wide range with the narrow interval of before would have the axis draw millions of ticks in between.
void setScale(QValueAxis& axis, double from, double to, double step) {
    if (step > axis.tickInterval()) axis.setTickInterval(step);
    axis.setRange(from, to);
    axis.setTickInterval(step);
}

bool isTime(view::TimeUnit unit) {
    return unit == view::TimeUnit::wallSeconds || unit == view::TimeUnit::processSeconds;
}

}  // namespace

ChartPanel::ChartPanel(Theme& theme, TimeAxis& axis, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      axis_(axis),
      chart_(new QChart),
      lines_(*chart_),
      view_(new ChartView(chart_, theme, axis, this)),
      x_(new QValueAxis(this)),
      y_(new QValueAxis(this)),
      logY_(new QLogValueAxis(this)),
      title_(new QLabel(this)),
      place_(new QLabel(this)),
      legend_(new ChartLegend(theme, this)),
      message_(new MessageBar(theme, this)),
      menu_(new QToolButton(this)),
      crosshair_(new QGraphicsLineItem(chart_)) {
    auto* head = new QHBoxLayout;
    head->addWidget(title_);
    head->addWidget(place_, 1);
    head->addWidget(menu_);
    place_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    place_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    place_->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(message_);
    layout->addWidget(legend_);
    layout->addWidget(view_, 1);
    chart_->setMargins({});
    chart_->layout()->setContentsMargins(0, 0, 0, 0);
    chart_->setBackgroundRoundness(0);
    chart_->legend()->hide();
    for (QValueAxis* a : {x_, y_}) {
        a->setTickType(QValueAxis::TicksDynamic);
        a->setTickAnchor(0);
        a->setLabelFormat(QStringLiteral("%.6g"));
    }
    logY_->setBase(10);
    logY_->setLabelFormat(QStringLiteral("%.6g"));
    chart_->addAxis(x_, Qt::AlignBottom);
    chart_->addAxis(y_, Qt::AlignLeft);
    crosshair_->setZValue(10);
    crosshair_->hide();
    makeMenu();
    // Wider labels leave less room for the picture: fewer columns, other pixels.
    connect(chart_, &QChart::plotAreaChanged, this, &ChartPanel::placeMarks);
    connect(chart_, &QChart::plotAreaChanged, this, &ChartPanel::refresh);
    connect(view_, &ChartView::markActivated, this, &ChartPanel::markActivated);
    connect(&axis_, &TimeAxis::changed, this, &ChartPanel::rescale);
    connect(&axis_, &TimeAxis::crosshairMoved, this, &ChartPanel::showValues);
    connect(&theme_, &Theme::changed, this, &ChartPanel::restyle);
    retranslate();
    restyle();
}

ChartPanel::~ChartPanel() = default;

void ChartPanel::setShare(bool share) {
    if (share_ == share) return;
    share_ = share;
    fillLegend();
    rescale();
}

void ChartPanel::setLeastRange(double low, double high) {
    leastRange_ = ChartLines::Extent{.low = low, .high = high};
    rescale();
}

void ChartPanel::setLogarithmic(bool logarithmic) {
    if (logarithmic_ == logarithmic) return;
    logarithmic_ = logarithmic;
    QAbstractAxis* gone = logarithmic ? static_cast<QAbstractAxis*>(y_) : logY_;
    QAbstractAxis* come = logarithmic ? static_cast<QAbstractAxis*>(logY_) : y_;
    lines_.clearPoints();
    chart_->removeAxis(gone);
    gone->setParent(this);
    chart_->addAxis(come, Qt::AlignLeft);
    lines_.attach(come);
    logAction_->setChecked(logarithmic);
    restyle();
    rescale();
    emit logarithmicChanged(logarithmic);
}

void ChartPanel::setSeries(std::vector<ChartSeries> series) {
    const auto y = logarithmic_ ? static_cast<QAbstractAxis*>(logY_) : y_;
    lines_.set(std::move(series), {x_, y});
    fillLegend();
    end_ = 0;
    rescale();
}

void ChartPanel::setMarks(std::vector<ChartMark> marks) {
    marks_ = std::move(marks);
    for (const QGraphicsLineItem* line : markLines_) delete line;
    markLines_.clear();
    for (std::size_t i = 0; i < marks_.size(); ++i) {
        auto* line = new QGraphicsLineItem(chart_);
        line->setPen(QPen(theme_.mutedText(), 1, Qt::DashLine));
        line->setZValue(9);
        line->hide();
        markLines_.push_back(line);
    }
    refresh();
}

void ChartPanel::setLastMoment(const view::Moment& moment) {
    if (last_ == moment) return;
    last_ = moment;
    refresh();
}

void ChartPanel::setSmoothing(double weight) {
    lines_.setSmoothing(weight);
    refresh();
}

void ChartPanel::refresh() {
    stale_ = true;
    if (isVisible()) axis_.redraws().request(this, [this] { redraw(); });
}

void ChartPanel::follow() {
    const double perPixel = (x_->max() - x_->min()) / std::max(1.0, chart_->plotArea().width());
    const bool seen = reached() - drawnTo_ >= perPixel;
    if (seen || !sinceDrawn_.isValid() || sinceDrawn_.hasExpired(valuesIntervalMs)) refresh();
}

void ChartPanel::rescale() {
    scale_ = AxisScale(scaleKind());
    rescaled_ = true;
    refresh();
}

AxisScale::Kind ChartPanel::scaleKind() const {
    return logarithmic_ ? AxisScale::Kind::logarithmic
           : share_     ? AxisScale::Kind::percent
                        : AxisScale::Kind::plain;
}

void ChartPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void ChartPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    refresh();
}

void ChartPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void ChartPanel::restyle() {
    setAutoFillBackground(true);
    QPalette ground = palette();
    ground.setColor(QPalette::Window, theme_.surface());
    setPalette(ground);
    chart_->setBackgroundBrush(theme_.surface());
    chart_->setBackgroundPen(Qt::NoPen);
    view_->setBackgroundBrush(theme_.surface());
    view_->setRenderHint(QPainter::Antialiasing);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    title_->setFont(strong);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    for (QAbstractAxis* axis : std::initializer_list<QAbstractAxis*>{x_, y_, logY_}) {
        axis->setLabelsFont(small);
        axis->setLabelsColor(theme_.mutedText());
        axis->setLinePenColor(theme_.hairline());
        axis->setGridLineColor(theme_.hairline());
    }
    crosshair_->setPen(QPen(theme_.accent(), 1));
    for (QGraphicsLineItem* line : markLines_) line->setPen(QPen(theme_.mutedText(), 1, Qt::DashLine));
}

double ChartPanel::reached() const {
    double last = 0;
    for (const ChartSeries& s : lines_.series()) {
        // What is only planned stands still.
        const bool grows = !s.anchoredAtEnd && !s.times->empty();
        if (grows) last = std::max(last, s.times->at(axis_.unit(), s.times->size() - 1));
    }
    return last;
}

/// The x axis ends with the run when that is known, and else grows in steps.
std::pair<double, double> ChartPanel::everything() {
    const view::TimeUnit unit = axis_.unit();
    const double last = reached();
    const double planned = last_.in(unit);
    const double end = std::max({last, planned, 1e-9});
    const bool exact = planned >= last && planned > 0 && !isTime(unit);
    const bool fits = endUnit_ == unit && end <= end_ && end >= shrinkShare * end_;
    if (exact) {
        end_ = end;
    } else if (!fits) {
        const double step = niceStep(end, 10);
        end_ = step * std::ceil(end / step);
    }
    endUnit_ = unit;
    return {0, end_};
}

void ChartPanel::redraw() {
    if (!stale_ || !isVisible()) return;
    stale_ = false;
    drawnTo_ = reached();
    sinceDrawn_.start();
    const bool complete = lines_.follow();
    scaleX();
    ChartLines::View view{.unit = axis_.unit(), .kind = scaleKind()};
    view.from = x_->min();
    view.to = x_->max();
    view.columns = static_cast<std::size_t>(std::max(16.0, chart_->plotArea().width()));
    scaleY(lines_.redraw(view));
    placeMarks();
    if (!complete) refresh();
}

void ChartPanel::scaleX() {
    const auto whole = everything();
    const auto shown = axis_.zoom().value_or(whole);
    const double parts = chart_->plotArea().width() / (fontMetrics().averageCharWidth() * 12);
    setScale(*x_, shown.first, shown.second, niceStep(shown.second - shown.first, std::min(parts, 10.0)));
    view_->setRange(shown, whole);
}

void ChartPanel::scaleY(ChartLines::Extent extent) {
    const double parts =
        chart_->plotArea().height() / (roomOfLabel * (fontMetrics().height() + labelMargins));
    if (leastRange_ && !logarithmic_) {
        extent.low = std::min(extent.low, leastRange_->low);
        extent.high = std::max(extent.high, leastRange_->high);
    }
    const AxisScale before = scale_;
    scale_.follow(extent.low, extent.high, std::clamp(parts, 1.0, 6.0));
    if (scale_ == before && !rescaled_) return;
    rescaled_ = false;
    if (logarithmic_) {
        // A little wider, so that rounding does not take the outermost ticks.
        logY_->setRange(scale_.from() * (1 - rounding), scale_.to() * (1 + rounding));
    } else {
        const int decimals = scale_.step() >= 1 ? 0 : scale_.step() >= 0.1 ? 1 : 2;
        y_->setLabelFormat(share_ ? QStringLiteral("%.%1f %%").arg(decimals) : QStringLiteral("%.6g"));
        setScale(*y_, scale_.from(), scale_.to(), scale_.step());
    }
    // Else labels that have become wider are cut to dots.
    chart_->layout()->invalidate();
}

}  // namespace prunescope::ui
