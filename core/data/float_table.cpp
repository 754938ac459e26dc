#include "data/float_table.h"

#include "base/error.h"
#include "data/fill_tile.h"
#include "parallel/parallel_for.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace prunescope::data {
namespace {

using kernels::Index;

void expectWhole(const TableRows& rows, std::size_t columns) {
    if (rows.values.size() != rows.labels.size() * columns) {
        throw Error(Text::of("table"),
                    Text::of("expected {} numbers in {} rows, found {}", rows.labels.size() * columns,
                             rows.labels.size(), rows.values.size()),
                    Text::of("Check that every row has all columns."));
    }
    const auto wrong = std::find_if(rows.values.begin(), rows.values.end(),
                                    [](float value) { return !std::isfinite(value); });
    if (wrong == rows.values.end()) return;
    const auto place = static_cast<std::size_t>(wrong - rows.values.begin());
    throw Error(
        Text::of("table"),
        Text::of("the number in row {} and column {} is not finite", place / columns, place % columns),
        Text::of("Fill the gap or leave the row out."));
}

float standardised(float value, const Normalisation& measured, std::size_t channel) {
    const double deviation = measured.standardDeviation[channel];
    const double centred = static_cast<double>(value) - measured.mean[channel];
    return deviation == 0 ? 0.0F : static_cast<float>(centred / deviation);
}

/// `pixels`: numbers of one channel that stand side by side.
void standardise(std::vector<float>& values, std::size_t pixels, const Normalisation& measured) {
    const std::size_t channels = measured.mean.size();
    for (std::size_t start = 0; start < values.size(); start += pixels) {
        const std::size_t channel = start / pixels % channels;
        for (float& value : std::span(values).subspan(start, pixels))
            value = standardised(value, measured, channel);
    }
}

/// Inputs are the numbers as they are kept.
struct AsKept {
    auto operator()(Index /*channel*/) const {
        return [](float value) { return value; };
    }
};

}  // namespace

FloatTable::FloatTable(DatasetFacts facts, std::vector<run::DataFile> files, TableRows training,
                       TableRows test)
    : Dataset(std::move(facts), std::move(files)), training_(std::move(training)), test_(std::move(test)) {
    assert(shape().size() > 0);
    for (const TableRows* part : {&training_, &test_})
        expectWhole(*part, static_cast<std::size_t>(shape().size()));
}

std::span<const float> FloatTable::row(run::Split split, ImageIndex index) const {
    const auto length = static_cast<std::size_t>(shape().size());
    return std::span(rows(split).values).subspan(index.index() * length, length);
}

Normalisation FloatTable::measured(std::span<const ImageIndex> training) const {
    const auto channels = static_cast<std::size_t>(shape().channels);
    const auto pixels = static_cast<std::size_t>(shape().pixels());
    const auto count = static_cast<double>(training.size()) * static_cast<double>(pixels);
    Normalisation measured{.mean = std::vector<double>(channels),
                           .standardDeviation = std::vector<double>(channels)};
    const auto forEach = [&](auto&& action) {
        for (const ImageIndex index : training) {
            const float* values = row(run::Split::train, index).data();
            for (std::size_t c = 0; c < channels; ++c) {
                for (std::size_t i = 0; i < pixels; ++i) action(c, static_cast<double>(*values++));
            }
        }
    };
    forEach([&](std::size_t c, double value) { measured.mean[c] += value / count; });
    // The rounding of a sum must not give a channel of one value a deviation.
    const auto first = row(run::Split::train, training.front());
    std::vector<bool> varies(channels, false);
    forEach([&](std::size_t c, double value) {
        const double deviation = value - measured.mean[c];
        measured.standardDeviation[c] += deviation * deviation / count;
        varies[c] = varies[c] || value != static_cast<double>(first[c * pixels]);
    });
    for (std::size_t c = 0; c < channels; ++c)
        measured.standardDeviation[c] = varies[c] ? std::sqrt(measured.standardDeviation[c]) : 0;
    return measured;
}

Normalisation FloatTable::normalise(std::span<const ImageIndex> training,
                                    const std::optional<Normalisation>& given) {
    assert(!training.empty());
    Normalisation used = given ? *given : measured(training);
    const auto pixels = static_cast<std::size_t>(shape().pixels());
    for (std::size_t c = 0; c < used.mean.size(); ++c)
        channels_.push_back({.zero = standardised(0, used, c), .mean = 0});
    standardise(training_.values, pixels, used);
    standardise(test_.values, pixels, used);
    return used;
}

void FloatTable::load(run::Split split, std::span<const ImageIndex> images,
                      kernels::Tensor<float>& input) const {
    parallel::parallelFor(input.tiles(), [&](Index tile) {
        fillTile<float>(input, tile, shape(), AsKept{}, [&](Index position) {
            return row(split, images[static_cast<std::size_t>(tile * input.lanes() + position)]).data();
        });
    });
}

void FloatTable::loadVaried(std::span<const ImageIndex> images, const VariationSource& source,
                            kernels::Tensor<float>& input, std::vector<std::uint8_t>& scratch) const {
    if (source.augmentation == Augmentation{}) return load(run::Split::train, images, input);
    const auto length = static_cast<std::size_t>(shape().size());
    const std::size_t bytes = images.size() * length * sizeof(float);
    scratch.resize(std::max(scratch.size(), bytes));
    // The memory of a vector of bytes is aligned for any type, and bytes may hold any.
    const std::span<float> varied(reinterpret_cast<float*>(scratch.data()), images.size() * length);
    parallel::parallelFor(input.tiles(), [&](Index tile) {
        fillTile<float>(input, tile, shape(), AsKept{}, [&](Index position) {
            const auto i = static_cast<std::size_t>(tile * input.lanes() + position);
            const auto to = varied.subspan(i * length, length);
            vary<float>(row(run::Split::train, images[i]), shape(), drawVariation(source, images[i]),
                        channels_, to);
            return static_cast<const float*>(to.data());
        });
    });
}

}  // namespace prunescope::data
