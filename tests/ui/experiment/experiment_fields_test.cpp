// The fields of the experiment form: what they hold, what they refuse and why.

#include "prune/method.h"
#include "run/config_io.h"
#include "ui/experiment/experiment_form.h"

#include <gmock/gmock.h>

#include <QCheckBox>
#include <QToolButton>

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
        case run::OptionKind::shares:
            return {{"conv1", 0.5}};
        case run::OptionKind::numbers:
            return nlohmann::json::array({0.25});
        case run::OptionKind::text:
            break;
    }
    if (option.key == "dataset") return "mnist";
    if (option.key == "model") return "resnet-8";
    if (option.key == "method") return "gmp";
    if (option.key == "optimizer.name") return "adamw";
    if (option.key == "learning_rate.shape") return "multi_step";
    return "/somewhere";
}

TEST_F(ExperimentFieldsTest, EveryOptionOfARunHasAnEditorAndComesBackAsItWasSet) {
    run::RunConfig config;
    for (const auto& field : run::configFields()) {
        ASSERT_NE(editor(field.description.key), nullptr) << field.description.key;
        field.set(config, otherValue(field.description));
    }
    config.schedule.knots = {{0, 0}, {1, 0.9}};
    config.learningRate.options = {{"milestones", {0.25, 0.5}}, {"gamma", 0.2}};
    config.optimizer.options = {{"beta1", 0.8}, {"beta2", 0.9}, {"epsilon", 1e-6}};
    config.methodOptions = {{"keep_pruned_values", true}};
    config.dataOptions = {{"classes", "names.txt"}, {"groups", "sites.txt"}};

    page_->setConfig(config);

    EXPECT_EQ(run::configToJson(page_->config()), run::configToJson(config));
}

