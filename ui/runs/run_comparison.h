#pragma once

#include "store/run_groups.h"
#include "store/run_list.h"
#include "ui/runs/run_colours.h"

#include <QColor>
#include <QHash>
#include <QString>
#include <QStringList>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::ui {

class Theme;

/// Runs beside each other: which differ only in the seed (a group), and which only in the seed and the target
/// sparsity (a family, whose runs have one colour).
struct RunComparison {
    struct Member {
        store::RunSummary run;
        bool ticked = false;
        QString name;  ///< another for each run
        std::size_t group = 0;
        std::size_t family = 0;

        /// Whether it can stand in a picture: it is not being recorded, its sparsity is known, and what it
        /// is judged by.
        bool isMeasured() const;
    };
    struct Family {
        QString name;
        std::optional<std::size_t> slot{};  ///< of `Theme::category`; nothing: one of those without a colour
    };

    std::vector<Member> members;
    std::vector<store::RunGroup> groups;  ///< indices into `members`
    std::vector<QString> groupNames;      ///< with the target
    std::vector<Family> families;         ///< those with most runs first
    QStringList differences;              ///< what the runs differ in, as the table calls it
    QString common;                       ///< what all have in common

    std::size_t measured() const;
    /// What most measured runs are for, of two as many classes.
    run::Task usualTask() const;
    /// The figures that some measured run has, in the order of the tasks and theirs.
    std::vector<const run::QualityMeasure*> qualities() const;
    /// What the numbers that these predict are counted in; empty where they are not all counted in the same.
    static std::string unitOf(const std::vector<const Member*>& members);
    /// Whether figures of these are a measure of each other: of one data set, and where a number is predicted
    /// of the same target and rows.
    static bool areComparable(const std::vector<const Member*>& members);
    /// Of a run; the muted one for families without a colour.
    QColor colour(const Member& member, const Theme& theme) const;
    QColor colour(const Family& family, const Theme& theme) const;
    /// Runs that have a colour, with its slot.
    QHash<QString, std::size_t> slotsOfRuns() const;
    /// The families' names side by side when there are few, for a title; else empty.
    QString shortNames() const;
};

/// Gives the families their colours as long as they are seen: a family keeps its own when others come.
class FamilyColours {
public:
    void assign(std::vector<RunComparison::Family>& families, const std::vector<QString>& keys);

private:
    RunColours colours_;
    QStringList known_;
};

/// `ticked`: for each run.
RunComparison compareRuns(const std::vector<store::RunSummary>& runs, const std::vector<bool>& ticked,
                          FamilyColours& colours);

}  // namespace prunescope::ui
