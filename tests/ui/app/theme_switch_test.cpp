// A theme that is chosen while a page is hidden is seen on it as if the window had been opened with it.
#include "ui/app/scenes.h"
#include "ui/app/whole_window.h"

#include <gtest/gtest.h>

namespace prunescope::ui {
namespace {

class ThemeSwitch : public testing::TestWithParam<std::tuple<Theme::Choice, Scenes::State>> {
protected:
    static void showPage(WholeWindow& whole, int page) {
        whole.find<QTabWidget>("pages")->setCurrentIndex(page);
        Scenes::settle();
        Scenes::settle();
    }
    static QImage pictureOf(WholeWindow& whole) {
        if (QWidget* focus = QApplication::focusWidget()) focus->clearFocus();
        return whole.find<QTabWidget>("pages")->currentWidget()->grab().toImage();
    }
    /// Pixels that differ clearly; figures that are measured in the background may have moved.
    static double shareThatDiffers(const QImage& before, const QImage& after) {
        if (before.size() != after.size()) return 1;
        const QImage a = before.convertToFormat(QImage::Format_Grayscale8);
        const QImage b = after.convertToFormat(QImage::Format_Grayscale8);
        qint64 differ = 0;
        for (int y = 0; y < a.height(); ++y) {
            const uchar* p = a.constScanLine(y);
            const uchar* q = b.constScanLine(y);
            for (int x = 0; x < a.width(); ++x) differ += std::abs(p[x] - q[x]) > 24 ? 1 : 0;
        }
        return static_cast<double>(differ) / (static_cast<double>(a.width()) * a.height());
    }
};

TEST_P(ThemeSwitch, EveryHiddenPageFollows) {
    const auto [to, state] = GetParam();
    const Theme::Choice from = to == Theme::Choice::dark ? Theme::Choice::light : Theme::Choice::dark;
    WholeWindow whole;
    if (state == Scenes::State::finished) test::writeRecord(whole.finishedRun(), test::demoRun());
    const auto open = [&] {
        whole.open();
        whole.window->resize(1500, 900);
        if (state == Scenes::State::finished) {
            ASSERT_TRUE(whole.openFinishedRun());
        }
    };
    whole.theme.choose(from);
    open();
    const int pages = whole.find<QTabWidget>("pages")->count();
    // Every page has been seen in the old theme, and is out of sight when the new one comes.
    for (int page = 0; page < pages; ++page) showPage(whole, page);
    std::vector<QImage> switched;
    for (int page = 0; page < pages; ++page) {
        whole.theme.choose(from);
        showPage(whole, (page + 1) % pages);
        whole.theme.choose(to);
        showPage(whole, page);
        switched.push_back(pictureOf(whole));
    }
    whole.close();
    whole.theme.choose(to);
    open();
    for (int page = 0; page < pages; ++page) {
        showPage(whole, page);
        double share = 1;
        // A busy machine draws some things late.
        const auto alike = [&] {
            share = shareThatDiffers(pictureOf(whole), switched[static_cast<std::size_t>(page)]);
            return share < 0.002;
        };
        EXPECT_TRUE(QTest::qWaitFor(alike, 10'000))
            << share << ", page " << page << " in " << (to == Theme::Choice::dark ? "dark" : "light");
    }
    whole.close();
}

INSTANTIATE_TEST_SUITE_P(BothWays, ThemeSwitch,
                         testing::Combine(testing::Values(Theme::Choice::light, Theme::Choice::dark),
                                          testing::Values(Scenes::State::empty, Scenes::State::finished)));

}  // namespace
}  // namespace prunescope::ui