TEST_F(ExperimentFieldsTest, EveryEditorShowsTheValueThatWasSet) {
    run::RunConfig config;
    config.epochs = 77;
    config.optimizer.options = {{"nesterov", true}};
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

TEST_F(ExperimentFieldsTest, ASharesPercentageIsUnderstoodHoweverItIsWritten) {
    for (const char* text :
         {"98", "98 %", "98%", "0.98", "0,98", "98,0 %", " 98.00 ", "\uff19\uff18\uff05"}) {
        type(QStringLiteral("schedule.target"), QStringLiteral("50"));
        type(QStringLiteral("schedule.target"), QString::fromUtf8(text));
        EXPECT_DOUBLE_EQ(page_->config().schedule.target, 0.98) << text;
        EXPECT_EQ(find<QLineEdit>(QStringLiteral("schedule.target"))->text(), QStringLiteral("98 %")) << text;
        EXPECT_EQ(messageAt("schedule.target"), "") << text;
    }
    type(QStringLiteral("schedule.target"), QStringLiteral("99,95"));
    EXPECT_DOUBLE_EQ(page_->config().schedule.target, 0.9995);
    type(QStringLiteral("schedule.target"), QStringLiteral("0,5 %"));
    EXPECT_DOUBLE_EQ(page_->config().schedule.target, 0.005);
    type(QStringLiteral("schedule.target"), QStringLiteral("99.9"));
    EXPECT_EQ(page_->config().schedule.target, 0.999) << "to the last bit";
}

TEST_F(ExperimentFieldsTest, BothDecimalSignsAreUnderstoodInEveryNumber) {
    for (const auto& field : run::configFields()) {
        const auto& option = field.description;
        if (option.kind != run::OptionKind::real) continue;
        page_->setConfig({});
        const bool percent =
            !find<QLineEdit>(QString::fromStdString(option.key))->text().isEmpty() &&
            find<QLineEdit>(QString::fromStdString(option.key))->text().endsWith(QLatin1Char('%'));
        type(QString::fromStdString(option.key), QStringLiteral("0,25"));
        EXPECT_DOUBLE_EQ(field.get(page_->config()).get<double>(), 0.25) << option.key << percent;
        type(QString::fromStdString(option.key), QStringLiteral("0.125"));
        EXPECT_DOUBLE_EQ(field.get(page_->config()).get<double>(), 0.125) << option.key;
    }
}

TEST_F(ExperimentFieldsTest, HalfANumberNeverCounts) {
    const nlohmann::json before = run::configToJson(page_->config());
    beginTyping(QStringLiteral("schedule.target"), QStringLiteral("0"));
    EXPECT_EQ(run::configToJson(page_->config()), before);
    EXPECT_EQ(messageAt("schedule.target"), "") << "nobody is refused in the middle of a word";
    open();
    EXPECT_EQ(run::configToJson(page_->config()), before) << "nor remembered";
}

TEST_F(ExperimentFieldsTest, StartTakesWhatIsBeingTyped) {
    beginTyping(QStringLiteral("schedule.target"), QStringLiteral("97"));
    page_->requestStart();
    EXPECT_DOUBLE_EQ(page_->config().schedule.target, 0.97);
}

TEST_F(ExperimentFieldsTest, StartIsRefusedWhenWhatIsBeingTypedIsWrong) {
    beginTyping(QStringLiteral("schedule.target"), QStringLiteral("abc"));
    page_->requestStart();
    EXPECT_TRUE(run_.started.empty());
    EXPECT_THAT(messageAt("schedule.target"), HasSubstr("Give a percentage from 0 % to below 100 %."));
    EXPECT_THAT(messageAt("schedule.target"), HasSubstr("Esc brings 95 % back."));
}

TEST_F(ExperimentFieldsTest, EscBringsTheLastAllowedValueBack) {
    type(QStringLiteral("epochs"), QStringLiteral("12"));
    type(QStringLiteral("epochs"), QStringLiteral("0"));
    ASSERT_FALSE(canStart());
    QTest::keyClick(find<QLineEdit>(QStringLiteral("epochs")), Qt::Key_Escape);
    EXPECT_EQ(find<QLineEdit>(QStringLiteral("epochs"))->text(), QStringLiteral("12"));
    EXPECT_TRUE(canStart());
    EXPECT_EQ(page_->config().epochs, 12);
}

TEST_F(ExperimentFieldsTest, OnlyTheOptimizersOwnSettingsAreShown) {
    find<QToolButton>(QStringLiteral("section.training.heading"))->click();
    EXPECT_TRUE(editor("optimizer.momentum")->isVisible());
    for (const char* key : {"optimizer.beta1", "optimizer.beta2", "optimizer.epsilon"})
        EXPECT_EQ(editor(key), nullptr) << key;
    choose(QStringLiteral("optimizer.name"), QStringLiteral("adamw"));
    EXPECT_EQ(editor("optimizer.momentum"), nullptr);
    for (const char* key : {"optimizer.beta1", "optimizer.beta2", "optimizer.epsilon"})
        EXPECT_TRUE(QTest::qWaitFor([&] { return editor(key)->isVisible(); })) << key;
}

TEST_F(ExperimentFieldsTest, NoKeyOfTheEngineIsShownToAPerson) {
    for (const auto* box : page_->findChildren<QComboBox*>()) {
        for (int item = 0; item < box->count(); ++item) {
            EXPECT_FALSE(box->itemText(item).contains(QLatin1Char('_'))) << box->itemText(item).toStdString();
            if (box->isEditable()) continue;
            EXPECT_TRUE(box->itemText(item).front().isUpper()) << box->itemText(item).toStdString();
        }
    }
    EXPECT_EQ(find<QLineEdit>(QStringLiteral("augment.shift"))->text(), QStringLiteral("auto"));
    EXPECT_EQ(find<QLineEdit>(QStringLiteral("threads"))->text(), QStringLiteral("auto"));
    for (const auto* widget : page_->findChildren<QWidget*>()) {
        for (const QString& text : {widget->toolTip(), widget->accessibleDescription()})
            EXPECT_FALSE(text.contains(QStringLiteral("--"))) << text.toStdString();
    }
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

    EXPECT_EQ("epochs: " + messageAt("epochs"), reason + " Esc brings 15 back.");
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
    EXPECT_THAT(messageAt("data_dir"), HasSubstr("no such file or folder"));
    EXPECT_FALSE(canStart());
}

TEST_F(ExperimentFieldsTest, AStrengthForALayerThatIsNotThereIsRefusedOnceTheNetworkIsKnown) {
    type(QStringLiteral("method.layer_z"), QStringLiteral("conv9=2"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !canStart(); }));
    EXPECT_THAT(messageAt("method.layer_z"), HasSubstr("conv9"));
}

TEST_F(ExperimentFieldsTest, AnotherMethodBringsItsOwnOptions) {
    for (const auto& entry : prune::methods()) {
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

TEST_F(ExperimentFieldsTest, MilestonesAreWrittenWithCommasBetweenThem) {
    choose(QStringLiteral("learning_rate.shape"), QStringLiteral("multi_step"));
    EXPECT_EQ(find<QLineEdit>(QStringLiteral("learning_rate.milestones"))->text(),
              QStringLiteral("0.5, 0.75"));
    type(QStringLiteral("learning_rate.milestones"), QStringLiteral("0.25, 0.5, 0.9"));
    EXPECT_EQ(page_->config().learningRate.options["milestones"], nlohmann::json({0.25, 0.5, 0.9}));
    type(QStringLiteral("learning_rate.milestones"), QStringLiteral("0.9, 0.5"));
    EXPECT_THAT(messageAt("learning_rate.milestones"), HasSubstr("not rising shares of the run"));
    EXPECT_FALSE(canStart());
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
