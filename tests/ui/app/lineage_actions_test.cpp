#include "ui/app/lineage_actions.h"

#include "ui/app/fork_dialog.h"
#include "ui/support/fake_run_model.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QDialogButtonBox>
#include <QInputDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

namespace prunescope::ui {
namespace {

class LineageActionsTest : public testing::Test {
protected:
    LineageActionsTest() {
        run.headerNow.emplace();
        run.headerNow->config.epochs = 15;
        run.canTrainLongerNow = true;
        emit run.stageChanged();
    }
    /// Answers the question once it is there.
    template <class Answer>
    static void answer(Answer give) {
        QTimer::singleShot(0, qApp, [give] {
            auto* question = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
            ASSERT_NE(question, nullptr);
            give(*question);
        });
    }

    FakeRunModel run;
    QWidget window;
    LineageActions actions{run, window};
};

TEST_F(LineageActionsTest, TrainsLongerToWhatIsAnswered) {
    EXPECT_TRUE(actions.longer->isEnabled());
    answer([](QInputDialog& question) {
        EXPECT_EQ(question.intMinimum(), 16) << "more than it has";
        EXPECT_EQ(question.intValue(), 30);
        question.setIntValue(20);
        question.accept();
    });
    actions.longer->trigger();
    EXPECT_EQ(run.trainedLonger, std::vector<std::int64_t>{20});
    answer([](QInputDialog& question) { question.reject(); });
    actions.longer->trigger();
    EXPECT_EQ(run.trainedLonger.size(), 1U);
}

TEST_F(LineageActionsTest, WhatCannotBeDoneIsDisabled) {
    EXPECT_FALSE(actions.branch->isEnabled()) << "it lies in no folder";
    run.canTrainLongerNow = false;
    emit run.stageChanged();
    EXPECT_FALSE(actions.longer->isEnabled());
    actions.askForLength();
    EXPECT_TRUE(run.trainedLonger.empty());
}

TEST_F(LineageActionsTest, ARunThatCannotBeReadIsRefused) {
    QSignalSpy refused(&actions, &LineageActions::refused);
    actions.askForState("/nowhere");
    ASSERT_TRUE(refused.wait(20'000));
}

TEST(ForkDialogTest, GivesTheChosenStateTheLatestAtFirst) {
    workspace::ForkPoints fork;
    fork.points = {{.step = StepIndex{300}, .epoch = 3, .sparsity = 0.9},
                   {.step = StepIndex{100}, .epoch = 1, .sparsity = 0.25}};
    ForkDialog dialog(QStringLiteral("first"), fork, nullptr);
    auto* list = dialog.findChild<QTreeWidget*>(QStringLiteral("forkPoints"));
    EXPECT_EQ(dialog.step(), StepIndex{300});
    EXPECT_EQ(list->topLevelItem(1)->text(0), QStringLiteral("100"));
    EXPECT_EQ(list->topLevelItem(1)->text(1), QStringLiteral("1.00"));
    EXPECT_EQ(list->topLevelItem(1)->text(2), QStringLiteral("25.00 %"));
    EXPECT_EQ(list->topLevelItem(1)->text(3), QStringLiteral("–")) << "it was not measured there";
    list->setCurrentItem(list->topLevelItem(1));
    EXPECT_EQ(dialog.step(), StepIndex{100});
}

}  // namespace
}  // namespace prunescope::ui
