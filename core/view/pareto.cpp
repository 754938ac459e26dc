#include "view/pareto.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace prunescope::view {

std::vector<std::size_t> paretoFront(const std::vector<Point>& points) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (std::isfinite(points[i].x) && std::isfinite(points[i].y)) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple(-points[a].x, -points[a].y, a) < std::tuple(-points[b].x, -points[b].y, b);
    });
    std::vector<std::size_t> front;
    for (const std::size_t i : order) {
        const bool higher = front.empty() || points[i].y > points[front.back()].y;
        if (higher || points[i] == points[front.back()]) front.push_back(i);
    }
    std::sort(front.begin(), front.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple(points[a].x, a) < std::tuple(points[b].x, b);
    });
    return front;
}

std::vector<Point> paretoSteps(const std::vector<Point>& points, const std::vector<std::size_t>& front) {
    std::vector<Point> steps;
    for (const std::size_t i : front) {
        if (!steps.empty() && points[i] == steps.back()) continue;
        if (!steps.empty()) steps.push_back({steps.back().x, points[i].y});
        steps.push_back(points[i]);
    }
    return steps;
}

}  // namespace prunescope::view
