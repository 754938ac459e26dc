#include "model/onnx_import_file.h"

#include "base/error.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include <algorithm>
#include <span>
#include <vector>

namespace prunescope::model {
namespace {

using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;

/// Of everything in a file but values of arrays. A network of a thousand nodes takes a megabyte.
constexpr std::int64_t mostDescription = std::int64_t{16} << 20U;
constexpr std::int64_t oldestOperatorSet = 7;

[[noreturn]] void refuseFile(const std::string& origin, const Text& problem) {
    throw UsageError(origin, problem, Text::of("Export the network anew; the file may be damaged."));
}

/// Where arrays stand in a message, as the numbers of its fields.
const std::vector<std::vector<int>>& placesOfArrays() {
    constexpr int graph = onnx::ModelProto::kGraphFieldNumber;
    constexpr int node = onnx::GraphProto::kNodeFieldNumber;
    constexpr int array = onnx::GraphProto::kInitializerFieldNumber;
    constexpr int sparse = onnx::GraphProto::kSparseInitializerFieldNumber;
    constexpr int attribute = onnx::NodeProto::kAttributeFieldNumber;
    constexpr int tensor = onnx::AttributeProto::kTFieldNumber;
    static const std::vector<std::vector<int>> all{
        {graph, array},
        {graph, sparse, onnx::SparseTensorProto::kValuesFieldNumber},
        {graph, sparse, onnx::SparseTensorProto::kIndicesFieldNumber},
        {graph, node, attribute, tensor}};
    return all;
}

/// Whether these are the first fields on the way to an array, or all of them.
bool leadsToArray(std::span<const int> path, bool whole) {
    const auto& all = placesOfArrays();
    return std::any_of(all.begin(), all.end(), [&](const std::vector<int>& place) {
        return (whole ? path.size() == place.size() : path.size() < place.size()) &&
               std::equal(path.begin(), path.end(), place.begin());
    });
}

bool isValuesOfArray(int field) {
    return field == onnx::TensorProto::kRawDataFieldNumber ||
           field == onnx::TensorProto::kFloatDataFieldNumber ||
           field == onnx::TensorProto::kDoubleDataFieldNumber;
}

/// Bytes of values of arrays in a message of `size` bytes; what is no message ends the count. `path`: the
/// fields that lead to it.
std::int64_t bytesOfValues(CodedInputStream& in, std::vector<int>& path, int size) {
    std::int64_t values = 0;
    const auto limit = in.PushLimit(size);
    const bool isArray = leadsToArray(path, true);
    for (std::uint32_t tag = in.ReadTag(); tag != 0; tag = in.ReadTag()) {
        int length = 0;
        if (WireFormatLite::GetTagWireType(tag) != WireFormatLite::WIRETYPE_LENGTH_DELIMITED) {
            if (!WireFormatLite::SkipField(&in, tag)) break;
            continue;
        }
        if (!in.ReadVarintSizeAsInt(&length) || length > in.BytesUntilLimit()) break;
        const int field = WireFormatLite::GetTagFieldNumber(tag);
        path.push_back(field);
        if (isArray && isValuesOfArray(field)) {
            values += length;
            in.Skip(length);
        } else if (!isArray && (leadsToArray(path, false) || leadsToArray(path, true))) {
            values += bytesOfValues(in, path, length);
        } else {
            in.Skip(length);
        }
        path.pop_back();
    }
    in.Skip(std::max(in.BytesUntilLimit(), 0));
    in.PopLimit(limit);
    return values;
}

}  // namespace

std::int64_t onnxOperatorSet(const onnx::ModelProto& model) {
    std::int64_t version = 0;
    for (const auto& set : model.opset_import())
        if (set.domain().empty() || set.domain() == "ai.onnx") version = set.version();
    return version;
}

onnx::ModelProto parseOnnxFile(std::string_view bytes, const std::string& origin) {
    if (bytes.size() > mostOnnxBytes) refuseFile(origin, Text::of("holds more than two gigabytes"));
    const int size = static_cast<int>(bytes.size());
    CodedInputStream in(reinterpret_cast<const std::uint8_t*>(bytes.data()), size);
    std::vector<int> path;
    const std::int64_t description = size - bytesOfValues(in, path, size);
    if (description > mostDescription) {
        refuseFile(origin, Text::of("describes its network with {} bytes where at most {} are expected",
                                    description, mostDescription));
    }
    onnx::ModelProto model;
    if (!model.ParseFromArray(bytes.data(), size)) refuseFile(origin, Text::of("is no ONNX model"));
    if (!model.has_graph()) refuseFile(origin, Text::of("is an ONNX model without a graph"));
    const std::int64_t operators = onnxOperatorSet(model);
    if (operators < oldestOperatorSet) {
        throw UsageError(origin,
                         Text::of("uses the operator set {} of ONNX, and those from {} on are read",
                                  operators, oldestOperatorSet),
                         Text::of("Export it with a newer operator set, such as 13."));
    }
    return model;
}

}  // namespace prunescope::model
