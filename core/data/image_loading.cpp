#include "data/image_loading.h"

#include "base/error.h"
#include "base/file.h"
#include "base/machine_memory.h"
#include "base/path_text.h"
#include "base/sha256.h"
#include "data/image_faults.h"
#include "data/image_file.h"
#include "data/image_scaling.h"
#include "parallel/parallel_for.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <mutex>
#include <span>
#include <utility>

namespace prunescope::data {
namespace {

namespace fs = std::filesystem;

/// Larger pictures and files are read one at a time, so that many threads do not take many times the memory.
constexpr std::int64_t largePicture = 16'000'000;
constexpr std::uint64_t largeFile = std::uint64_t{1} << 24U;
constexpr std::int64_t picturesOfABlock = 8;

/// What all pictures become, and how that is told.
struct Wanted {
    const ImageOptions& options;
    kernels::Shape shape;
    ImageFaults& faults;
    std::atomic<bool>& coloured;  ///< whether a picture has been met that is not grey
};

void writePlanes(const Raster& raster, const kernels::Shape& shape, std::span<std::uint8_t> to) {
    const auto pixels = static_cast<std::size_t>(shape.pixels());
    const auto step = static_cast<std::size_t>(raster.channels);
    for (std::size_t c = 0; c < static_cast<std::size_t>(shape.channels); ++c) {
        const std::uint8_t* from = raster.pixels.data() + (step == 1 ? 0 : c);
        for (std::size_t i = 0; i < pixels; ++i) to[c * pixels + i] = from[i * step];
    }
}

/// (channel, row, column) bytes of three channels.
bool isGrey(std::span<const std::uint8_t> image) {
    const std::size_t pixels = image.size() / 3;
    return std::equal(image.begin() + static_cast<std::ptrdiff_t>(pixels), image.end(), image.begin());
}

/// Reads the pictures of one part.
class PartReader {
public:
    /// `firstPlace` is that of its first picture among those of all parts.
    PartReader(const PicturePart& part, const Wanted& wanted, std::size_t firstPlace)
        : part_(part), wanted_(wanted), firstPlace_(firstPlace), images_{.shape = wanted.shape} {
        const std::size_t count = part.pictures.size();
        images_.pixels.resize(count * static_cast<std::size_t>(wanted.shape.size()));
        for (const PictureFile& picture : part.pictures) images_.labels.push_back(picture.label);
        digests_.resize(count * sha256Digits);
        taken_.resize(count);
    }

    void read() {
        const parallel::Blocks blocks{images_.size(), picturesOfABlock};
        parallel::parallelFor(blocks.count(), [&](std::int64_t block) {
            for (std::int64_t i = blocks.begin(block); i < blocks.end(block); ++i)
                readPicture(static_cast<std::size_t>(i));
        });
    }

    /// Of the pictures that were taken.
    run::DataFile file() const;
    /// The pictures that were taken. Once, at the end.
    ImageSet takeImages();

private:
    fs::path pathOf(const PictureFile& picture) const { return part_.folder / picture.name; }
    void readPicture(std::size_t i);
    std::string wholeFile(const PictureFile& picture) const;
    void keep(std::size_t i, Raster raster);

