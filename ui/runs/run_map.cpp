#include "ui/runs/run_map.h"

#include "report/csv.h"
#include "ui/charts/chart_export.h"
#include "ui/runs/run_columns.h"
#include "ui/support/format.h"
#include "ui/support/plain_label.h"
#include "ui/support/theme.h"

#include <fmt/format.h>

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr double mapMargin = 16;
/// Of the width is for the steps; the names at the ends of the bars have the rest.
constexpr double shareOfSteps = 0.6;
constexpr double laneHeight = 6;
constexpr double knob = 5;
constexpr double linesPerLane = 2.6;
constexpr int mostTicks = 6;

QString qualityOfRun(const store::RunSummary& run) {
    const run::QualityMeasure* measure = store::testMeasure(run);
    if (measure == nullptr) return QStringLiteral("–");
    return qualityText(*measure, store::testQuality(run, measure->key).value_or(std::nan("")),
                       run.targetUnit);
}

QString figuresOf(const store::RunSummary& run) {
    return QStringLiteral("%1 · %2").arg(qualityOfRun(run),
                                         run.sparsity ? percentText(*run.sparsity) : QStringLiteral("–"));
}

/// 1, 2 or 5 times a power of ten.
std::int64_t tickDistance(std::int64_t steps) {
    std::int64_t distance = 1;
    for (int i = 0; steps / distance > mostTicks; ++i)
        distance = i % 3 == 1 ? distance / 2 * 5 : distance * 2;
    return distance;
}

}  // namespace

/// Where things stand in a picture of some size.
struct RunMapPlot::Scale {
    Scale(const QSize& room, const QFontMetricsF& letters, const RunLineage& lineage)
        : line(letters.height()),
          left(mapMargin),
          right(mapMargin + (room.width() - 2 * mapMargin) * shareOfSteps),
          perStep((right - left) / static_cast<double>(std::max<std::int64_t>(1, lineage.lastStep))),
          edge(room.width() - mapMargin) {
        const double wanted = linesPerLane * line;
        const double there = (room.height() - 2 * line) /
                             static_cast<double>(std::max<std::size_t>(1, lineage.related.size()));
        lane = std::max(wanted, std::min(there, 2 * wanted));
    }

    double x(std::int64_t step) const { return left + perStep * static_cast<double>(step); }
    double y(std::size_t number) const { return line + lane * (static_cast<double>(number) + 0.5); }

    double line;
    double left;
    double right;
    double perStep;
    double edge;
    double lane = 0;
};

RunMapPlot::RunMapPlot(Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setObjectName(QStringLiteral("runsMapPlot"));
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void RunMapPlot::setRuns(std::vector<store::RunSummary> runs) {
    runs_ = std::move(runs);
    lineage_ = lineageOf(runs_);
    current_ = std::min(current_, lineage_.related.empty() ? 0 : lineage_.related.size() - 1);
    setMinimumHeight(sizeHint().height());
    updateGeometry();
    update();
}

QSize RunMapPlot::sizeHint() const {
    const double line = QFontMetricsF(font()).height();
    const double lanes = linesPerLane * static_cast<double>(lineage_.related.size()) + 3;
    return {640, static_cast<int>(std::ceil(line * lanes))};
}

QRectF RunMapPlot::bar(std::size_t lane) const {
    const Scale scale(size(), QFontMetricsF(font()), lineage_);
    const RelatedRun& related = lineage_.related.at(lane);
    const double y = scale.y(lane);
    return {QPointF(scale.x(related.firstStep) - knob, y - scale.lane / 2),
            QPointF(scale.edge, y + scale.lane / 2)};
}

std::optional<std::size_t> RunMapPlot::laneAt(const QPointF& place) const {
    for (std::size_t lane = 0; lane < lineage_.related.size(); ++lane) {
        if (bar(lane).contains(place)) return lane;
    }
    return std::nullopt;
}

void RunMapPlot::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.surface());
    paint(painter, theme_, size());
    if (!hasFocus() || lineage_.related.empty()) return;
    painter.setPen(QPen(theme_.accent(), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar(current_).adjusted(0, 1, 0, -1));
}

