// The answers to every test image are kept of two networks: the last one with all its weights, and the final
// one.

#include "session/tiny_session.h"

namespace prunescope::session {
namespace {

class ImageAnswersOfRun : public TinySession {
protected:
    const run::RunRecord& ran() {
        start(sink_, false)->wait();
        return sink_.kept();
    }

    MemorySink sink_;
};

const run::Evaluation* lastTest(const run::RunRecord& record, bool dense) {
    const run::Evaluation* last = nullptr;
    for (const run::Evaluation& e : record.evaluations) {
        if (e.split == run::Split::test && (!dense || e.sparsity == 0)) last = &e;
    }
    return last;
}

TEST_F(ImageAnswersOfRun, AreThoseBeforeTheFirstCutAndThoseOfTheEnd) {
    config_.schedule.start = 0.3;
    const run::RunRecord& record = ran();
    ASSERT_EQ(record.outcome.state, run::RunState::finished);
    ASSERT_EQ(record.imageAnswers.size(), 2U);
    EXPECT_GT(record.imageAnswers[0].step, StepIndex{0});
    EXPECT_EQ(run::answersOf(record.imageAnswers, *lastTest(record, true)), &record.imageAnswers[0]);
    EXPECT_EQ(run::answersOf(record.imageAnswers, *lastTest(record, false)), &record.imageAnswers[1]);
    EXPECT_EQ(record.imageAnswers[0].truth, record.imageAnswers[1].truth);
    EXPECT_EQ(static_cast<std::int64_t>(record.imageAnswers[0].images()), record.header.dataset.testImages);
}

TEST_F(ImageAnswersOfRun, AreThoseOfTheEndAloneWhereNothingIsCut) {
    config_.method = "dense";
    config_.schedule = {.shape = "constant", .initial = 0, .target = 0};
    const run::RunRecord& record = ran();
    ASSERT_EQ(record.imageAnswers.size(), 1U);
    EXPECT_TRUE(run::belongTogether(record.imageAnswers[0], record.evaluations.back()));
}

}  // namespace
}  // namespace prunescope::session
