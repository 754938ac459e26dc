// What becomes part of the operation before it, on graphs small enough to check by hand.

#include "infer/fold.h"

#include <gmock/gmock.h>

namespace prunescope::infer {
namespace {

using nn::GraphAffine;
using nn::GraphConvolution;
using nn::InferenceGraph;
using nn::Shape;
using nn::TensorIndex;
using testing::Each;
using testing::ElementsAre;

const GraphConvolution& convolutionOf(const InferenceGraph& graph, std::size_t node) {
    return std::get<GraphConvolution>(graph.nodes()[node].operation);
}

TEST(Fold, PutsBatchNormSumAndReluIntoTheConvolution) {
    InferenceGraph graph({1, 2, 2});
    TensorIndex x = graph.convolution(InferenceGraph::input(), {{1, 2, 2}, 1}, {3}, {1});
    x = graph.affine(x, {2}, {0.5});
    graph.relu(graph.sum(x, InferenceGraph::input()));
    ASSERT_EQ(graph.nodes().size(), 4U);
    const InferenceGraph lean = folded(graph);
    ASSERT_EQ(lean.nodes().size(), 1U);
    EXPECT_THAT(convolutionOf(lean, 0).weight, ElementsAre(6));
    EXPECT_THAT(convolutionOf(lean, 0).bias, ElementsAre(2.5F));
    EXPECT_TRUE(lean.nodes()[0].relu);
    EXPECT_EQ(lean.nodes()[0].addend, InferenceGraph::input());
    EXPECT_EQ(lean.output(), lean.nodes()[0].out);
}

TEST(Fold, LeavesAloneWhatIsReadOtherwise) {
    InferenceGraph graph({1, 2, 2});
    const TensorIndex first = graph.convolution(InferenceGraph::input(), {{1, 2, 2}, 1}, {3}, {1});
    const TensorIndex second = graph.convolution(first, {{1, 2, 2}, 1}, {4}, {0});
    graph.sum(graph.affine(first, {2}, {0}), second);
    const InferenceGraph lean = folded(graph);
    ASSERT_EQ(lean.nodes().size(), 3U) << "the sum becomes part of the scaling, which stays";
    EXPECT_THAT(convolutionOf(lean, 0).weight, ElementsAre(3));
    EXPECT_EQ(lean.nodes()[2].in, lean.nodes()[0].out);
    EXPECT_EQ(lean.nodes()[2].addend, lean.nodes()[1].out);
}

TEST(Fold, TakesASumOnlyIntoAnOperationThatComesAfterTheOtherPart) {
    InferenceGraph graph({1, 2, 2});
    const TensorIndex first = graph.convolution(InferenceGraph::input(), {{1, 2, 2}, 1}, {3}, {1});
    const TensorIndex second = graph.convolution(InferenceGraph::input(), {{1, 2, 2}, 1}, {4}, {0});
    graph.sum(first, second);
    const InferenceGraph lean = folded(graph);
    ASSERT_EQ(lean.nodes().size(), 3U);
    EXPECT_FALSE(lean.nodes()[0].addend.has_value());
    EXPECT_EQ(lean.nodes()[2].addend, lean.nodes()[1].out);
}

TEST(Fold, MakesAClipFromZeroOnTheCeilingOfAConvolution) {
    InferenceGraph graph({1, 2, 2});
    const TensorIndex x = graph.convolution(InferenceGraph::input(), {{1, 2, 2}, 1}, {3}, {1});
    const TensorIndex six = graph.activation(x, {.low = 0, .high = 6});
    graph.activation(six, {.low = -1, .high = 2});
    const InferenceGraph lean = folded(graph);
    ASSERT_EQ(lean.nodes().size(), 2U) << "a clip that lets negative values pass stays";
    EXPECT_TRUE(lean.nodes()[0].relu);
    EXPECT_EQ(lean.nodes()[0].ceiling, 6);
    EXPECT_TRUE(std::holds_alternative<nn::GraphActivation>(lean.nodes()[1].operation));
}

TEST(Fold, LeavesAPoolAndWhatScalesItApart) {
    InferenceGraph graph({1, 2, 2});
    const TensorIndex pooled = graph.pool(InferenceGraph::input(), {.input = {1, 2, 2}, .window = 2}, false);
    graph.affine(pooled, {2}, {1});
    const InferenceGraph lean = folded(graph);
    ASSERT_EQ(lean.nodes().size(), 2U);
    EXPECT_THAT(std::get<GraphAffine>(lean.nodes()[1].operation).scale, Each(2));
}

}  // namespace
}  // namespace prunescope::infer
