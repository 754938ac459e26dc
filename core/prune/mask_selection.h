#pragma once

#include "kernels/tensor.h"
#include "parallel/block_list.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::prune {

enum class Scope : std::uint8_t { global, uniform, erk };
/// Throws `UsageError` for an unknown name.
Scope scopeFromName(const std::string& name);

/// One layer to choose from: `mask` is overwritten.
struct MaskLayer {
    const float* weights;
    std::int64_t size;
    std::vector<kernels::Index> shape;  ///< (O,C,KH,KW) or (O,I)
    std::uint8_t* mask;
    std::int64_t least = 0;  ///< weights that it keeps at least, see `leastKept`
    bool budgeted = false;   ///< `least` comes from a budget and not from `min_keep` alone
};

/// N - floor(p N): how many of N weights are kept at sparsity p, which is taken as the decimal that a person
/// would write for it. 0.57 of 430,500 are 245,385, although the binary number nearest to 0.57 is below it.
std::int64_t keptCount(std::int64_t weights, double sparsity);

/// What a layer of N weights keeps at least: `minKeep`, and with a budget p (at most that share is cut, in
/// [0, 1]) N - floor(p N), counted as in `keptCount`; never more than it has.
std::int64_t leastKept(std::int64_t weights, std::int64_t minKeep, std::optional<double> budget);

/// The fewest weights that can be kept in all.
std::int64_t fewestKept(const std::vector<MaskLayer>& layers);

/// How many weights each layer keeps when `kept` in all are shared out as the scope says: the same share of
/// every layer, or by the Erdos-Renyi-kernel rule (Evci et al. 2020, appendix): density proportional to (O +
/// C + KH + KW) / (O C KH KW), capped at 1. No layer gets less than its least; with budgets one factor
/// holds for all layers that it leaves between that and their whole. Exact in the sum, by largest remainders.
/// `kept` is not below `fewestKept`.
std::vector<std::int64_t> shareOut(const std::vector<MaskLayer>& layers, Scope scope, std::int64_t kept);

/// Chooses masks that keep exactly the `kept` largest magnitudes, of all layers together or of each layer's
/// share, while no layer keeps fewer than its least. Of equal magnitudes the one with the lower index is
/// kept; what is not a number ranks as 0. Memory is kept from call to call.
class MaskSelector {
public:
    explicit MaskSelector(Scope scope) : scope_(scope) {}

    void select(const std::vector<MaskLayer>& layers, std::int64_t kept);
    /// How many weights each layer would keep. Writes no mask.
    std::vector<std::int64_t> counts(std::vector<MaskLayer> layers, std::int64_t kept);
    /// Keeps the `count` largest magnitudes of one layer alone.
    void keepLargest(const MaskLayer& layer, std::int64_t count);

private:
    void selectGlobal(std::vector<MaskLayer> layers, std::int64_t kept);
    void selectShares(const std::vector<MaskLayer>& layers, const std::vector<std::int64_t>& counts);
    /// Magnitudes as bits, [lowest, end).
    struct Bracket {
        std::uint32_t lowest;
        std::uint32_t end;
    };

    /// Key of the last of the `count` largest weights of these layers, indexed one layer after the other.
    /// Rankings with the same number are alike from one selection to the next.
    std::uint64_t smallestKept(const std::vector<MaskLayer>& layers, std::int64_t count, std::size_t ranking);
    Bracket bucketBracket(const std::vector<MaskLayer>& layers, std::int64_t count);
    std::int64_t countBracket(const std::vector<MaskLayer>& layers, const Bracket& bracket);
    void collectKeys(const std::vector<MaskLayer>& layers, const Bracket& bracket);
    void countBuckets(const MaskLayer& layer);

    Scope scope_;
    std::vector<std::uint32_t> lastFound_;  ///< by ranking, the smallest magnitude kept last time
    parallel::BlockList blocks_;
    std::vector<std::int64_t> above_;  ///< by block, how many are above the bracket
    std::vector<std::int64_t> inside_;
    std::vector<std::int64_t> firstKey_;
    std::vector<std::uint32_t> blockCounts_;
    std::vector<std::int64_t> bucketCounts_;
    std::vector<std::uint64_t> keys_;
};

}  // namespace prunescope::prune
