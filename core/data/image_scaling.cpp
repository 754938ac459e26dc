#include "data/image_scaling.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace prunescope::data {
namespace {

/// Part that a pixel of the square has in a new one.
struct Share {
    std::int64_t from;
    std::uint32_t weight;
};

/// What the new pixels of a row or a column are made of. All of them have the same sum of weights.
struct Shares {
    std::vector<Share> all{};
    std::vector<std::size_t> begin{0};  ///< where each new pixel's shares begin, and the end of the last
    std::uint64_t sum = 0;

    std::size_t size() const { return begin.size() - 1; }
};

/// In units of 1/`side` of an old pixel a new one is `square` wide, and an old one `side`.
Shares areaShares(std::int64_t square, std::int64_t side) {
    Shares shares{.sum = static_cast<std::uint64_t>(square)};
    for (std::int64_t i = 0; i < side; ++i) {
        const std::int64_t left = i * square;
        const std::int64_t right = left + square;
        for (std::int64_t from = left / side; from * side < right; ++from) {
            const std::int64_t covered = std::min(right, (from + 1) * side) - std::max(left, from * side);
            shares.all.push_back({from, static_cast<std::uint32_t>(covered)});
        }
        shares.begin.push_back(shares.all.size());
    }
    return shares;
}

/// In units of 1/(2 side) of an old pixel, the middle of a new pixel lies (2 i + 1) square - side right of
/// the middle of the first old one.
Shares linearShares(std::int64_t square, std::int64_t side) {
    const std::int64_t unit = 2 * side;
    Shares shares{.sum = static_cast<std::uint64_t>(unit)};
    for (std::int64_t i = 0; i < side; ++i) {
        const std::int64_t middle =
            std::clamp((2 * i + 1) * square - side, std::int64_t{0}, (square - 1) * unit);
        const std::int64_t left = middle / unit;
        const std::int64_t beyond = middle % unit;
        shares.all.push_back({left, static_cast<std::uint32_t>(unit - beyond)});
        if (beyond > 0) shares.all.push_back({left + 1, static_cast<std::uint32_t>(beyond)});
        shares.begin.push_back(shares.all.size());
    }
    return shares;
}

/// A square part of a picture whose rows are made narrower or wider one by one, as they are asked for.
class RowSums {
public:
    RowSums(const Raster& picture, const Shares& shares, std::int64_t top, std::int64_t left)
        : picture_(picture), shares_(shares), top_(top), left_(left) {}

    /// The sums of weight times value of a row, (column, channel). A new row is made of old ones that follow
    /// one another and begins at most one before the end of the last: two are kept.
    const std::vector<std::uint32_t>& of(std::int64_t row) {
        const auto slot = static_cast<std::size_t>(row % 2);
        if (rows_[slot] != row) compute(row, sums_[slot]);
        rows_[slot] = row;
        return sums_[slot];
    }

private:
    void compute(std::int64_t row, std::vector<std::uint32_t>& sums) const {
        const auto channels = static_cast<std::size_t>(picture_.channels);
        sums.assign(shares_.size() * channels, 0);
        const std::uint8_t* const from = picture_.at(top_ + row, left_);
        for (std::size_t i = 0; i < shares_.size(); ++i) {
            std::uint32_t* const to = sums.data() + i * channels;
            for (std::size_t s = shares_.begin[i]; s < shares_.begin[i + 1]; ++s) {
                const std::uint8_t* const pixel = from + shares_.all[s].from * picture_.channels;
                for (std::size_t c = 0; c < channels; ++c) to[c] += shares_.all[s].weight * pixel[c];
            }
        }
    }

    const Raster& picture_;
    const Shares& shares_;
    std::int64_t top_;
    std::int64_t left_;
    std::array<std::vector<std::uint32_t>, 2> sums_{};
    std::array<std::int64_t, 2> rows_{-1, -1};
};

Raster middleOf(const Raster& picture, std::int64_t square) {
    Raster middle{.width = square, .height = square, .channels = picture.channels};
    for (std::int64_t row = 0; row < square; ++row) {
        const std::uint8_t* const from =
            picture.at((picture.height - square) / 2 + row, (picture.width - square) / 2);
        middle.pixels.insert(middle.pixels.end(), from, from + square * picture.channels);
    }
    return middle;
}

}  // namespace

Raster squareOf(const Raster& picture, std::int64_t side) {
    const std::int64_t square = std::min(picture.width, picture.height);
    if (square == side) return middleOf(picture, square);
    const Shares shares = square > side ? areaShares(square, side) : linearShares(square, side);
    RowSums rows(picture, shares, (picture.height - square) / 2, (picture.width - square) / 2);
    Raster result{.width = side, .height = side, .channels = picture.channels};
    result.pixels.reserve(static_cast<std::size_t>(side * side * picture.channels));
    std::vector<std::uint64_t> total;
    const std::uint64_t whole = shares.sum * shares.sum;
    for (std::size_t y = 0; y < shares.size(); ++y) {
        total.assign(static_cast<std::size_t>(side * picture.channels), whole / 2);
        for (std::size_t s = shares.begin[y]; s < shares.begin[y + 1]; ++s) {
            const std::vector<std::uint32_t>& sums = rows.of(shares.all[s].from);
            for (std::size_t i = 0; i < total.size(); ++i)
                total[i] += std::uint64_t{shares.all[s].weight} * sums[i];
        }
        for (const std::uint64_t value : total)
            result.pixels.push_back(static_cast<std::uint8_t>(value / whole));
    }
    return result;
}

Raster greyOf(Raster picture) {
    if (picture.channels == 1) return picture;
    auto to = picture.pixels.begin();
    for (auto pixel = picture.pixels.cbegin(); pixel != picture.pixels.cend(); pixel += 3)
        *to++ =
            static_cast<std::uint8_t>((299U * pixel[0] + 587U * pixel[1] + 114U * pixel[2] + 500U) / 1000U);
    picture.pixels.erase(to, picture.pixels.end());
    picture.channels = 1;
    return picture;
}

}  // namespace prunescope::data
