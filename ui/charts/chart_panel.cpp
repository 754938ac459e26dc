#include "ui/charts/chart_panel.h"

#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <QChart>
#include <QChartView>
#include <QFileDialog>
#include <QGraphicsLineItem>
#include <QHBoxLayout>
#include <QLabel>
#include <QLegendMarker>
#include <QLineSeries>
#include <QMessageBox>
#include <QMouseEvent>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QToolButton>
#include <QVBoxLayout>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr int redrawIntervalMs = 90;
constexpr qreal markReach = 5;  ///< pixels beside a mark that still count as on it

/// 1, 2 or 5 times a power of ten, so that axes move in steps.
double niceStep(double span) {
    const double power = std::pow(10, std::floor(std::log10(std::max(span, 1e-12) / 4)));
    const double rest = span / 4 / power;
    return power * (rest > 5 ? 10 : rest > 2 ? 5 : rest > 1 ? 2 : 1);
}

/// A wide range with the narrow interval of before would have the axis draw millions of ticks in between.
void setScale(QValueAxis& axis, double from, double to, double step) {
    if (step > axis.tickInterval()) axis.setTickInterval(step);
    axis.setRange(from, to);
    axis.setTickInterval(step);
}

}  // namespace

void TimeAxis::setUnit(view::TimeUnit unit) {
    if (unit_ == unit) return;
    unit_ = unit;
    zoom_.reset();
    emit changed();
}

void TimeAxis::setZoom(std::optional<std::pair<double, double>> zoom) {
    if (zoom_ == zoom) return;
    zoom_ = zoom;
    emit changed();
}

void TimeAxis::setCrosshair(std::optional<double> x) {
    if (crosshair_ == x) return;
    crosshair_ = x;
    emit crosshairMoved();
}

