#include "ui/weights/tile_colouring.h"

#include <algorithm>
#include <utility>

namespace prunescope::ui {
namespace {

bool changesOf(const view::WeightTile& tile) {
    return std::any_of(tile.mark.begin(), tile.mark.end(), [](view::CellMark mark) {
        return mark == view::CellMark::cut || mark == view::CellMark::revived;
    });
}

ColouredTile done(const TileColouring::Task& task) {
    const view::WeightTile& tile = task.picture->tile;
    return {.request = tile.request,
            .image = task.colours.image(tile, task.largest, task.flash, task.hatched),
            .flash = task.flash,
            .hasChanges = changesOf(tile)};
}

}  // namespace

TileColouring::TileColouring(QObject* parent)
    : QObject(parent), job_(Job::Newer::follows, Job::Thread::own) {}

void TileColouring::colour(Task task) {
    job_.start([task = std::move(task)] { return done(task); },
               [this](const ColouredTile& tile) { emit coloured(tile); },
               // What stands on the screen stays there.
               [](const Error& /*error*/) {});
}

}  // namespace prunescope::ui
