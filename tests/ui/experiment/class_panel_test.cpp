// What a data set looks like before it is learned from: pictures and counts of each class.
#include "ui/experiment/class_panel.h"

#include "data/byte_images.h"
#include "data/float_table.h"
#include "data/idx_fixtures.h"
#include "support/temporary_folder.h"
#include "ui/experiment/data_facts.h"
#include "ui/experiment/sample_strip.h"
#include "ui/experiment/section.h"
#include "ui/support/message_bar.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

namespace prunescope::ui {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::vector<data::ImageIndex> firstImages(std::int64_t count) {
    std::vector<data::ImageIndex> images;
    for (std::int64_t i = 0; i < count; ++i) images.emplace_back(i);
    return images;
}

/// One class of images, all of them to train on.
DataLook lookOfOneClass(const kernels::Shape& shape, const std::vector<std::uint8_t>& pixels) {
    const auto images = static_cast<std::int64_t>(pixels.size()) / shape.size();
    const data::ImageSet set{.shape = shape,
                             .pixels = pixels,
                             .labels = std::vector<data::Label>(static_cast<std::size_t>(images))};
    data::ByteImages dataset({.shape = shape, .classNames = {"one"}, .augmentation = {}}, {}, set, set);
    dataset.prepare({.train = firstImages(images), .validation = {}}, {});
    return lookAt(dataset);
}

TEST(DataLookTest, ColoursAreThoseOfTheFile) {
    // Two pixels side by side: their red, their green, their blue.
    const DataLook look = lookOfOneClass({3, 1, 2}, {10, 20, 30, 40, 50, 60});
    ASSERT_EQ(look.pictures.size(), 1U);
    ASSERT_EQ(look.pictures[0].size(), 1U);
    EXPECT_EQ(look.pictures[0][0].size(), QSize(2, 1));
    EXPECT_EQ(look.pictures[0][0].pixel(0, 0), qRgb(10, 30, 50));
    EXPECT_EQ(look.pictures[0][0].pixel(1, 0), qRgb(20, 40, 60));
}

TEST(DataLookTest, GreyIsGreyAndOnlyEightAreKept) {
    std::vector<std::uint8_t> pixels;
    for (int image = 0; image < 12; ++image) pixels.insert(pixels.end(), {0, 200});
    const DataLook look = lookOfOneClass({1, 2, 1}, pixels);
    EXPECT_EQ(look.classes[0].training, 12);
    ASSERT_EQ(look.pictures[0].size(), 8U);
    EXPECT_EQ(look.pictures[0][7].pixel(0, 0), qRgb(0, 0, 0));
    EXPECT_EQ(look.pictures[0][7].pixel(0, 1), qRgb(200, 200, 200));
}

TEST(DataLookTest, LargePicturesAreKeptSmall) {
    std::vector<std::uint8_t> pixels(200 * 100, 7);
    pixels[0] = 9;
    EXPECT_EQ(lookOfOneClass({1, 200, 100}, pixels).pictures[0][0].size(), QSize(32, 64));
}

TEST(DataLookTest, WhatIsNoPictureIsCountedAlone) {
    EXPECT_THAT(lookOfOneClass({2, 1, 2}, {1, 2, 3, 4}).pictures, IsEmpty()) << "two channels are no colour";
    data::FloatTable table({.shape = {3, 1, 1}, .classNames = {"low", "high"}, .augmentation = {}}, {},
                           {.values = {1, 2, 3, 4, 5, 6}, .labels = {0, 1}},
                           {.values = {7, 8, 9}, .labels = {1}});
    table.prepare({.train = firstImages(2), .validation = {}}, {});
    const DataLook look = lookAt(table);
    EXPECT_THAT(look.pictures, IsEmpty());
    EXPECT_EQ(look.classes[1].training, 1);
    EXPECT_EQ(look.classes[1].test, 1);
}

TEST(DataLookTest, ImagesOfFloatsGoFromTheirDarkestToTheirBrightest) {
    data::FloatTable images({.shape = {1, 1, 2}, .classNames = {"one"}, .augmentation = {}}, {},
                            {.values = {-5, 5, 3, 3}, .labels = {0, 0}}, {.values = {0, 1}, .labels = {0}});
    images.prepare({.train = firstImages(2), .validation = {}}, {});
    const DataLook look = lookAt(images);
    ASSERT_EQ(look.pictures.size(), 1U);
    EXPECT_EQ(look.pictures[0][0].pixel(0, 0), qRgb(0, 0, 0));
    EXPECT_EQ(look.pictures[0][0].pixel(1, 0), qRgb(255, 255, 255));
    EXPECT_EQ(look.pictures[0][1].pixel(0, 0), qRgb(0, 0, 0)) << "all alike: nothing to spread";
}

std::vector<std::string> factsOf(const run::DatasetDescription& described) {
    const DataFacts facts(described);
    std::vector<std::string> lines;
    for (const QLabel* line : facts.findChildren<QLabel*>()) lines.push_back(line->text().toStdString());
    return lines;
}

TEST(DataFactsTest, SayWhatAPictureIsAndWhatWasLeftOut) {
    run::DatasetDescription pictures;
    pictures.imageShape = {3, 48, 64};
    pictures.testDrawn = true;
    pictures.skippedFiles = 3;
    pictures.skippedNames = {"cat/1.jpg", "dog/7.png"};
    EXPECT_THAT(
        factsOf(pictures),
        testing::ElementsAre("A picture: 64 × 48 pixels, in colour", "Test: drawn from the files to train on",
                             "Left out: damaged files: 3 (cat/1.jpg, dog/7.png, …)"));
}

TEST(DataFactsTest, SayWhatIsMadeOfEachColumn) {
    run::DatasetDescription table;
    table.imageShape = {4, 1, 1};
    table.columns = {{.name = "length", .missing = 2, .onMissing = "drop"},
                     {.name = "colour", .kind = run::ColumnKind::categorical, .categories = {"blue", "red"}},
                     {.name = "kind", .kind = run::ColumnKind::label}};
    EXPECT_THAT(factsOf(table), testing::ElementsAre("A row: 4 numbers from 3 columns",
                                                     "length: a number; missing: 2, their rows left out",
                                                     "colour: one of 2 categories (blue, red), or another",
                                                     "kind: the label, which is learned"));
}

TEST(SampleStripTest, APixelIsAWholeNumberOfTheScreensAndNeverBlurred) {
    QImage picture(5, 5, QImage::Format_Grayscale8);
    picture.fill(0);
    picture.setPixel(1, 0, qRgb(255, 255, 255));
    SampleStrip strip({picture, picture});
    const int multiple = strip.multiple();
    EXPECT_EQ(multiple, static_cast<int>(32 * strip.devicePixelRatioF() / 5));
    strip.resize(strip.sizeHint());
    const QImage shown = strip.grab().toImage();
    for (int x = 0; x < 5 * multiple; ++x) {
        const bool white = x / multiple == 1;
        EXPECT_EQ(qGray(shown.pixel(x, 0)), white ? 255 : 0) << x;
        EXPECT_EQ(qGray(shown.pixel(x, multiple)), 0) << x;
    }
}

class ClassPanelTest : public testing::Test {
protected:
    ClassPanelTest() { make(); }
    void make() {
        panel = std::make_unique<ClassPanel>(theme, settings);
        panel->resize(400, 600);
        section = panel->findChild<Section*>();
    }
    DataQuestion question(double validationFraction) const {
        return {.dataset = "mnist",
                .dataDir = files.path().string(),
                .dataOptions = nlohmann::json::object(),
                .validationFraction = validationFraction,
                .seed = 1};
    }
    std::string summary() const {
        return panel->findChild<QLabel*>(QStringLiteral("classSummary"))->text().toStdString();
    }
    std::string message() const {
        const auto* bar = panel->findChild<MessageBar*>();
        return bar->isHidden() ? "" : bar->text().toStdString();
    }
    std::vector<std::string> counts() const {
        std::vector<std::string> texts;
        for (const QLabel* label : panel->findChildren<QLabel*>(QStringLiteral("classCounts")))
            texts.push_back(label->text().toStdString());
        return texts;
    }
    testing::AssertionResult comesTo(const std::string& text) const {
        if (QTest::qWaitFor([&] { return summary() == text; })) return testing::AssertionSuccess();
        return testing::AssertionFailure() << summary() << message();
    }

