#include "model/onnx_import_graph.h"

#include "base/error.h"
#include "base/quoted.h"
#include "model/onnx_import_call.h"
#include "model/onnx_import_constants.h"
#include "model/onnx_import_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>

namespace prunescope::model {
namespace {

/// Of all arrays that are computed and not read.
constexpr std::size_t mostComputedInAll = std::size_t{1} << 27U;

const OnnxHandlers& onnxHandlers() {
    static const OnnxHandlers all = [] {
        OnnxHandlers handlers = onnxLayerHandlers();
        for (const OnnxHandlers& more : {onnxPlaneHandlers(), onnxValueHandlers(), onnxViewHandlers()})
            handlers.insert(more.begin(), more.end());
        return handlers;
    }();
    return all;
}

class GraphImporter {
public:
    GraphImporter(const onnx::ModelProto& model, const OnnxArraySource& source,
                  const std::optional<nn::Shape>& images)
        : graph_(model.graph()), facts_{.source = source, .opset = onnxOperatorSet(model)}, images_(images) {}

    std::pair<nn::Graph, WeightsFile> import() {
        readArrays();
        OnnxDraft draft = readInput();
        countReaders();
        for (const onnx::NodeProto& node : graph_.node()) take(node, draft);
        return draft.finish(result(draft));
    }

private:
    [[noreturn]] void refuse(const Text& problem, const Text& mend) const {
        throw UsageError(facts_.source.origin, problem, mend);
    }

    void readArrays() {
        for (const auto& array : graph_.initializer())
            put(array.name(), std::make_shared<const OnnxArray>(readOnnxArray(array, facts_.source)));
        for (const auto& array : graph_.sparse_initializer())
            put(array.values().name(),
                std::make_shared<const OnnxArray>(readOnnxArray(array, facts_.source)));
    }

    void put(const std::string& name, OnnxImportValue value) {
        if (made_.emplace(name, std::move(value)).second) return;
        refuse(Text::of("has two values of the name {}", inQuotes(name)),
               Text::of("Export the network anew; the file may be damaged."));
    }

    OnnxDraft readInput() {
        const onnx::ValueInfoProto* input = nullptr;
        // Models of before 2019 list their arrays among the inputs.
        for (const auto& each : graph_.input()) {
            if (made_.contains(each.name())) continue;
            if (input != nullptr) {
                refuse(Text::of("reads {} and {}; a network here reads images alone", inQuotes(input->name()),
                                inQuotes(each.name())),
                       Text::of("Export it with one input."));
            }
            input = &each;
        }
        if (input == nullptr)
            refuse(Text::of("reads nothing"), Text::of("Export the network anew; the file may be damaged."));
        OnnxTensor images{.tensor = nn::Graph::input(), .extents = extentsOf(*input)};
        OnnxExtents shape = images.extents;
        shape.resize(3, 1);
        std::string name = plainOnnxName(graph_.name());
        OnnxDraft draft(name.empty() ? "onnx" : std::move(name), {shape[0], shape[1], shape[2]});
        put(input->name(), std::move(images));
        return draft;
    }

    /// Of the images, without their number.
    OnnxExtents extentsOf(const onnx::ValueInfoProto& input) {
        const auto& type = input.type().tensor_type();
        const auto& extents = type.shape().dim();
        if (!input.type().has_tensor_type() || type.elem_type() != onnx::TensorProto::FLOAT ||
            extents.size() < 2 || extents.size() > 4) {
            refuse(
                Text::of("reads other than numbers of 32 bits in 2 to 4 dimensions: images, channels, rows, "
                         "columns"),
                Text::of("Export it with such an input."));
        }
        facts_.batch = extents[0].has_dim_value() ? extents[0].dim_value() : 0;
        OnnxExtents asked;
        if (images_) asked = {images_->channels, images_->height, images_->width};
        OnnxExtents known;
        for (int axis = 1; axis < extents.size(); ++axis) {
            const auto place = static_cast<std::size_t>(axis) - 1;
            const bool isFixed = extents[axis].has_dim_value() && extents[axis].dim_value() > 0;
            if (!isFixed && !images_) refuseOpen(extents);
            known.push_back(isFixed ? extents[axis].dim_value() : asked[place]);
            if (images_ && known.back() != asked[place]) refuseOther(known.back(), asked[place]);
        }
        return known;
    }

    template <class Extents>
    [[noreturn]] void refuseOpen(const Extents& extents) const {
        std::vector<std::string> words;
        for (int axis = 1; axis < extents.size(); ++axis)
            words.push_back(extents[axis].dim_value() > 0 ? fmt::format("{}", extents[axis].dim_value())
                                                          : "?");
        refuse(Text::of("leaves open what it reads: {}", fmt::format("{}", fmt::join(words, "x"))),
               Text::of("Put channels, rows and columns behind the file's name, such as "
                        "net.onnx:3x48x192, or export it with them."));
    }

