#pragma once

#include "ui/support/job.h"

#include <QObject>
#include <QString>

namespace prunescope::ui {

class RunModel;

/// What the run on display is called: the name that somebody gave it, which is in its folder, else the title
/// that the program makes of what was asked for.
class RunName : public QObject {
    Q_OBJECT
public:
    RunName(RunModel& run, QObject* parent);

    /// Empty without a run.
    QString text() const;
    const QString& given() const { return given_; }
    /// In the background; an empty name takes the given one away. Everybody who shows names hears of it.
    void give(const QString& name);

signals:
    void changed();
    void notGiven(const prunescope::Text& why);

private:
    void read();
    void take(const QString& given);

    RunModel& run_;
    QString given_;
    Job reading_;
    Job giving_;
};

}  // namespace prunescope::ui
