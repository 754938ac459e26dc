#include "run/moments.h"

#include <cstddef>

namespace prunescope::run {

std::vector<std::span<const LayerStatistic>> momentsOf(const std::vector<LayerStatistic>& statistics) {
    const std::span<const LayerStatistic> all = statistics;
    std::vector<std::span<const LayerStatistic>> moments;
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= all.size(); ++i) {
        const bool goesOn =
            i < all.size() && all[i].step == all[i - 1].step && all[i].layer > all[i - 1].layer;
        if (goesOn) continue;
        moments.push_back(all.subspan(begin, i - begin));
        begin = i;
    }
    return moments;
}

}  // namespace prunescope::run
