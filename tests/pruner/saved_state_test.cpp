#include "foreign_training.h"
#include "support/state_parts.h"

namespace prunescope::pruner {
namespace {

const std::string savedOptions =
    R"({"pruning": {"mask_interval": 4}, "schedule": {"target": 0.9, "start": 0, "end": 0.5, "freeze": 0.75}})";
constexpr std::int64_t savedSteps = 40;

void run(ForeignTraining& training, std::int64_t first, std::int64_t last) {
    for (std::int64_t step = first; step < last; ++step) training.step(step);
}

void expectSameWeights(ForeignTraining& a, ForeignTraining& b) {
    for (std::size_t t = 0; t < a.tensors.size(); ++t) {
        EXPECT_EQ(a.mask(t), b.mask(t));
        EXPECT_EQ(a.movable(t), b.movable(t));
        for (std::size_t i = 0; i < a.tensors[t].size; ++i)
            ASSERT_EQ(a.tensors[t].weights()[i], b.tensors[t].weights()[i]) << t << " " << i;
    }
}

/// In the ramp, while masks rest between two choices, and after the freeze.
class Resumed : public testing::TestWithParam<std::int64_t> {};

TEST_P(Resumed, GoesOnAsIfNothingHadBeen) {
    for (const char* method : {"map", "gmp", "dpf", "dense"}) {
        ForeignTraining whole(method, savedOptions, savedSteps), second(method, savedOptions, savedSteps);
        run(whole, 0, GetParam());
        const std::string state = whole.save();
        for (std::size_t t = 0; t < whole.tensors.size(); ++t)
            std::copy_n(whole.tensors[t].weights(), whole.tensors[t].size, second.tensors[t].weights());
        expectDone(second.load(state));
        EXPECT_EQ(second.save(), state) << method;
        expectSameWeights(whole, second);
        for (std::size_t i = 0; i < whole.tensors[1].size; ++i)
            ASSERT_EQ(second.tensors[1].effective()[i], [&] {
                expectDone(prunescope_pruner_refresh(whole.pruner.get()));
                return whole.tensors[1].effective()[i];
            }());
        run(whole, GetParam(), savedSteps);
        run(second, GetParam(), savedSteps);
        expectSameWeights(whole, second);
        EXPECT_EQ(second.save(), whole.save()) << method;
    }
}

INSTANTIATE_TEST_SUITE_P(At, Resumed, testing::Values(0, 4, 7, 16, 30, 33),
                         [](const auto& step) { return "Step" + std::to_string(step.param); });

TEST(SavedState, IsOfAFewBytesMoreThanABitForEachWeight) {
    const ForeignTraining training("map", savedOptions, savedSteps);
    EXPECT_LT(training.save().size(), (6 * 27 + 40 * 120 + 10 * 40) / 8 + 2400U);
}

TEST(SavedState, TellsHowManyBytesItWants) {
    const ForeignTraining training("map", savedOptions, savedSteps);
    const std::string state = training.save();
    unsigned char few[10];
    std::size_t size = 0;
    EXPECT_EQ(prunescope_pruner_save(training.pruner.get(), few, sizeof few, &size),
              PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    EXPECT_EQ(size, state.size());
}

class Refused : public testing::Test {
protected:
    Refused() { run(training_, 0, 9); }

    std::string refusal(const std::string& bytes) {
        const std::string before = training_.save();
        EXPECT_EQ(training_.load(bytes), PRUNESCOPE_PRUNER_BAD_STATE);
        EXPECT_EQ(training_.save(), before) << "nothing has changed";
        return prunescope_pruner_last_error();
    }
    /// With one part changed.
    std::string refusalWith(const std::string& part, const std::function<void(test::StatePart&)>& change) {
        test::StateParts parts(training_.save());
        change(parts.part(part));
        return refusal(parts.bytes());
    }

    ForeignTraining training_{"map", savedOptions, savedSteps};
};

TEST_F(Refused, WhereverAByteIsAnother) {
    const std::string state = training_.save();
    for (std::size_t at = 0; at < state.size(); at += 7) {
        std::string damaged = state;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        ASSERT_EQ(training_.load(damaged), PRUNESCOPE_PRUNER_BAD_STATE) << at;
        ASSERT_EQ(training_.load(state.substr(0, at)), PRUNESCOPE_PRUNER_BAD_STATE) << at;
    }
    EXPECT_EQ(training_.save(), state);
}

TEST_F(Refused, ForWhatItSays) {
    EXPECT_EQ(refusal(""),
              "saved state: these 0 bytes are no saved state. Take one that this pruner has saved.");
    std::string damaged = training_.save();
    damaged[40] = '!';
    EXPECT_EQ(refusal(damaged),
              "saved state: it is damaged: its checksum is another. Take one that this pruner has saved.");
    test::StateParts fewer(training_.save());
    fewer.parts.back().bytes.pop_back();
    EXPECT_THAT(refusal(fewer.bytes()), testing::HasSubstr("it ends before its last part does"));
    test::StateParts more(training_.save());
    more.parts.back().bytes += "x";
    EXPECT_THAT(refusal(more.bytes()), testing::HasSubstr("it goes on after its last part"));
}

TEST_F(Refused, WhereAMaskKeepsTooFewOfALayer) {
    EXPECT_THAT(
        refusalWith("fc2.weight.mask", [](test::StatePart& part) { part.bytes.assign(part.size(), '\0'); }),
        testing::HasSubstr("'fc2.weight.mask' has a value that cannot be"));
}

TEST_F(Refused, WhereAValueCannotBe) {
    const auto with = [&](const std::string& part, auto value) {
        return refusalWith(part, [&](test::StatePart& p) { test::setFirst(p, value); });
    };
    EXPECT_THAT(with("phase", std::int64_t{7}), testing::HasSubstr("'phase'"));
    EXPECT_THAT(with("last_mask_update.at", std::int64_t{-8}), testing::HasSubstr("'last_mask_update.at'"));
    EXPECT_THAT(with("sparsity_in_force", 7.0), testing::HasSubstr("'sparsity_in_force'"));
}

TEST_F(Refused, WhereItBelongsToAnother) {
    const auto of = [&](const std::function<void(nlohmann::json&)>& change) {
        test::StateParts parts(training_.save());
        change(parts.description["of"]);
        return refusal(parts.bytes());
    };
    EXPECT_THAT(of([](auto& identity) { identity["steps"] = 41; }),
                testing::HasSubstr("it was made with another 'steps'"));
    EXPECT_THAT(of([](auto& identity) { identity["options"]["schedule"]["target"] = 0.8; }),
                testing::HasSubstr("differs first at 'options/schedule/target'"));
    EXPECT_THAT(of([](auto& identity) { identity["tensors"][1][0] = "fc7.weight"; }),
                testing::HasSubstr("another 'tensors', which differs first at 'tensors/1/0'"));
    EXPECT_THAT(of([](auto& identity) { identity = nullptr; }),
                testing::HasSubstr("it does not say what it belongs to"));
}

TEST_F(Refused, WhileTheOptimiserIsAtWork) {
    const std::string state = training_.save();
    expectDone(prunescope_pruner_begin_step(training_.pruner.get(), 9));
    expectDone(prunescope_pruner_form_gradients(training_.pruner.get()));
    EXPECT_EQ(training_.load(state), PRUNESCOPE_PRUNER_BAD_ORDER);
}

}  // namespace
}  // namespace prunescope::pruner
