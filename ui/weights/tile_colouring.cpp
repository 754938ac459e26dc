#include "ui/weights/tile_colouring.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace prunescope::ui {
namespace {

bool changesOf(const view::WeightTile& tile) {
    return std::any_of(tile.mark.begin(), tile.mark.end(), [](view::CellMark mark) {
        return mark == view::CellMark::cut || mark == view::CellMark::revived;
    });
}

ColouredTile done(const TileColouring::Job& job) {
    const view::WeightTile& tile = job.picture->tile;
    return {.request = tile.request,
            .image = job.colours.image(tile, job.largest, job.flash, job.hatched),
            .flash = job.flash,
            .hasChanges = changesOf(tile)};
}

}  // namespace

TileColouring::TileColouring(QObject* parent) : QObject(parent) {
    pool_.setMaxThreadCount(1);
    connect(&watcher_, &QFutureWatcherBase::finished, this, &TileColouring::take);
}

void TileColouring::colour(Job job) {
    next_ = std::move(job);
    start();
}

void TileColouring::forget() {
    ++generation_;
    next_.reset();
}

void TileColouring::start() {
    if (underWay_ || !next_) return;
    underWay_ = true;
    started_ = generation_;
    watcher_.setFuture(QtConcurrent::run(&pool_, [job = std::move(*next_)] { return done(job); }));
    next_.reset();
}

void TileColouring::take() {
    underWay_ = false;
    const ColouredTile tile = watcher_.result();
    const bool wanted = started_ == generation_;
    start();
    if (wanted) emit coloured(tile);
}

}  // namespace prunescope::ui
