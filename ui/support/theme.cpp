#include "ui/support/theme.h"

#include "ui/support/theme_style.h"

#include <QApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QStyleHints>
#include <QWidget>
#include <algorithm>
#include <array>
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

/// After Okabe & Ito 2008, in the order in which runs take them: darker on a light ground and lighter on a
/// dark one, so that each has a contrast of 3 with it and no two come close.
constexpr std::array<Tones, 6> okabeIto{{{0xff005a9c, 0xff3d96dd},
                                         {0xffc98600, 0xffe69f00},
                                         {0xff00916a, 0xff1fb98a},
                                         {0xffb83c00, 0xffe8703a},
                                         {0xffc0569a, 0xffd98ab8},
                                         {0xff2f9bd6, 0xff8fd0f5}}};

/// Ten stops of cividis (Nunez, Anderton, Renslow 2018), as in reports.
constexpr std::array<QRgb, 10> cividisStops{0xff00224e, 0xff123570, 0xff3b496c, 0xff575d6d, 0xff707173,
                                            0xff8a8678, 0xffa59c74, 0xffc3b369, 0xffe1cc55, 0xfffee838};
/// The parts of it that have a contrast of 3 with the ground.
constexpr double cividisLightEnd = 0.62;
constexpr double cividisDarkStart = 0.39;

QColor cividis(double t) {
    const double at = std::clamp(t, 0.0, 1.0) * static_cast<double>(cividisStops.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(at), cividisStops.size() - 2);
    const double part = at - static_cast<double>(below);
    const QColor a(cividisStops[below]);
    const QColor b(cividisStops[below + 1]);
    return mixed(a, b, part);
}

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
               "QTableView, QTreeView, QListView { border: none; }")
        .arg(theme.text().name(), theme.surface().name(), theme.hairline().name(), theme.window().name());
}

}  // namespace

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
    const double t = layers < 2 ? 0.5 : static_cast<double>(layer) / static_cast<double>(layers - 1);
    return cividis(dark_ ? cividisDarkStart + (1 - cividisDarkStart) * t : cividisLightEnd * t);
}

QColor Theme::category(std::size_t slot) const {
    return toned(okabeIto[slot % okabeIto.size()], dark_);
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
