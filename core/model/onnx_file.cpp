#include "model/onnx_file.h"

#include "base/error.h"
#include "model/onnx_import.h"
#include "model/onnx_proto.h"
#include "nn/inference_graph.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace prunescope::model {
namespace {

/// Values of all sparse arrays together: two gigabytes of them is the most that a message holds.
constexpr std::uint64_t mostUnpackedValues = std::uint64_t{1} << 29U;

/// Brings sparse arrays into the form of the others, which is what the import reads.
class SparseUnpacking {
public:
    SparseUnpacking(onnx::GraphProto& graph, const std::string& origin) : graph_(graph), origin_(origin) {}

    void unpack() {
        for (const onnx::SparseTensorProto& sparse : graph_.sparse_initializer()) addDense(sparse);
        graph_.clear_sparse_initializer();
    }

private:
    [[noreturn]] void refuse() const {
        throw Error(origin_, Text::of("has a sparse array that is not as this program writes them"),
                    Text::of("Export it anew."));
    }

    std::uint64_t valuesOf(const onnx::SparseTensorProto& sparse) const {
        std::uint64_t values = 1;
        for (const std::int64_t extent : sparse.dims()) {
            if (extent < 1 || static_cast<std::uint64_t>(extent) > mostUnpackedValues / values) refuse();
            values *= static_cast<std::uint64_t>(extent);
        }
        return values;
    }

    void addDense(const onnx::SparseTensorProto& sparse) {
        const std::uint64_t size = valuesOf(sparse);
        const std::string& kept = sparse.values().raw_data();
        const std::string& places = sparse.indices().raw_data();
        const std::size_t count = kept.size() / sizeof(float);
        const bool typed = sparse.values().data_type() == onnx::TensorProto::FLOAT &&
                           sparse.indices().data_type() == onnx::TensorProto::INT64 &&
                           kept.size() == count * sizeof(float) &&
                           places.size() == count * sizeof(std::int64_t);
        total_ += size;
        if (!typed || total_ > mostUnpackedValues) refuse();
        std::string dense(size * sizeof(float), '\0');
        for (std::size_t i = 0; i < count; ++i) {
            std::uint64_t place = 0;
            std::memcpy(&place, places.data() + i * sizeof place, sizeof place);
            if (place >= size) refuse();
            std::memcpy(dense.data() + place * sizeof(float), kept.data() + i * sizeof(float), sizeof(float));
        }
        onnx::TensorProto& tensor = *graph_.add_initializer();
        tensor.set_name(sparse.values().name());
        tensor.set_data_type(onnx::TensorProto::FLOAT);
        for (const std::int64_t extent : sparse.dims()) tensor.add_dims(extent);
        tensor.set_raw_data(std::move(dense));
    }

    onnx::GraphProto& graph_;
    const std::string& origin_;
    std::uint64_t total_ = 0;
};

/// What the import reads: the bytes themselves, or others without sparse arrays.
OnnxNetwork importedNetwork(onnx::ModelProto& model, std::string_view bytes, const std::string& origin) {
    if (model.graph().sparse_initializer().empty()) return parseOnnxNetwork(bytes, origin);
    SparseUnpacking(*model.mutable_graph(), origin).unpack();
    std::string unpacked;
    if (model.ByteSizeLong() > std::numeric_limits<std::int32_t>::max() ||
        !model.SerializeToString(&unpacked))
        throw Error(origin, Text::of("is too large with all of its zeros"), Text::of("Export it anew."));
    return parseOnnxNetwork(unpacked, origin);
}

}  // namespace

ExportedNetwork onnxNetwork(std::string_view bytes, const std::string& origin) {
    onnx::ModelProto model;
    const bool fits = bytes.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max());
    if (!fits || !model.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        throw Error(origin, Text::of("is no ONNX model"), Text::of("Export it anew."));
    std::map<std::string, std::string> metadata;
    for (const auto& entry : model.metadata_props()) metadata[entry.key()] = entry.value();
    const OnnxNetwork network = importedNetwork(model, bytes, origin);
    return {.graph = nn::inferenceGraph(network.graph,
                                        [&](const std::string& name) {
                                            return std::get<std::vector<float>>(
                                                network.weights.find(name)->values);
                                        }),
            .metadata = std::move(metadata)};
}

}  // namespace prunescope::model
