#include "base/error.h"
#include "base/file.h"
#include "data/npy_reader.h"
#include "model/formats.h"
#include "model/network_tensors.h"
#include "model/npz_tensors.h"
#include "model/npz_writer.h"

namespace prunescope::model {
namespace {

constexpr const char* packedKey = "packed";

std::vector<ExportedFile> makeNpz(const TrainedModel& model, const nlohmann::json& options,
                                  const std::string& file) {
    NpzWriter writer(options.at(packedKey).get<bool>());
    for (const NamedTensor& tensor : networkTensors(model, maskForm(options))) writer.add(tensor);
    const nlohmann::json facts = model.facts();
    writer.addText(npzMetadataEntry, facts.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
    return {{file, writer.finish()}};
}

/// By the reader of the data sets, which knows nothing of the writer.
nn::InferenceGraph readNpz(const std::vector<ExportedFile>& files, const TrainedModel& model,
                           const nlohmann::json& options) {
    const ExportedFile& file = files.front();
    const data::NpzArchive archive(file.bytes, file.name);
    WeightsFile weights;
    std::uint64_t bytesLeft = mostNpzTensorBytes;
    for (const NamedTensor& tensor : networkTensors(model, maskForm(options)))
        weights.tensors.push_back(npzTensor(archive, tensor.name, bytesLeft));
    return graphWithTensors(model.graph, weights, maskForm(options), file.name);
}

/// The arrays of a file. Whole numbers are named and not read: no weight is one.
class NpzTensors : public TensorReader {
public:
    explicit NpzTensors(const std::filesystem::path& file)
        : bytes_(readFile(file, data::mostNpzBytes)), archive_(bytes_, file.string()) {
        WeightsHeader header;
        for (const std::string& array : archive_.arrays()) {
            const auto content = archive_.open(array);
            data::ContentCursor cursor(*content);
            const data::NpyHeader facts = data::readNpyHeader(cursor);
            const bool real = facts.type.kind == data::NpyKind::real && !facts.columnsFirst;
            header.tensors.push_back(
                {.name = array, .type = real ? ElementType::f32 : ElementType::i64, .shape = facts.shape});
        }
        setHeader(std::move(header));
    }

    NamedTensor read(const TensorEntry& entry) const override {
        std::uint64_t most = mostNpzTensorBytes;
        return npzTensor(archive_, entry.name, most);
    }

private:
    std::string bytes_;
    data::NpzArchive archive_;
};

std::unique_ptr<TensorReader> openNpz(const std::filesystem::path& file) {
    return std::make_unique<NpzTensors>(file);
}

}  // namespace

NetworkFormat npzFormat() {
    return {
        .description = {.name = "npz",
                        .title = "NumPy archive",
                        .summary = "Arrays by PyTorch's names for numpy.load, and what is known of the "
                                   "network as metadata.json.",
                        .options = {masksOption(),
                                    {.key = packedKey,
                                     .title = "Packed",
                                     .help = "Whether the arrays are packed as numpy.savez_compressed does, "
                                             "which makes pruned weights small.",
                                     .kind = run::OptionKind::boolean,
                                     .defaultValue = true}}},
        .suffixes = {".npz"},
        .make = makeNpz,
        .readBack = readNpz,
        .open = openNpz,
        .usage =
            "python3: arrays = numpy.load(\"NAME.npz\")\n"
            "prunescope-cli predict NAME.npz picture.png"};
}

}  // namespace prunescope::model
