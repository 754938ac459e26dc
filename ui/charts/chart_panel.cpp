#include "ui/charts/chart_panel.h"

#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_overlay.h"
#include "ui/charts/chart_view.h"
#include "ui/support/message_bar.h"
#include "ui/support/plain_label.h"
#include "ui/support/theme.h"

#include <QAction>
#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QGraphicsLineItem>
#include <QHBoxLayout>
#include <QLegend>
#include <QLogValueAxis>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <QValueAxis>
#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr int valuesIntervalMs = 300;
constexpr int leastLegendLines = 2;
constexpr int legendPart = 3;  ///< the legend takes at most this part of the height
constexpr qreal failureWidth = 2;

QPen penOf(const ChartMark& mark, const Theme& theme) {
    return mark.failure ? QPen(theme.error(), failureWidth, Qt::DashLine)
                        : QPen(theme.mutedText(), 1, Qt::DashLine);
}

}  // namespace

ChartPanel::ChartPanel(Theme& theme, TimeAxis& axis, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      axis_(axis),
      living_(&axis),
      chart_(new QChart),
      lines_(*chart_),
      view_(new ChartView(chart_, axis, this)),
      x_(new QValueAxis(this)),
      y_(new QValueAxis(this)),
      logY_(new QLogValueAxis(this)),
      title_(new ElidedLabel(this)),
      place_(new PlainLabel(this)),
      legend_(new ChartLegend(theme, this)),
      message_(new MessageBar(theme, this)),
      menu_(new QToolButton(this)),
      nothing_(new PlainLabel(view_)),
      elsewhere_(new QPushButton(view_)),
      overlay_(new ChartOverlay(chart_)),
      crosshair_(new QGraphicsLineItem(chart_)) {
    // Nothing behind it has to be painted when a curve moves.
    setAttribute(Qt::WA_OpaquePaintEvent);
    layOut();
    for (QValueAxis* a : {x_, y_}) {
        a->setTickType(QValueAxis::TicksDynamic);
        a->setTickAnchor(0);
        a->setLabelFormat(QStringLiteral("%.6g"));
    }
    logY_->setBase(10);
    logY_->setLabelFormat(QStringLiteral("%.6g"));
    chart_->addAxis(x_, Qt::AlignBottom);
    chart_->addAxis(y_, Qt::AlignLeft);
    overlay_->setZValue(8);
    crosshair_->setZValue(10);
    crosshair_->hide();
    makeMenu();
    connectParts();
    retranslate();
    restyle();
}

ChartPanel::~ChartPanel() {
    if (living_ != nullptr) living_->removeRoom(this);
}

/// A pixel around everything is left for the frame of the focus.
void ChartPanel::layOut() {
    auto* head = new QHBoxLayout;
    // Where it is narrow, the name gives way to what is read.
    head->addWidget(title_, 1);
    head->addWidget(place_);
    head->addWidget(menu_);
    place_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    place_->setObjectName(QStringLiteral("chartPlace"));
    place_->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 1, 8, 1);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(message_);
    layout->addWidget(legend_);
    layout->addWidget(view_, 1);
    chart_->setMargins({});
    chart_->layout()->setContentsMargins(0, 0, 0, 0);
    chart_->setBackgroundRoundness(0);
    chart_->legend()->hide();
    legend_->setInteractive(true);
    legend_->setObjectName(QStringLiteral("chartLegend"));
    nothing_->setObjectName(QStringLiteral("chartNothing"));
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setWordWrap(true);
    nothing_->setAttribute(Qt::WA_TransparentForMouseEvents);
    nothing_->setForegroundRole(QPalette::PlaceholderText);
    nothing_->hide();
    elsewhere_->setObjectName(QStringLiteral("chartElsewhere"));
    elsewhere_->hide();
    setFocusProxy(view_);
}

void ChartPanel::connectParts() {
    // Wider labels leave less room for the picture: fewer columns, other pixels.
    connect(chart_, &QChart::plotAreaChanged, this, &ChartPanel::placeMarks);
    connect(chart_, &QChart::plotAreaChanged, this, &ChartPanel::refresh);
    connect(chart_, &QChart::plotAreaChanged, this, &ChartPanel::takeRoom);
    connect(view_, &ChartView::markActivated, this, &ChartPanel::markActivated);
    connect(view_, &ChartView::pointerMoved, this, &ChartPanel::pointAt);
    connect(view_, &ChartView::focusChanged, this, qOverload<>(&QWidget::update));
    connect(elsewhere_, &QPushButton::clicked, this, [this] { axis_.setZoom(std::nullopt); });
    connect(legend_, &ChartLegend::toggled, this, &ChartPanel::toggle);
    connect(legend_, &ChartLegend::isolated, this, &ChartPanel::isolate);
    connect(legend_, &ChartLegend::pointed, this, [this](const QString& label) {
        lines_.highlight(label.isEmpty() ? std::nullopt : std::optional(label));
    });
    connect(&axis_, &TimeAxis::changed, this, &ChartPanel::rescale);
    connect(&axis_, &TimeAxis::crosshairMoved, this, &ChartPanel::showValues);
    connect(&axis_, &TimeAxis::roomChanged, this, &ChartPanel::align);
    connect(&theme_, &Theme::changed, this, &ChartPanel::restyle);
}

void ChartPanel::setShare(bool share) {
    if (share_ == share) return;
    share_ = share;
    fillLegend();
    rescale();
}

void ChartPanel::setLeastRange(double low, double high) {
    leastRange_ = YFit::Extent{.low = low, .high = high};
    rescale();
}

void ChartPanel::setFit(YFit::Kind fit) {
    if (fit_ == fit) return;
    fit_ = fit;
    rescale();
}

void ChartPanel::setFromZero(bool fromZero) {
    if (fromZero_ == fromZero) return;
    fromZero_ = fromZero;
    zeroAction_->setChecked(fromZero);
    rescale();
    emit fromZeroChanged(fromZero);
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
    for (const ChartMark& mark : marks_) {
        auto* line = new QGraphicsLineItem(chart_);
        line->setPen(penOf(mark, theme_));
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

void ChartPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    takeRoom();
    refresh();
}

void ChartPanel::hideEvent(QHideEvent* event) {
    if (living_ != nullptr) living_->removeRoom(this);
    QWidget::hideEvent(event);
}

void ChartPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    legend_->setMostLines(std::max(leastLegendLines, height() / legendPart / fontMetrics().height()));
    refresh();
}

void ChartPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

/// The ground is painted, not set as a palette: under a style sheet a palette that is set while the chart is
/// hidden never arrives.
void ChartPanel::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.surface());
    if (!view_->hasFocus()) return;
    painter.setPen(QPen(theme_.accent(), 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void ChartPanel::restyle() {
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
    overlay_->setFont(small);
    overlay_->setGround(theme_.surface());
    for (std::size_t i = 0; i < markLines_.size(); ++i) markLines_[i]->setPen(penOf(marks_[i], theme_));
    refresh();
    update();
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
    view.fit = fromZero_ ? YFit::Kind::everything : fit_;
    scaleY(lines_.redraw(view));
    showBeyond();
    showEmptiness();
    placeMarks();
    if (!complete) refresh();
}

}  // namespace prunescope::ui
