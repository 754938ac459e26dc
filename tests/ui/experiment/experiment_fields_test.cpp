// The fields of the experiment form: what they hold, what they refuse and why.

#include "prune/method.h"
#include "run/config_io.h"
#include "ui/experiment/experiment_form.h"

#include <gmock/gmock.h>

#include <QCheckBox>

namespace prunescope::ui {
namespace {

using testing::HasSubstr;

class ExperimentFieldsTest : public ExperimentForm {};

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

TEST_F(ExperimentFieldsTest, EveryOptionOfARunHasAnEditorAndComesBackAsItWasSet) {
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

TEST_F(ExperimentFieldsTest, EveryEditorShowsTheValueThatWasSet) {
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

TEST_F(ExperimentFieldsTest, WhatIsTypedIsInTheConfiguration) {
    type(QStringLiteral("epochs"), QStringLiteral("4"));
    type(QStringLiteral("schedule.target"), QStringLiteral("80 %"));
    choose(QStringLiteral("dataset"), QStringLiteral("mnist"));

    EXPECT_EQ(page_->config().epochs, 4);
    EXPECT_DOUBLE_EQ(page_->config().schedule.target, 0.8);
    EXPECT_EQ(page_->config().dataset, "mnist");
}

TEST_F(ExperimentFieldsTest, AFieldThatWasNotTouchedKeepsItsExactValue) {
    run::RunConfig config;
    config.validationFraction = 1.0 / 3.0;
    page_->setConfig(config);

    type(QStringLiteral("epochs"), QStringLiteral("2"));

    EXPECT_EQ(page_->config().validationFraction, 1.0 / 3.0);
}

TEST_F(ExperimentFieldsTest, ArrowKeysStepAWholeNumber) {
    auto* epochs = find<QLineEdit>(QStringLiteral("epochs"));
    QTest::keyClick(epochs, Qt::Key_Up);
    EXPECT_EQ(page_->config().epochs, 16);
    QTest::keyClick(epochs, Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(page_->config().epochs, 6);
    QTest::keyClick(epochs, Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(page_->config().epochs, 1) << "the least that is allowed";
}

TEST_F(ExperimentFieldsTest, AnInvalidFieldSaysTheEnginesReasonAndStartIsDisabled) {
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

TEST_F(ExperimentFieldsTest, AContradictionBetweenFieldsIsShownAtTheFieldToBlame) {
    choose(QStringLiteral("optimizer.name"), QStringLiteral("sgd"));
    type(QStringLiteral("schedule.freeze"), QStringLiteral("0.2"));

    EXPECT_THAT(messageAt("schedule.freeze"), HasSubstr("before the ramp ends at 0.75"));
    EXPECT_FALSE(canStart());
    EXPECT_TRUE(find<MessageBar>(QStringLiteral("schedule.freeze.message"))->isVisible())
        << "its section has unfolded";

    type(QStringLiteral("schedule.freeze"), QStringLiteral("0.9"));
    EXPECT_TRUE(canStart());
}

TEST_F(ExperimentFieldsTest, ANetworkThatDoesNotExistIsRefusedAtItsField) {
    typeModel(QStringLiteral("resnet-21"));

    ASSERT_TRUE(QTest::qWaitFor([this] { return !canStart(); }));
    EXPECT_THAT(messageAt("model"), HasSubstr("there is no 'resnet-21'"));
    EXPECT_THAT(messageAt("model"), HasSubstr("The depth is 6n+2"));
}

TEST_F(ExperimentFieldsTest, AFolderThatDoesNotExistIsRefusedAtItsField) {
    type(QStringLiteral("data_dir"), QStringLiteral("/no/such/folder"));
    EXPECT_THAT(messageAt("data_dir"), HasSubstr("no such folder"));
    EXPECT_FALSE(canStart());
}

TEST_F(ExperimentFieldsTest, AStrengthForALayerThatIsNotThereIsRefusedOnceTheNetworkIsKnown) {
    type(QStringLiteral("method.layer_z"), QStringLiteral("conv9=2"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !canStart(); }));
    EXPECT_THAT(messageAt("method.layer_z"), HasSubstr("conv9"));
}

TEST_F(ExperimentFieldsTest, AnotherMethodBringsItsOwnOptions) {
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

TEST_F(ExperimentFieldsTest, AMethodsOptionsAreKeptWhileAnotherIsTried) {
    type(QStringLiteral("method.z"), QStringLiteral("2.5"));
    choose(QStringLiteral("method"), QStringLiteral("gmp"));
    choose(QStringLiteral("method"), QStringLiteral("map"));
    EXPECT_EQ(page_->config().methodOptions["z"], 2.5);
}

TEST_F(ExperimentFieldsTest, ADenseRunIsNotStoppedByAScheduleThatItIgnores) {
    type(QStringLiteral("schedule.freeze"), QStringLiteral("0.2"));
    ASSERT_FALSE(canStart());
    choose(QStringLiteral("method"), QStringLiteral("dense"));
    EXPECT_TRUE(canStart());
}

}  // namespace
}  // namespace prunescope::ui
