// The experiment page as a whole: estimate, presets, start, what it remembers.

#include "nn/models.h"
#include "nn/network_file.h"
#include "run/config_io.h"
#include "support/temporary_folder.h"
#include "train/choices.h"
#include "ui/curve/schedule_curve.h"
#include "ui/experiment/experiment_form.h"
#include "ui/experiment/presets.h"
#include "ui/experiment/section.h"

#include <gmock/gmock.h>

#include <QCheckBox>
#include <QFile>
#include <QListWidget>
#include <QSignalSpy>
#include <QToolButton>
#include <fstream>

namespace prunescope::ui {
namespace {

using testing::HasSubstr;

class ExperimentPageTest : public ExperimentForm {};

TEST_F(ExperimentPageTest, TheNetworksSizeAndAnEstimateAppear) {
    ASSERT_TRUE(QTest::qWaitFor([this] { return text(QStringLiteral("parameters")) != "–"; }));
    // lenet-5: 20*25 + 50*500 + 800*500 + 500*10 weights, and 20 + 50 + 500 + 10 biases.
    EXPECT_EQ(text(QStringLiteral("parameters")), "431,080");
    EXPECT_EQ(text(QStringLiteral("prunableWeights")), "430,500");
    EXPECT_EQ(text(QStringLiteral("macs")), "2,293,000");
    EXPECT_NE(text(QStringLiteral("estimate")), "–");
}

TEST_F(ExperimentPageTest, TheFieldOfMoreSeedsStandsBelowTheFieldOfTheSeed) {
    QCoreApplication::processEvents();
    const auto left = [this](const char* name) {
        const auto* field = find<QLineEdit>(QLatin1String(name));
        return field->mapTo(page_.get(), QPoint()).x();
    };
    EXPECT_NEAR(left("moreSeeds"), left("seed"), 2);
}

TEST_F(ExperimentPageTest, AFileThatDescribesANetworkIsTakenForOneWhenItIsDropped) {
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder / "small.json";
    std::ofstream(file) << nn::networkFileText(nn::graphOf({.name = "mlp:30", .input = {1, 28, 28}}));
    const std::string data = page_->config().dataDir;
    page_->takeData(file);
    EXPECT_EQ(page_->config().model, file.string());
    EXPECT_EQ(page_->config().dataDir, data);
    ASSERT_TRUE(QTest::qWaitFor([this] { return text(QStringLiteral("prunableWeights")) == "23,820"; }))
        << "784 x 30 + 30 x 10";
}

TEST_F(ExperimentPageTest, TheButtonBesideTheNetworkOffersFilesOfTheKindsThatTheEngineReads) {
    auto* button = find<QToolButton>(QStringLiteral("model.browse"));
    ASSERT_NE(button, nullptr);
    EXPECT_THAT(button->toolTip().toStdString(), HasSubstr("*.json"));
    EXPECT_EQ(button->menu(), nullptr) << "a network is one file";
    EXPECT_NE(find<QToolButton>(QStringLiteral("data_dir.browse"))->menu(), nullptr);
    const QString weights = find<QToolButton>(QStringLiteral("start.weights.browse"))->toolTip();
    for (const char* ending : {"*.onnx", "*.safetensors", "*.npz", "*.weights"})
        EXPECT_TRUE(weights.contains(QLatin1String(ending))) << ending;
    EXPECT_TRUE(
        find<QToolButton>(QStringLiteral("start.names.browse"))->toolTip().contains(QLatin1String("*.json")));
}

TEST_F(ExperimentPageTest, TheEstimateFollowsTheSpeedThatWasMeasured) {
    // lenet-5: 2,293,000 x 3 x 55,000 images x 10 epochs at 10^10 a second.
    settings_.setValue(QStringLiteral("estimate/macsPerSecond"), 1e10);
    ASSERT_TRUE(QTest::qWaitFor([this] { return text(QStringLiteral("parameters")) != "–"; }));
    type(QStringLiteral("epochs"), QStringLiteral("10"));
    EXPECT_EQ(text(QStringLiteral("estimate")), "6 min 18 s");
}

TEST_F(ExperimentPageTest, ARunThatEndsTeachesTheSpeed) {
    run_.headerNow = run::RunHeader{};
    run_.headerNow->dataset.trainImages = 50'000;
    run_.headerNow->network.layers.push_back(run::LayerDescription{});
    run_.headerNow->network.layers.back().macs = 1'000'000;
    run_.stageNow = RunModel::Stage::running;
    emit run_.stageChanged();
    run_.snapshotNow->epoch = 2;
    run_.snapshotNow->processMs = 10'000;
    run_.stageNow = RunModel::Stage::finished;
    emit run_.stageChanged();
    // 10^6 x 3 x 2 x 50,000 in 10 s.
    EXPECT_DOUBLE_EQ(settings_.value(QStringLiteral("estimate/macsPerSecond")).toDouble(), 3e10);
}

TEST_F(ExperimentPageTest, DataThatAreNamedAreRecognisedAndShown) {
    test::TemporaryFolder data;
    test::writeBytes(data / "flowers.csv", "length,colour,kind\n1,red,a\n2,blue,b\n3,red,a\n4,blue,b\n");
    page_->takeData(data / "flowers.csv");
    EXPECT_EQ(page_->config().dataset, "table");
    EXPECT_EQ(page_->config().dataDir, (data / "flowers.csv").string());
    EXPECT_EQ(find<MessageBar>(QStringLiteral("startMessage"))->text(),
              QStringLiteral("The data set is now “Table”: that is what lies there."));
    EXPECT_TRUE(find<QWidget>(QStringLiteral("classPanel"))->findChild<Section*>()->isExpanded());
    // Who then asks for another data set gets it, and is told what is wrong.
    choose(QStringLiteral("dataset"), QStringLiteral("cifar-10"));
    EXPECT_EQ(page_->config().dataset, "cifar-10");
    type(QStringLiteral("data_dir"), QStringLiteral("/nowhere"));
    EXPECT_EQ(page_->config().dataset, "cifar-10");
    EXPECT_THAT(messageAt("data_dir"), HasSubstr("There is no such file or folder."));
}

TEST_F(ExperimentPageTest, OptionsOfAnotherDataSetGoWithIt) {
    test::TemporaryFolder data;
    test::writeBytes(data / "flowers.csv", "length,kind\n1,a\n2,b\n");
    run::RunConfig config;
    config.dataset = "images";
    config.dataOptions = {{"size", 64}};
    page_->setConfig(config);
    type(QStringLiteral("data_dir"), QString::fromStdString((data / "flowers.csv").string()));
    EXPECT_EQ(page_->config().dataset, "table");
    EXPECT_FALSE(page_->config().dataOptions.contains("size"));
}

TEST_F(ExperimentPageTest, IsFilledWithTheSettingsOfAnotherRun) {
    run::RunConfig another;
    another.method = "gmp";
    another.epochs = 7;
    another.seed = 42;
    train::completeOptions(another);
    QSignalSpy shown(page_.get(), &Page::showRequested);
    page_->fill(another);
    EXPECT_EQ(run::configToJson(page_->config()), run::configToJson(another));
    EXPECT_EQ(shown.count(), 1) << "wherever it stands";
    EXPECT_TRUE(run_.started.empty()) << "it is prepared, not started";
}

TEST_F(ExperimentPageTest, EveryPresetIsValidAndFillsTheForm) {
    const QDir presets(presetFolder);
    const QStringList files = presets.entryList({QStringLiteral("*.json")});
    ASSERT_GE(files.size(), 5);
    for (const QString& name : files) {
        QFile file(presets.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        run::RunConfig expected = run::configFromText(file.readAll().toStdString(), name.toStdString());
        EXPECT_NO_THROW(run::validateConfig(expected)) << name.toStdString();
        train::completeOptions(expected);

        type(QStringLiteral("epochs"), QStringLiteral("99"));
        const QString id = QFileInfo(name).completeBaseName();
        choose(QStringLiteral("presetBox"), id);

        EXPECT_EQ(run::configToJson(page_->config()), run::configToJson(expected)) << name.toStdString();
        EXPECT_TRUE(canStart()) << page_->startBlocker().toStdString();
        EXPECT_NE(presetTitle(id), id) << "has a title of its own";
        EXPECT_FALSE(find<QLabel>(QStringLiteral("presetText"))->text().isEmpty());
    }
}

TEST_F(ExperimentPageTest, EveryPresetIsCompiledIn) {
    const auto files = [](const QString& folder) {
        return QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    };
    ASSERT_FALSE(files(presetFolder).isEmpty());
    EXPECT_EQ(files(QStringLiteral(":/presets")), files(presetFolder));
}

TEST_F(ExperimentPageTest, AChangedFieldIsMarkedUntilReset) {
    auto* reset = find<QToolButton>(QStringLiteral("resetButton"));
    EXPECT_FALSE(reset->isEnabled());
    type(QStringLiteral("seed"), QStringLiteral("42"));
    EXPECT_TRUE(editor("seed")->isChanged());
    EXPECT_FALSE(editor("epochs")->isChanged());

    QTest::mouseClick(reset, Qt::LeftButton);

    EXPECT_FALSE(editor("seed")->isChanged());
    EXPECT_EQ(page_->config().seed, 1);
    EXPECT_FALSE(reset->isEnabled());
}

TEST_F(ExperimentPageTest, ResetMendsAnInvalidField) {
    type(QStringLiteral("epochs"), QStringLiteral("0"));
    QTest::mouseClick(find<QToolButton>(QStringLiteral("resetButton")), Qt::LeftButton);
    EXPECT_EQ(find<QLineEdit>(QStringLiteral("epochs"))->text(), QStringLiteral("15"));
    EXPECT_TRUE(canStart());
}

TEST_F(ExperimentPageTest, StartAsksForTheConfigurationOfTheForm) {
    type(QStringLiteral("seed"), QStringLiteral("7"));
    QTest::mouseClick(find<QPushButton>(QStringLiteral("startButton")), Qt::LeftButton);
    ASSERT_EQ(run_.started.size(), 1U);
    EXPECT_EQ(run_.started[0].seed, 7);
}

TEST_F(ExperimentPageTest, AnInvalidFormStartsNothingByTheToolbarEither) {
    type(QStringLiteral("epochs"), QStringLiteral("0"));
    page_->requestStart();
    EXPECT_TRUE(run_.started.empty());
}

TEST_F(ExperimentPageTest, DuringARunTheFormIsEditableAndStartSaysWhyItWaits) {
    QSignalSpy changes(page_.get(), &ExperimentPage::startBlockerChanged);
    run_.stageNow = RunModel::Stage::running;
    emit run_.stageChanged();
    EXPECT_FALSE(canStart());
    EXPECT_THAT(text(QStringLiteral("startBlocker")), HasSubstr("A run is going on"));
    type(QStringLiteral("seed"), QStringLiteral("3"));
    EXPECT_EQ(page_->config().seed, 3);

    run_.stageNow = RunModel::Stage::finished;
    emit run_.stageChanged();
    EXPECT_TRUE(canStart());
    EXPECT_EQ(changes.size(), 2);
}

TEST_F(ExperimentPageTest, AFailedStartIsShownAtTheFieldThatItNamesUntilItIsEdited) {
    page_->showStartError(std::string("data_dir"),
                          std::string("MNIST is not found by itself. Name the folder."));
    EXPECT_EQ(messageAt("data_dir"), "MNIST is not found by itself. Name the folder.");
    EXPECT_TRUE(canStart()) << "the files may be there by now";
    type(QStringLiteral("seed"), QStringLiteral("3"));
    EXPECT_EQ(messageAt("data_dir"), "");
}

TEST_F(ExperimentPageTest, AFailedStartThatNamesNoFieldIsShownAtStart) {
    page_->showStartError(std::string("/data/train.gz"), std::string("is damaged. Fetch it again."));
    EXPECT_EQ(find<MessageBar>(QStringLiteral("startMessage"))->text(),
              QStringLiteral("/data/train.gz: is damaged. Fetch it again."));
}

TEST_F(ExperimentPageTest, TheLastConfigurationIsThereTheNextTime) {
    choose(QStringLiteral("presetBox"), QStringLiteral("quick-look"));
    type(QStringLiteral("seed"), QStringLiteral("5"));
    type(QStringLiteral("method.z"), QStringLiteral("1.5"));
    const nlohmann::json before = run::configToJson(page_->config());

    open();

    EXPECT_EQ(run::configToJson(page_->config()), before);
    EXPECT_EQ(find<QComboBox>(QStringLiteral("presetBox"))->currentData(), QStringLiteral("quick-look"));
    EXPECT_TRUE(editor("seed")->isChanged());
    EXPECT_FALSE(editor("epochs")->isChanged());
}

TEST_F(ExperimentPageTest, DamagedSettingsGiveTheFirstPreset) {
    settings_.setValue(QStringLiteral("experiment/config"), QStringLiteral("{\"epochs\": -4"));
    open();
    EXPECT_EQ(page_->config().epochs, 15);
    EXPECT_EQ(page_->config().model, "lenet-5");
    EXPECT_TRUE(canStart());
}

TEST_F(ExperimentPageTest, AHeadingFoldsAndUnfoldsItsSection) {
    auto* heading = find<QToolButton>(QStringLiteral("section.schedule.heading"));
    ASSERT_FALSE(editor("schedule.start")->isVisible());
    heading->click();
    EXPECT_TRUE(editor("schedule.start")->isVisible());
    heading->click();
    EXPECT_FALSE(editor("schedule.start")->isVisible());
}

TEST_F(ExperimentPageTest, SamplesStandBelowTheDataSetAndAreFolded) {
    auto* samples = find<Section>(QStringLiteral("section.samples"));
    ASSERT_TRUE(samples->isVisible());
    QCoreApplication::processEvents();
    EXPECT_FALSE(samples->isExpanded());
    const auto top = [this](const QWidget* widget) { return widget->mapTo(page_.get(), QPoint(0, 0)).y(); };
    EXPECT_GT(top(samples), top(editor("data_dir")));
    EXPECT_LT(top(samples), top(find<Section>(QStringLiteral("section.data"))));
}

TEST_F(ExperimentPageTest, ClosingDuringABackgroundJobIsSafe) {
    typeModel(QStringLiteral("resnet-56"));
    QTest::qWait(260);
    page_.reset();
    QTest::qWait(50);
}

TEST_F(ExperimentPageTest, SeveralSeedsAndADenseTwinAreSeveralRuns) {
    const auto* start = find<QPushButton>(QStringLiteral("startButton"));
    EXPECT_EQ(start->text(), QStringLiteral("Start"));
    type(QStringLiteral("moreSeeds"), QStringLiteral("2, 3"));
    find<QCheckBox>(QStringLiteral("denseTwin"))->setChecked(true);
    EXPECT_EQ(start->text(), QStringLiteral("Start 6 runs"));
    find<QPushButton>(QStringLiteral("startButton"))->click();
    ASSERT_EQ(run_.started.size(), 1U) << "the others wait for their turn";
    EXPECT_EQ(run_.started[0].seed, 1);
    EXPECT_EQ(run_.started[0].method, "map");
    const auto* waiting = find<QListWidget>(QStringLiteral("queueList"));
    ASSERT_EQ(waiting->count(), 5);
    EXPECT_TRUE(waiting->item(0)->text().contains(QStringLiteral("seed 2 ·")))
        << waiting->item(0)->text().toStdString();
    EXPECT_TRUE(waiting->item(4)->text().contains(QStringLiteral("dense")))
        << waiting->item(4)->text().toStdString();
}

TEST_F(ExperimentPageTest, WhatIsNoListOfSeedsIsSaidAndStartsNothing) {
    type(QStringLiteral("moreSeeds"), QStringLiteral("two"));
    EXPECT_FALSE(canStart());
    EXPECT_FALSE(messageAt("moreSeeds").empty());
    find<QLineEdit>(QStringLiteral("moreSeeds"))->clear();
    QTest::keyClick(find<QLineEdit>(QStringLiteral("moreSeeds")), Qt::Key_Return);
    EXPECT_TRUE(canStart());
    EXPECT_TRUE(messageAt("moreSeeds").empty());
}

TEST_F(ExperimentPageTest, WhileARunIsLiveTheNextOneCanWait) {
    run_.stageNow = RunModel::Stage::running;
    emit run_.stageChanged();
    EXPECT_FALSE(canStart());
    auto* queue = find<QPushButton>(QStringLiteral("queueButton"));
    ASSERT_TRUE(queue->isEnabled());
    EXPECT_TRUE(find<QWidget>(QStringLiteral("queuePanel"))->isHidden());
    queue->click();
    EXPECT_TRUE(run_.started.empty());
    EXPECT_FALSE(find<QWidget>(QStringLiteral("queuePanel"))->isHidden());
    EXPECT_EQ(find<QListWidget>(QStringLiteral("queueList"))->count(), 1);
    find<QPushButton>(QStringLiteral("queueRemove"))->click();
    EXPECT_TRUE(find<QWidget>(QStringLiteral("queuePanel"))->isHidden());
}

TEST_F(ExperimentPageTest, TheCurveAndTheFieldsAreOnePlan) {
    auto* curve = find<ScheduleCurve>(QStringLiteral("planCurve"));
    curve->setFocus();
    curve->select({CurveHandle::Kind::target});
    QTest::keyClick(curve, Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_NEAR(page_->config().schedule.target, 0.94, 1e-9);
    EXPECT_EQ(find<QLineEdit>(QStringLiteral("schedule.target"))->text(), QStringLiteral("94 %"));
    type(QStringLiteral("schedule.target"), QStringLiteral("80"));
    EXPECT_TRUE(curve->accessibleDescription().contains(QStringLiteral("80.00 %")))
        << curve->accessibleDescription().toStdString();
    choose(QStringLiteral("method"), QStringLiteral("dense"));
    EXPECT_FALSE(curve->isVisible()) << "what prunes nothing has no plan";
    EXPECT_FALSE(find<QCheckBox>(QStringLiteral("denseTwin"))->isEnabled());
}

TEST_F(ExperimentPageTest, SettingsAreFoundAndShown) {
    for (const Find& found : page_->finds()) {
        if (found.name != QStringLiteral("Momentum")) continue;
        QSignalSpy shown(page_.get(), &Page::showRequested);
        found.go();
        EXPECT_EQ(shown.count(), 1);
        EXPECT_TRUE(editor("optimizer.momentum")->isVisible()) << "its section is unfolded";
        return;
    }
    FAIL() << "there is no such setting";
}

TEST_F(ExperimentPageTest, ABranchIsSetUpStartedAndNoLongerOneWhenItsLineIsRemoved) {
    run::RunConfig config = page_->config();
    config.seed = 7;
    page_->fillBranch(config, {"/runs/first", StepIndex{1234}});
    auto* line = find<QWidget>(QStringLiteral("branchLine"));
    EXPECT_FALSE(line->isHidden());
    EXPECT_THAT(text(QStringLiteral("branchText")), HasSubstr("Branch of first from step 1,234"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return canStart(); }));
    EXPECT_FALSE(find<QPushButton>(QStringLiteral("queueButton"))->isEnabled()) << "it cannot wait";
    EXPECT_TRUE(page_->requestStart());
    EXPECT_TRUE(run_.started.empty());
    ASSERT_EQ(run_.branched.size(), 1U);
    EXPECT_EQ(run_.branched[0].origin.folder, "/runs/first");
    EXPECT_EQ(run_.branched[0].origin.step, StepIndex{1234});
    EXPECT_EQ(run_.branched[0].config.seed, 7);
    find<QPushButton>(QStringLiteral("removeBranch"))->click();
    EXPECT_TRUE(line->isHidden());
    EXPECT_TRUE(page_->requestStart());
    EXPECT_EQ(run_.started.size(), 1U) << "a new run";
}

TEST_F(ExperimentPageTest, ABranchIsOneRun) {
    page_->fillBranch(page_->config(), {"/runs/first", StepIndex{12}});
    ASSERT_TRUE(QTest::qWaitFor([this] { return canStart(); }));
    type(QStringLiteral("moreSeeds"), QStringLiteral("2, 3"));
    EXPECT_FALSE(page_->requestStart());
    EXPECT_THAT(page_->startBlocker().toStdString(), HasSubstr("A branch is one run"));
    EXPECT_TRUE(run_.branched.empty());
    page_->fill(page_->config());
    EXPECT_TRUE(find<QWidget>(QStringLiteral("branchLine"))->isHidden()) << "another run was asked for";
}

}  // namespace
}  // namespace prunescope::ui
