#pragma once

#include "base/error.h"
#include "model/onnx_import.h"
#include "model/onnx_import_file.h"

#include <cstdint>
#include <string>
#include <vector>

namespace prunescope::model {

/// A model that reads images of 2 channels of 4 x 4, node by node.
class ModelInTheMaking {
public:
    ModelInTheMaking() {
        model_.set_ir_version(8);
        model_.add_opset_import()->set_version(13);
        describe(*graph().add_input(), "x", {2, 4, 4});
    }

    onnx::GraphProto& graph() { return *model_.mutable_graph(); }
    onnx::ModelProto& model() { return model_; }

    onnx::NodeProto& node(const std::string& operation, const std::vector<std::string>& inputs,
                          const std::string& output) {
        onnx::NodeProto& made = *graph().add_node();
        made.set_op_type(operation);
        made.set_name("the " + output);
        for (const std::string& input : inputs) made.add_input(input);
        made.add_output(output);
        return made;
    }

    onnx::TensorProto& array(const std::string& name, const std::vector<std::int64_t>& shape,
                             const std::vector<float>& values) {
        onnx::TensorProto& made = *graph().add_initializer();
        made.set_name(name);
        made.set_data_type(onnx::TensorProto::FLOAT);
        for (const std::int64_t extent : shape) made.add_dims(extent);
        for (const float value : values) made.add_float_data(value);
        return made;
    }

    void numbers(const std::string& name, const std::vector<std::int64_t>& values) {
        onnx::TensorProto& made = *graph().add_initializer();
        made.set_name(name);
        made.set_data_type(onnx::TensorProto::INT64);
        made.add_dims(static_cast<std::int64_t>(values.size()));
        for (const std::int64_t value : values) made.add_int64_data(value);
    }

    /// Three classes of the 32 values of `from`, with weights of 0.25.
    std::string bytesWithDense(const std::string& from) {
        node("Flatten", {from}, "flat");
        array("fc.weight", {3, 32}, std::vector<float>(96, 0.25F));
        setNumber(node("Gemm", {"flat", "fc.weight"}, "logits"), "transB", 1);
        return bytes("logits");
    }

    std::string bytes(const std::string& output) {
        describe(*graph().add_output(), output, {3});
        return model_.SerializeAsString();
    }

    static void setNumber(onnx::NodeProto& node, const char* name, std::int64_t value) {
        onnx::AttributeProto& attribute = *node.add_attribute();
        attribute.set_name(name);
        attribute.set_type(onnx::AttributeProto::INT);
        attribute.set_i(value);
    }

private:
    static void describe(onnx::ValueInfoProto& value, const std::string& name,
                         const std::vector<std::int64_t>& extents) {
        value.set_name(name);
        auto& tensor = *value.mutable_type()->mutable_tensor_type();
        tensor.set_elem_type(onnx::TensorProto::FLOAT);
        tensor.mutable_shape()->add_dim()->set_dim_param("N");
        for (const std::int64_t extent : extents) tensor.mutable_shape()->add_dim()->set_dim_value(extent);
    }

    onnx::ModelProto model_{};
};

/// What is said of a model that is refused; "" of one that is not.
inline std::string onnxRefusalOf(const std::string& bytes) {
    try {
        parseOnnxNetwork(bytes, "net.onnx");
    } catch (const UsageError& e) {
        return e.whole().english();
    }
    return "";
}

}  // namespace prunescope::model
