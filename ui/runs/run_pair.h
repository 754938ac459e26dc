#pragma once

#include "store/run_list.h"
#include "ui/runs/run_picture.h"
#include "ui/support/job.h"
#include "view/event_differences.h"

#include <QStringList>
#include <array>
#include <filesystem>
#include <optional>
#include <vector>

class QPushButton;

namespace prunescope::ui {

class PairTable;

/// Two runs beside each other: the settings in which they differ, what happened in one and not in the other,
/// and what became of them. Their events are read in the background.
class RunPair : public RunPicture {
    Q_OBJECT
public:
    explicit RunPair(QWidget* parent = nullptr);

    /// The ticked ones, how many there may be.
    void setRuns(std::vector<store::RunSummary> runs);
    void retranslate() override;
    QWidget* tools() override;
    QString hint() const override;
    bool hasPoster() const override { return false; }
    bool isEmpty() const override { return runs_.size() != 2; }
    Poster poster(const RunComparison& comparison) const override;
    bool saveFigures(const QString& path, QString& error) const override;

private:
    /// What of a run tells whether it has other events than when they were read.
    struct EventState {
        std::filesystem::path folder{};
        std::optional<double> epochsDone{};
        std::optional<run::RunState> state{};
        bool live = false;
        bool operator==(const EventState&) const = default;
    };
    struct Events {
        std::vector<view::EventDifference> differences{};
        Text problem{};  ///< what could not be read
    };

    static Events eventsOf(const std::filesystem::path& first, const std::filesystem::path& second);
    static EventState stateOf(const store::RunSummary& run);
    void readEvents();
    void takeEvents(Events events);
    void showFigures();
    void showEvents();
    QStringList titles(const QString& what) const;
    std::string csv() const;

    QPushButton* copy_;
    PairTable* settings_;
    PairTable* events_;
    PairTable* results_;
    std::vector<store::RunSummary> runs_;
    std::optional<std::array<EventState, 2>> asked_;
    std::optional<Events> read_;  ///< nothing: they are being read
    Job reading_;
};

}  // namespace prunescope::ui
