#include "ui/report/page_preview.h"

#include "ui/support/engine_text.h"
#include "ui/support/plain_label.h"
#include "ui/support/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double zoomStep = 1.25;
constexpr double smallestZoom = 0.4;
constexpr double largestZoom = 4;
constexpr int widestPicture = 5000;

}  // namespace

PagePreview::PagePreview(Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), scroll_(new QScrollArea(this)), sheet_(new QLabel) {
    auto* bar = new QHBoxLayout;
    bar->setSpacing(8);
    previous_ = addButton(QStringLiteral("previousPageButton"), QStringLiteral("‹"));
    pageLabel_ = new PlainLabel(this);
    pageLabel_->setObjectName(QStringLiteral("pageLabel"));
    next_ = addButton(QStringLiteral("nextPageButton"), QStringLiteral("›"));
    smaller_ = addButton(QStringLiteral("zoomOutButton"), QStringLiteral("−"));
    larger_ = addButton(QStringLiteral("zoomInButton"), QStringLiteral("+"));
    fit_ = addButton(QStringLiteral("fitWidthButton"), QStringLiteral("↔"));
    for (QWidget* widget : {static_cast<QWidget*>(previous_), static_cast<QWidget*>(pageLabel_),
                            static_cast<QWidget*>(next_)}) {
        bar->addWidget(widget);
    }
    bar->addStretch(1);
    for (QToolButton* button : {smaller_, larger_, fit_}) bar->addWidget(button);

    scroll_->setObjectName(QStringLiteral("previewScroll"));
    scroll_->setWidget(sheet_);
    scroll_->setAlignment(Qt::AlignCenter);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    sheet_->setObjectName(QStringLiteral("previewSheet"));
    sheet_->setAlignment(Qt::AlignCenter);
    sheet_->setWordWrap(true);
    // What it says when there are no pages may hold names from anywhere.
    sheet_->setTextFormat(Qt::PlainText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(bar);
    layout->addWidget(scroll_, 1);

    previous_->setShortcut(Qt::CTRL | Qt::Key_PageUp);
    next_->setShortcut(Qt::CTRL | Qt::Key_PageDown);
    smaller_->setShortcut(QKeySequence::ZoomOut);
    larger_->setShortcut(QKeySequence::ZoomIn);
    fit_->setShortcut(Qt::CTRL | Qt::Key_0);
    connect(previous_, &QToolButton::clicked, this, [this] { showPage(page_ - 1); });
    connect(next_, &QToolButton::clicked, this, [this] { showPage(page_ + 1); });
    connect(smaller_, &QToolButton::clicked, this, &PagePreview::zoomOut);
    connect(larger_, &QToolButton::clicked, this, &PagePreview::zoomIn);
    connect(fit_, &QToolButton::clicked, this, &PagePreview::fitWidth);
    connect(&theme_, &Theme::changed, this, &PagePreview::restyle);
    restyle();
    retranslate();
}

QToolButton* PagePreview::addButton(const QString& name, const QString& symbol) {
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(symbol);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void PagePreview::retranslate() {
    const auto name = [](QToolButton* button, const QString& text) {
        button->setAccessibleName(text);
        button->setToolTip(
            QStringLiteral("%1 (%2)").arg(text, button->shortcut().toString(QKeySequence::NativeText)));
    };
    name(previous_, tr("Previous page"));
    name(next_, tr("Next page"));
    name(smaller_, tr("Smaller"));
    name(larger_, tr("Larger"));
    name(fit_, tr("Fit the page to the width"));
    sheet_->setAccessibleName(tr("Preview of the report"));
    updateControls();
}

void PagePreview::setReport(std::shared_ptr<const GatheredReport> report, const QString& message) {
    report_ = std::move(report);
    page_ = std::clamp(page_, 0, std::max(0, pageCount() - 1));
    if (!report_) {
        sheet_->setPixmap({});
        sheet_->setText(message);
        sheet_->resize(scroll_->viewport()->size());
    }
    updateControls();
    paintPage();
}

void PagePreview::showPage(int page) {
    const int wanted = std::clamp(page, 0, std::max(0, pageCount() - 1));
    if (wanted == page_) return;
    page_ = wanted;
    scroll_->verticalScrollBar()->setValue(0);
    updateControls();
    paintPage();
}

void PagePreview::zoomBy(double factor) {
    zoom_ = std::clamp(zoom_ * factor, smallestZoom, largestZoom);
    updateControls();
    paintPage();
}

void PagePreview::zoomIn() {
    zoomBy(zoomStep);
}

void PagePreview::zoomOut() {
    zoomBy(1 / zoomStep);
}

void PagePreview::fitWidth() {
    zoomBy(1 / zoom_);
}

int PagePreview::wantedWidth() const {
    const double view = std::max(64, scroll_->viewport()->width() - 16);
    return std::min(widestPicture, static_cast<int>(std::lround(view * zoom_ * devicePixelRatioF())));
}

void PagePreview::paintPage() {
    if (!report_) return painting_.cancel();
    painting_.start(
        [report = report_, page = page_, width = wantedWidth()] {
            return Painted{page, report->pages.image(page, width)};
        },
        [this](Painted painted) { showPainted(std::move(painted)); },
        [this](const Error& error) {
            sheet_->setPixmap({});
            sheet_->setText(engineText(error.whole()));
        });
}

void PagePreview::showPainted(Painted painted) {
    painted.image.setDevicePixelRatio(devicePixelRatioF());
    sheet_->setText({});
    sheet_->setPixmap(QPixmap::fromImage(std::move(painted.image)));
    sheet_->adjustSize();
    emit pageShown(painted.page);
}

void PagePreview::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (!report_) sheet_->resize(scroll_->viewport()->size());
    paintPage();
}

void PagePreview::updateControls() {
    pageLabel_->setText(report_ ? tr("Page %1 of %2").arg(page_ + 1).arg(pageCount()) : QString());
    previous_->setEnabled(page_ > 0);
    next_->setEnabled(page_ + 1 < pageCount());
    smaller_->setEnabled(report_ && zoom_ > smallestZoom);
    larger_->setEnabled(report_ && zoom_ < largestZoom);
    fit_->setEnabled(report_ != nullptr);
}

void PagePreview::restyle() {
    QPalette ground = palette();
    ground.setColor(QPalette::Window, theme_.hairline());
    scroll_->viewport()->setPalette(ground);
    scroll_->viewport()->setAutoFillBackground(true);
}

}  // namespace prunescope::ui