void RunMapPlot::paint(QPainter& painter, const Theme& theme, const QSize& room) const {
    painter.setRenderHint(QPainter::Antialiasing);
    const Scale scale(room, QFontMetricsF(painter.font()), lineage_);
    paintAxis(painter, theme, scale);
    for (const RelatedRun& related : lineage_.related) paintFork(painter, theme, scale, related);
    for (const RelatedRun& related : lineage_.related) paintRun(painter, theme, scale, related);
}

void RunMapPlot::paintAxis(QPainter& painter, const Theme& theme, const Scale& scale) const {
    const double bottom = scale.y(lineage_.related.size()) - scale.lane / 2;
    const std::int64_t distance = tickDistance(lineage_.lastStep);
    for (std::int64_t step = 0; step <= lineage_.lastStep; step += distance) {
        const double x = scale.x(step);
        painter.setPen(QPen(theme.hairline(), 1));
        painter.drawLine(QPointF(x, scale.line / 2), QPointF(x, bottom));
        painter.setPen(theme.mutedText());
        const QString text = step == 0 ? tr("step 0") : countText(step);
        painter.drawText(QRectF(x - 60, bottom, 120, 1.5 * scale.line).translated(step == 0 ? 60 : 0, 0),
                         static_cast<int>((step == 0 ? Qt::AlignLeft : Qt::AlignHCenter) | Qt::AlignVCenter),
                         text);
    }
}

/// From the parent's bar down to the beginning of the branch; dotted from nowhere where the parent is not
/// there.
void RunMapPlot::paintFork(QPainter& painter, const Theme& theme, const Scale& scale,
                           const RelatedRun& related) const {
    const QPointF begin(scale.x(related.firstStep), scale.y(related.lane));
    painter.setPen(QPen(theme.mutedText(), 1.5, related.parent ? Qt::SolidLine : Qt::DotLine));
    painter.setBrush(theme.mutedText());
    if (related.parent) {
        const QPointF fork(begin.x(), scale.y(*related.parent));
        painter.drawLine(fork, begin);
        painter.drawEllipse(fork, knob - 2, knob - 2);
    } else if (related.isOrphan(runOf(related))) {
        painter.drawLine(QPointF(scale.left, begin.y()), begin);
        painter.setPen(theme.mutedText());
        const QString from = QString::fromStdString(runOf(related).parent->folder);
        const QRectF room(scale.left, begin.y() - 1.4 * scale.line, begin.x() - scale.left, scale.line);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(painter.font())
                             .elidedText(tr("%1 (not here)").arg(from), Qt::ElideMiddle, room.width()));
    }
}

void RunMapPlot::paintRun(QPainter& painter, const Theme& theme, const Scale& scale,
                          const RelatedRun& related) const {
    const store::RunSummary& run = runOf(related);
    const double y = scale.y(related.lane);
    const QPointF begin(scale.x(related.firstStep), y);
    const QPointF end(scale.x(related.lastStep), y);
    painter.setPen(QPen(theme.accent(), laneHeight, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(begin, end);
    painter.setPen(QPen(theme.surface(), 1.5));
    painter.setBrush(theme.accent());
    painter.drawEllipse(end, knob, knob);
    const double left = end.x() + 2 * knob;
    const QFontMetricsF letters(painter.font());
    const double room = std::max(0.0, scale.edge - left);
    painter.setPen(theme.text());
    painter.drawText(QRectF(left, y - scale.line, room, scale.line), Qt::AlignLeft | Qt::AlignVCenter,
                     letters.elidedText(shownName(run), Qt::ElideMiddle, room));
    painter.setPen(theme.mutedText());
    painter.drawText(QRectF(left, y, room, scale.line), Qt::AlignLeft | Qt::AlignVCenter,
                     letters.elidedText(figuresOf(run), Qt::ElideRight, room));
}

void RunMapPlot::choose(std::size_t lane) {
    if (lane >= lineage_.related.size()) return;
    current_ = lane;
    setAccessibleDescription(shownName(runOf(lineage_.related[lane])));
    update();
    emit runChosen(QString::fromStdString(runOf(lineage_.related[lane]).id));
}

void RunMapPlot::mousePressEvent(QMouseEvent* event) {
    if (const auto lane = laneAt(event->position())) choose(*lane);
}

void RunMapPlot::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Down) return choose(current_ + 1);
    if (event->key() == Qt::Key_Up && current_ > 0) return choose(current_ - 1);
    QWidget::keyPressEvent(event);
}

