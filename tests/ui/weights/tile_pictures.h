#pragma once

#include "session/snapshot.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace prunescope::test {

/// A layer that is put together by hand, and the pictures that a run would make of it.
struct SampleLayer {
    SampleLayer(std::int64_t rowCount, std::int64_t columnCount)
        : rows(rowCount),
          columns(columnCount),
          values(static_cast<std::size_t>(rowCount * columnCount)),
          mask(values.size(), 1) {
        // Signs and cuts without a pattern that a shifted picture could repeat.
        std::uint32_t state = 1;
        for (std::size_t i = 0; i < values.size(); ++i) {
            state = state * 1664525U + 1013904223U;
            values[i] = (state >> 31U) != 0 ? 1.0F : -1.0F;
            mask[i] = ((state >> 29U) & 1U) != 0 ? 1 : 0;
        }
        maskBefore = mask;
    }

    std::shared_ptr<const session::WeightPicture> picture(const view::TileRequest& tile,
                                                          std::int64_t step = 1) const {
        const auto size = static_cast<std::int64_t>(values.size());
        return std::make_shared<const session::WeightPicture>(session::WeightPicture{
            .request = {LayerIndex{0}, tile},
            .step = StepIndex{step},
            .tile = view::makeTile({values.data(), mask.data(), maskBefore.data()}, layout(), tile),
            .histogram = view::magnitudeHistogram(values.data(), mask.data(), size, 16),
            .threshold = 1,
            .maskUpdate = StepIndex{step}});
    }
    std::shared_ptr<const session::WeightPicture> whole(std::int64_t step = 1) const {
        return picture({.rows = rows, .columns = columns}, step);
    }
    view::WeightLayout layout() const { return {rows, columns}; }

    std::int64_t rows;
    std::int64_t columns;
    std::vector<float> values;
    std::vector<std::uint8_t> mask;
    std::vector<std::uint8_t> maskBefore;
};

}  // namespace prunescope::test
