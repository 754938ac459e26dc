// What may be left out of a pruned network, on graphs small enough to check by hand.

#include "infer/dead_channels.h"

#include "infer/fold.h"

#include <gmock/gmock.h>

namespace prunescope::infer {
namespace {

using kernels::ConvolutionGeometry;
using nn::GraphConvolution;
using nn::InferenceGraph;
using nn::Shape;
using nn::TensorIndex;
using testing::ElementsAre;

const GraphConvolution& convolution(const InferenceGraph& graph, std::size_t node) {
    return std::get<GraphConvolution>(graph.nodes()[node].operation);
}

TEST(DeadChannels, AUnitWhoseOutputNobodyReadsGoesWithItsWeights) {
    InferenceGraph graph({2, 1, 1});
    const TensorIndex hidden =
        graph.relu(graph.convolution(InferenceGraph::input(), {{2, 1, 1}, 2}, {1, 2, 3, 4}, {5, 6}));
    graph.convolution(hidden, {{2, 1, 1}, 1}, {0, 7}, {8});
    const InferenceGraph lean = withoutDeadChannels(folded(graph));
    EXPECT_EQ(lean.shape(lean.nodes()[0].out), (Shape{1, 1, 1}));
    EXPECT_THAT(convolution(lean, 0).weight, ElementsAre(3, 4));
    EXPECT_THAT(convolution(lean, 0).bias, ElementsAre(6));
    EXPECT_THAT(convolution(lean, 1).weight, ElementsAre(7));
}

TEST(DeadChannels, AUnitWithoutWeightsBecomesPartOfTheNextBias) {
    InferenceGraph graph({2, 1, 1});
    const TensorIndex hidden =
        graph.relu(graph.convolution(InferenceGraph::input(), {{2, 1, 1}, 2}, {0, 0, 3, 4}, {5, 6}));
    graph.convolution(hidden, {{2, 1, 1}, 1}, {10, 7}, {8});
    const InferenceGraph lean = withoutDeadChannels(folded(graph));
    EXPECT_THAT(convolution(lean, 0).weight, ElementsAre(3, 4));
    EXPECT_THAT(convolution(lean, 1).weight, ElementsAre(7));
    EXPECT_THAT(convolution(lean, 1).bias, ElementsAre(8 + 10 * 5));
}

TEST(DeadChannels, AConstantUnderPaddingStaysUnlessItIsZero) {
    for (const float bias : {5.0F, -5.0F}) {
        InferenceGraph graph({1, 3, 3});
        const TensorIndex hidden =
            graph.relu(graph.convolution(InferenceGraph::input(), {{1, 3, 3}, 2}, {0, 1}, {bias, 0}));
        graph.convolution(hidden, {{2, 3, 3}, 1, 3, 3, 1, 1}, std::vector<float>(18, 1.0F), {0});
        const InferenceGraph lean = withoutDeadChannels(folded(graph));
        EXPECT_EQ(lean.shape(lean.nodes()[0].out).channels, bias > 0 ? 2 : 1)
            << "at the border a padded reader sees less of a constant, but of zero nothing anywhere";
        EXPECT_THAT(convolution(lean, 1).bias, ElementsAre(0));
    }
}

TEST(DeadChannels, AResidualSumKeepsItsPartners) {
    InferenceGraph graph({3, 1, 1});
    const TensorIndex stream = graph.relu(
        graph.convolution(InferenceGraph::input(), {{3, 1, 1}, 3}, {1, 1, 1, 2, 2, 2, 3, 3, 3}, {0, 0, 0}));
    const TensorIndex branch =
        graph.convolution(stream, {{3, 1, 1}, 3}, {0, 0, 1, 0, 0, 0, 0, 0, 0}, {0, 0, 0});
    const TensorIndex sum = graph.relu(graph.sum(branch, stream));
    graph.convolution(sum, {{3, 1, 1}, 1}, {1, 1, 0}, {0});
    const InferenceGraph lean = withoutDeadChannels(folded(graph));
    const nn::GraphNode& joined = lean.nodes()[1];
    EXPECT_EQ(lean.shape(joined.in).channels, 3) << "the branch reads the third, the sum the first two";
    EXPECT_EQ(lean.shape(joined.out).channels, 2);
    EXPECT_THAT(joined.addendChannels, ElementsAre(0, 1));
    EXPECT_THAT(convolution(lean, 1).weight, ElementsAre(0, 0, 1, 0, 0, 0));
}

TEST(DeadChannels, ADepthwiseChannelGoesWithWhatItReads) {
    InferenceGraph graph({1, 3, 3});
    const TensorIndex hidden =
        graph.relu(graph.convolution(InferenceGraph::input(), {{1, 3, 3}, 3}, {1, 2, 3}, {1, 1, 1}));
    const ConvolutionGeometry depthwise{{3, 3, 3}, 3, 1, 2, 1, 0, 1, 3};
    const TensorIndex spread =
        graph.relu(graph.convolution(hidden, depthwise, {1, 2, 3, 4, 5, 6}, {7, 8, 9}));
    graph.convolution(spread, {{3, 3, 2}, 1}, {10, 0, 30}, {0});
    const InferenceGraph lean = withoutDeadChannels(folded(graph));
    EXPECT_THAT(convolution(lean, 0).weight, ElementsAre(1, 3));
    EXPECT_THAT(convolution(lean, 1).weight, ElementsAre(1, 2, 5, 6));
    EXPECT_THAT(convolution(lean, 1).bias, ElementsAre(7, 9));
    EXPECT_EQ(convolution(lean, 1).geometry.groups, 2);
    EXPECT_THAT(convolution(lean, 2).weight, ElementsAre(10, 30));
}

TEST(DeadChannels, AGroupStaysWholeWhileOneOfItsChannelsLives) {
    InferenceGraph graph({1, 1, 1});
    const TensorIndex hidden =
        graph.relu(graph.convolution(InferenceGraph::input(), {{1, 1, 1}, 4}, {1, 2, 3, 4}, {1, 1, 1, 1}));
    const ConvolutionGeometry groups{{4, 1, 1}, 4, 1, 1, 1, 0, 1, 2};
    const TensorIndex spread = graph.relu(graph.convolution(hidden, groups, {1, 2, 3, 4, 5, 6, 7, 8}, {}));
    graph.convolution(spread, {{4, 1, 1}, 1}, {0, 0, 10, 0}, {0});
    const InferenceGraph lean = withoutDeadChannels(folded(graph));
    EXPECT_THAT(convolution(lean, 0).weight, ElementsAre(3, 4));
    EXPECT_THAT(convolution(lean, 1).weight, ElementsAre(5, 6, 7, 8));
    EXPECT_EQ(convolution(lean, 1).geometry.groups, 1);
    EXPECT_THAT(convolution(lean, 2).weight, ElementsAre(10, 0));
}

TEST(DeadChannels, AProductWithZeroIsZero) {
    InferenceGraph graph({1, 1, 1});
    const TensorIndex a =
        graph.relu(graph.convolution(InferenceGraph::input(), {{1, 1, 1}, 2}, {1, 2}, {0, 0}));
    const TensorIndex b =
        graph.relu(graph.convolution(InferenceGraph::input(), {{1, 1, 1}, 2}, {3, 0}, {0, 0}));
    graph.convolution(graph.product(a, b), {{2, 1, 1}, 1}, {5, 6}, {7});
    const InferenceGraph lean = withoutDeadChannels(folded(graph));
    EXPECT_THAT(convolution(lean, 0).weight, ElementsAre(1)) << "the second channel is times zero";
    EXPECT_THAT(convolution(lean, 3).weight, ElementsAre(5));
}

}  // namespace
}  // namespace prunescope::infer