    test::TemporaryFolder files;
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Theme theme;
    std::unique_ptr<ClassPanel> panel;
    Section* section = nullptr;
};

TEST_F(ClassPanelTest, ReadsOnlyWhatCanBeSeen) {
    test::writeTinyMnist(files.path());
    panel->ask(question(0.25));
    section->setExpanded(true);
    EXPECT_EQ(summary(), "") << "its page is not shown";
    section->setExpanded(false);
    panel->show();
    EXPECT_EQ(summary(), "") << "it is folded";
    section->setExpanded(true);
    EXPECT_EQ(summary(), "Reading the data set…");
    // Of each class four images to train on, of which one is held back, and two to test.
    EXPECT_TRUE(comesTo("10 classes, each with 3 samples to train on"));
    EXPECT_THAT(counts(), testing::AllOf(testing::SizeIs(10), testing::Each("3 / 1 / 2")));
    EXPECT_EQ(panel->findChildren<SampleStrip*>().size(), 10);
}

TEST_F(ClassPanelTest, FollowsTheSplit) {
    test::writeTinyMnist(files.path());
    section->setExpanded(true);
    panel->show();
    panel->ask(question(0.25));
    EXPECT_TRUE(comesTo("10 classes, each with 3 samples to train on"));
    // A twelfth of forty is three, which the first three classes give.
    panel->ask(question(1.0 / 12));
    EXPECT_EQ(summary(), "Reading the data set…");
    EXPECT_THAT(counts(), IsEmpty()) << "what was shown is of another split";
    ASSERT_TRUE(comesTo("10 classes, each with 3 to 4 samples to train on"));
    EXPECT_EQ(counts()[2], "3 / 1 / 2");
    EXPECT_EQ(counts()[3], "4 / 0 / 2");
}

TEST_F(ClassPanelTest, IsReadAloud) {
    test::writeTinyMnist(files.path());
    section->setExpanded(true);
    panel->show();
    panel->ask(question(0.25));
    ASSERT_TRUE(comesTo("10 classes, each with 3 samples to train on"));
    EXPECT_EQ(panel->accessibleName(), QStringLiteral("What the data hold"));
    EXPECT_EQ(panel->accessibleDescription(), QStringLiteral("10 classes, each with 3 samples to train on"));
    EXPECT_EQ(panel->findChild<QLabel*>(QStringLiteral("classCounts"))->accessibleName(),
              QStringLiteral("0: samples for training 3, for validation 1, for test 2"));
    EXPECT_EQ(panel->findChild<SampleStrip*>()->accessibleName(), QStringLiteral("Pictures of 0"));
}

TEST_F(ClassPanelTest, AFailureSaysHowToMendItAndIsForgottenOnceMended) {
    section->setExpanded(true);
    panel->show();
    panel->ask(question(0.25));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !message().empty(); }));
    EXPECT_THAT(message(), HasSubstr(files.path().string()));
    EXPECT_THAT(message(), HasSubstr("Name the folder that holds the files"));
    EXPECT_EQ(summary(), "");
    test::writeTinyMnist(files.path());
    section->setExpanded(false);
    section->setExpanded(true);
    EXPECT_TRUE(comesTo("10 classes, each with 3 samples to train on"));
    EXPECT_EQ(message(), "");
}

TEST_F(ClassPanelTest, ARefusedOptionIsNotCalledByItsKey) {
    section->setExpanded(true);
    panel->show();
    DataQuestion nowhere = question(0.25);
    nowhere.dataDir.clear();
    panel->ask(nowhere);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !message().empty(); }));
    EXPECT_THAT(message(), testing::StartsWith("MNIST is not found by itself"));
}

TEST_F(ClassPanelTest, WhetherItIsFoldedIsRemembered) {
    EXPECT_FALSE(section->isExpanded());
    section->setExpanded(true);
    make();
    EXPECT_TRUE(section->isExpanded());
}

TEST_F(ClassPanelTest, ClosingWhileItReadsIsSafe) {
    test::writeTinyMnist(files.path());
    section->setExpanded(true);
    panel->show();
    panel->ask(question(0.25));
    panel.reset();
    QTest::qWait(50);
}

}  // namespace
}  // namespace prunescope::ui
