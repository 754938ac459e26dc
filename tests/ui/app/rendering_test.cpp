// Nothing is cut off or squeezed: every page of the window in both themes and every language, from the
// smallest window to a large one. Run once more with everything at twice the size.
#include "ui/app/layout_check.h"
#include "ui/app/scenes.h"
#include "ui/app/whole_window.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace prunescope::ui {
namespace {

struct Looks {
    Scenes::State state;
    std::string language;

    friend void PrintTo(const Looks& looks, std::ostream* stream) {
        *stream << Scenes::nameOf(looks.state) << ", " << looks.language;
    }
};

class Rendering : public testing::TestWithParam<Looks> {};

/// A theme is colours: what the dark one cuts, it cuts where room is scarcest, whatever the scale.
std::vector<Theme::Choice> themes() {
    if (qApp->devicePixelRatio() > 1) return {Theme::Choice::light};
    return {Theme::Choice::light, Theme::Choice::dark};
}

std::vector<QSize> sizes(Theme::Choice theme) {
    // In pixels of the design: at twice the size the smallest window fills a screen of 2560 x 1440.
    if (qApp->devicePixelRatio() > 1 || theme == Theme::Choice::dark) return {{1280, 720}};
    return {{1280, 720}, {1920, 1080}, {3840, 2160}};
}

/// A busy machine draws some things late: what is found must still be there a moment later.
QStringList lastingFindings(QWidget& window) {
    if (LayoutCheck(window).findings.isEmpty()) return {};
    QTest::qWait(500);
    QStringList findings = LayoutCheck(window).findings;
    findings.removeDuplicates();
    return findings;
}

TEST_P(Rendering, NothingIsCut) {
    WholeWindow whole(QString::fromStdString(GetParam().language));
    Scenes scenes(whole, GetParam().state);
    ASSERT_TRUE(scenes.prepare());
    std::map<QString, QStringList> where;
    for (const Theme::Choice theme : themes()) {
        whole.theme.choose(theme);
        for (const QSize& size : sizes(theme)) {
            scenes.visit(size, [&](QWidget& window, const QString& page) {
                const QString place = QStringLiteral("%1 at %2x%3 %4")
                                          .arg(page)
                                          .arg(size.width())
                                          .arg(size.height())
                                          .arg(QLatin1String(whole.theme.isDark() ? "dark" : "light"));
                for (const QString& finding : lastingFindings(window)) where[finding] << place;
            });
        }
    }
    EXPECT_GT(scenes.visited(), 0);
    for (const auto& [finding, places] : where) {
        ADD_FAILURE() << GetParam().language << ", " << places.join(QStringLiteral("; ")).toStdString()
                      << "\n  " << finding.toStdString();
    }
}

std::vector<Looks> allLooks() {
    std::vector<Looks> all;
    const Language languages;
    for (const auto state : {Scenes::State::empty, Scenes::State::paused, Scenes::State::finished}) {
        for (const Language::Offer& language : languages.offered())
            all.push_back({state, language.code.toStdString()});
    }
    return all;
}

INSTANTIATE_TEST_SUITE_P(Window, Rendering, testing::ValuesIn(allLooks()), [](const auto& looks) {
    return std::string(Scenes::nameOf(looks.param.state)) + "_" + looks.param.language;
});

}  // namespace
}  // namespace prunescope::ui
