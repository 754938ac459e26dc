#include "kernels/sliced_matrix.h"

#include "kernels/unrolled.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace prunescope::kernels {
namespace {

/// The entries of all rows, one row behind the other, and where each begins.
struct Rows {
    std::vector<std::size_t> first{0};
    std::vector<SlicedMatrix::Entry> entries;

    SlicedMatrix::Row of(std::int32_t row) const {
        const auto r = static_cast<std::size_t>(row);
        return {entries.data() + first[r], first[r + 1] - first[r]};
    }
};

Rows keptOf(std::span<const float> weight, Index inputs) {
    Rows rows;
    for (std::size_t at = 0; at < weight.size(); ++at) {
        const auto input = static_cast<std::int32_t>(at % static_cast<std::size_t>(inputs));
        if (weight[at] != 0.0F) rows.entries.push_back({input, weight[at]});
        if (input + 1 == inputs) rows.first.push_back(rows.entries.size());
    }
    return rows;
}

}  // namespace

SlicedMatrix::SlicedMatrix(std::span<const float> weight, Index inputs) {
    const Rows rows = keptOf(weight, inputs);
    std::vector<std::int32_t> order(rows.first.size() - 1);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::int32_t a, std::int32_t b) { return rows.of(a).size() > rows.of(b).size(); });
    for (std::size_t first = 0; first < order.size(); first += lanes) {
        Slice slice;
        slice.rows.fill(-1);
        std::array<Row, lanes> left;
        for (std::size_t l = 0; l < lanes && first + l < order.size(); ++l) {
            slice.rows[l] = order[first + l];
            left[l] = rows.of(order[first + l]);
        }
        addColumns(left);
        slice.end = windows_.size();
        slices_.push_back(slice);
    }
    weights_ = AlignedBuffer<float>(packed_.size());
    std::copy(packed_.begin(), packed_.end(), weights_.data());
    packed_ = {};
}

Index SlicedMatrix::readable(Index inputs) {
    constexpr auto step = static_cast<Index>(lanes);
    return (inputs + 2 * step - 1) / step * step;
}

/// All columns of one slice, and empty ones up to a multiple of `together`.
void SlicedMatrix::addColumns(std::array<Row, lanes>& left) {
    const auto firstInput = [&] {
        auto first = std::numeric_limits<std::int32_t>::max();
        for (const Row& row : left)
            if (!row.empty()) first = std::min(first, row.front().input);
        return first;
    };
    for (auto input = firstInput(); input != std::numeric_limits<std::int32_t>::max(); input = firstInput())
        addColumn(left, input - input % static_cast<std::int32_t>(lanes));
    while (windows_.size() % together != 0) addColumn(left, 0);
}

/// Takes one entry from every row whose next lies in the window.
void SlicedMatrix::addColumn(std::array<Row, lanes>& left, std::int32_t window) {
    windows_.push_back(window);
    for (Row& row : left) {
        const bool taken = !row.empty() && row.front().input - window < 2 * static_cast<std::int32_t>(lanes);
        packed_.push_back(taken ? row.front().weight : 0.0F);
        picks_.push_back(static_cast<std::uint8_t>(taken ? row.front().input - window : 0));
        if (taken) row = row.subspan(1);
    }
}

void SlicedMatrix::multiply(const float* values, std::span<float> sums) const {
    const std::int32_t* window = windows_.data();
    const std::uint8_t* places = picks_.data();
    const float* weight = weights_.data();
    for (const Slice& slice : slices_) {
        const std::int32_t* const end = windows_.data() + slice.end;
        std::array<Vec<float>, together> sum{};
        for (; window != end; window += together) {
            unrolled<together>([&]<int k>() {
                sum[k] += load(weight + k * lanes) * pick(values + window[k], places + k * lanes);
            });
            weight += together * lanes;
            places += together * lanes;
        }
        const Vec<float> total = (sum[0] + sum[1]) + (sum[2] + sum[3]);
        for (std::size_t l = 0; l < lanes && slice.rows[l] >= 0; ++l)
            sums[static_cast<std::size_t>(slice.rows[l])] = total[l];
    }
}

}  // namespace prunescope::kernels
