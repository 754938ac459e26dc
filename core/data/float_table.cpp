#include "data/float_table.h"

#include "base/error.h"
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

void standardise(std::vector<float>& values, const Normalisation& measured) {
    const std::size_t columns = measured.mean.size();
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t column = i % columns;
        const double deviation = measured.standardDeviation[column];
        const double centred = static_cast<double>(values[i]) - measured.mean[column];
        values[i] = deviation == 0 ? 0.0F : static_cast<float>(centred / deviation);
    }
}

}  // namespace

FloatTable::FloatTable(DatasetFacts facts, std::vector<run::DataFile> files, TableRows training,
                       TableRows test)
    : Dataset(std::move(facts), std::move(files)), training_(std::move(training)), test_(std::move(test)) {
    assert(shape().pixels() == 1 && shape().channels > 0);
    for (const TableRows* part : {&training_, &test_})
        expectWhole(*part, static_cast<std::size_t>(shape().size()));
}

Normalisation FloatTable::normalise(std::span<const ImageIndex> training) {
    assert(!training.empty());
    const auto columns = static_cast<std::size_t>(shape().size());
    const auto count = static_cast<double>(training.size());
    Normalisation measured{.mean = std::vector<double>(columns),
                           .standardDeviation = std::vector<double>(columns)};
    const auto forEach = [&](auto&& action) {
        for (const ImageIndex row : training) {
            for (std::size_t c = 0; c < columns; ++c)
                action(c, static_cast<double>(training_.values[row.index() * columns + c]));
        }
    };
    forEach([&](std::size_t c, double value) { measured.mean[c] += value / count; });
    // The rounding of a sum must not give a column of one value a deviation.
    const float* first = training_.values.data() + training.front().index() * columns;
    std::vector<bool> varies(columns, false);
    forEach([&](std::size_t c, double value) {
        const double deviation = value - measured.mean[c];
        measured.standardDeviation[c] += deviation * deviation / count;
        varies[c] = varies[c] || value != static_cast<double>(first[c]);
    });
    for (std::size_t c = 0; c < columns; ++c)
        measured.standardDeviation[c] = varies[c] ? std::sqrt(measured.standardDeviation[c]) : 0;
    standardise(training_.values, measured);
    standardise(test_.values, measured);
    return measured;
}

void FloatTable::load(run::Split split, std::span<const ImageIndex> images,
                      kernels::Tensor<float>& input) const {
    const float* values = rows(split).values.data();
    const Index columns = shape().size();
    parallel::parallelFor(input.tiles(), [&](Index tile) {
        for (Index column = 0; column < columns; ++column) {
            float* to = input.channel(tile, column);
            std::fill_n(to, input.lanes(), 0.0F);
            for (Index lane = 0; lane < input.imagesIn(tile); ++lane) {
                const ImageIndex row = images[static_cast<std::size_t>(tile * input.lanes() + lane)];
                to[lane] = values[row.value * columns + column];
            }
        }
    });
}

}  // namespace prunescope::data
