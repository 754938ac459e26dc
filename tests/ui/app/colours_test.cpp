// What the themes promise the eye: text that can be read, boxes to tick that can be seen.
#include "ui/support/contrast.h"
#include "ui/support/theme.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QCheckBox>
#include <QHeaderView>
#include <QRadioButton>
#include <QStandardItemModel>
#include <QTableView>
#include <algorithm>

namespace prunescope::ui {
namespace {

/// Pixels that stand out of the ground as the parts of a control have to.
int pixelsThatStandOut(const QImage& picture, const QColor& ground) {
    int pixels = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) pixels += contrast(picture.pixelColor(x, y), ground) >= 3;
    }
    return pixels;
}

class Colours : public testing::TestWithParam<Theme::Choice> {
protected:
    Colours() {
        theme.choose(GetParam());
        theme.applyTo(*qApp);
    }
    Theme theme;
};

TEST_P(Colours, EveryRoleOfTextCanBeReadOnEveryGround) {
    const QPalette palette = QApplication::palette();
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                QPalette::PlaceholderText, QPalette::ToolTipText}) {
            for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase,
                                      QPalette::Button, QPalette::ToolTipBase}) {
                const QColor text = palette.color(group, role);
                const QColor behind = palette.color(group, ground);
                EXPECT_GE(contrast(text, behind), 4.5)
                    << "group " << group << ", role " << role << " on " << ground << ": "
                    << text.name().toStdString() << " on " << behind.name().toStdString();
            }
        }
    }
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        EXPECT_GE(contrast(palette.color(group, QPalette::HighlightedText),
                           palette.color(group, QPalette::Highlight)),
                  4.5);
    }
}

TEST_P(Colours, EveryToneOfTheThemeCanBeReadOnBothGrounds) {
    for (const QColor& ground : {theme.window(), theme.surface()}) {
        for (const QColor& tone : {theme.text(), theme.mutedText(), theme.accent(), theme.warning(),
                                   theme.error(), theme.success()}) {
            EXPECT_GE(contrast(tone, ground), 4.5)
                << tone.name().toStdString() << " on " << ground.name().toStdString();
        }
    }
    EXPECT_GE(contrast(theme.onAccent(), theme.accent()), 4.5);
}

TEST_P(Colours, EveryCurveStandsOutOfItsGround) {
    for (std::size_t slot = 0; slot < 6; ++slot)
        EXPECT_GE(contrast(theme.category(slot), theme.surface()), 3) << "slot " << slot;
    for (const std::size_t layers : {1U, 2U, 5U, 8U, 20U}) {
        for (std::size_t layer = 0; layer < layers; ++layer)
            EXPECT_GE(contrast(theme.layer(layer, layers), theme.surface()), 3)
                << "layer " << layer << " of " << layers;
    }
}

TEST_P(Colours, RunsThatAreSeenTogetherAreToldApart) {
    for (std::size_t a = 0; a < 6; ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            const QColor one = theme.category(a);
            const QColor two = theme.category(b);
            EXPECT_GE(std::abs(one.red() - two.red()) + std::abs(one.green() - two.green()) +
                          std::abs(one.blue() - two.blue()),
                      80)
                << a << " and " << b;
        }
    }
}

TEST_P(Colours, ABoxToTickInATableCanBeSeenBeforeItIsTicked) {
    QStandardItemModel model(1, 1);
    auto* item = new QStandardItem;
    item->setCheckable(true);
    model.setItem(0, 0, item);
    QTableView table;
    table.setModel(&model);
    table.setShowGrid(false);
    table.horizontalHeader()->hide();
    table.verticalHeader()->hide();
    table.resize(200, 100);
    table.show();
    const QImage picture = table.viewport()->grab(table.visualRect(model.index(0, 0))).toImage();
    constexpr int shortestOutline = 4 * 8;
    EXPECT_GE(pixelsThatStandOut(picture, QApplication::palette().color(QPalette::Base)), shortestOutline);
}

TEST_P(Colours, ABoxToTickInAFormCanBeSeenBeforeItIsTicked) {
    QCheckBox box;
    QRadioButton button;
    for (QWidget* control : {static_cast<QWidget*>(&box), static_cast<QWidget*>(&button)}) {
        control->show();
        EXPECT_GE(
            pixelsThatStandOut(control->grab().toImage(), QApplication::palette().color(QPalette::Window)),
            16)
            << control->metaObject()->className();
    }
}

INSTANTIATE_TEST_SUITE_P(LightAndDark, Colours, testing::Values(Theme::Choice::light, Theme::Choice::dark));

}  // namespace
}  // namespace prunescope::ui