ChartPanel::ChartPanel(Theme& theme, TimeAxis& axis, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      axis_(axis),
      chart_(new QChart),
      view_(new QChartView(chart_, this)),
      x_(new QValueAxis(this)),
      y_(new QValueAxis(this)),
      title_(new QLabel(this)),
      values_(new QLabel(this)),
      menu_(new QToolButton(this)),
      crosshair_(new QGraphicsLineItem(chart_)) {
    auto* head = new QHBoxLayout;
    head->addWidget(title_);
    head->addWidget(values_, 1);
    head->addWidget(menu_);
    values_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    values_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    menu_->setText(QStringLiteral("⤓"));
    menu_->setAutoRaise(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(view_, 1);
    chart_->setMargins({});
    chart_->setBackgroundRoundness(0);
    chart_->legend()->setAlignment(Qt::AlignBottom);
    for (QValueAxis* a : {x_, y_}) {
        a->setTickType(QValueAxis::TicksDynamic);
        a->setTickAnchor(0);
        a->setLabelFormat(QStringLiteral("%.6g"));
    }
    chart_->addAxis(x_, Qt::AlignBottom);
    chart_->addAxis(y_, Qt::AlignLeft);
    view_->setFrameShape(QFrame::NoFrame);
    view_->viewport()->installEventFilter(this);
    view_->viewport()->setMouseTracking(true);
    crosshair_->setZValue(10);
    crosshair_->hide();
    timer_.setSingleShot(true);
    timer_.setInterval(redrawIntervalMs);
    connect(&timer_, &QTimer::timeout, this, &ChartPanel::redraw);
    connect(&axis_, &TimeAxis::changed, this, &ChartPanel::refresh);
    connect(&axis_, &TimeAxis::crosshairMoved, this, &ChartPanel::showValues);
    connect(&theme_, &Theme::changed, this, &ChartPanel::restyle);
    connect(menu_, &QToolButton::clicked, this, &ChartPanel::askForExport);
    restyle();
}

ChartPanel::~ChartPanel() = default;

void ChartPanel::setTitle(const QString& title) {
    title_->setText(title);
    view_->setAccessibleName(title);
    menu_->setToolTip(tr("Saves this chart as PNG, SVG or CSV."));
    menu_->setAccessibleName(tr("Save the chart %1").arg(title));
}

void ChartPanel::setShare(bool share) {
    share_ = share;
    y_->setLabelFormat(share ? QStringLiteral("%.2f") : QStringLiteral("%.6g"));
    refresh();
}

void ChartPanel::setSeries(std::vector<ChartSeries> series) {
    series_ = std::move(series);
    chart_->removeAllSeries();
    lines_.clear();
    for (const ChartSeries& s : series_) {
        auto* line = new QLineSeries;
        line->setName(s.label);
        line->setPen(QPen(s.colour, s.width, s.style));
        chart_->addSeries(line);
        line->attachAxis(x_);
        line->attachAxis(y_);
        for (QLegendMarker* marker : chart_->legend()->markers(line)) marker->setVisible(s.inLegend);
        lines_.push_back(line);
    }
    refresh();
}

void ChartPanel::setMarks(std::vector<ChartMark> marks) {
    marks_ = std::move(marks);
    for (const QGraphicsLineItem* line : markLines_) delete line;
    markLines_.clear();
    for (const ChartMark& mark : marks_) {
        auto* line = new QGraphicsLineItem(chart_);
        line->setPen(QPen(theme_.mutedText(), 1, Qt::DashLine));
        line->setToolTip(mark.text);
        line->setZValue(9);
        markLines_.push_back(line);
    }
    refresh();
}

void ChartPanel::setLastMoment(const view::Moment& moment) {
    last_ = moment;
    refresh();
}

void ChartPanel::refresh() {
    stale_ = true;
    if (isVisible() && !timer_.isActive()) timer_.start();
}

void ChartPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void ChartPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    refresh();
}

void ChartPanel::restyle() {
    chart_->setBackgroundBrush(theme_.surface());
    chart_->legend()->setLabelColor(theme_.text());
    for (QValueAxis* axis : {x_, y_}) {
        axis->setLabelsColor(theme_.mutedText());
        axis->setLinePenColor(theme_.hairline());
        axis->setGridLineColor(theme_.hairline());
    }
    crosshair_->setPen(QPen(theme_.accent(), 1));
    for (QGraphicsLineItem* line : markLines_) line->setPen(QPen(theme_.mutedText(), 1, Qt::DashLine));
}

std::pair<double, double> ChartPanel::shownX() const {
    if (axis_.zoom()) return *axis_.zoom();
    double end = last_.in(axis_.unit());
    for (const ChartSeries& s : series_) {
        if (!s.times->empty()) end = std::max(end, s.times->at(axis_.unit(), s.times->size() - 1));
    }
    const double step = niceStep(end > 0 ? end : 1);
    // The axis grows in steps while the run's own end is not reached.
    return {0, last_.in(axis_.unit()) >= end && end > 0 ? end : step * std::ceil((end > 0 ? end : 1) / step)};
}

void ChartPanel::redraw() {
    if (!stale_ || !isVisible()) return;
    stale_ = false;
    const auto [from, to] = shownX();
    setScale(*x_, from, to, niceStep(to - from));
    const auto columns = static_cast<std::size_t>(std::max(16.0, chart_->plotArea().width()));
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (std::size_t i = 0; i < series_.size(); ++i) {
        const auto points = series_[i].curve->thinned(*series_[i].times, axis_.unit(), from, to, columns);
        QList<QPointF> list;
        list.reserve(static_cast<qsizetype>(points.size()));
        for (const view::Point& p : points) {
            if (!std::isfinite(p.y)) continue;
            list.append({p.x, p.y});
            low = std::min(low, p.y);
            high = std::max(high, p.y);
        }
        lines_[i]->replace(list);
    }
    scaleY(low, high);
    placeMarks();
    showValues();
}

/// Ends on round numbers, and spans something even when all values are the same.
void ChartPanel::scaleY(double low, double high) {
    if (low > high) return;
    const double span = std::max(high - low, share_ ? 0.1 : 0.1 * std::max(1.0, std::abs(high)));
    const double step = niceStep(span);
    double top = step * std::ceil(high / step);
    if (share_) top = std::min(1.0, top);
    double bottom = step * std::floor(low / step);
    const bool flat = top - bottom < step;
    if (flat && share_ && top >= 1) bottom = top - span;
    if (flat && !(share_ && top >= 1)) top = bottom + span;
    setScale(*y_, share_ ? std::max(0.0, bottom) : bottom, std::max(top, bottom + step), step);
}

void ChartPanel::placeMarks() {
    const QRectF area = chart_->plotArea();
    for (std::size_t i = 0; i < marks_.size(); ++i) {
        const double x = marks_[i].moment.in(axis_.unit());
        const double pixel = chart_->mapToPosition({x, y_->min()}).x();
        markLines_[i]->setVisible(pixel >= area.left() && pixel <= area.right());
        markLines_[i]->setLine(pixel, area.top(), pixel, area.bottom());
    }
}

void ChartPanel::showValues() {
    const auto at = axis_.crosshair();
    crosshair_->setVisible(at.has_value());
    if (!at || !isVisible()) {
        values_->clear();
        return;
    }
    const QRectF area = chart_->plotArea();
    const double pixel = chart_->mapToPosition({*at, y_->min()}).x();
    crosshair_->setLine(pixel, area.top(), pixel, area.bottom());
    QStringList texts;
    for (const ChartSeries& s : series_) {
        if (!s.inLegend) continue;
        std::size_t position = s.times->firstAtOrAfter(axis_.unit(), *at);
        position = std::min(position, s.curve->size() - std::min<std::size_t>(1, s.curve->size()));
        if (position >= s.curve->size()) continue;
        const double y = s.curve->at(position);
        texts << s.label + QLatin1Char(' ') + (share_ ? percentText(y) : significantText(y));
    }
    values_->setText(texts.join(QStringLiteral("   ")));
}

double ChartPanel::xAt(QPointF position) const {
    return chart_->mapToValue(chart_->mapFromScene(view_->mapToScene(position.toPoint()))).x();
}

void ChartPanel::wheel(double x, int delta) {
    const auto [from, to] = shownX();
    const double factor = std::pow(1.2, -delta / 120.0);
    axis_.setZoom(std::pair{x - (x - from) * factor, x + (to - x) * factor});
}

bool ChartPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched != view_->viewport()) return QWidget::eventFilter(watched, event);
    switch (event->type()) {
        case QEvent::Wheel: {
            const auto* wheelEvent = static_cast<QWheelEvent*>(event);
            wheel(xAt(wheelEvent->position()), wheelEvent->angleDelta().y());
            return true;
        }
        case QEvent::MouseButtonPress: {
            const auto* mouse = static_cast<QMouseEvent*>(event);
            for (std::size_t i = 0; i < marks_.size(); ++i) {
                const double pixel = markLines_[i]->line().x1();
                if (markLines_[i]->isVisible() && std::abs(mouse->position().x() - pixel) <= markReach) {
                    emit markActivated(marks_[i].event);
                    return true;
                }
            }
            pressed_ = mouse->position();
            pressedRange_ = shownX();
            return false;
        }
        case QEvent::MouseMove: {
            const auto* mouse = static_cast<QMouseEvent*>(event);
            axis_.setCrosshair(xAt(mouse->position()));
            if (pressed_ && chart_->plotArea().width() > 0) {
                const auto [from, to] = pressedRange_;
                const double moved =
                    (mouse->position().x() - pressed_->x()) / chart_->plotArea().width() * (to - from);
                if (axis_.zoom()) axis_.setZoom(std::pair{from - moved, to - moved});
            }
            return false;
        }
        case QEvent::MouseButtonRelease:
            pressed_.reset();
            return false;
        case QEvent::MouseButtonDblClick:
            axis_.setZoom(std::nullopt);
            return true;
        case QEvent::Leave:
            axis_.setCrosshair(std::nullopt);
            return false;
        default:
            return QWidget::eventFilter(watched, event);
    }
}

