#pragma once

#include "session/snapshot.h"
#include "ui/support/job.h"
#include "ui/weights/weight_colours.h"

#include <QImage>
#include <memory>

namespace prunescope::ui {

/// A tile as it is painted.
struct ColouredTile {
    view::TileRequest request;  ///< what it shows of the layer
    QImage image;               ///< one pixel a cell; with an alpha channel where a hatch shines through
    bool flash = false;         ///< what was just cut or revived was asked to stand out
    bool hasChanges = false;    ///< something was just cut or revived
};

/// Turns pictures of weights into colours on a thread of its own. One is in work at a time; of those that
/// come meanwhile the last counts.
class TileColouring : public QObject {
    Q_OBJECT
public:
    struct Task {
        std::shared_ptr<const session::WeightPicture> picture;  ///< never null
        WeightColours colours;
        double largest = 0;    ///< |w| at the full hue
        bool flash = false;    ///< lets what was just cut or revived stand out
        bool hatched = false;  ///< leaves room for a hatch in pruned cells
    };

    explicit TileColouring(QObject* parent = nullptr);

    void colour(Task task);
    /// Drops what is in work or waits: it belongs to another layer, or to another theme.
    void forget() { job_.cancel(); }
    bool isBusy() const { return job_.isRunning(); }

signals:
    void coloured(const ColouredTile& tile);

private:
    Job job_;
};

}  // namespace prunescope::ui
