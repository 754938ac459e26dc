// Nine images as a run gets them, before it is started.
#include "ui/experiment/augmentation_preview.h"

#include "data/augmented_samples.h"
#include "data/idx_fixtures.h"
#include "data/registry.h"
#include "support/temporary_folder.h"
#include "ui/experiment/sample_strip.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

namespace prunescope::ui {
namespace {

class AugmentationPreviewTest : public testing::Test {
protected:
    AugmentationPreviewTest() {
        test::writeTinyMnist(folder.path());
        config.dataset = "mnist";
        config.dataDir = folder.path().string();
        preview.resize(400, 200);
    }
    void ask() {
        preview.ask(augmentationQuestionOf(config));
        if (!answered.wait(20'000)) ADD_FAILURE() << "no answer";
    }
    QList<SampleStrip*> shown() const { return preview.findChildren<SampleStrip*>(); }
    QImage picture() {
        // What was just put into a layout is not yet shown.
        QCoreApplication::processEvents();
        return preview.grab().toImage();
    }

    test::TemporaryFolder folder;
    run::RunConfig config;
    AugmentationPreview preview;
    QSignalSpy answered{&preview, &AugmentationPreview::answered};
};

TEST_F(AugmentationPreviewTest, ShowsNineImagesAndDrawsThemAgainWhenAnOptionChanges) {
    preview.show();
    ask();
    const auto images = static_cast<qsizetype>(
        data::augmentedSamples(*data::loadDataset(config), {}, static_cast<std::uint64_t>(config.seed))
            .size());
    EXPECT_EQ(shown().size(), images);
    EXPECT_LE(images, 9);
    const QImage asTheyAre = picture();
    config.augment.cutout = 9;
    ask();
    EXPECT_NE(picture(), asTheyAre);
    config.augment.cutout = 0;
    ask();
    EXPECT_EQ(picture(), asTheyAre) << "the seed decides, and nothing else";
}

TEST_F(AugmentationPreviewTest, DoesNothingUntilItIsSeen) {
    preview.ask(augmentationQuestionOf(config));
    EXPECT_FALSE(answered.wait(200));
    preview.show();
    EXPECT_TRUE(answered.wait(20'000));
    EXPECT_FALSE(shown().isEmpty());
}

TEST_F(AugmentationPreviewTest, SaysWhyThereIsNothingToShow) {
    preview.show();
    config.dataDir = "/nowhere";
    ask();
    EXPECT_TRUE(shown().isEmpty());
    EXPECT_FALSE(preview.findChild<QLabel*>(QStringLiteral("augmentationState"))->text().isEmpty());
}

}  // namespace
}  // namespace prunescope::ui
