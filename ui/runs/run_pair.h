#pragma once

#include "store/run_list.h"
#include "ui/runs/run_picture.h"
#include "ui/support/job.h"
#include "view/event_differences.h"
#include "view/tested_pair.h"

#include <QStringList>
#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

class QLabel;
class QPushButton;

namespace prunescope::ui {

class PairTable;

/// Two runs beside each other: the settings in which they differ, what happened in one and not in the other,
/// and what became of them, sample by sample where that is known. Their records are read in the background.
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
    /// What of a run tells whether there is something else to say than when it was read.
    struct EventState {
        std::filesystem::path folder{};
        std::string name{};
        std::optional<double> epochsDone{};
        std::optional<run::RunState> state{};
        bool live = false;
        bool operator==(const EventState&) const = default;
    };
    struct Records {
        std::vector<view::EventDifference> differences{};
        view::TestedPair tested{};
        Text problem{};  ///< what could not be read
    };
    /// Where a run is, and what it is called.
    struct Place {
        std::filesystem::path folder;
        std::string name;
    };

    static Records recordsOf(const Place& first, const Place& second);
    static EventState stateOf(const store::RunSummary& run);
    void readRecords();
    void takeRecords(Records records);
    void showFigures();
    void showEvents();
    QStringList titles(const QString& what) const;
    /// What tells the two apart, in words; empty until it is known.
    QString verdict() const;
    std::string csv() const;

    QPushButton* copy_;
    PairTable* settings_;
    PairTable* events_;
    PairTable* results_;
    QLabel* verdict_;
    std::vector<store::RunSummary> runs_;
    std::optional<std::array<EventState, 2>> asked_;
    std::optional<Records> read_;  ///< nothing: they are being read
    Job reading_;
};

}  // namespace prunescope::ui
