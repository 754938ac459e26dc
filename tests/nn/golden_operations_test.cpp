// Operations and their gradients against PyTorch, see golden/make_operations.py.

#include "nn/graph.h"
#include "nn/tape.h"
#include "run/description.h"
#include "support/golden.h"

#include <gtest/gtest.h>

#include <map>
#include <ostream>

namespace prunescope::nn {
namespace {

using test::GoldenFile;

constexpr std::string_view casePrefix = "case.";

const GoldenFile& goldenOperations() {
    static const GoldenFile file("operations");
    return file;
}

/// The nodes of a case over its input, under the name of the case.
Graph graphOfCase(const std::string& name, const nlohmann::json& description) {
    const auto& extents = description.at("input");
    Graph graph(name, {extents[0], extents[1], extents[2]});
    std::map<std::string, TensorIndex> made{{"input", Graph::input()}};
    for (const nlohmann::json& node : description.at("nodes")) {
        const OperationEntry& entry = operations().get(node.at("kind").get<std::string>());
        const auto attributes = run::completedOptions(entry.description, {}, node.at("attributes"));
        std::vector<TensorIndex> inputs;
        for (const std::string input : node.at("inputs")) inputs.push_back(made.at(input));
        made[node.at("name")] = graph.add(node.at("name"), entry.make(attributes), inputs);
    }
    return graph;
}

/// One case, run with numbers of type T.
template <class T>
class GoldenCase {
public:
    explicit GoldenCase(const std::string& name)
        : name_(name),
          description_(nlohmann::json::parse(goldenOperations().metadata(std::string(casePrefix) + name))),
          images_(std::stoll(goldenOperations().metadata("images"))),
          graph_(graphOfCase(name, description_)),
          tape_(graph_),
          pool_(images_) {
        tape_.prepare(images_);
        tape_.collect(parameters_);
    }

    void run() {
        Tensor<T> in(tape_.inputShape(), images_);
        fill(in, "input", description_.at("spread").template get<float>());
        for (Parameter<T>* p : parameters_) {
            const auto values = drawn(p->name(), static_cast<std::size_t>(p->size()));
            std::copy(values.begin(), values.end(), p->value());
        }
        const PassContext<T> context{.training = true, .scratch = &scratch_, .pool = &pool_};
        expectNear(tape_.forward(in, context), "output");
        Gradient<T> gradient = pool_.take(tape_.outputShape(), images_);
        gradient->clear();
        fill(*gradient, "gradient", 1);
        expectNear(*tape_.backward(in, std::move(gradient), true, context), "input_gradient");
        for (Parameter<T>* p : parameters_)
            expectNear(std::vector<float>(p->gradient(), p->gradient() + p->size()), p->name() + "_gradient");
    }

private:
    std::vector<float> drawn(const std::string& what, std::size_t count) const {
        return goldenOperations().formula().signedUniform(name_ + "." + what, count);
    }

    /// Calls `body(element, position in (N,C,H,W) order)`.
    template <class Values, class Body>
    static void forEachInOrder(Values& values, Index images, const Body& body) {
        const Shape s = values.shape();
        std::size_t at = 0;
        for (Index n = 0; n < images; ++n)
            for (Index c = 0; c < s.channels; ++c)
                for (Index y = 0; y < s.height; ++y)
                    for (Index x = 0; x < s.width; ++x) body(c, y, x, n, at++);
    }

    void fill(Tensor<T>& tensor, const std::string& what, float spread) const {
        const auto values = drawn(what, static_cast<std::size_t>(images_ * tensor.shape().size()));
        forEachInOrder(tensor, images_, [&](Index c, Index y, Index x, Index n, std::size_t at) {
            tensor.at(c, y, x, n) = static_cast<T>(spread * values[at]);
        });
    }

    void expectNear(const Tensor<T>& found, const std::string& what) const {
        std::vector<float> values(static_cast<std::size_t>(images_ * found.shape().size()));
        forEachInOrder(found, images_, [&](Index c, Index y, Index x, Index n, std::size_t at) {
            values[at] = static_cast<float>(found.at(c, y, x, n));
        });
        expectNear(values, what);
    }
    void expectNear(const std::vector<float>& found, const std::string& what) const {
        EXPECT_LT(test::relativeDistance(found, goldenOperations().floats(name_ + "." + what)), 1e-5) << what;
    }

    std::string name_;
    nlohmann::json description_;
    Index images_;
    Graph graph_;
    Tape<T> tape_;
    TensorPool<T> pool_;
    kernels::Scratch<T> scratch_;
    std::vector<Parameter<T>*> parameters_;
};

std::vector<std::string> caseNames() {
    std::vector<std::string> names;
    for (const auto& [key, value] : goldenOperations().content().metadata)
        if (key.starts_with(casePrefix)) names.push_back(key.substr(casePrefix.size()));
    return names;
}

class GoldenOperations : public testing::TestWithParam<std::string> {};

TEST_P(GoldenOperations, ComputeInFloatAndInDoubleWhatPyTorchDoes) {
    GoldenCase<float>(GetParam()).run();
    GoldenCase<double>(GetParam()).run();
}

INSTANTIATE_TEST_SUITE_P(Cases, GoldenOperations, testing::ValuesIn(caseNames()),
                         [](const auto& param) { return param.param; });

TEST(GoldenOperationsFile, HoldsEveryCase) {
    EXPECT_EQ(caseNames().size(), 29U);
}

}  // namespace
}  // namespace prunescope::nn
