#include "ui/audit/audit_text.h"

#include "session/command.h"
#include "view/accuracy_drops.h"

#include <gmock/gmock.h>

#include <set>

namespace prunescope::ui {
namespace {

run::AuditEvent edit(std::int64_t step) {
    return {.sequence = 1,
            .step = StepIndex{step},
            .kind = session::event::scheduleEdited,
            .who = "ana@lab",
            .after = run::SparsitySchedule{}};
}

TEST(AuditText, NamesEveryKindThatASessionRecordsOrTheViewFinds) {
    namespace e = session::event;
    EXPECT_THAT(AuditText::kinds(),
                testing::UnorderedElementsAre(
                    e::started, e::extended, e::branched, e::paused, e::resumed, e::stepped, e::stateSaved,
                    e::continued, e::stopRequested, e::scheduleEdited, e::attentionSet, e::frozen,
                    e::unfrozen, e::moved, e::refused, e::phaseChanged, e::firstCut, e::masksFinished,
                    e::batchNormRecalibrated, e::collapseSuspected, e::divergenceSuspected, e::diverged,
                    e::endedAtChance, e::finished, e::stopped, e::failed, view::accuracyFell));
    std::set<QString> titles;
    for (const std::string& kind : AuditText::kinds()) titles.insert(AuditText::title(kind));
    EXPECT_EQ(titles.size(), AuditText::kinds().size());
    EXPECT_EQ(AuditText::title("schedule_edited"), QStringLiteral("Schedule edited"));
}

TEST(AuditText, AKindOfANewerVersionIsGivenAsWords) {
    EXPECT_EQ(AuditText::title("weights_moved"), QStringLiteral("Weights moved"));
    EXPECT_EQ(AuditText::title(""), QString());
}

TEST(AuditText, TellsWhatWasMeasuredBeforeAndAfterAChange) {
    view::RunHistory history(1, 0);
    for (const std::int64_t step : {2, 4, 6}) {
        run::Evaluation evaluation;
        evaluation.step = StepIndex{step};
        evaluation.epoch = static_cast<double>(step) / 2;
        evaluation.classes = 2;
        evaluation.confusion = {step, 10 - step, 0, 10};
        history.append(evaluation);
    }
    // At step 4, which was measured before the change took hold.
    EXPECT_EQ(AuditText::effect(edit(4), history.validation()).toStdString(),
              "Validation accuracy: 70.00 % (epoch 2.00) before, 80.00 % (epoch 3.00) after");
    EXPECT_TRUE(
        AuditText::effect(edit(6), history.validation()).endsWith(QLatin1String("not measured yet after")));
    EXPECT_TRUE(
        AuditText::effect(edit(1), history.validation()).contains(QLatin1String("not measured before")));
    run::AuditEvent other = edit(4);
    other.kind = session::event::refused;
    EXPECT_EQ(AuditText::effect(other, history.validation()), QString());
    other.kind = session::event::phaseChanged;
    other.after = run::EnteredPhase{run::Phase::exploitation, 0.95};
    EXPECT_EQ(AuditText::effect(other, history.validation()), QString());
}

TEST(AuditText, ShowsValuesAsTheyAreRecorded) {
    EXPECT_EQ(AuditText::pretty(run::OtherValues{R"({"a":1})"}), QStringLiteral("{\n  \"a\": 1\n}"));
    EXPECT_EQ(AuditText::pretty({}), QString());
}

}  // namespace
}  // namespace prunescope::ui