    const PicturePart& part_;
    const Wanted& wanted_;
    std::size_t firstPlace_;
    ImageSet images_;
    std::string digests_{};              ///< SHA-256 of each file, in hexadecimal digits
    std::vector<std::uint8_t> taken_{};  ///< 1 for each picture that was; no bits, which threads would share
    std::mutex largeOnes_{};
};

void PartReader::readPicture(std::size_t i) {
    const PictureFile& picture = part_.pictures[i];
    const std::string name = pathOf(picture).string();
    if (picture.bytes > mostImageBytes) {
        wanted_.faults.add(firstPlace_ + i, Error(name,
                                                  Text::of("holds {} bytes where at most {} are expected",
                                                           picture.bytes, mostImageBytes),
                                                  Text::of("Make the picture smaller, or take it away.")));
        return;
    }
    std::unique_lock<std::mutex> alone(largeOnes_, std::defer_lock);
    if (picture.bytes > largeFile) alone.lock();
    const std::string bytes = wholeFile(picture);
    std::copy_n(sha256Hex(bytes).begin(), sha256Digits,
                digests_.begin() + static_cast<std::ptrdiff_t>(i * sha256Digits));
    try {
        ImageFile file(bytes, name);
        if (!alone.owns_lock() && file.pixels() > largePicture) alone.lock();
        keep(i, file.decode());
    } catch (const Error& error) {
        wanted_.faults.add(firstPlace_ + i, error);
    }
}

std::string PartReader::wholeFile(const PictureFile& picture) const {
    std::string bytes = readFile(pathOf(picture), mostImageBytes);
    if (bytes.size() == picture.bytes) return bytes;
    throw Error(pathOf(picture).string(), Text::of("changed while the pictures were read"),
                Text::of("Another program writes into the folder: try again when it has finished."));
}

void PartReader::keep(std::size_t i, Raster raster) {
    const kernels::Shape& shape = wanted_.shape;
    if (wanted_.options.size > 0) {
        raster = squareOf(raster, wanted_.options.size);
    } else if (raster.width != shape.width || raster.height != shape.height) {
        wanted_.faults.addSize(raster.width, raster.height);
        return;
    }
    if (shape.channels == 1) raster = greyOf(std::move(raster));
    const auto length = static_cast<std::size_t>(shape.size());
    const auto to = std::span(images_.pixels).subspan(i * length, length);
    writePlanes(raster, shape, to);
    if (shape.channels == 3 && !isGrey(to)) wanted_.coloured = true;
    taken_[i] = 1;
}

run::DataFile PartReader::file() const {
    Sha256 hasher;
    run::DataFile file;
    file.name = printableName(part_.name);
    for (std::size_t i = 0; i < taken_.size(); ++i) {
        if (taken_[i] == 0) continue;
        const PictureFile& picture = part_.pictures[i];
        file.bytes += static_cast<std::int64_t>(picture.bytes);
        hasher.update(
            fmt::format("{}{}{}\n", picture.name, '\0', digests_.substr(i * sha256Digits, sha256Digits)));
    }
    file.sha256 = hasher.finish();
    return file;
}

ImageSet PartReader::takeImages() {
    const auto length = static_cast<std::size_t>(wanted_.shape.size());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < taken_.size(); ++i) {
        if (taken_[i] == 0) continue;
        if (kept != i) {
            std::copy_n(images_.pixels.data() + i * length, length, images_.pixels.data() + kept * length);
            images_.labels[kept] = images_.labels[i];
        }
        ++kept;
    }
    images_.pixels.resize(kept * length);
    images_.labels.resize(kept);
    return std::move(images_);
}

[[noreturn]] void refuseDamaged(const ImageFaults& faults) {
    const Error& first = faults.first().begin()->second;
    const std::int64_t others = faults.count() - 1;
    const Text problem = others == 0 ? first.problem()
                         : others == 1
                             ? Text::of("{}; one more picture is damaged", first.problem())
                             : Text::of("{}; {} more pictures are damaged", first.problem(), others);
    throw Error(
        first.where(), problem,
        withSentence(first.mend(), Text::of("With data.skip_damaged damaged pictures are left out.")));
}

void refuseOtherSizes(const ImageFolder& folder, const kernels::Shape& shape, const ImageFaults& faults) {
    if (faults.otherSizes().empty()) return;
    constexpr std::size_t mostSizes = 5;
    std::string found;
    std::size_t told = 0;
    for (const auto& [size, count] : faults.otherSizes()) {
        if (told++ == mostSizes) {
            found += ", …";
            break;
        }
        found += fmt::format("{}{} x {} ({})", found.empty() ? "" : ", ", size.first, size.second, count);
    }
    throw Error(folder.folder.string(),
                Text::of("expected pictures of {} x {} pixels like the first one, found {}", shape.width,
                         shape.height, found),
                Text::of("Give the size that all are to have: data.size=32."));
}

/// Of the first picture that is not damaged.
kernels::Shape shapeOfFirst(const ImageFolder& folder, std::int64_t channels) {
    ImageFaults faults(1);
    for (const PicturePart& part : folder.parts) {
        for (const PictureFile& picture : part.pictures) {
            const fs::path path = part.folder / picture.name;
            const std::string bytes = readFile(path, mostImageBytes);
            try {
                const Raster raster = ImageFile(bytes, path.string()).decode();
                return {.channels = channels, .height = raster.height, .width = raster.width};
            } catch (const Error& error) {
                faults.add(static_cast<std::size_t>(faults.count()), error);
            }
        }
    }
    refuseDamaged(faults);
}

void refuseTooMuchMemory(const ImageFolder& folder, const kernels::Shape& shape) {
    double pictures = 0;
    for (const PicturePart& part : folder.parts) pictures += static_cast<double>(part.pictures.size());
    const double needed = pictures * static_cast<double>(shape.size());
    const auto there = static_cast<double>(machineMemory());
    if (needed <= there) return;
    constexpr double giga = 1e9;
    throw Error(folder.folder.string(),
                Text::of("the pictures would take {:.1f} GB of memory, and this machine has {:.1f}",
                         needed / giga, there / giga),
                Text::of("Give a smaller data.size, or name a folder with fewer pictures."));
}

void refuseEmptyClasses(const ImageFolder& folder, const LoadedImages& loaded) {
    for (std::size_t p = 0; p < loaded.parts.size(); ++p) {
        std::vector<std::int64_t> counts(folder.classNames.size());
        for (const Label label : loaded.parts[p].labels) ++counts[label];
        const auto empty = std::find(counts.begin(), counts.end(), 0);
        if (empty == counts.end()) continue;
        throw Error(folder.parts[p].folder.string(),
                    Text::of("of the class {} no picture is left: all are damaged",
                             folder.classNames[static_cast<std::size_t>(empty - counts.begin())]),
                    Text::of("Copy or download its pictures again, or take its folder away."));
    }
}

void nameSkipped(const ImageFolder& folder, const ImageFaults& faults, LoadedImages& loaded) {
    loaded.skipped = faults.count();
    for (const auto& [place, error] : faults.first())
        loaded.skippedNames.push_back(
            printableName(fs::path(error.where().english()).lexically_relative(folder.folder).string()));
}

/// The three channels are the same.
void keepOneChannel(ImageSet& images) {
    const auto pixels = static_cast<std::size_t>(images.shape.pixels());
    for (std::size_t i = 1; i < images.labels.size(); ++i)
        std::copy_n(images.pixels.data() + 3 * i * pixels, pixels, images.pixels.data() + i * pixels);
    images.pixels.resize(images.labels.size() * pixels);
    images.pixels.shrink_to_fit();
    images.shape.channels = 1;
}

}  // namespace

LoadedImages loadImages(const ImageFolder& folder, const ImageOptions& options) {
    const std::int64_t channels = options.colour == ImageColour::grey ? 1 : 3;
    const kernels::Shape shape = options.size > 0 ? kernels::Shape{channels, options.size, options.size}
                                                  : shapeOfFirst(folder, channels);
    refuseTooMuchMemory(folder, shape);
    ImageFaults faults(mostSkippedNames);
    std::atomic<bool> coloured = false;
    const Wanted wanted{options, shape, faults, coloured};
    LoadedImages loaded;
    std::size_t place = 0;
    for (const PicturePart& part : folder.parts) {
        PartReader reader(part, wanted, place);
        reader.read();
        place += part.pictures.size();
        loaded.files.push_back(reader.file());
        loaded.parts.push_back(reader.takeImages());
    }
    refuseOtherSizes(folder, shape, faults);
    if (faults.count() > 0 && !options.skipDamaged) refuseDamaged(faults);
    nameSkipped(folder, faults, loaded);
    refuseEmptyClasses(folder, loaded);
    if (options.colour == ImageColour::automatic && !coloured) {
        for (ImageSet& images : loaded.parts) keepOneChannel(images);
    }
    return loaded;
}

}  // namespace prunescope::data
