// The weights that a run left behind, as a benchmark takes them up.

#include "speed/own_model.h"

#include "base/error.h"
#include "nn/graph_json.h"
#include "nn/models.h"
#include "nn/network_file.h"
#include "speed/workload.h"
#include "support/pruned_weights.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>

#include <cmath>
#include <fstream>

namespace prunescope::speed {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class OwnModelTest : public testing::Test {
protected:
    std::filesystem::path write(const model::WeightsFile& file) const {
        model::writeWeights(path_, file);
        return path_;
    }
    /// The request for the file's network, with a network in training that has its weights.
    Request completed() const { return OwnModel(path_).completed({.sparsities = {}, .batch = 4}); }
    std::string refusal() const {
        try {
            const OwnModel own(path_);
            const Request request = own.completed({.batch = 2});
            const TrainingLoad load(request, "map", randomImages(request));
            own.copyTo(load.parameters());
            own.sparsity(load.parameters());
        } catch (const Error& e) {
            EXPECT_FALSE(e.mend().english().empty());
            return e.what();
        }
        return "";
    }

    test::TemporaryFolder folder_;
    std::filesystem::path path_ = test::writePrunedWeights(folder_ / "final.weights");
};

/// The untrained weights of a network, as a run would write them.
model::WeightsFile weightsOf(const std::string& model, const kernels::Shape& images) {
    const auto network = nn::buildNetwork<float>({.name = model, .input = images, .capacity = 1});
    model::WeightsFile file{{{"model", model}}, {}};
    for (const nn::Parameter<float>* p : network.parameters()) {
        file.tensors.push_back(
            {p->name(), p->shape(), std::vector<float>(static_cast<std::size_t>(p->size()), 0.5F)});
    }
    return file;
}

TEST_F(OwnModelTest, SaysWhichNetworkItIsAndWhatItWasShown) {
    const Request request = completed();
    EXPECT_EQ(request.model, "mlp:20");
    EXPECT_EQ(request.classes, 10);
    EXPECT_EQ(imageShape(request), (kernels::Shape{1, 28, 28}));
    model::WeightsFile residual = weightsOf("resnet-8", {3, 32, 32});
    residual.metadata["dataset"] = "of another program";
    write(residual);
    EXPECT_EQ(imageShape(completed()), (kernels::Shape{3, 32, 32})) << "what is usual for the network";
    residual = weightsOf("resnet-8", {1, 20, 24});
    residual.metadata.insert({{"dataset", "fashion-mnist"}, {"input", "1x20x24"}, {"classes", "10"}});
    write(residual);
    EXPECT_EQ(imageShape(completed()), (kernels::Shape{1, 20, 24})) << "what the file says itself";
}

TEST_F(OwnModelTest, RefusesASizeOfItsImagesThatIsNone) {
    for (const char* input : {"", "1x28", "1x28x28x1", "1x28x", "1x28x28x", "x1x28x28", "1 28 28", "1x28xa",
                              "-1x28x28", "1x28x28 ", "99999999999999999999x1x1", "0x28x28"}) {
        model::WeightsFile file = test::prunedWeights();
        file.metadata["input"] = input;
        write(file);
        EXPECT_THAT(refusal(), HasSubstr("final.weights")) << input;
    }
}

TEST_F(OwnModelTest, TakesTheNetworkOfAFileFromTheWeightsThemselves) {
    model::WeightsFile file = test::prunedWeights();
    const nlohmann::json graph = nn::graphToJson(nn::graphOf({.name = "mlp:20", .input = {1, 28, 28}}));
    file.metadata["model"] = "own@01234567";
    file.metadata["graph"] = graph.dump();
    write(file);
    EXPECT_EQ(completed().graph, graph);
    EXPECT_EQ(OwnModel(path_).completed({}).model, "own@01234567");
    for (const std::string& damaged :
         {graph.dump().substr(1), std::string("[]"), std::string("{}"),
          nn::graphToJson(nn::graphOf({.name = "mlp:21", .input = {1, 28, 28}})).dump(),
          nn::graphToJson(nn::graphOf({.name = "mlp:20", .input = {1, 28, 29}})).dump()}) {
        file.metadata["graph"] = damaged;
        write(file);
        EXPECT_THAT(refusal(), HasSubstr("final.weights")) << damaged.substr(0, 40);
    }
}

TEST_F(OwnModelTest, WeightsFromSomebodyElseLeadToNoOtherFile) {
    model::WeightsFile file = test::prunedWeights();
    const std::filesystem::path network = folder_ / "network.json";
    std::ofstream(network) << nn::networkFileText(nn::graphOf({.name = "mlp:20", .input = {1, 28, 28}}));
    file.metadata["model"] = network.string();
    write(file);
    EXPECT_THAT(refusal(), HasSubstr("its network is the file"));
}

/// A name of a few bytes must not cost gigabytes: it is held against the tensors first.
TEST_F(OwnModelTest, RefusesANetworkThatTheFileCannotHold) {
    for (const char* model : {"mlp:30000,20000", "mlp:100000,100000,100000", "resnet-1202", "lenet-5"}) {
        model::WeightsFile file = test::prunedWeights();
        file.metadata["model"] = model;
        write(file);
        EXPECT_THAT(refusal(), AllOf(HasSubstr("final.weights: the network that it names cannot be its own"),
                                     HasSubstr(model), HasSubstr("more parameters")))
            << model;
    }
    model::WeightsFile file = test::prunedWeights();
    for (const char* model : {"", "mlp:", "perceptron", "resnet-9", "mlp:20,"}) {
        file.metadata["model"] = model;
        write(file);
        EXPECT_THAT(refusal(), HasSubstr("final.weights: the network that it names cannot be its own"))
            << model;
    }
}

TEST_F(OwnModelTest, RefusesTensorsOfAnotherTypeOrSize) {
    model::WeightsFile file = test::prunedWeights();
    file.tensors[0].values = std::vector<std::uint8_t>(784 * 20, 1);
    write(file);
    EXPECT_THAT(refusal(), HasSubstr("'fc1.weight' is not in the weights file with 15680 values"));
    file = test::prunedWeights();
    file.tensors[1].shape = {1};
    file.tensors[1].values = std::vector<float>{1};
    write(file);
    EXPECT_EQ(refusal(), "") << "latent values of another size are those of no weight";
}

TEST_F(OwnModelTest, IsInOneOfTheFormatsThatAreRegistered) {
    const auto copy = folder_ / "weights.bin";
    std::filesystem::copy_file(path_, copy);
    try {
        const OwnModel own(copy);
        FAIL();
    } catch (const UsageError& e) {
        EXPECT_THAT(e.what(), AllOf(HasSubstr("'.bin'"), HasSubstr(".safetensors")));
    }
}

TEST_F(OwnModelTest, KeepsExactlyTheWeightsThatTheRunKept) {
    const OwnModel own(path_);
    const Request request = completed();
    TrainingLoad load(request, "map", randomImages(request));
    own.copyTo(load.parameters());
    const double sparsity = own.sparsity(load.parameters());
    EXPECT_NEAR(sparsity, 0.9, 1e-3);
    load.explore(sparsity);
    load.step();
    std::int64_t kept = 0;
    for (const auto* parameter : load.parameters()) {
        if (parameter->role() != nn::ParameterRole::weight) continue;
        ASSERT_NE(parameter->mask(), nullptr);
        for (std::int64_t i = 0; i < parameter->size(); ++i) {
            ASSERT_EQ(parameter->mask()[i] != 0, i % test::keptEvery == 0) << parameter->name() << ' ' << i;
            kept += parameter->mask()[i];
        }
    }
    EXPECT_EQ(kept, 784 * 20 / 10 + 20 * 10 / 10);
}

TEST_F(OwnModelTest, LowerSparsitiesBringBackTheLargestOfTheCutWeights) {
    const OwnModel own(path_);
    const Request request = completed();
    TrainingLoad load(request, "map", randomImages(request));
    own.copyTo(load.parameters());
    load.explore(0.5);
    load.step();
    const auto* first = load.parameters().front();
    std::int64_t keptLate = 0;
    std::int64_t keptEarly = 0;
    for (std::int64_t i = 0; i < first->size(); ++i) {
        const bool late = i >= first->size() / 2;
        (late ? keptLate : keptEarly) += first->mask()[i];
    }
    EXPECT_GT(keptLate, 2 * keptEarly) << "latent values grow with the weight's number";
}

TEST_F(OwnModelTest, RefusesAFileThatIsDamagedOrOfAnotherNetwork) {
    EXPECT_EQ(refusal(), "");

    model::WeightsFile nameless = test::prunedWeights();
    nameless.metadata.erase("model");
    write(nameless);
    EXPECT_THAT(refusal(), HasSubstr("does not name its network"));

    model::WeightsFile other = test::prunedWeights();
    other.metadata["model"] = "mlp:21";
    write(other);
    EXPECT_THAT(refusal(), HasSubstr("'fc1.weight' is not in the weights file with 16464 values"));

    model::WeightsFile diverged = test::prunedWeights();
    std::get<std::vector<float>>(diverged.tensors[0].values)[3] = NAN;
    write(diverged);
    EXPECT_THAT(refusal(), HasSubstr("'fc1.weight' has values that are not finite"));

    model::WeightsFile empty = test::prunedWeights();
    for (const std::size_t weights : {0U, 4U}) {
        auto& values = std::get<std::vector<float>>(empty.tensors[weights].values);
        std::fill(values.begin(), values.end(), 0.0F);
    }
    write(empty);
    EXPECT_THAT(refusal(), HasSubstr("every weight is zero"));

    std::filesystem::resize_file(test::writePrunedWeights(path_), 1000);
    EXPECT_THAT(refusal(), HasSubstr("final.weights"));
    std::filesystem::remove(path_);
    EXPECT_THAT(refusal(), HasSubstr("final.weights"));
}

}  // namespace
}  // namespace prunescope::speed
