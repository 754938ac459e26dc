#include "view/label_places.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace prunescope::view {

std::vector<double> labelPlaces(const std::vector<double>& wanted, double height, Range room) {
    const std::size_t count = wanted.size();
    if (count == 0 || static_cast<double>(count) * height > room.to - room.from) return {};
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
    std::vector<double> places(count);
    double next = room.from + height / 2;
    for (const std::size_t i : order) {
        places[i] = std::max(wanted[i], next);
        next = places[i] + height;
    }
    double last = room.to - height / 2;
    for (auto i = order.rbegin(); i != order.rend(); ++i) {
        places[*i] = std::min(places[*i], last);
        last = places[*i] - height;
    }
    return places;
}

}  // namespace prunescope::view