void RunMapPlot::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

bool RunMapPlot::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto lane = laneAt(help->pos());
    if (!lane) {
        QToolTip::hideText();
        return true;
    }
    const RelatedRun& related = lineage_.related[*lane];
    const store::RunSummary& run = runOf(related);
    QString text = QStringLiteral("%1\n%2").arg(shownName(run), figuresOf(run));
    if (run.parent)
        text += QLatin1Char('\n') +
                tr("Branched from %1 at step %2")
                    .arg(QString::fromStdString(run.parent->folder), countText(run.parent->step.value));
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

RunMap::RunMap(Theme& theme, QWidget* parent)
    : RunPicture(parent),
      plot_(new RunMapPlot(theme, this)),
      scroll_(new QScrollArea(this)),
      words_(new PlainLabel(this)) {
    setObjectName(QStringLiteral("runsMap"));
    words_->setObjectName(QStringLiteral("runsMapWords"));
    words_->setForegroundRole(QPalette::PlaceholderText);
    words_->setContentsMargins(8, 0, 8, 4);
    scroll_->setWidget(plot_);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll_, 1);
    column->addWidget(words_);
    setFocusProxy(plot_);
    connect(plot_, &RunMapPlot::runChosen, this, &RunPicture::runChosen);
    retranslate();
}

void RunMap::setRuns(std::vector<store::RunSummary> runs) {
    plot_->setRuns(std::move(runs));
    words_->setText(words());
}

void RunMap::retranslate() {
    plot_->setAccessibleName(tr("Map of the workspace"));
    words_->setText(words());
    plot_->update();
}

QString RunMap::hint() const {
    return tr(
        "No run that the table shows was branched from another. “Branch from here…” in the menu of a run "
        "prepares one.");
}

QString RunMap::words() const {
    return tr("Runs with neither parent nor branch, which are not drawn: %1")
        .arg(countText(static_cast<std::int64_t>(plot_->lineage().unrelated)));
}

Poster RunMap::poster(const RunComparison& comparison) const {
    return {.title = tr("Who came from whom"),
            .subtitle = subtitleOf(comparison),
            .words = words(),
            .body = [this](QPainter& painter, Theme& light, const QSize& room) {
                plot_->paint(painter, light, room);
            }};
}

bool RunMap::saveFigures(const QString& path, QString& error) const {
    using report::csvText;
    std::string out = "run,name,parent,first_step,last_step,sparsity,test_accuracy\r\n";
    const auto orEmpty = [](const std::optional<double>& value) {
        return value ? fmt::format("{}", *value) : std::string();
    };
    for (const RelatedRun& related : plot_->lineage().related) {
        const store::RunSummary& run = plot_->runs()[related.run];
        out += fmt::format("{},{},{},{},{},{},{}\r\n", csvText(run.id), csvText(run.name),
                           csvText(run.parent ? run.parent->folder : std::string()), related.firstStep,
                           related.lastStep, orEmpty(run.sparsity), orEmpty(run.testAccuracy));
    }
    return writeText(path, QByteArray::fromStdString(out), error);
}

}  // namespace prunescope::ui
