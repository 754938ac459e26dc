#include "workspace/test_pictures.h"

#include "base/error.h"
#include "data/image_scaling.h"
#include "data/registry.h"

#include <algorithm>
#include <new>
#include <span>

namespace prunescope::workspace {
namespace {

/// Larger pictures are made smaller: a page holds them in itself.
constexpr std::int64_t largestSide = 96;

bool haveSameFiles(const run::DatasetDescription& recorded, const run::DatasetDescription& found) {
    return std::equal(recorded.files.begin(), recorded.files.end(), found.files.begin(), found.files.end(),
                      [](const auto& a, const auto& b) { return a.sha256 == b.sha256; });
}

/// The classes of the images that are wanted, too: then they are the images that were tested.
bool haveSameClasses(const std::vector<view::Flip>& wanted, std::span<const data::Label> labels) {
    return std::all_of(wanted.begin(), wanted.end(), [&](const view::Flip& flip) {
        return flip.image < labels.size() && labels[flip.image] == flip.truth;
    });
}

data::Raster rasterOf(const kernels::Shape& shape, std::span<const std::uint8_t> planes) {
    data::Raster raster{.width = shape.width, .height = shape.height, .channels = shape.channels};
    raster.pixels.reserve(planes.size());
    for (std::int64_t i = 0; i < shape.pixels(); ++i) {
        for (std::int64_t c = 0; c < shape.channels; ++c)
            raster.pixels.push_back(planes[static_cast<std::size_t>(c * shape.pixels() + i)]);
    }
    return std::max(raster.width, raster.height) > largestSide ? data::squareOf(raster, largestSide) : raster;
}

report::TestPictures picturesIn(const data::Dataset& dataset, const run::DatasetDescription& recorded,
                                const std::vector<view::Flip>& wanted) {
    const auto labels = dataset.labels(run::Split::test);
    if (!haveSameFiles(recorded, dataset.description()) || !haveSameClasses(wanted, labels))
        return {.why = Text::of("the data set is not the one that the run was tested on.")};
    report::TestPictures taken;
    for (const view::Flip& flip : wanted) {
        const auto pixels =
            dataset.pixels(run::Split::test, data::ImageIndex{static_cast<std::int64_t>(flip.image)});
        if (pixels.empty()) return {.why = Text::of("the data set has no pictures.")};
        taken.pictures.push_back({flip.image, rasterOf(dataset.shape(), pixels)});
    }
    return taken;
}

report::TestPictures picturesOf(const run::RunHeader& header, const std::vector<view::Flip>& wanted) {
    if (!header.dataset.columns.empty()) return {.why = Text::of("the data set has no pictures.")};
    try {
        return picturesIn(*data::loadDataset(header.config), header.dataset, wanted);
    } catch (const std::bad_alloc&) {
        return {.why = Text::of("there is not enough memory for the data set.")};
    } catch (const std::exception& error) {
        return {.why = Text::of("the data set cannot be opened: {}", textOf(error))};
    }
}

}  // namespace

void addPictures(report::ReportInput& input) {
    const std::vector<view::Flip> wanted = report::picturesWanted(input);
    if (!wanted.empty()) input.pictures = picturesOf(input.record.header, wanted);
}

}  // namespace prunescope::workspace
