#include "ui/charts/chart_panel.h"

#include "ui/charts/chart_files.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_menu.h"
#include "ui/charts/chart_view.h"
#include "ui/support/message_bar.h"
#include "ui/support/plain_label.h"
#include "ui/support/theme.h"

#include <QChart>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr int valuesIntervalMs = 300;
constexpr int leastLegendLines = 2;
constexpr int legendPart = 3;  ///< the legend takes at most this part of the height

}  // namespace

ChartPanel::ChartPanel(Theme& theme, TimeAxis& axis, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      axis_(axis),
      plot_(theme, axis, *this),
      head_(new QHBoxLayout),
      title_(new ElidedLabel(this)),
      place_(new PlainLabel(this)),
      legend_(new ChartLegend(theme, this)),
      message_(new MessageBar(theme, this)),
      menu_(new ChartMenu(this)),
      readout_(plot_, axis, *legend_),
      alignment_(plot_.chart(), axis, *this),
      files_(std::make_unique<ChartFiles>(*this, plot_.lines(),
                                          ChartPicture({*this, *title_, *legend_, plot_.view(),
                                                        plot_.crosshair(), plot_.axes(), axis, theme}),
                                          *message_)) {
    // Nothing behind it has to be painted when a curve moves.
    setAttribute(Qt::WA_OpaquePaintEvent);
    layOut();
    connectPlot();
    connectParts();
    retranslate();
    restyle();
}

ChartPanel::~ChartPanel() = default;

/// A pixel around everything is left for the frame of the focus.
void ChartPanel::layOut() {
    // Where it is narrow, the name gives way to what is read.
    head_->setSpacing(8);
    head_->addWidget(title_, 1);
    head_->addWidget(place_);
    head_->addWidget(menu_);
    place_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    place_->setObjectName(QStringLiteral("chartPlace"));
    place_->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 1, 8, 1);
    layout->setSpacing(0);
    layout->addLayout(head_);
    layout->addWidget(message_);
    layout->addWidget(legend_);
    layout->addWidget(&plot_.view(), 1);
    legend_->setInteractive(true);
    legend_->setObjectName(QStringLiteral("chartLegend"));
    setFocusProxy(&plot_.view());
}

void ChartPanel::connectPlot() {
    // Wider labels leave less room for the picture: fewer columns, other pixels.
    connect(&plot_.chart(), &QChart::plotAreaChanged, this, &ChartPanel::placeMarks);
    connect(&plot_.chart(), &QChart::plotAreaChanged, this, &ChartPanel::refresh);
    connect(&plot_.chart(), &QChart::plotAreaChanged, &alignment_, &PlotAlignment::join);
    connect(&plot_.view(), &ChartView::markActivated, this, &ChartPanel::markActivated);
    connect(&plot_.view(), &ChartView::pointerMoved, &readout_, &ChartReadout::pointAt);
    connect(&plot_.view(), &ChartView::rowStepped, &readout_, &ChartReadout::stepRow);
    connect(&grip_, &YGrip::moved, this, &ChartPanel::refresh);
    connect(&plot_.view(), &ChartView::focusChanged, this, qOverload<>(&QWidget::update));
}

void ChartPanel::connectParts() {
    connect(menu_, &ChartMenu::saveRequested, this,
            [this](const QString& ending) { files_->ask(title_->text(), ending); });
    connect(menu_, &ChartMenu::logarithmicToggled, this, &ChartPanel::setLogarithmic);
    connect(menu_, &ChartMenu::fromZeroToggled, this, &ChartPanel::setFromZero);
    connect(menu_, &ChartMenu::wholeRunRequested, this, [this] { axis_.setZoom(std::nullopt); });
    connect(menu_, &ChartMenu::fitRequested, this, &ChartPanel::fitValues);
    connect(files_.get(), &ChartFiles::saved, this, &ChartPanel::saved);
    connect(&readout_, &ChartReadout::hiddenChanged, this, &ChartPanel::rescale);
    connect(&axis_, &TimeAxis::changed, this, [this] {
        setTimeLabels(plot_.axes().timeLabels());
        rescale();
    });
    connect(&axis_, &TimeAxis::wasReset, this, &ChartPanel::fitValues);
    connect(&axis_, &TimeAxis::crosshairMoved, this, &ChartPanel::showValues);
    connect(&readout_, &ChartReadout::rowPointed, this, &ChartPanel::showValues);
    connect(&theme_, &Theme::changed, this, &ChartPanel::restyle);
}

void ChartPanel::retranslate() {
    menu_->retranslate();
    plot_.retranslate();
    keysHelp_ =
        tr("Arrow keys move the crosshair, plus and minus zoom, Home shows everything, Page up and Page down "
           "go from mark to mark, Enter opens a mark. With Ctrl, the arrows up and down move the axis of the "
           "values, plus and minus zoom it, Home has it fit the values again.");
    plot_.view().setAccessibleDescription(keysHelp_);
    summary_.clear();
    setTimeLabels(plot_.axes().timeLabels());
    refresh();
}

void ChartPanel::setTitle(const QString& title, const QString& explanation) {
    title_->setText(title);
    title_->setToolTip(explanation);
    plot_.view().setAccessibleName(title);
    legend_->setAccessibleName(tr("Legend of the chart %1").arg(title));
    menu_->setAccessibleName(tr("Menu of the chart %1").arg(title));
}

void ChartPanel::setShare(bool share) {
    if (!plot_.axes().setShare(share)) return;
    fillLegend();
    refresh();
}

