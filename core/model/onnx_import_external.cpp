#include "model/onnx_import_external.h"

#include "base/error.h"
#include "base/file_reader.h"
#include "base/quoted.h"
#include "base/sha256.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace prunescope::model {
namespace {

constexpr std::uint64_t mostExternalBytes = std::uint64_t{4} << 30U;

class ExternalPlace {
public:
    ExternalPlace(const onnx::TensorProto& tensor, const OnnxArraySource& source)
        : name_(tensor.name()), source_(source) {
        for (const auto& entry : tensor.external_data()) facts_[entry.key()] = entry.value();
    }

    /// Links are followed before it is looked where the file lies.
    std::filesystem::path file() const {
        const std::filesystem::path location = facts_.count("location") ? facts_.at("location") : "";
        if (source_.folder.empty()) refuse(Text::of("lies in another file, which is not read here"));
        std::error_code failure;
        const auto folder = std::filesystem::canonical(source_.folder, failure);
        auto file = std::filesystem::weakly_canonical(folder / location, failure);
        const auto inside = file.lexically_relative(folder);
        const bool within = !failure && !location.empty() && !location.is_absolute() && !inside.empty() &&
                            *inside.begin() != ".." && *inside.begin() != ".";
        if (!within)
            refuse(Text::of("lies in the file {}, which is not in the model's folder",
                            inQuotes(location.string())));
        return file;
    }

    std::uint64_t number(const char* key, std::uint64_t usual) const {
        const auto found = facts_.find(key);
        if (found == facts_.end()) return usual;
        const std::string& text = found->second;
        std::uint64_t value = 0;
        const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (code == std::errc{} && end == text.data() + text.size()) return value;
        refuse(Text::of("has {} as its {}", inQuotes(text), key));
    }

    [[noreturn]] void refuse(const Text& problem) const {
        throw UsageError(Text::of("{}, array {}", source_.origin, inQuotes(name_)), problem,
                         Text::of("Put the model and its files of weights into one folder, or export it with "
                                  "its weights inside."));
    }

private:
    std::string name_;
    const OnnxArraySource& source_;
    std::map<std::string, std::string> facts_{};
};

}  // namespace

std::string readExternalData(const onnx::TensorProto& tensor, const OnnxArraySource& source) {
    const ExternalPlace place(tensor, source);
    const FileReader reader(place.file());
    reader.refuseHoles();
    const std::uint64_t offset = place.number("offset", 0);
    const std::uint64_t rest = reader.size() - std::min(offset, reader.size());
    const std::uint64_t length = place.number("length", rest);
    if (offset > reader.size() || length > rest || length > mostExternalBytes)
        place.refuse(
            Text::of("asks for {} bytes from byte {} on of a file of {}", length, offset, reader.size()));
    std::string bytes(length, '\0');
    reader.read(offset, bytes);
    return bytes;
}

std::vector<run::DataFile> externalFiles(const onnx::ModelProto& model, const OnnxArraySource& source) {
    std::set<std::filesystem::path> paths;
    const auto note = [&](const onnx::TensorProto& tensor) {
        if (tensor.data_location() == onnx::TensorProto::EXTERNAL)
            paths.insert(ExternalPlace(tensor, source).file());
    };
    for (const auto& tensor : model.graph().initializer()) note(tensor);
    for (const auto& node : model.graph().node())
        for (const auto& attribute : node.attribute()) note(attribute.t());
    std::vector<run::DataFile> files;
    for (const std::filesystem::path& path : paths) {
        const auto bytes = static_cast<std::int64_t>(FileReader(path).size());
        files.push_back({path.filename().string(), bytes, sha256HexOfFile(path)});
    }
    return files;
}

}  // namespace prunescope::model
