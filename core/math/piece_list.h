#pragma once

#include "math/parallel.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace prunescope::math {

/// The elements of several arrays in one list of pieces, so that a sweep over all of them is one parallel
/// loop, whatever their sizes. The cut depends on the sizes alone. Memory is kept from fill to fill.
class PieceList {
public:
    /// Of four float arrays, one piece stays in the second-level cache with room to spare.
    static constexpr std::int64_t grain = 4096;

    struct Piece {
        std::size_t number;  ///< counts from 0 in the list
        std::size_t array;   ///< counts from 0 in the order of `add`
        std::size_t part;    ///< counts from 0 in the array
        std::int64_t begin;
        std::int64_t end;

        std::int64_t size() const { return end - begin; }
    };

    void clear() {
        pieces_.clear();
        bundles_.clear();
        arrays_ = 0;
    }

    /// The next array, of that many elements; perhaps none.
    void add(std::int64_t size) {
        const Pieces cut{size, grain};
        for (std::int64_t i = 0; i < cut.count(); ++i) {
            if (bundles_.empty() || bundles_.back().elements >= enough)
                bundles_.push_back({pieces_.size(), pieces_.size(), 0});
            pieces_.push_back(
                {pieces_.size(), arrays_, static_cast<std::size_t>(i), cut.begin(i), cut.end(i)});
            bundles_.back().end = pieces_.size();
            bundles_.back().elements += pieces_.back().size();
        }
        ++arrays_;
    }

    std::size_t size() const { return pieces_.size(); }
    auto begin() const { return pieces_.begin(); }
    auto end() const { return pieces_.end(); }

    /// How many pieces an array of that size is cut into.
    static std::size_t partsOf(std::int64_t size) {
        return static_cast<std::size_t>(Pieces{size, grain}.count());
    }

    /// Calls `body(piece)` for every piece, in parallel.
    template <class Body>
    void forEach(const Body& body) const {
        if (bundles_.empty()) return;
        parallelFor(static_cast<std::int64_t>(bundles_.size()), [this, &body](std::int64_t i) {
            const Bundle& bundle = bundles_[static_cast<std::size_t>(i)];
            for (std::size_t piece = bundle.begin; piece < bundle.end; ++piece) body(pieces_[piece]);
        });
    }

private:
    /// Pieces that one thread takes at a time: waking another one costs as much as a few thousand elements.
    struct Bundle {
        std::size_t begin;
        std::size_t end;
        std::int64_t elements;
    };
    static constexpr std::int64_t enough = 8192;

    std::vector<Piece> pieces_;
    std::vector<Bundle> bundles_;
    std::size_t arrays_ = 0;
};

/// to[i] = from[at[i]] for `count` elements.
template <class T>
void takeListed(const T* from, const std::int32_t* at, std::int64_t count, T* to) {
    for (std::int64_t i = 0; i < count; ++i) to[i] = from[at[i]];
}

/// to[at[i]] = from[i] for `count` elements; the places differ.
template <class T>
void putListed(const T* from, const std::int32_t* at, std::int64_t count, T* to) {
    for (std::int64_t i = 0; i < count; ++i) to[at[i]] = from[i];
}

}  // namespace prunescope::math
