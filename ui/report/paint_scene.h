#pragma once

#include "report/scene.h"
#include "ui/report/page_flow.h"

#include <cstddef>

namespace prunescope::ui {

/// Dots of the paper that a unit of a picture takes: all pictures are as wide as the page.
inline constexpr double sceneUnit = paper::bodyWidth / 860;

/// How wide a text is in the letters of a picture, in its units.
double sceneTextWidth(std::string_view text);

/// Draws a picture with its top left corner there. `layers`: how many prunable layers share the colours.
void paintScene(QPainter& painter, QPointF topLeft, const report::Scene& scene, std::size_t layers);

}  // namespace prunescope::ui
