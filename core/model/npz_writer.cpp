#include "model/npz_writer.h"

#include "base/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <zip.h>

#include <utility>

namespace prunescope::model {
namespace {

[[noreturn]] void refuseZip(const char* reason) {
    throw Error("npz", Text::of("the archive cannot be made: {}", reason), Text::of("Close other programs."));
}

/// NumPy's names of the element types, in the order of `NamedTensor::values`.
constexpr const char* elementNames[] = {"<f4", "|u1", "<i8"};

/// "(20, 784)", "(10,)", "()"
std::string shapeText(const std::vector<std::int64_t>& shape) {
    return fmt::format("({}{})", fmt::join(shape, ", "), shape.size() == 1 ? "," : "");
}

/// The header, whose end stands at a multiple of 64 bytes, and the elements.
std::string npyBytes(const NamedTensor& tensor) {
    constexpr std::size_t prefix = 10;  // magic, version, length of what follows
    constexpr std::size_t aligned = 64;
    std::string header = fmt::format("{{'descr': '{}', 'fortran_order': False, 'shape': {}, }}",
                                     elementNames[tensor.values.index()], shapeText(tensor.shape));
    const std::size_t whole = (prefix + header.size() + 1 + aligned - 1) / aligned * aligned;
    header.resize(whole - prefix - 1, ' ');
    header += '\n';
    std::string bytes("\x93NUMPY\x01\x00", prefix - 2);
    bytes += static_cast<char>(header.size() % 256);
    bytes += static_cast<char>(header.size() / 256);
    bytes += header;
    std::visit(
        [&](const auto& values) {
            bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(values[0]));
        },
        tensor.values);
    return bytes;
}

}  // namespace

NpzWriter::NpzWriter(bool packed) : packed_(packed) {
    zip_error_t error;
    zip_error_init(&error);
    bytes_ = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (bytes_ == nullptr) refuseZip(zip_error_strerror(&error));
    zip_source_keep(bytes_);
    archive_ = zip_open_from_source(bytes_, ZIP_TRUNCATE, &error);
    if (archive_ == nullptr) refuseZip(zip_error_strerror(&error));
    zip_error_fini(&error);
}

NpzWriter::~NpzWriter() {
    if (archive_ != nullptr) zip_discard(archive_);
    if (bytes_ != nullptr) zip_source_free(bytes_);
}

void NpzWriter::add(const NamedTensor& tensor) {
    addEntry(tensor.name + ".npy", npyBytes(tensor));
}

void NpzWriter::addText(const std::string& name, std::string text) {
    addEntry(name, std::move(text));
}

void NpzWriter::addEntry(const std::string& name, std::string bytes) {
    entries_.push_back(std::make_unique<std::string>(std::move(bytes)));
    const std::string& kept = *entries_.back();
    zip_source_t* source = zip_source_buffer(archive_, kept.data(), kept.size(), 0);
    const zip_int64_t place =
        source == nullptr ? -1 : zip_file_add(archive_, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (place < 0) {
        if (source != nullptr) zip_source_free(source);
        refuseZip(zip_strerror(archive_));
    }
    constexpr zip_uint16_t firstDay = 0x21;  // 1980-01-01 in the archive's own date
    const auto index = static_cast<zip_uint64_t>(place);
    const bool set =
        zip_set_file_compression(archive_, index, packed_ ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) == 0 &&
        zip_file_set_dostime(archive_, index, 0, firstDay, 0) == 0;
    if (!set) refuseZip(zip_strerror(archive_));
}

std::string NpzWriter::finish() {
    if (zip_close(archive_) != 0) refuseZip(zip_strerror(archive_));
    archive_ = nullptr;
    zip_stat_t facts;
    zip_stat_init(&facts);
    if (zip_source_stat(bytes_, &facts) != 0 || zip_source_open(bytes_) != 0)
        refuseZip(zip_error_strerror(zip_source_error(bytes_)));
    std::string all(facts.size, '\0');
    const zip_int64_t read = zip_source_read(bytes_, all.data(), all.size());
    zip_source_close(bytes_);
    if (read != static_cast<zip_int64_t>(all.size())) refuseZip("it cannot be read back");
    return all;
}

}  // namespace prunescope::model
