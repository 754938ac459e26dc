#include "data/array_store.h"

#include "base/error.h"
#include "data/content_reader.h"
#include "data/data_files.h"
#include "data/npy_header.h"
#include "data/npz_archive.h"

#include <fmt/format.h>

#include <system_error>
#include <utility>

namespace prunescope::data {
namespace {

namespace fs = std::filesystem;

/// The content of a file together with its bytes.
class WholeFile : public ByteSource {
public:
    explicit WholeFile(FileContent file) : file_(std::move(file)), reader_(file_.bytes, file_.path) {}

    const std::string& name() const override { return reader_.name(); }
    bool compressed() const override { return reader_.compressed(); }
    std::uint64_t mostBytes() const override { return reader_.mostBytes(); }
    std::size_t read(std::span<std::uint8_t> out) override { return reader_.read(out); }

private:
    FileContent file_;
    ContentReader reader_;
};

std::vector<std::string> npyFilesOf(const std::string& array) {
    return alsoGzip({array + ".npy"});
}

class NpyFolder : public ArrayStore {
public:
    explicit NpyFolder(DataFiles files) : files_(std::move(files)) {}

    bool has(const std::string& name) const override { return files_.find(npyFilesOf(name)).has_value(); }
    std::unique_ptr<ByteSource> open(const std::string& name) override {
        return std::make_unique<WholeFile>(files_.read(npyFilesOf(name), mostNpyBytes + mostNpyHeaderBytes));
    }
    std::vector<run::DataFile> takeRecord() override { return files_.takeRecord(); }

private:
    DataFiles files_;
};

class NpzFile : public ArrayStore {
public:
    NpzFile(DataFiles files, const fs::path& file)
        : files_(std::move(files)),
          file_(files_.readAt(file, mostNpzBytes)),
          archive_(file_.bytes, file_.path) {}

    bool has(const std::string& name) const override { return archive_.has(name); }
    std::unique_ptr<ByteSource> open(const std::string& name) override { return archive_.open(name); }
    std::vector<run::DataFile> takeRecord() override { return files_.takeRecord(); }

private:
    DataFiles files_;
    FileContent file_;
    NpzArchive archive_;
};

/// The only .npz file of the folder.
fs::path onlyArchive(const DataFiles& files, const std::string& firstArray) {
    std::vector<fs::path> archives;
    std::error_code ignored;
    for (fs::directory_iterator entry(files.folder(), ignored), end; entry != end && archives.size() < 2;
         entry.increment(ignored)) {
        if (entry->path().extension() == ".npz" && !entry->is_directory(ignored))
            archives.push_back(entry->path());
    }
    if (archives.size() == 1) return archives.front();
    const std::string wanted = fmt::format("{}.npy", firstArray);
    if (archives.empty()) {
        throw Error(files.folder().string(),
                    Text::of("expected {} or one .npz file, found {}", wanted, files.listing()),
                    files.hint());
    }
    throw Error(files.folder().string(),
                Text::of("expected {} or one .npz file, found several: {}", wanted, files.listing()),
                Text::of("Name the .npz file itself (data_dir, --data-dir DIR)."));
}

}  // namespace

std::unique_ptr<ArrayStore> openArrayStore(const fs::path& place, const std::string& firstArray,
                                           const Text& hint) {
    std::error_code ignored;
    if (!fs::is_directory(place, ignored))
        return std::make_unique<NpzFile>(DataFiles(place.parent_path(), hint), place);
    DataFiles files(place, hint);
    if (files.find(npyFilesOf(firstArray))) return std::make_unique<NpyFolder>(std::move(files));
    const fs::path archive = onlyArchive(files, firstArray);
    return std::make_unique<NpzFile>(std::move(files), archive);
}

}  // namespace prunescope::data
