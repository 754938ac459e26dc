#pragma once

#include "base/text.h"
#include "run/outlook.h"
#include "session/snapshot.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>

namespace prunescope::ui {

class RunModel;
class ScheduleDraft;

/// What the masks would be at the end of what is drafted: asked of the live run, a moment after the last
/// edit.
class SchedulePreview : public QObject {
    Q_OBJECT
public:
    /// Nothing is asked while it is not wanted.
    SchedulePreview(RunModel& run, const ScheduleDraft& draft, std::function<bool()> isWanted,
                    QObject* parent);

    /// Another run.
    void forget();
    /// The draft has changed.
    void askSoon() { delay_.start(); }

    /// Where the run would end under what is shown, which is not the target when the mask is frozen before.
    run::Outlook outlook() const;
    /// Nothing will be chosen any more.
    bool standsStill() const;
    /// Of what is shown; null while it is not known.
    std::shared_ptr<const session::MaskPreview> masks() const;

signals:
    void answered();
    void refused(const prunescope::Text& why);

private:
    void ask();

    RunModel& run_;
    const ScheduleDraft& draft_;
    std::function<bool()> isWanted_;
    QTimer delay_;
    std::optional<double> asked_;  ///< the sparsity of the last question
    std::shared_ptr<const session::MaskPreview> answered_;
};

}  // namespace prunescope::ui
