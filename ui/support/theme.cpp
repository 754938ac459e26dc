#include "ui/support/theme.h"

#include "ui/support/theme_style.h"

#include <QApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QStyleHints>
#include <QWidget>
#include <cmath>

namespace prunescope::ui {
namespace {

struct Tones {
    QRgb light, dark;
};
constexpr Tones windowTones{0xfff4f5f7, 0xff1d1f23};
constexpr Tones surfaceTones{0xffffffff, 0xff16181b};
constexpr Tones textTones{0xff1b1e23, 0xffe8eaed};
constexpr Tones mutedTones{0xff5c646f, 0xff9aa2ad};
constexpr Tones hairlineTones{0xffd9dce1, 0xff34383e};
constexpr Tones accentTones{0xff0067a8, 0xff56b4e9};
constexpr Tones onAccentTones{0xffffffff, 0xff10202b};
constexpr Tones warningTones{0xff8a5a00, 0xffe6b450};
constexpr Tones errorTones{0xffb3261e, 0xfff2897f};
constexpr Tones successTones{0xff00704f, 0xff4fc79f};
constexpr Tones positiveTones{0xffd55e00, 0xfff0883e};
constexpr Tones negativeTones{0xff0072b2, 0xff58a9e0};

bool systemIsDark() {
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

QString styleSheetOf(const Theme& theme) {
    return QStringLiteral(
               "QToolTip { color: %1; background: %2; border: 1px solid %3; padding: 4px; }"
               "QMainWindow::separator { background: %3; width: 1px; height: 1px; }"
               "QToolBar { border: none; border-bottom: 1px solid %3; spacing: 4px; padding: 4px; }"
               "QStatusBar { border-top: 1px solid %3; } QStatusBar::item { border: none; }"
               "QDockWidget::title { padding: 8px; background: %4; }"
               "QTabWidget::pane { border: none; border-top: 1px solid %3; }"
               "QHeaderView::section { background: %4; border: none; border-bottom: 1px solid %3; padding: "
               "4px 8px; }"
               // Beside a heading at the right edge there is no room.
               "QHeaderView::up-arrow, QHeaderView::down-arrow { width: 9px; height: 9px; "
               "subcontrol-position: top "
               "center; }"
               "QTableView, QTreeView, QListView { border: none; }")
        .arg(theme.text().name(), theme.surface().name(), theme.hairline().name(), theme.window().name());
}

}  // namespace

QColor colourOf(view::Rgb colour) {
    return {colour.red, colour.green, colour.blue};
}

QColor mixed(const QColor& from, const QColor& to, double share) {
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + share * (b - a))); };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

Theme::Theme(QObject* parent) : QObject(parent) {}

void Theme::choose(Choice choice) {
    if (choice_ == choice) return;
    choice_ = choice;
    update();
}

void Theme::applyTo(QApplication& application) {
    application_ = &application;
    systemDark_ = systemIsDark();
    update();
}

void Theme::update() {
    dark_ = choice_ == Choice::dark || (choice_ == Choice::system && systemDark_);
    if (application_ != nullptr) {
        application_->setStyle(new ThemeStyle);
        application_->setPalette(palette());
        application_->setStyleSheet(styleSheetOf(*this));
    }
    emit changed();
}

void Theme::dress(QWidget& widget, std::function<void()> style) {
    style();
    connect(this, &Theme::changed, &widget, style);
    connect(&widget, &QObject::destroyed, this, [this](QObject* gone) { dressed_.erase(gone); });
    widget.installEventFilter(this);
    dressed_[&widget] = std::move(style);
}

bool Theme::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Show) {
        if (const auto found = dressed_.find(watched); found != dressed_.end()) found->second();
    }
    return QObject::eventFilter(watched, event);
}

namespace {
QColor toned(Tones tones, bool dark) {
    return QColor::fromRgb(dark ? tones.dark : tones.light);
}
}  // namespace

QColor Theme::window() const {
    return toned(windowTones, dark_);
}
QColor Theme::surface() const {
    return toned(surfaceTones, dark_);
}
QColor Theme::text() const {
    return toned(textTones, dark_);
}
QColor Theme::mutedText() const {
    return toned(mutedTones, dark_);
}
QColor Theme::hairline() const {
    return toned(hairlineTones, dark_);
}
QColor Theme::accent() const {
    return toned(accentTones, dark_);
}
QColor Theme::onAccent() const {
    return toned(onAccentTones, dark_);
}
QColor Theme::warning() const {
    return toned(warningTones, dark_);
}
QColor Theme::error() const {
    return toned(errorTones, dark_);
}
QColor Theme::success() const {
    return toned(successTones, dark_);
}
QColor Theme::positive() const {
    return toned(positiveTones, dark_);
}
QColor Theme::negative() const {
    return toned(negativeTones, dark_);
}

QColor Theme::layer(std::size_t layer, std::size_t layers) const {
    return colourOf(view::layerColour(layer, layers, ground()));
}

QColor Theme::category(std::size_t slot) const {
    return colourOf(view::categoryColour(slot, ground()));
}

QColor Theme::series(view::Series series) const {
    return colourOf(view::seriesColour(series, ground()));
}

QColor Theme::shade(double share) const {
    return colourOf(view::shadeColour(share, ground()));
}

view::Ground Theme::ground() const {
    return dark_ ? view::Ground::dark : view::Ground::light;
}

QPalette Theme::palette() const {
    QPalette p(window());
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        p.setColor(role, text());
        p.setColor(QPalette::Disabled, role, mutedText());
    }
    p.setColor(QPalette::Window, window());
    p.setColor(QPalette::Button, window());
    p.setColor(QPalette::Base, surface());
    p.setColor(QPalette::AlternateBase, window());
    p.setColor(QPalette::ToolTipBase, surface());
    p.setColor(QPalette::PlaceholderText, mutedText());
    p.setColor(QPalette::Highlight, accent());
    p.setColor(QPalette::HighlightedText, onAccent());
    p.setColor(QPalette::Link, accent());
    return p;
}

}  // namespace prunescope::ui
