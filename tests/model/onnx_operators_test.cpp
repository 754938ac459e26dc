// The models of single operations that come with ONNX itself (Debian's libonnx-testdata), with the answers
// that are expected of them.

#include "base/error.h"
#include "base/file.h"
#include "infer/engine.h"
#include "model/onnx_import_graph.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <set>

namespace prunescope::model {
namespace {

const std::filesystem::path operatorModels = "/usr/share/libonnx-testdata/data";
constexpr std::uint64_t mostBytesOfCase = std::uint64_t{1} << 26U;

template <class Message>
Message messageOf(const std::filesystem::path& file) {
    Message message;
    if (!message.ParseFromString(readFile(file, mostBytesOfCase)))
        throw Error(file.string(), Text("is no message"), Text());
    return message;
}

/// What the file of a model says, with all inputs but the first as arrays, as a network has its weights. A
/// function that changes nothing stands in front, so that what makes no layer can be computed, too.
struct OperatorCase {
    explicit OperatorCase(const std::filesystem::path& folder)
        : model(messageOf<onnx::ModelProto>(folder / "model.onnx")) {
        const std::filesystem::path data = folder / "test_data_set_0";
        onnx::GraphProto& graph = *model.mutable_graph();
        std::set<std::string> arrays;
        for (const auto& array : graph.initializer()) arrays.insert(array.name());
        bool hasImages = false;
        for (int i = 0; i < graph.input_size(); ++i) {
            const std::string name = graph.input(i).name();
            if (arrays.contains(name)) continue;
            const auto file = data / ("input_" + std::to_string(i) + ".pb");
            if (!hasImages) {
                images = messageOf<onnx::TensorProto>(file);
                hasImages = true;
                putInFront(name, *graph.mutable_input(i));
                continue;
            }
            *graph.add_initializer() = messageOf<onnx::TensorProto>(file);
            graph.mutable_initializer(graph.initializer_size() - 1)->set_name(name);
        }
        expected = messageOf<onnx::TensorProto>(data / "output_0.pb");
    }

    void putInFront(const std::string& name, onnx::ValueInfoProto& input) {
        input.set_name("the images");
        onnx::NodeProto same;
        same.set_op_type("LeakyRelu");
        same.set_name("same");
        same.add_input("the images");
        same.add_output(name);
        onnx::AttributeProto& slope = *same.add_attribute();
        slope.set_name("alpha");
        slope.set_type(onnx::AttributeProto::FLOAT);
        slope.set_f(1);
        onnx::GraphProto& graph = *model.mutable_graph();
        graph.add_node();
        for (int k = graph.node_size() - 1; k > 0; --k) *graph.mutable_node(k) = graph.node(k - 1);
        *graph.mutable_node(0) = same;
    }

    std::set<std::string> operations() const {
        std::set<std::string> all;
        for (const auto& node : model.graph().node()) all.insert(node.op_type());
        return all;
    }

