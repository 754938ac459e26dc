// What the passes over a graph compute, share and spare.

#include "nn/tape.h"

#include "nn/graph_builder.h"
#include "support/random_tensor.h"

#include <gmock/gmock.h>

#include <set>

namespace prunescope::nn {
namespace {

using testing::ElementsAre;

/// Writes down the layers of the passes.
class Journal : public PassObserver {
public:
    void layerBegins(const std::string& layer, bool backward) override {
        (backward ? backward_ : forward_).push_back(layer);
    }
    void layerEnds() override {}
    const std::vector<std::string>& forward() const { return forward_; }
    const std::vector<std::string>& backward() const { return backward_; }

private:
    std::vector<std::string> forward_, backward_;
};

struct Passed {
    Journal journal{};
    bool gave = false;  ///< a gradient of the input
    std::vector<double> weightGradient{};
};

Passed passOf(const Graph& graph, bool inputWanted) {
    constexpr Index images = 3;
    Passed passed;
    Tape<double> tape(graph);
    tape.prepare(images);
    std::vector<Parameter<double>*> parameters;
    tape.collect(parameters);
    Parameter<double>& weight = *parameters.front();
    for (Index i = 0; i < weight.size(); ++i) weight.value()[i] = static_cast<double>(i % 7) - 3;

    kernels::Scratch<double> scratch;
    TensorPool<double> pool(images);
    const PassContext<double> context{
        .training = true, .scratch = &scratch, .pool = &pool, .observer = &passed.journal};
    Random random(4, RandomStream::test);
    Tensor<double> in(graph.inputShape(), images);
    test::fillNormal(in, random);
    tape.forward(in, context);
    Gradient<double> gradient = pool.take(tape.outputShape(), images);
    gradient->clear();
    test::forEachElement(*gradient,
                         [&](auto c, auto y, auto x, auto n) { gradient->at(c, y, x, n) = random.normal(); });
    passed.gave = tape.backward(in, std::move(gradient), inputWanted, context) != nullptr;
    passed.weightGradient.assign(weight.gradient(), weight.gradient() + weight.size());
    return passed;
}

TEST(Tape, TakesNoGradientOfWhatPrecedesTheFirstParametersUnlessItIsWanted) {
    GraphBuilder net({2, 3, 3}, "test");
    const Graph graph = net.flatten().dense("fc", 4).build();
    const Passed unwanted = passOf(graph, false);
    EXPECT_THAT(unwanted.journal.backward(), ElementsAre("fc"));
    EXPECT_FALSE(unwanted.gave);
    const Passed wanted = passOf(graph, true);
    EXPECT_THAT(wanted.journal.backward(), ElementsAre("fc", "flatten1"));
    EXPECT_TRUE(wanted.gave);
    EXPECT_EQ(unwanted.weightGradient, wanted.weightGradient);
}

TEST(Tape, RunsTheShortcutBeforeThePathAndItsGradientAfterIt) {
    GraphBuilder net({2, 4, 4}, "test");
    const Graph graph = net.residualBlock("block", 3, 2, {".shortcut.conv", ".shortcut.bn"}).build();
    const Passed passed = passOf(graph, false);
    EXPECT_THAT(passed.journal.forward(), ElementsAre("block.shortcut.conv", "block.shortcut.bn",
                                                      "block.conv1", "block.bn1", "block.conv2", "block.bn2"))
        << "ReLUs and the sum are part of the batch norms";
    EXPECT_THAT(passed.journal.backward(), ElementsAre("block.bn2", "block.conv2", "block.bn1", "block.conv1",
                                                       "block.shortcut.bn", "block.shortcut.conv"));
}

}  // namespace
}  // namespace prunescope::nn
