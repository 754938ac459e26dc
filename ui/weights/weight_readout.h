#pragma once

#include "run/records.h"
#include "session/snapshot.h"

#include <QLabel>
#include <QTimer>
#include <optional>

namespace prunescope::ui {

class WeightFeed;

/// All that is known of the weight under the pointer, or of one that was clicked: as it is now, while the run
/// goes on.
class WeightReadout : public QLabel {
    Q_OBJECT
public:
    WeightReadout(WeightFeed& feed, QWidget* parent);

    /// Nothing of another layer is inspected any more. `described` null: there is none.
    void setLayer(LayerIndex layer, const run::LayerDescription* described);
    /// The pointer is on this weight; below 0: on none.
    void hover(qint64 index);
    /// Keeps to a weight until it, or nothing, is clicked.
    void pin(qint64 index);
    /// Another picture is shown: what is said of a weight is what the picture shows of it, not what once was.
    void followPicture();
    void refresh();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void look(qint64 index);
    void inspect();
    QString inspectedTitle() const;

    WeightFeed& feed_;
    LayerIndex layer_;
    std::optional<run::LayerDescription> described_;
    QTimer dwell_;   ///< asks about a weight when the pointer rests on it
    QTimer follow_;  ///< asks again while the run trains
    qint64 inspected_ = -1;
    bool pinned_ = false;  ///< the pointer leaves it as it is
};

}  // namespace prunescope::ui
