#pragma once

#include "parallel/parallel_for.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace prunescope::parallel {

/// The elements of several arrays in one list of blocks, so that a sweep over all of them is one parallel
/// loop, whatever their sizes. The cut depends on the sizes alone. Memory is kept from fill to fill.
class BlockList {
public:
    /// Elements of a block: one block of four float arrays fits the second-level cache with room to spare.
    static constexpr std::int64_t grain = 4096;

    struct Block {
        std::size_t number;  ///< counts from 0 in the list
        std::size_t array;   ///< counts from 0 in the order of `add`
        std::size_t part;    ///< counts from 0 in the array
        std::int64_t begin;
        std::int64_t end;

        std::int64_t size() const { return end - begin; }
    };

    void clear() {
        blocks_.clear();
        chunks_.clear();
        arrays_ = 0;
    }

    /// The next array, of that many elements; perhaps none.
    void add(std::int64_t size) {
        const Blocks cut{size, grain};
        for (std::int64_t i = 0; i < cut.count(); ++i) {
            if (chunks_.empty() || chunks_.back().elements >= enough)
                chunks_.push_back({blocks_.size(), blocks_.size(), 0});
            blocks_.push_back(
                {blocks_.size(), arrays_, static_cast<std::size_t>(i), cut.begin(i), cut.end(i)});
            chunks_.back().end = blocks_.size();
            chunks_.back().elements += blocks_.back().size();
        }
        ++arrays_;
    }

    std::size_t size() const { return blocks_.size(); }
    auto begin() const { return blocks_.begin(); }
    auto end() const { return blocks_.end(); }

    /// How many blocks an array of that size is cut into.
    static std::size_t partsOf(std::int64_t size) {
        return static_cast<std::size_t>(Blocks{size, grain}.count());
    }

    /// Calls `body(block)` for every block, in parallel.
    template <class Body>
    void forEach(const Body& body) const {
        if (chunks_.empty()) return;
        parallelFor(static_cast<std::int64_t>(chunks_.size()), [this, &body](std::int64_t i) {
            const Chunk& chunk = chunks_[static_cast<std::size_t>(i)];
            for (std::size_t block = chunk.begin; block < chunk.end; ++block) body(blocks_[block]);
        });
    }

private:
    /// Blocks that one thread takes at a time: waking another one costs as much as a few thousand elements.
    struct Chunk {
        std::size_t begin;
        std::size_t end;
        std::int64_t elements;
    };
    static constexpr std::int64_t enough = 8192;

    std::vector<Block> blocks_;
    std::vector<Chunk> chunks_;
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

}  // namespace prunescope::parallel
