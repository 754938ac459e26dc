#pragma once

#include "model/onnx_import_array.h"
#include "model/onnx_import_draft.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace prunescope::model {

/// What a node of an ONNX graph makes of the images.
struct OnnxTensor {
    nn::TensorIndex tensor;  ///< of the draft
    /// Without the first extent, that of the images. The draft may have the same values as planes.
    OnnxExtents extents{};
    /// What is still to be done to it, by channel or to all alike: scale value + shift. Empty: nothing.
    std::vector<float> scale{};
    std::vector<float> shift{};
    bool sole = true;      ///< nobody else reads it
    bool softmax = false;  ///< it stands for the softmax of it, which a network ends with
    /// Rows and columns of the plane that each of its values fills; none where it is as the draft has it.
    OnnxExtents repeated{};

    bool isScaled() const { return !scale.empty(); }
};

/// Known before any image is, or made of the images.
using OnnxImportValue = std::variant<OnnxTensor, std::shared_ptr<const OnnxArray>>;

/// What is the same for all nodes of a graph.
struct OnnxGraphFacts {
    OnnxArraySource source;
    std::int64_t opset = 0;  ///< version of the standard's operations
    std::int64_t batch = 0;  ///< of how many images the graph is; 0: of any number
};

/// A node that is taken over, with what it reads.
class OnnxCall {
public:
    /// `inputs`: none for an input that is left out.
    OnnxCall(const onnx::NodeProto& node, std::vector<std::optional<OnnxImportValue>> inputs,
             OnnxDraft& draft, const OnnxGraphFacts& facts)
        : node_(node), inputs_(std::move(inputs)), draft_(draft), facts_(facts) {}

    OnnxDraft& draft() const { return draft_; }
    const std::string& operation() const { return node_.op_type(); }
    const std::string& name() const { return node_.name(); }
    /// The name of an array that it reads.
    const std::string& inputName(int input) const { return node_.input(input); }
    /// Of the standard's operations.
    std::int64_t opset() const { return facts_.opset; }
    /// Of how many images the graph is; 0: of any number.
    std::int64_t batch() const { return facts_.batch; }
    int outputs() const { return node_.output_size(); }

    std::size_t inputs() const { return inputs_.size(); }
    bool has(std::size_t input) const { return input < inputs_.size() && inputs_[input].has_value(); }
    bool isArray(std::size_t input) const {
        return has(input) && std::holds_alternative<std::shared_ptr<const OnnxArray>>(*inputs_[input]);
    }

    // Each throws `UsageError` when there is something else.

    /// What is made of the images, with what is still to be done to it.
    OnnxTensor unfinished(std::size_t input) const;
    /// The same, of a factor: a value of each channel may have been repeated over the plane that it
    /// multiplies.
    OnnxTensor factor(std::size_t input) const;
    /// The same when all is done.
    OnnxTensor tensor(std::size_t input) const { return finished(unfinished(input)); }
    /// The tensor with all that was still to be done to it.
    OnnxTensor finished(OnnxTensor tensor) const;
    /// The same with rows and columns, as the draft has it.
    OnnxTensor planes(std::size_t input) const;
    const OnnxArray& array(std::size_t input) const;
    /// Real numbers of that shape.
    const std::vector<float>& reals(std::size_t input, const OnnxExtents& shape) const;
    /// Whole numbers in a list, or a single one; as the attribute `key` in operator sets before `since`.
    OnnxExtents numbers(std::size_t input, const char* key, std::int64_t since) const;
    /// A real number as input, or as the attribute `key` in operator sets before `since`.
    float number(std::size_t input, const char* key, std::int64_t since, float usual) const;

    bool hasAttribute(const char* key) const { return find(key) != nullptr; }
    std::int64_t integer(const char* key, std::int64_t usual) const;
    OnnxExtents integers(const char* key, const OnnxExtents& usual = {}) const;
    float real(const char* key, float usual) const;
    std::vector<float> realList(const char* key) const;
    std::string word(const char* key, const std::string& usual) const;
    OnnxArray arrayAttribute(const char* key) const;

    /// From 0 on, of an axis that may be counted from the end.
    std::int64_t axis(std::int64_t given, std::int64_t dimensions) const;

    /// Throws `UsageError` with the node's name, its operation and the problem.
    [[noreturn]] void refuse(const Text& problem) const;
    Text place() const;

private:
    const onnx::AttributeProto* find(const char* key) const;
    const onnx::AttributeProto* find(const char* key, onnx::AttributeProto::AttributeType type) const;

    const onnx::NodeProto& node_;
    std::vector<std::optional<OnnxImportValue>> inputs_;
    OnnxDraft& draft_;
    const OnnxGraphFacts& facts_;
};

/// Takes a node over: what it makes of what it reads.
using OnnxHandler = OnnxImportValue (*)(const OnnxCall& call);
using OnnxHandlers = std::map<std::string, OnnxHandler>;

// By the names of the standard's operations; each in the file of its kind.
OnnxHandlers onnxLayerHandlers();
OnnxHandlers onnxPlaneHandlers();
OnnxHandlers onnxValueHandlers();
OnnxHandlers onnxViewHandlers();

}  // namespace prunescope::model
