// The text of the option layer_z, and the largest sparsity that a refusal names.

#include "base/error.h"
#include "nn/models.h"
#include "prune/method.h"
#include "prune/pruner.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace prunescope::prune {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::unique_ptr<Method> mapWith(const std::string& layerStrengths) {
    const MethodEntry& map = methods().get("map");
    return map.make({.options = completeOptions(map.description, {{"layer_z", layerStrengths}}),
                     .layerNames = {"conv1", "fc1"}});
}

std::string refusal(const std::string& layerStrengths) {
    try {
        mapWith(layerStrengths);
    } catch (const UsageError& e) {
        return e.what();
    }
    return "";
}

TEST(LayerStrengths, SetTheLayersThatTheyName) {
    const auto method = mapWith("fc1=2.5");
    EXPECT_EQ(method->live("z", LayerIndex{0}), 1);
    EXPECT_EQ(method->live("z", LayerIndex{1}), 2.5);
    EXPECT_EQ(mapWith("fc1=2,conv1=0.5")->live("z", LayerIndex{0}), 0.5);
}

TEST(LayerStrengths, RefuseALayerThatIsGivenTwice) {
    EXPECT_THAT(refusal("fc1=1,fc1=2"), AllOf(HasSubstr("method.layer_z: layer 'fc1' is given twice"),
                                              HasSubstr("Give each layer once.")));
    EXPECT_THAT(refusal("fc1=1,conv1=2,fc1=1"), HasSubstr("'fc1' is given twice"));
}

TEST(LayerStrengths, RefuseWhatIsNoStrength) {
    EXPECT_THAT(refusal("fc2=1"), HasSubstr("unknown prunable layer 'fc2'"));
    for (const char* text : {"fc1", "fc1=", "fc1=x", "fc1=1x", "fc1=1=2"})
        EXPECT_THAT(refusal(text), HasSubstr("is not LAYER=NUMBER")) << text;
    for (const char* text : {"fc1=nan", "fc1=inf", "fc1=0", "fc1=-1", "fc1=101"})
        EXPECT_THAT(refusal(text), HasSubstr("is not allowed")) << text;
}

TEST(PrunerSparsity, NamesTheLargestThatIsPossible) {
    nn::Network<float> network =
        nn::buildNetwork<float>({.name = "mlp:8", .input = {1, 4, 4}, .classes = 3, .capacity = 1});
    run::RunConfig config;
    config.pruning.minKeep = 2;
    const Pruner pruner(config, network.parameters(), {});
    // 8 x 16 and 3 x 8 weights, of which each layer keeps two: 148 of 152 may go.
    EXPECT_EQ(pruner.editLimits({}).sparsityProblem(0.99).english(),
              "the target 0.99 keeps 2 weights, but every layer keeping 2 needs 4, so at most 0.973684 is "
              "possible");
    EXPECT_EQ(pruner.editLimits({}).sparsityProblem(0.973684).english(), "");
}

}  // namespace
}  // namespace prunescope::prune