void ChartPanel::setLeastRange(double low, double high) {
    if (plot_.axes().setLeastRange({.low = low, .high = high})) refresh();
}

void ChartPanel::setFit(YFit::Kind fit) {
    if (plot_.axes().setFit(fit)) refresh();
}

void ChartPanel::setFromZero(bool fromZero) {
    if (!plot_.axes().setFromZero(fromZero)) return;
    menu_->setFromZero(fromZero);
    refresh();
    emit fromZeroChanged(fromZero);
}

void ChartPanel::setLogarithmic(bool logarithmic) {
    if (plot_.axes().isLogarithmic() == logarithmic) return;
    plot_.setLogarithmic(logarithmic);
    menu_->setLogarithmic(logarithmic);
    restyle();
    emit logarithmicChanged(logarithmic);
}

void ChartPanel::setForm(ChartForm form) {
    plot_.setForm(form);
    legend_->setVisible(!plot_.isStrip());
    keepRoom();
    rescale();
}

void ChartPanel::setTimeLabels(ChartAxes::TimeLabels labels) {
    plot_.axes().setTimeLabels(labels, axis_.unitText());
    keepHeight();
    refresh();
}

void ChartPanel::setLeastPicture(int pixels) {
    leastPicture_ = pixels;
    keepHeight();
}

/// Whatever stands above it takes no letter from under the axis.
void ChartPanel::keepHeight() {
    plot_.view().setMinimumHeight(std::max(leastPicture_, plot_.axes().leastHeight()));
}

void ChartPanel::addTool(QWidget& tool) {
    head_->insertWidget(head_->indexOf(place_), &tool);
}

QWidget& ChartPanel::canvas() {
    return *plot_.view().viewport();
}

std::optional<PlotFrame> ChartPanel::frame() {
    return frameOf(plot_);
}

void ChartPanel::setRoomRight(double pixels) {
    roomRight_ = pixels;
    keepRoom();
}

void ChartPanel::setSeries(std::vector<ChartSeries> series) {
    plot_.setSeries(std::move(series));
    // Before other room moves the plot, which has the values read.
    fillLegend();
    keepRoom();
    rescale();
}

void ChartPanel::keepRoom() {
    alignment_.setWanted(plot_.roomLeft(), std::max(plot_.roomRight(), roomRight_));
}

void ChartPanel::setMarks(std::vector<ChartMark> marks) {
    plot_.marks().set(std::move(marks));
    refresh();
}

void ChartPanel::setLastMoment(const view::Moment& moment) {
    if (last_ == moment) return;
    last_ = moment;
    refresh();
}

void ChartPanel::setSmoothing(double weight) {
    plot_.lines().setSmoothing(weight);
    refresh();
}

bool ChartPanel::exportTo(const QString& path, QString& error) const {
    return files_->exportTo(path, error);
}

void ChartPanel::save(const QString& path) {
    files_->save(path);
}

void ChartPanel::rescale() {
    plot_.axes().restart();
    refresh();
}

void ChartPanel::fitValues() {
    plot_.axes().fitY();
    refresh();
}

void ChartPanel::refresh() {
    redrawWithin(RedrawQueue::chartIntervalMs);
}

void ChartPanel::redrawWithin(int intervalMs) {
    stale_ = true;
    if (isVisible())
        axis_.redraws().request(
            this, [this] { redraw(); }, intervalMs);
}

void ChartPanel::follow() {
    const bool seen = plot_.lines().reached(axis_.unit()) - drawnTo_ >= plot_.perPixel();
    if (seen || !sinceDrawn_.isValid() || sinceDrawn_.hasExpired(valuesIntervalMs))
        redrawWithin(RedrawQueue::growthIntervalMs);
}

void ChartPanel::redraw() {
    if (!stale_ || !isVisible()) return;
    stale_ = false;
    drawnTo_ = plot_.lines().reached(axis_.unit());
    sinceDrawn_.start();
    const bool complete = plot_.draw(last_);
    menu_->setHeld(plot_.axes().isHeld());
    placeMarks();
    if (!complete) refresh();
}

void ChartPanel::placeMarks() {
    plot_.placeMarks();
    showValues();
    emit placed();
}

void ChartPanel::fillLegend() {
    readout_.nameCurves();
    showValues();
}

void ChartPanel::showValues() {
    if (!isVisible()) return;
    plot_.placeCrosshair();
    readout_.showValues();
    place_->setText(readout_.placeInWords());
    QString summary = readout_.inWords();
    if (plot_.marks().size() > 0) summary += QLatin1Char(' ') + tr("Marks: %1.").arg(plot_.marks().size());
    if (plot_.showsBeyond())
        summary += QLatin1Char(' ') + tr("Triangles at the edge stand for values beyond the axis.");
    if (std::exchange(summary_, summary) == summary) return;
    plot_.view().setAccessibleDescription(summary_ + QLatin1Char(' ') + keysHelp_);
}

void ChartPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    alignment_.join();
    refresh();
}

void ChartPanel::hideEvent(QHideEvent* event) {
    alignment_.leave();
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
    if (!plot_.view().hasFocus()) return;
    painter.setPen(QPen(theme_.accent(), 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void ChartPanel::restyle() {
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    title_->setFont(strong);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    plot_.restyle(small);
    keepRoom();
    keepHeight();
    refresh();
    update();
}

}  // namespace prunescope::ui