    onnx::ModelProto model;
    onnx::TensorProto images;
    onnx::TensorProto expected;
};

std::vector<float> softmaxOf(const std::vector<float>& logits, std::size_t classes, bool logarithm) {
    std::vector<float> all;
    for (std::size_t at = 0; at < logits.size(); at += classes) {
        const auto begin = logits.begin() + static_cast<std::ptrdiff_t>(at);
        const auto end = begin + static_cast<std::ptrdiff_t>(classes);
        const double largest = *std::max_element(begin, end);
        double sum = 0;
        for (auto v = begin; v != end; ++v) sum += std::exp(*v - largest);
        for (auto v = begin; v != end; ++v) {
            const double share = *v - largest - std::log(sum);
            all.push_back(static_cast<float>(logarithm ? share : std::exp(share)));
        }
    }
    return all;
}

std::vector<float> answersOf(const OperatorCase& c) {
    const OnnxArraySource source{.origin = "case"};
    const auto imported = importOnnxGraph(c.model, source, {});
    const nn::Graph& graph = imported.first;
    const nn::InferenceGraph deployed = nn::inferenceGraph(graph, [&](const std::string& name) {
        return std::get<std::vector<float>>(imported.second.find(name)->values);
    });
    const std::vector<float> images = readOnnxArray(c.images, source).reals();
    const auto count = static_cast<std::int64_t>(images.size()) / graph.inputShape().size();
    infer::Engine engine(deployed, {.batch = count, .sideBySide = true});
    std::vector<float> answers(static_cast<std::size_t>(count * engine.outputs()));
    engine.run(images, answers);
    const auto classes = static_cast<std::size_t>(engine.outputs());
    if (c.operations().contains("Softmax")) return softmaxOf(answers, classes, false);
    if (c.operations().contains("LogSoftmax")) return softmaxOf(answers, classes, true);
    return answers;
}

/// Why models whose operations are all claimed are not taken over: what the message says, and of how many.
const std::map<std::string, int>& outside() {
    static const std::map<std::string, int> reasons{
        // What is no image, or more than a row of them: single values, volumes, words, other types.
        {"reads other than numbers of 32 bits in 2 to 4 dimensions", 67},
        {"has elements of type", 8},
        {"makes other numbers of the values", 6},
        // The second tensor of the case stands here as an array, as weights do.
        {"computes with an array that has not one value for each channel", 8},
        {"where images are expected", 15},
        {"it must be known", 1},
        // Whatever mixes the values of two images, or arranges those of one anew.
        {"makes other than a vector for each image", 6},
        {"does not keep the values of each image together", 2},
        {"arranged anew", 7},
        {"makes a tensor of", 7},
        {"before that of the images", 1},
        {"drops the axis of the images", 1},
        {"along other than the channels", 6},
        {"turns the images' matrix", 2},
        {"not a matrix", 2},
        {"adds what is not a value for each output", 1},
        {"is not over the classes of each image", 12},
        {"mean over other than all rows and columns", 10},
        {"cuts other than every so many-th row and column", 9},
        {"the operation is not known", 10},  // of images; it is computed of arrays alone
        // Training, second results, and what has no layer.
        {"normalises as in training", 2},
        {"gives 2 results", 2},
        {"gives places besides values", 2},
        {"has a window with gaps", 3},
        {"more padding on one side than on the other", 4},
        {"changes the size of images", 24},
        {"pads with other than zeros", 5}};
    return reasons;
}

std::string reasonOf(const std::string& message) {
    for (const auto& [words, count] : outside())
        if (message.find(words) != std::string::npos) return words;
    return message;
}

/// Dropout that draws gives something else each time.
bool drawsAtRandom(const std::string& name) {
    return name.starts_with("test_training_dropout");
}

bool isClaimed(const OperatorCase& c) {
    const std::vector<std::string> known = onnxImportedOperations();
    const std::set<std::string> operations = c.operations();
    return std::all_of(operations.begin(), operations.end(), [&](const std::string& operation) {
        return std::find(known.begin(), known.end(), operation) != known.end();
    });
}

std::vector<std::filesystem::path> operatorFolders() {
    std::vector<std::filesystem::path> folders;
    for (const char* group : {"node", "pytorch-converted", "pytorch-operator", "simple"})
        for (const auto& entry : std::filesystem::directory_iterator(operatorModels / group))
            if (std::filesystem::exists(entry.path() / "test_data_set_0" / "input_0.pb"))
                folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

TEST(OnnxOperators, GiveWhatOnnxExpectsOfThem) {
    int agreeing = 0;
    std::map<std::string, int> refused;
    for (const std::filesystem::path& folder : operatorFolders()) {
        const std::string name = folder.filename().string();
        SCOPED_TRACE(name);
        const OperatorCase c(folder);
        if (!isClaimed(c) || drawsAtRandom(name)) continue;
        std::vector<float> answers;
        try {
            answers = answersOf(c);
        } catch (const UsageError& e) {
            ++refused[reasonOf(e.whole().english())];
            continue;
        }
        const std::vector<float> expected = readOnnxArray(c.expected, {.origin = "expected"}).asReals();
        ASSERT_EQ(answers.size(), expected.size());
        bool near = true;
        for (std::size_t i = 0; i < answers.size(); ++i)
            near = near && std::abs(answers[i] - expected[i]) <= 1e-5F * (1 + std::abs(expected[i]));
        EXPECT_TRUE(near);
        agreeing += near ? 1 : 0;
    }
    EXPECT_EQ(agreeing, 112);
    EXPECT_EQ(refused, outside());
}

}  // namespace
}  // namespace prunescope::model
