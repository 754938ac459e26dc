// Networks by name: what a name that is not quite right is answered, and what a name may cost.

#include "nn/models.h"

#include "base/error.h"

#include <gmock/gmock.h>

namespace prunescope::nn {
namespace {

using testing::AllOf;
using testing::HasSubstr;

ModelRequest requestOf(const std::string& name) {
    return {.name = name, .input = networks().get(name).images, .capacity = 1};
}

std::string refusal(const ModelRequest& request) {
    try {
        buildNetwork<float>(request);
    } catch (const UsageError& e) {
        return e.what();
    }
    return "";
}

TEST(ModelNames, SayWhatIsWrongWithAListOfWidths) {
    EXPECT_THAT(refusal(requestOf("mlp:")), HasSubstr("'mlp:' has no list of layer widths"));
    EXPECT_THAT(refusal(requestOf("mlp:5,")), HasSubstr("'mlp:5,' has no number as layer width 2"));
    EXPECT_THAT(refusal(requestOf("mlp:,5")), HasSubstr("has no number as layer width 1"));
    EXPECT_THAT(refusal(requestOf("mlp:2000000000")),
                AllOf(HasSubstr("has '2000000000' as layer width 1"), HasSubstr("widths from 1 to 100000")));
    EXPECT_THAT(refusal(requestOf("mlp:3,x4")), HasSubstr("has 'x4' as layer width 2"));
    EXPECT_THAT(refusal(requestOf("mlp:0")), HasSubstr("has '0' as layer width 1"));
    std::string many = "mlp:1";
    for (int i = 1; i < 33; ++i) many += ",1";
    EXPECT_THAT(refusal(requestOf(many)), HasSubstr("has more than 32 layer widths"));
    EXPECT_LT(refusal(requestOf("mlp:" + std::string(1'000'000, '0') + "5")).size(), 400U) << "short, too";
    EXPECT_EQ(refusal(requestOf("mlp:5")), "");
}

Index parametersOf(const std::string& name) {
    Index sum = 0;
    const auto network = buildNetwork<float>(requestOf(name));
    for (const auto* parameter : network.parameters()) sum += parameter->size();
    return sum;
}

TEST(ModelRequest, RefusesMoreParametersThanAreExpectedBeforeItTakesThem) {
    for (const char* name : {"lenet-5", "lenet-300-100", "mlp:7", "resnet-8", "resnet-8:projection"}) {
        ModelRequest request = requestOf(name);
        request.mostParameters = parametersOf(name);
        EXPECT_EQ(refusal(request), "") << name;
        --request.mostParameters;
        EXPECT_THAT(refusal(request), HasSubstr("has more parameters than are expected")) << name;
    }
    // 40 gigabytes for the first layer alone.
    ModelRequest large = requestOf("mlp:100000,100000,100000");
    large.mostParameters = 50'000;
    EXPECT_THAT(refusal(large), HasSubstr("has more parameters than are expected"));
}

}  // namespace
}  // namespace prunescope::nn