    [[noreturn]] void refuseOther(std::int64_t own, std::int64_t asked) const {
        refuse(Text::of("reads images with an extent of {}, not {}", own, asked),
               Text::of("Leave out what stands behind the file's name."));
    }

    void countReaders() {
        for (const onnx::NodeProto& node : graph_.node())
            for (const std::string& input : node.input()) ++readers_[input];
        for (const auto& output : graph_.output()) ++readers_[output.name()];
    }

    /// With whether nobody else reads it.
    OnnxImportValue valueOf(const std::string& name, const std::string& reader) const {
        const auto found = made_.find(name);
        if (found == made_.end()) {
            refuse(Text::of("its node {} reads {}, which no node before it makes", inQuotes(reader),
                            inQuotes(name)),
                   Text::of("Export the network anew; the file may be damaged."));
        }
        OnnxImportValue value = found->second;
        const auto count = readers_.find(name);
        if (auto* tensor = std::get_if<OnnxTensor>(&value))
            tensor->sole = tensor->sole && count != readers_.end() && count->second == 1;
        return value;
    }

    void take(const onnx::NodeProto& node, OnnxDraft& draft) {
        std::vector<std::optional<OnnxImportValue>> inputs;
        bool known = true;
        for (const std::string& input : node.input()) {
            inputs.emplace_back(input.empty() ? std::nullopt : std::optional(valueOf(input, node.name())));
            known = known && inputs.back() &&
                    std::holds_alternative<std::shared_ptr<const OnnxArray>>(*inputs.back());
        }
        const OnnxCall call(node, std::move(inputs), draft, facts_);
        if (node.output_size() == 0) call.refuse(Text::of("makes nothing"));
        try {
            put(node.output(0), made(call, node, known));
        } catch (const UsageError& e) {
            // What an operation says of its attributes and shapes names our own step.
            if (e.where().english().starts_with(facts_.source.origin)) throw;
            throw UsageError(call.place(), e.problem(), e.mend());
        }
    }

    OnnxImportValue made(const OnnxCall& call, const onnx::NodeProto& node, bool known) {
        const bool standard = node.domain().empty() || node.domain() == "ai.onnx";
        if (standard && known && isOnnxConstantOperation(node.op_type())) {
            auto array = std::make_shared<const OnnxArray>(onnxConstant(call));
            computed_ += node.op_type() == "Constant" ? 0 : array->size();
            if (computed_ > mostComputedInAll) call.refuse(Text::of("makes an array that is too large"));
            return array;
        }
        const auto handler = onnxHandlers().find(node.op_type());
        if (standard && handler != onnxHandlers().end()) return handler->second(call);
        throw UsageError(call.place(), Text::of("the operation is not known"),
                         Text::of("Export the network with these: {}.",
                                  fmt::format("{}", fmt::join(onnxImportedOperations(), ", "))));
    }

    nn::TensorIndex result(OnnxDraft& draft) const {
        if (graph_.output_size() != 1) {
            refuse(Text::of("gives {} results; one is expected, the values of the classes",
                            graph_.output_size()),
                   Text::of("Export it with one output."));
        }
        onnx::NodeProto end;
        end.set_op_type("Identity");
        end.set_name("output");
        OnnxImportValue value = valueOf(graph_.output(0).name(), end.name());
        if (auto* tensor = std::get_if<OnnxTensor>(&value)) tensor->softmax = false;
        return OnnxCall(end, {std::move(value)}, draft, facts_).planes(0).tensor;
    }

    const onnx::GraphProto& graph_;
    OnnxGraphFacts facts_;
    std::optional<nn::Shape> images_;
    std::map<std::string, OnnxImportValue> made_{};
    std::map<std::string, std::int64_t> readers_{};
    std::size_t computed_ = 0;
};

}  // namespace

std::pair<nn::Graph, WeightsFile> importOnnxGraph(const onnx::ModelProto& model,
                                                  const OnnxArraySource& source,
                                                  const std::optional<nn::Shape>& images) {
    return GraphImporter(model, source, images).import();
}

std::vector<std::string> onnxImportedOperations() {
    std::set<std::string> names;
    for (const auto& [name, handler] : onnxHandlers()) names.insert(name);
    for (const std::string& name : onnxConstantOperations()) names.insert(name);
    return {names.begin(), names.end()};
}

}  // namespace prunescope::model
