#include "data/npz_archive.h"

#include "base/error.h"
#include "base/path_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <zip.h>

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace prunescope::data {
namespace {

constexpr std::string_view arraySuffix = ".npy";
/// Deflate's best: 258 bytes from two bits.
constexpr std::uint64_t mostDeflation = 1032;

Text npzMend() {
    return Text::of("The file is damaged or no .npz file: copy it again, or save it anew with numpy.savez.");
}

/// What libzip says of a failure.
std::string zipReason(zip_error_t* error) {
    return zip_error_strerror(error);
}

std::string zipReason(zip* archive) {
    return zip_strerror(archive);
}

zip* openZip(std::string_view bytes, const std::string& name) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive == nullptr && source != nullptr) zip_source_free(source);
    const std::string reason = archive == nullptr ? zipReason(&error) : "";
    zip_error_fini(&error);
    if (archive != nullptr) return archive;
    throw Error(name, Text::of("expected a zip archive of arrays, found none: {}", reason), npzMend());
}

/// One array of an archive while it is unpacked.
class NpzEntry : public ByteSource {
public:
    NpzEntry(zip* archive, const zip_stat_t& facts, std::string name)
        : name_(std::move(name)),
          compressed_(facts.comp_method != ZIP_CM_STORE),
          mostBytes_(std::min(facts.size, (compressed_ ? mostDeflation : 1) * facts.comp_size)),
          file_(zip_fopen_index(archive, facts.index, 0)) {
        if (file_ == nullptr)
            throw Error(name_, Text::of("cannot be unpacked: {}", zipReason(archive)), npzMend());
    }

    const std::string& name() const override { return name_; }
    bool compressed() const override { return compressed_; }
    std::uint64_t mostBytes() const override { return mostBytes_; }

    std::size_t read(std::span<std::uint8_t> out) override {
        std::size_t done = 0;
        while (done < out.size()) {
            const zip_int64_t got = zip_fread(file_.get(), out.data() + done, out.size() - done);
            if (got < 0) {
                throw Error(name_,
                            Text::of("is damaged after byte {} of the unpacked content: {}", position_ + done,
                                     zipReason(zip_file_get_error(file_.get()))),
                            npzMend());
            }
            if (got == 0) break;
            done += static_cast<std::size_t>(got);
        }
        position_ += done;
        return done;
    }

private:
    struct Close {
        void operator()(zip_file_t* file) const { zip_fclose(file); }
    };

    std::string name_;
    bool compressed_;
    std::uint64_t mostBytes_;
    std::unique_ptr<zip_file_t, Close> file_;
    std::uint64_t position_ = 0;
};

}  // namespace

void NpzArchive::Discard::operator()(zip* archive) const {
    zip_discard(archive);
}

NpzArchive::NpzArchive(std::string_view bytes, std::string name)
    : name_(std::move(name)), archive_(openZip(bytes, name_)) {
    const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
    if (count > mostNpzEntries) {
        throw Error(name_, Text::of("expected at most {} arrays, found {}", mostNpzEntries, count),
                    npzMend());
    }
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<std::uint64_t>(i);
        const char* found = zip_get_name(archive_.get(), index, ZIP_FL_ENC_RAW);
        std::string entry = found == nullptr ? "" : found;
        if (entry.ends_with(arraySuffix)) {
            entry.resize(entry.size() - arraySuffix.size());
            arrays_.push_back(entry);
        }
        if (entries_.emplace(entry, index).second) continue;
        throw Error(name_,
                    Text::of("expected each array once, found two with the name '{}'", printableName(entry)),
                    npzMend());
    }
}

std::vector<std::string> NpzArchive::names() const {
    std::vector<std::string> names;
    for (const auto& [entry, index] : entries_) names.push_back(entry);
    return names;
}

Text NpzArchive::listing() const {
    constexpr std::size_t mostNames = 8;
    std::vector<std::string> names;
    for (const auto& [entry, index] : entries_) {
        names.push_back(names.size() == mostNames ? "…" : printableName(entry));
        if (names.size() > mostNames) break;
    }
    if (names.empty()) return Text::of("no array");
    return Text(fmt::format("{}", fmt::join(names, ", ")));
}

std::unique_ptr<ByteSource> NpzArchive::open(const std::string& array) const {
    const auto entry = entries_.find(array);
    if (entry == entries_.end()) {
        throw Error(name_, Text::of("expected the array {}, found {}", array, listing()),
                    Text::of("Save it under that name, or say how it is called (data.x_train and so on)."));
    }
    const std::string place = fmt::format("{} ({})", name_, array);
    zip_stat_t facts;
    zip_stat_init(&facts);
    constexpr zip_uint64_t wanted = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
    if (zip_stat_index(archive_.get(), entry->second, 0, &facts) != 0 || (facts.valid & wanted) != wanted)
        throw Error(place, Text::of("cannot be unpacked: {}", zipReason(archive_.get())), npzMend());
    const bool usual = facts.comp_method == ZIP_CM_STORE || facts.comp_method == ZIP_CM_DEFLATE;
    const bool encrypted =
        (facts.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && facts.encryption_method != ZIP_EM_NONE;
    if (!usual || encrypted) {
        throw Error(place,
                    encrypted
                        ? Text::of("expected an array that anybody can read, found an encrypted one")
                        : Text::of("expected an array that is stored or deflated, found method {} of packing",
                                   facts.comp_method),
                    Text::of("Save it anew with numpy.savez or numpy.savez_compressed."));
    }
    return std::make_unique<NpzEntry>(archive_.get(), facts, place);
}

}  // namespace prunescope::data
