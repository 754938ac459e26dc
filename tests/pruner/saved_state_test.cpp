#include "base/sha256.h"
#include "foreign_training.h"

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
    EXPECT_LT(training.save().size(), (6 * 27 + 40 * 120 + 10 * 40) / 8 + 1200U);
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
    /// With a checksum that fits.
    static std::string sealed(std::string bytes) { return bytes + sha256Hex(bytes); }
    std::string unsealed() const {
        std::string bytes = training_.save();
        bytes.resize(bytes.size() - sha256Digits);
        return bytes;
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
              "saved state: these 0 bytes are no state of a pruner. Take one that this pruner has saved.");
    std::string damaged = training_.save();
    damaged[40] = '!';
    EXPECT_EQ(refusal(damaged),
              "saved state: it is damaged: its checksum is another. Take one that this pruner has saved.");
    std::string newer = unsealed();
    newer[8] = 2;
    EXPECT_EQ(refusal(sealed(newer)),
              "saved state: it has version 2 of the format, and this program reads 1. Take one that this "
              "pruner has saved.");
    std::string longer = unsealed();
    for (std::size_t i = 12; i < 20; ++i) longer[i] = '\xff';
    EXPECT_EQ(refusal(sealed(longer)),
              "saved state: it ends before its masks do. Take one that this pruner has saved.");
    EXPECT_EQ(refusal(sealed(unsealed() + "x")),
              "saved state: it goes on after its masks. Take one that this pruner has saved.");
    std::string fewer = unsealed();
    fewer.pop_back();
    EXPECT_EQ(refusal(sealed(fewer)),
              "saved state: it ends before its masks do. Take one that this pruner has saved.");
}

TEST_F(Refused, WhereAMaskKeepsTooFewOfALayer) {
    std::string state = unsealed();
    state.replace(state.size() - 50, 50, 50, '\0');  // the 400 weights of fc2
    EXPECT_THAT(refusal(sealed(state)),
                testing::HasSubstr("the mask of 'fc2.weight' keeps 0 weights, fewer than 1"));
}

TEST_F(Refused, WhereItsDescriptionSaysWhatCannotBe) {
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string state = unsealed();
        const std::size_t at = state.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        state.replace(at, from.size(), to);
        auto length = static_cast<unsigned char>(state[12]) + 256U * static_cast<unsigned char>(state[13]);
        length += static_cast<unsigned>(to.size() - from.size());
        state[12] = static_cast<char>(length & 255U);
        state[13] = static_cast<char>(length >> 8U);
        return refusal(sealed(state));
    };
    EXPECT_THAT(with(R"("frozen":false)", R"("frozen":7)"), testing::HasSubstr("state.frozen"));
    EXPECT_THAT(with(R"("last_mask_update":8)", R"("last_mask_update":-8)"),
                testing::HasSubstr("last_mask_update"));
    EXPECT_THAT(with(R"("sparsity":)", R"("sparsity":7,"s":)"),
                testing::HasSubstr("the sparsity 7 is not from 0"));
    EXPECT_THAT(with(R"("of":)", R"("off":)"), testing::HasSubstr("it does not say what it belongs to"));
    EXPECT_THAT(with(R"("steps":40)", R"("steps":41)"),
                testing::HasSubstr("it belongs to a pruner of other steps: 41"));
    EXPECT_THAT(with(R"("target":0.9)", R"("target":0.8)"),
                testing::HasSubstr("it belongs to a pruner of other options"));
    EXPECT_THAT(with("fc1.weight", "fc7.weight"),
                testing::HasSubstr("it belongs to a pruner of other tensors"));
}

TEST_F(Refused, WhileTheOptimiserIsAtWork) {
    const std::string state = training_.save();
    expectDone(prunescope_pruner_begin_step(training_.pruner.get(), 9));
    expectDone(prunescope_pruner_form_gradients(training_.pruner.get()));
    EXPECT_EQ(training_.load(state), PRUNESCOPE_PRUNER_BAD_ORDER);
}

}  // namespace
}  // namespace prunescope::pruner
