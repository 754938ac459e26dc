#include "ui/experiment/experiment_page.h"

#include "prune/method.h"
#include "run/config_io.h"
#include "ui/experiment/option_editor.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/message_bar.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace prunescope::ui {
namespace {

using testing::HasSubstr;

const QString presetFolder = QDir::cleanPath(QFileInfo(QStringLiteral(__FILE__)).absolutePath() +
                                             QStringLiteral("/../../../resources/presets"));

class ExperimentPageTest : public testing::Test {
protected:
    ExperimentPageTest() { open(); }

    void open() {
        page_.reset();
        page_ = std::make_unique<ExperimentPage>(PageContext{run_, theme_, settings_}, nullptr, presetFolder);
        page_->resize(320, 720);
        page_->show();
    }

    template <class Widget>
    Widget* find(const QString& name) {
        return page_->findChild<Widget*>(name);
    }
    OptionEditor* editor(const std::string& key) {
        return find<OptionEditor>(QStringLiteral("option.") + QString::fromStdString(key));
    }
    std::string messageAt(const std::string& key) {
        const auto* bar = find<MessageBar>(QString::fromStdString(key) + QStringLiteral(".message"));
        return bar == nullptr || bar->isHidden() ? "" : bar->text().toStdString();
    }
    void type(const QString& name, const QString& text) {
        auto* line = find<QLineEdit>(name);
        ASSERT_NE(line, nullptr) << name.toStdString();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void choose(const QString& name, const QString& value) {
        auto* box = find<QComboBox>(name);
        ASSERT_NE(box, nullptr) << name.toStdString();
        const int index = box->findData(value);
        ASSERT_GE(index, 0) << value.toStdString();
        box->setCurrentIndex(index);
        emit box->activated(index);
    }
    void typeModel(const QString& name) {
        auto* line = find<QComboBox>(QStringLiteral("model"))->lineEdit();
        line->selectAll();
        QTest::keyClicks(line, name);
    }
    bool canStart() { return find<QPushButton>(QStringLiteral("startButton"))->isEnabled(); }
    std::string text(const QString& label) { return find<QLabel>(label)->text().toStdString(); }

    QTemporaryDir folder_;
    QSettings settings_{folder_.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    FakeRunModel run_;
    Theme theme_;
    std::unique_ptr<ExperimentPage> page_;
};

/// A value that is allowed and is not the default.
nlohmann::json otherValue(const run::OptionDescription& option) {
    switch (option.kind) {
        case run::OptionKind::boolean:
            return !option.defaultValue.get<bool>();
        case run::OptionKind::integer:
            return option.defaultValue.get<std::int64_t>() + 1;
        case run::OptionKind::real:
            return option.defaultValue.get<double>() / 2 + 0.001;
        case run::OptionKind::choice:
            return option.choices.front() == option.defaultValue ? option.choices.back()
                                                                 : option.choices.front();
        case run::OptionKind::text:
            break;
    }
    if (option.key == "dataset") return "mnist";
    if (option.key == "model") return "resnet-8";
    if (option.key == "method") return "gmp";
    return "/somewhere";
}

TEST_F(ExperimentPageTest, EveryOptionOfARunHasAnEditorAndComesBackAsItWasSet) {
    run::RunConfig config;
    for (const auto& field : run::configFields()) {
        ASSERT_NE(editor(field.description.key), nullptr) << field.description.key;
        field.set(config, otherValue(field.description));
    }
    config.schedule.knots = {{0, 0}, {1, 0.9}};
    config.learningRate.milestones = {0.25, 0.5};

    page_->setConfig(config);

    EXPECT_EQ(run::configToJson(page_->config()), run::configToJson(config));
}

TEST_F(ExperimentPageTest, EveryEditorShowsTheValueThatWasSet) {
    run::RunConfig config;
    config.epochs = 77;
    config.optimizer.nesterov = true;
    config.schedule.shape = "linear";
    config.dataset = "mnist";

    page_->setConfig(config);

    EXPECT_EQ(find<QLineEdit>(QStringLiteral("epochs"))->text(), QStringLiteral("77"));
    EXPECT_TRUE(find<QCheckBox>(QStringLiteral("optimizer.nesterov"))->isChecked());
    EXPECT_EQ(find<QComboBox>(QStringLiteral("schedule.shape"))->currentData(), QStringLiteral("linear"));
    EXPECT_EQ(find<QComboBox>(QStringLiteral("dataset"))->currentData(), QStringLiteral("mnist"));
}

TEST_F(ExperimentPageTest, WhatIsTypedIsInTheConfiguration) {
    type(QStringLiteral("epochs"), QStringLiteral("4"));
    type(QStringLiteral("schedule.target"), QStringLiteral("80 %"));
    choose(QStringLiteral("dataset"), QStringLiteral("mnist"));

    EXPECT_EQ(page_->config().epochs, 4);
    EXPECT_DOUBLE_EQ(page_->config().schedule.target, 0.8);
    EXPECT_EQ(page_->config().dataset, "mnist");
}

TEST_F(ExperimentPageTest, AFieldThatWasNotTouchedKeepsItsExactValue) {
    run::RunConfig config;
    config.validationFraction = 1.0 / 3.0;
    page_->setConfig(config);

    type(QStringLiteral("epochs"), QStringLiteral("2"));

    EXPECT_EQ(page_->config().validationFraction, 1.0 / 3.0);
}

TEST_F(ExperimentPageTest, ArrowKeysStepAWholeNumber) {
    auto* epochs = find<QLineEdit>(QStringLiteral("epochs"));
    QTest::keyClick(epochs, Qt::Key_Up);
    EXPECT_EQ(page_->config().epochs, 16);
    QTest::keyClick(epochs, Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(page_->config().epochs, 6);
    QTest::keyClick(epochs, Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(page_->config().epochs, 1) << "the least that is allowed";
}

TEST_F(ExperimentPageTest, AnInvalidFieldSaysTheEnginesReasonAndStartIsDisabled) {
    ASSERT_TRUE(canStart());
    std::string reason;
    for (const auto& field : run::configFields()) {
        if (field.description.key != "epochs") continue;
        try {
            run::parsed(field.description, "0");
        } catch (const std::exception& e) {
            reason = e.what();
        }
    }
    ASSERT_THAT(reason, HasSubstr("epochs: "));

    type(QStringLiteral("epochs"), QStringLiteral("0"));

    EXPECT_EQ("epochs: " + messageAt("epochs"), reason);
    EXPECT_FALSE(canStart());
    EXPECT_THAT(page_->startBlocker().toStdString(), HasSubstr("Epochs"));
    EXPECT_THAT(text(QStringLiteral("startBlocker")), HasSubstr("Epochs"));

    type(QStringLiteral("epochs"), QStringLiteral("3"));
    EXPECT_EQ(messageAt("epochs"), "");
    EXPECT_TRUE(canStart());
}

TEST_F(ExperimentPageTest, AContradictionBetweenFieldsIsShownAtTheFieldToBlame) {
    choose(QStringLiteral("optimizer.name"), QStringLiteral("sgd"));
    type(QStringLiteral("schedule.freeze"), QStringLiteral("0.2"));

    EXPECT_THAT(messageAt("schedule.freeze"), HasSubstr("before the ramp ends at 0.75"));
    EXPECT_FALSE(canStart());
    EXPECT_TRUE(find<MessageBar>(QStringLiteral("schedule.freeze.message"))->isVisible())
        << "its section has unfolded";

    type(QStringLiteral("schedule.freeze"), QStringLiteral("0.9"));
    EXPECT_TRUE(canStart());
}

TEST_F(ExperimentPageTest, ANetworkThatDoesNotExistIsRefusedAtItsField) {
    typeModel(QStringLiteral("resnet-21"));

    ASSERT_TRUE(QTest::qWaitFor([this] { return !canStart(); }));
    EXPECT_THAT(messageAt("model"), HasSubstr("there is no 'resnet-21'"));
    EXPECT_THAT(messageAt("model"), HasSubstr("The depth is 6n+2"));
}

TEST_F(ExperimentPageTest, AFolderThatDoesNotExistIsRefusedAtItsField) {
    type(QStringLiteral("data_dir"), QStringLiteral("/no/such/folder"));
    EXPECT_THAT(messageAt("data_dir"), HasSubstr("no such folder"));
    EXPECT_FALSE(canStart());
}

TEST_F(ExperimentPageTest, AStrengthForALayerThatIsNotThereIsRefusedOnceTheNetworkIsKnown) {
    type(QStringLiteral("method.layer_z"), QStringLiteral("conv9=2"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !canStart(); }));
    EXPECT_THAT(messageAt("method.layer_z"), HasSubstr("conv9"));
}

TEST_F(ExperimentPageTest, AnotherMethodBringsItsOwnOptions) {
    for (const auto& entry : prune::methodEntries()) {
        choose(QStringLiteral("method"), QString::fromStdString(entry.description.name));
        nlohmann::json expected = nlohmann::json::object();
        for (const auto& option : entry.description.options) {
            ASSERT_NE(editor("method." + option.key), nullptr) << option.key;
            expected[option.key] = option.defaultValue;
        }
        EXPECT_EQ(page_->config().methodOptions, expected) << entry.description.name;
        EXPECT_EQ(editor("method.z") != nullptr, entry.description.name == "map");
    }
}

TEST_F(ExperimentPageTest, AMethodsOptionsAreKeptWhileAnotherIsTried) {
    type(QStringLiteral("method.z"), QStringLiteral("2.5"));
    choose(QStringLiteral("method"), QStringLiteral("gmp"));
    choose(QStringLiteral("method"), QStringLiteral("map"));
    EXPECT_EQ(page_->config().methodOptions["z"], 2.5);
}

TEST_F(ExperimentPageTest, ADenseRunIsNotStoppedByAScheduleThatItIgnores) {
    type(QStringLiteral("schedule.freeze"), QStringLiteral("0.2"));
    ASSERT_FALSE(canStart());
    choose(QStringLiteral("method"), QStringLiteral("dense"));
    EXPECT_TRUE(canStart());
}

TEST_F(ExperimentPageTest, TheNetworksSizeAndAnEstimateAppear) {
    ASSERT_TRUE(QTest::qWaitFor([this] { return text(QStringLiteral("parameters")) != "–"; }));
    // lenet-5: 20*25 + 50*500 + 800*500 + 500*10 weights, and 20 + 50 + 500 + 10 biases.
    EXPECT_EQ(text(QStringLiteral("parameters")), "431,080");
    EXPECT_EQ(text(QStringLiteral("prunableWeights")), "430,500");
    EXPECT_EQ(text(QStringLiteral("macs")), "2,293,000");
    EXPECT_NE(text(QStringLiteral("estimate")), "–");
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

TEST_F(ExperimentPageTest, EveryPresetIsValidAndFillsTheForm) {
    const QDir presets(presetFolder);
    const QStringList files = presets.entryList({QStringLiteral("*.json")});
    ASSERT_GE(files.size(), 5);
    for (const QString& name : files) {
        QFile file(presets.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        run::RunConfig expected = run::configFromText(file.readAll().toStdString(), name.toStdString());
        EXPECT_NO_THROW(run::validateConfig(expected)) << name.toStdString();
        expected.methodOptions =
            prune::completeOptions(prune::findMethod(expected.method).description, expected.methodOptions);

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
    QSignalSpy spy(page_.get(), &ExperimentPage::startRequested);
    type(QStringLiteral("seed"), QStringLiteral("7"));
    QTest::mouseClick(find<QPushButton>(QStringLiteral("startButton")), Qt::LeftButton);
    ASSERT_EQ(spy.size(), 1);
    EXPECT_EQ(spy[0][0].value<run::RunConfig>().seed, 7);
}

TEST_F(ExperimentPageTest, AnInvalidFormStartsNothingByTheToolbarEither) {
    QSignalSpy spy(page_.get(), &ExperimentPage::startRequested);
    type(QStringLiteral("epochs"), QStringLiteral("0"));
    page_->requestStart();
    EXPECT_EQ(spy.size(), 0);
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
    page_->showStartError(QStringLiteral("data_dir: MNIST is not found by itself. Name the folder."));
    EXPECT_EQ(messageAt("data_dir"), "MNIST is not found by itself. Name the folder.");
    EXPECT_TRUE(canStart()) << "the files may be there by now";
    type(QStringLiteral("seed"), QStringLiteral("3"));
    EXPECT_EQ(messageAt("data_dir"), "");
}

TEST_F(ExperimentPageTest, AFailedStartThatNamesNoFieldIsShownAtStart) {
    page_->showStartError(QStringLiteral("/data/train.gz: is damaged. Fetch it again."));
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

TEST_F(ExperimentPageTest, ClosingDuringABackgroundJobIsSafe) {
    typeModel(QStringLiteral("resnet-56"));
    QTest::qWait(260);
    page_.reset();
    QTest::qWait(50);
}

}  // namespace
}  // namespace prunescope::ui