void ChartPanel::askForExport() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the chart"), title_->text(),
                                                      tr("PNG (*.png);;SVG (*.svg);;CSV (*.csv)"));
    QString error;
    if (!path.isEmpty() && !exportTo(path, error)) QMessageBox::warning(this, tr("Save the chart"), error);
}

QByteArray ChartPanel::csv() const {
    QByteArray text = "series,step,epoch,wall_seconds,process_seconds,value\n";
    for (const ChartSeries& s : series_) {
        QString name = s.label;
        name.replace(QLatin1Char('"'), QStringLiteral("\"\""));
        for (std::size_t i = 0; i < s.curve->size(); ++i) {
            const view::Moment m = s.times->at(i);
            text += QStringLiteral("\"%1\",%2,%3,%4,%5,%6\n")
                        .arg(name)
                        .arg(m.step)
                        .arg(m.epoch, 0, 'g', 17)
                        .arg(m.wallSeconds, 0, 'g', 17)
                        .arg(m.processSeconds, 0, 'g', 17)
                        .arg(s.curve->at(i), 0, 'g', 9)
                        .toUtf8();
        }
    }
    return text;
}

bool ChartPanel::exportTo(const QString& path, QString& error) const {
    QSaveFile file(path);
    bool written = file.open(QIODevice::WriteOnly);
    if (written && path.endsWith(QLatin1String(".csv"))) {
        const QByteArray text = csv();
        written = file.write(text) == text.size();
    } else if (written && path.endsWith(QLatin1String(".svg"))) {
        QSvgGenerator svg;
        svg.setOutputDevice(&file);
        svg.setSize(view_->size());
        svg.setViewBox(view_->rect());
        QPainter painter(&svg);
        view_->render(&painter);
    } else if (written) {
        written = view_->grab().save(&file, "PNG");
    }
    written = written && file.commit();
    if (!written) error = tr("%1: %2. Choose another folder or name.").arg(path, file.errorString());
    return written;
}

}  // namespace prunescope::ui
