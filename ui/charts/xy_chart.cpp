#include "ui/charts/xy_chart.h"

#include "ui/charts/chart_export.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/poster.h"
#include "ui/support/message_bar.h"
#include "ui/support/plain_label.h"
#include "ui/support/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace prunescope::ui {
namespace {

constexpr int mostLegendLines = 20;  ///< all of it: there are a handful of curves

}  // namespace

XyChart::XyChart(Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      title_(new PlainLabel(this)),
      place_(new PlainLabel(this)),
      menu_(new QToolButton(this)),
      message_(new MessageBar(theme, this)),
      legend_(new ChartLegend(theme, this)),
      plot_(new XyPlot(theme, this)) {
    // Nothing behind it has to be painted.
    setAttribute(Qt::WA_OpaquePaintEvent);
    auto* head = new QHBoxLayout;
    head->addWidget(title_);
    head->addStretch(1);
    head->addWidget(menu_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(message_);
    layout->addWidget(legend_);
    layout->addWidget(plot_, 1);
    layout->addWidget(place_);
    place_->setForegroundRole(QPalette::PlaceholderText);
    place_->setWordWrap(true);
    legend_->setMostLines(mostLegendLines);
    makeMenu();
    connect(plot_, &XyPlot::pointed, this, [this](const QString& explanation) {
        if (explanation.isEmpty()) {
            showRest();
        } else {
            place_->setText(explanation);
        }
        plot_->setAccessibleDescription(explanation.isEmpty() ? summary() : explanation);
    });
    connect(&theme_, &Theme::changed, this, &XyChart::restyle);
    retranslate();
    restyle();
}

void XyChart::makeMenu() {
    menu_->setObjectName(QStringLiteral("chartMenu"));
    menu_->setText(QStringLiteral("⋯"));
    menu_->setAutoRaise(true);
    menu_->setFocusPolicy(Qt::StrongFocus);
    menu_->setPopupMode(QToolButton::InstantPopup);
    menu_->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    auto* menu = new QMenu(menu_);
    const auto add = [&](const char* ending) {
        QAction* action = menu->addAction(QString());
        connect(action, &QAction::triggered, this, [this, ending] { askForFile(QLatin1String(ending)); });
        return action;
    };
    savePng_ = add("png");
    saveSvg_ = add("svg");
    saveCsv_ = add("csv");
    menu_->setMenu(menu);
}

void XyChart::retranslate() {
    savePng_->setText(tr("Save as PNG…"));
    saveSvg_->setText(tr("Save as SVG…"));
    saveCsv_->setText(tr("Save the numbers as CSV…"));
    menu_->setToolTip(tr("Saves this chart as PNG, SVG or CSV."));
    showRest();
    plot_->setAccessibleDescription(summary());
}

void XyChart::restyle() {
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    title_->setFont(strong);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    plot_->setFont(small);
    place_->setFont(small);
    // As many lines as it takes, so that nothing moves when a point is read.
    // Sentences may be in letters of another font, whose lines are higher.
    const int line = QFontMetrics(small).lineSpacing() + (rest_.isEmpty() ? 0 : 3);
    place_->setFixedHeight(placeLines_ * line + 2);
    place_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    update();
}

/// Painted, not set as a palette: under a style sheet a palette that is set while the chart is hidden never
/// arrives.
void XyChart::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.surface());
}

void XyChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void XyChart::setTitle(const QString& title, const QString& explanation) {
    title_->setText(title);
    title_->setToolTip(explanation);
    plot_->setToolTip(explanation);
    plot_->setAccessibleName(title);
    menu_->setAccessibleName(tr("Menu of the chart %1").arg(title));
}

void XyChart::setSeries(std::vector<XySeries> series) {
    legend_->setEntries(legendOf(series), {});
    plot_->setSeries(std::move(series));
    plot_->setAccessibleDescription(summary());
}

void XyChart::setRest(const QString& text, int lines) {
    rest_ = text;
    placeLines_ = lines;
    showRest();
    restyle();
}

void XyChart::showRest() {
    place_->setText(rest_.isEmpty() ? tr("Point at a mark to read it.") : rest_);
}

void XyChart::offerMenu(bool offered) {
    menu_->setVisible(offered);
}

/// The picture in words, for those who do not see it.
QString XyChart::summary() const {
    QStringList parts;
    for (const XySeries& s : plot_->series()) {
        for (const XyPoint& p : s.points) {
            if (s.markers && !p.explanation.isEmpty()) parts << p.explanation;
        }
    }
    parts << tr("Arrow keys go from point to point and read its values.");
    return parts.join(QLatin1Char('\n'));
}

void XyChart::askForFile(const QString& ending) {
    const QString path = askForChartFile(this, title_->text(), ending);
    if (path.isEmpty()) return;
    QString error;
    message_->clear();
    if (!exportTo(path, error)) message_->show(MessageBar::Kind::error, error);
}

QByteArray XyChart::csv() const {
    QByteArray lines =
        "series," + csvQuoted(plot_->xAxis().title) + ',' + csvQuoted(plot_->yAxis().title) + '\n';
    for (const XySeries& s : plot_->series()) {
        for (const XyPoint& p : s.points) {
            lines += csvQuoted(s.label) + ',' + QByteArray::number(p.x, 'g', 9) + ',' +
                     QByteArray::number(p.y, 'g', 9) + '\n';
        }
    }
    return lines;
}

bool XyChart::exportTo(const QString& path, QString& error) const {
    if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)) return writeText(path, csv(), error);
    return writePicture(
        path, pictureSize(), *this, [this](QPainter& painter) { drawPicture(painter); }, error);
}

/// In a file nobody can open the list of what the legend leaves out: there it is as high as it must be.
QSize XyChart::pictureSize() const {
    return {width(), height() + legend_->heightOfAll(plot_->width()) - legend_->height()};
}

/// Title, legend and plot, without the button and what is pointed at.
void XyChart::drawPicture(QPainter& painter) const {
    const int grown = pictureSize().height() - height();
    painter.fillRect(QRect(QPoint(), pictureSize()), theme_.surface());
    painter.setFont(title_->font());
    painter.setPen(theme_.text());
    painter.drawText(QRect(title_->pos(), QSize(width(), title_->height())), Qt::AlignLeft | Qt::AlignVCenter,
                     title_->text());
    painter.translate(plot_->x(), legend_->y());
    legend_->drawAll(painter, plot_->width());
    painter.translate(0, plot_->y() - legend_->y() + grown);
    plot_->draw(painter);
}

}  // namespace prunescope::ui
