#include "foreign_training.h"
#include "prune/methods.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <thread>

namespace prunescope::pruner {
namespace {

using testing::Test;

const std::string quick =
    R"({"pruning": {"mask_interval": 1}, "schedule": {"target": 0.5, "start": 0, "end": 0.5}})";

std::string refusal(const char* method, const char* options, std::int64_t steps = 10, int threads = 1) {
    prunescope_pruner* pruner = nullptr;
    EXPECT_EQ(prunescope_pruner_create(method, options, steps, threads, &pruner),
              PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    EXPECT_EQ(pruner, nullptr);
    return prunescope_pruner_last_error();
}

TEST(PrunerInterface, SaysWhatIsWrongWithAMethodItsOptionsAndNumbers) {
    EXPECT_EQ(refusal("mop", nullptr),
              "method: unknown method 'mop'. Did you mean 'map'? Known: map, gmp, dpf, dense");
    EXPECT_EQ(refusal("map", "{"),
              "options: is not valid JSON: it ends too early, at line 1, column 2. Mend the text at that "
              "position.");
    EXPECT_EQ(refusal("map", "[]"), "options: is not a JSON object. Give an object, or nothing.");
    EXPECT_THAT(refusal("map", R"({"epochs": 3})"), testing::StartsWith("options: unknown key 'epochs'. "));
    EXPECT_THAT(refusal("map", R"({"method_options": {"y": 3}})"), testing::HasSubstr("y"));
    EXPECT_THAT(refusal("map", R"({"schedule": {"target": 1}})"), testing::HasSubstr("schedule.target"));
    EXPECT_EQ(refusal("map", nullptr, 0),
              "steps: 0 is no number of steps. Give 1 to 2147483647, the steps of the whole training.");
    EXPECT_EQ(refusal("map", nullptr, 10, -1),
              "threads: -1 is no number of threads. Give 1 or more, or 0 for all of the machine.");
    EXPECT_EQ(prunescope_pruner_create("map", nullptr, 10, 1, nullptr), PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    EXPECT_EQ(refusal(nullptr, nullptr),
              "prunescope_pruner_create: a pointer is null. Give a place in memory.");
}

class OneTensor : public Test {
protected:
    OneTensor() { expectDone(prunescope_pruner_create("map", quick.c_str(), 8, 1, &pruner_)); }
    ~OneTensor() override { prunescope_pruner_close(pruner_); }

    prunescope_pruner_status add(const char* name, std::vector<std::int64_t> shape) {
        return prunescope_pruner_add(pruner_, name, shape.data(), shape.size(), weights_, gradients_,
                                     effective_);
    }
    void start() {
        expectDone(add("fc.weight", {2, 4}));
        expectDone(prunescope_pruner_start(pruner_));
    }

    prunescope_pruner* pruner_ = nullptr;
    float weights_[8] = {8, -7, 6, -5, 4, -3, 2, -1};
    float gradients_[8] = {};
    float effective_[8] = {};
};

TEST_F(OneTensor, IsRefusedWithoutANameWithNoShapeAndTwice) {
    EXPECT_EQ(add("", {8}), PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    EXPECT_EQ(add("fc", {}), PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    EXPECT_EQ(add("fc", {0, 4}), PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    EXPECT_EQ(add("fc", {2, -4}), PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    EXPECT_EQ(add("fc", {1LL << 40, 1LL << 40}), PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    EXPECT_EQ(add("fc", std::vector<std::int64_t>(9, 1)), PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    EXPECT_EQ(prunescope_pruner_tensors(pruner_), 0U);
    expectDone(add("fc", {2, 4}));
    EXPECT_EQ(add("fc", {2, 4}), PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    EXPECT_STREQ(prunescope_pruner_last_error(),
                 "fc: a tensor of this name is there already. Give each a name of its own.");
    EXPECT_EQ(prunescope_pruner_tensors(pruner_), 1U);
    EXPECT_EQ(prunescope_pruner_size(pruner_, 0), 8U);
    EXPECT_EQ(prunescope_pruner_size(pruner_, 1), 0U);
}

TEST_F(OneTensor, KeepsTheOrderOfTheCalls) {
    const auto late = PRUNESCOPE_PRUNER_BAD_ORDER;
    EXPECT_EQ(prunescope_pruner_start(pruner_), late);
    EXPECT_EQ(prunescope_pruner_begin_step(pruner_, 0), late);
    start();
    EXPECT_EQ(prunescope_pruner_start(pruner_), late);
    EXPECT_EQ(add("late", {8}), late);
    EXPECT_EQ(prunescope_pruner_form_gradients(pruner_), late);
    EXPECT_EQ(prunescope_pruner_end_step(pruner_), late);
    expectDone(prunescope_pruner_begin_step(pruner_, 0));
    expectDone(prunescope_pruner_form_gradients(pruner_));
    EXPECT_EQ(prunescope_pruner_form_gradients(pruner_), late) << "attention would be multiplied twice";
    EXPECT_EQ(prunescope_pruner_begin_step(pruner_, 1), late);
    EXPECT_EQ(prunescope_pruner_refresh(pruner_), late);
    EXPECT_STREQ(prunescope_pruner_last_error(),
                 "order of the calls: the step before has not been ended. End the step after the optimiser "
                 "has moved the weights.");
    std::size_t size = 0;
    EXPECT_EQ(prunescope_pruner_save(pruner_, nullptr, 0, &size), late);
    expectDone(prunescope_pruner_end_step(pruner_));
    expectDone(prunescope_pruner_begin_step(pruner_, 1));
}

TEST_F(OneTensor, RefusesNullsStepsAndTensorsThatAreNot) {
    start();
    for (const std::int64_t step : {std::int64_t{-1}, std::int64_t{1} << 31U})
        EXPECT_EQ(prunescope_pruner_begin_step(pruner_, step), PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    unsigned char mask[8];
    EXPECT_EQ(prunescope_pruner_mask(pruner_, 1, mask), PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    EXPECT_STREQ(prunescope_pruner_last_error(),
                 "tensor: there is no tensor 1. 1 were added; they count from 0.");
    EXPECT_EQ(prunescope_pruner_mask(pruner_, 0, nullptr), PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    EXPECT_EQ(prunescope_pruner_mask(nullptr, 0, mask), PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    EXPECT_EQ(prunescope_pruner_load(pruner_, nullptr, 3), PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    EXPECT_EQ(prunescope_pruner_save(pruner_, nullptr, 0, nullptr), PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    EXPECT_EQ(prunescope_pruner_tensors(nullptr), 0U);
    EXPECT_EQ(prunescope_pruner_sparsity(nullptr), 0);
    prunescope_pruner_close(nullptr);
}

TEST_F(OneTensor, TellsThatATrainingHasDiverged) {
    start();
    weights_[3] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_EQ(prunescope_pruner_begin_step(pruner_, 0), PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    EXPECT_STREQ(
        prunescope_pruner_last_error(),
        "fc.weight: its weights are not all numbers. The training has diverged; lower the learning rate.");
}

/// Half is cut from step 4 on. |w| runs from 1 to 8, so that by hand: b = 1/2, n = (|w| - 1) / 7, A = (1 + n)
/// / 2; and the mean of A over the kept 5, 6, 7, 8 is (1 + 11/14) / 2 = 25/28.
TEST_F(OneTensor, HasTheMaskAndTheAttentionOfTheFormula) {
    start();
    expectDone(prunescope_pruner_begin_step(pruner_, 4));
    unsigned char mask[8];
    expectDone(prunescope_pruner_mask(pruner_, 0, mask));
    EXPECT_THAT(mask, testing::ElementsAre(1, 1, 1, 1, 0, 0, 0, 0));
    EXPECT_EQ(prunescope_pruner_sparsity(pruner_), 0.5);
    float attention[8];
    expectDone(prunescope_pruner_attention(pruner_, 0, attention));
    for (int i = 0; i < 8; ++i) {
        const float n = static_cast<float>(7 - i) / 7;
        EXPECT_NEAR(attention[i], (1 + n) / 2, 1e-6F) << i;
        const float expected = i < 4 ? weights_[i] * (1 + n) / 2 * 28 / 25 : 0;
        EXPECT_NEAR(effective_[i], expected, 1e-5F) << i;
    }
}

TEST_F(OneTensor, LeavesWhatStandsStillWhereItWas) {
    start();
    expectDone(prunescope_pruner_begin_step(pruner_, 4));
    std::fill_n(gradients_, 8, 1.0F);
    expectDone(prunescope_pruner_form_gradients(pruner_));
    unsigned char movable[8];
    expectDone(prunescope_pruner_movable(pruner_, 0, movable));
    EXPECT_THAT(movable, testing::ElementsAre(1, 1, 1, 1, 0, 0, 0, 0))
        << "pruned weights of MAP learn in every 16th update";
    for (int i = 4; i < 8; ++i) EXPECT_EQ(gradients_[i], 0) << i;
    for (float& w : weights_) w += 100;
    expectDone(prunescope_pruner_end_step(pruner_));
    EXPECT_THAT(weights_, testing::ElementsAre(108, 93, 106, 95, 4, -3, 2, -1));
}

TEST_F(OneTensor, FollowsASparsityOfTheCallersOwn) {
    start();
    expectDone(prunescope_pruner_begin_step_at(pruner_, 0, 0.25, 0));
    EXPECT_EQ(prunescope_pruner_kept(pruner_, 0), 6U);
    expectDone(prunescope_pruner_begin_step_at(pruner_, 1, 0.75, 0));
    EXPECT_EQ(prunescope_pruner_kept(pruner_, 0), 2U);
    expectDone(prunescope_pruner_begin_step_at(pruner_, 2, 0.5, 0));
    EXPECT_EQ(prunescope_pruner_kept(pruner_, 0), 4U);
    expectDone(prunescope_pruner_begin_step_at(pruner_, 3, 0.5, 1));
    std::swap(weights_[0], weights_[7]);
    expectDone(prunescope_pruner_begin_step_at(pruner_, 4, 0.5, 1));
    unsigned char mask[8];
    expectDone(prunescope_pruner_mask(pruner_, 0, mask));
    EXPECT_EQ(mask[7], 0) << "masks are frozen";
    EXPECT_EQ(prunescope_pruner_begin_step_at(pruner_, 5, 0.75, 1), PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    EXPECT_THAT(prunescope_pruner_last_error(), testing::HasSubstr("frozen"));
    expectDone(prunescope_pruner_begin_step_at(pruner_, 5, 0.5, 0));
    expectDone(prunescope_pruner_mask(pruner_, 0, mask));
    EXPECT_EQ(mask[7], 1);
    for (const double sparsity : {1.0, -0.1, std::nan("")})
        EXPECT_EQ(prunescope_pruner_begin_step_at(pruner_, 6, sparsity, 0), PRUNESCOPE_PRUNER_BAD_ARGUMENT)
            << sparsity;
    expectDone(prunescope_pruner_begin_step(pruner_, 0));
    EXPECT_EQ(prunescope_pruner_kept(pruner_, 0), 8U) << "the schedule again";
}

TEST_F(OneTensor, IsEvaluatedWithItsPresentWeights) {
    start();
    weights_[0] = 16;
    expectDone(prunescope_pruner_refresh(pruner_));
    EXPECT_EQ(effective_[0], 16);
}

TEST(PrunerInterface, RefusesAttentionOfAMethodWithoutIt) {
    ForeignTraining training("gmp", quick, 10);
    std::vector<float> attention(training.tensors[0].size);
    EXPECT_EQ(prunescope_pruner_attention(training.pruner.get(), 0, attention.data()),
              PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    EXPECT_STREQ(prunescope_pruner_last_error(),
                 "attention: this method has no attention. Ask for that of the method map.");
}

TEST(PrunerInterface, SetsWhatIsCutToZeroWhereTheMethodDoes) {
    ForeignTraining training("gmp", quick, 10);
    for (std::int64_t step = 0; step < 6; ++step) training.step(step);
    const auto mask = training.mask(1);
    EXPECT_NEAR(prunescope_pruner_sparsity(training.pruner.get()), 0.5, 1e-3);
    EXPECT_GT(std::count(mask.begin(), mask.end(), 0), 2000);
    for (std::size_t i = 0; i < mask.size(); ++i) {
        if (mask[i] == 0) {
            EXPECT_EQ(training.tensors[1].weights()[i], 0) << i;
        }
    }
}

TEST(PrunerInterface, KeepsTheErrorsOfThreadsApart) {
    EXPECT_EQ(prunescope_pruner_start(nullptr), PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    const std::string mine = prunescope_pruner_last_error();
    std::thread([] {
        EXPECT_STREQ(prunescope_pruner_last_error(), "");
        EXPECT_EQ(prunescope_pruner_refresh(nullptr), PRUNESCOPE_PRUNER_BAD_ARGUMENT);
    }).join();
    EXPECT_EQ(prunescope_pruner_last_error(), mine);
}

TEST(PrunerInterface, TrainsInSeveralThreadsAtOnce) {
    std::vector<std::vector<std::uint8_t>> masks(3);
    std::vector<std::thread> threads;
    for (auto& mask : masks) {
        threads.emplace_back([&mask] {
            ForeignTraining training("map", quick, 10);
            for (std::int64_t step = 0; step < 10; ++step) training.step(step);
            mask = training.mask(1);
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(masks[0], masks[1]);
    EXPECT_EQ(masks[0], masks[2]);
}

/// Keeps the weights of largest gradient.
class GradientMethod : public prune::Method {
public:
    prune::MethodTraits traits() const override {
        return {.pruned = prune::PrunedWeights::rest, .choosesByGradient = true};
    }
    void chooseMasks(prune::MaskChoice& choice) override {
        const auto counts = choice.counts();
        for (std::size_t l = 0; l < choice.layers(); ++l) {
            const LayerIndex layer{static_cast<std::int32_t>(l)};
            const auto gradient = choice.layer(layer).gradient;
            choice.keepLargest(layer, {gradient.data(), static_cast<std::size_t>(gradient.size())},
                               counts[l]);
        }
    }
    void formEffective(const prune::WeightRange& range, nn::FloatArray effective) const override {
        effective = range.m() * range.latent;
    }
    void formGradient(const prune::WeightRange&, nn::FloatArray) const override {}
};

TEST_F(OneTensor, IsChosenByTheGradientsThatTheCallerHasFilledIn) {
    prune::methods().add({{.name = "by-gradient", .title = "", .summary = "", .options = {}},
                          [](const prune::MethodSetup&) -> std::unique_ptr<prune::Method> {
                              return std::make_unique<GradientMethod>();
                          }});
    prunescope_pruner_close(pruner_);
    expectDone(prunescope_pruner_create("by-gradient", quick.c_str(), 8, 1, &pruner_));
    start();
    const float gradients[8] = {0, 3, 0, 1, 4, 0, -2, 0};
    std::copy_n(gradients, 8, gradients_);
    expectDone(prunescope_pruner_begin_step(pruner_, 4));
    unsigned char mask[8];
    expectDone(prunescope_pruner_mask(pruner_, 0, mask));
    EXPECT_THAT(mask, testing::ElementsAre(0, 1, 0, 1, 1, 0, 1, 0));
}

}  // namespace
}  // namespace prunescope::pruner
