#include "ui/runs/run_differences.h"

#include "run/config_io.h"
#include "train/choices.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <algorithm>
#include <array>
#include <map>

namespace prunescope::ui {
namespace {

bool hasItsOwnColumn(const std::string& key) {
    static constexpr std::array<std::string_view, 8> keys{"dataset", "model", "method",   "schedule.target",
                                                          "epochs",  "seed",  "data_dir", "threads"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// An option as it was met in one run after the other.
struct Met {
    RunOption option;
    nlohmann::json first;
    std::size_t runs = 0;
    bool differs = false;

    void add(const nlohmann::json& value) {
        if (runs++ == 0) {
            first = value;
        } else if (value != first) {
            differs = true;
        }
    }
};

/// The options of what these runs have chosen by name, each once.
std::map<std::string, Met> ownOptions(const std::vector<store::RunSummary>& runs) {
    std::map<std::string, Met> options;
    for (const store::RunSummary& run : runs) {
        if (!run.config) continue;
        for (const auto& [key, known, value] : train::recordedOptions(*run.config)) {
            const auto [place, isNew] = options.try_emplace(key);
            Met& met = place->second;
            if (isNew) met.option = {key, key.substr(key.find('.') + 1), {}, false};
            if (known != nullptr)
                met.option = {key, known->title, known->help, known->kind == run::OptionKind::choice};
            met.add(value);
        }
    }
    return options;
}

bool differs(const std::vector<store::RunSummary>& runs, const run::ConfigField& field) {
    Met met;
    for (const store::RunSummary& run : runs) {
        // What cannot be read is no difference.
        if (run.config) met.add(field.get(*run.config));
        if (met.differs) return true;
    }
    return false;
}

const QRegularExpression& madeName() {
    static const QRegularExpression pattern(QStringLiteral("^\\d{4}-\\d\\d-\\d\\d_\\d{6}_"));
    return pattern;
}

/// "041530" as "04:15:30".
QString readable(const QString& part, qsizetype place) {
    if (place != 1) return part;
    return part.left(2) + QLatin1Char(':') + part.mid(2, 2) + QLatin1Char(':') + part.mid(4);
}

/// From this part on, without those that all have in common.
std::vector<QString> shortened(const std::vector<QStringList>& names, qsizetype from) {
    const qsizetype parts = names.front().size();
    std::vector<QStringList> left(names.size());
    for (qsizetype part = from; part < parts; ++part) {
        const bool common = std::all_of(names.begin(), names.end(), [&](const QStringList& name) {
            return name[part] == names.front()[part];
        });
        for (std::size_t i = 0; !common && i < names.size(); ++i) left[i] << readable(names[i][part], part);
    }
    std::vector<QString> result;
    result.reserve(left.size());
    for (const QStringList& name : left) result.push_back(name.join(QLatin1Char(' ')));
    return result;
}

bool allDiffer(const std::vector<QString>& names) {
    return QSet<QString>(names.begin(), names.end()).size() == static_cast<qsizetype>(names.size());
}

void addSeeds(std::vector<QString>& names, const std::vector<const store::RunSummary*>& runs) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!runs[i]->config) continue;
        const QString seed =
            QCoreApplication::translate("RunDifferences", "seed %1").arg(runs[i]->config->seed);
        names[i] += names[i].isEmpty() ? seed : QStringLiteral(", ") + seed;
    }
}

/// Names that the program made are shortened to the parts in which they differ.
std::vector<QString> namesOfFolders(const std::vector<const store::RunSummary*>& runs) {
    std::vector<QString> whole;
    std::vector<QStringList> parts;
    bool made = runs.size() > 1;
    bool seeds = false;
    for (const store::RunSummary* run : runs) {
        whole.push_back(QString::fromStdString(run->id));
        parts.push_back(whole.back().split(QLatin1Char('_')));
        made =
            made && madeName().match(whole.back()).hasMatch() && parts.back().size() == parts.front().size();
        seeds =
            seeds || (run->config && runs.front()->config && run->config->seed != runs.front()->config->seed);
    }
    if (!made) return whole;
    // When they started tells runs apart that are alike in everything else.
    constexpr qsizetype afterTime = 2;
    for (const qsizetype from : {afterTime, qsizetype{0}}) {
        std::vector<QString> names = shortened(parts, from);
        if (seeds) addSeeds(names, runs);
        if (allDiffer(names)) return names;
    }
    return whole;
}

}  // namespace

nlohmann::json optionOf(const store::RunSummary& run, const std::string& key) {
    if (!run.config) return {};
    for (const run::ConfigField& field : run::configFields()) {
        if (field.description.key == key) return field.get(*run.config);
    }
    const nlohmann::json* option = train::recordedOption(*run.config, key);
    return option == nullptr ? nlohmann::json() : *option;
}

std::vector<RunOption> differingOptions(const std::vector<store::RunSummary>& runs) {
    const auto known = static_cast<std::size_t>(
        std::count_if(runs.begin(), runs.end(), [](const auto& run) { return run.config.has_value(); }));
    std::vector<RunOption> options;
    for (const auto& [key, met] : ownOptions(runs)) {
        // A run that has chosen something else may not have the option at all. Of data sets that says less
        // than their names, and each has half a dozen.
        const bool ofData = key.starts_with("data.");
        if (met.differs || (met.runs < known && !ofData)) options.push_back(met.option);
    }
    for (const run::ConfigField& field : run::configFields()) {
        const run::OptionDescription& d = field.description;
        if (!hasItsOwnColumn(d.key) && differs(runs, field))
            options.push_back({d.key, d.title, d.help, d.kind == run::OptionKind::choice});
    }
    return options;
}

std::vector<QString> legendNames(const std::vector<const store::RunSummary*>& runs) {
    std::vector<QString> names = namesOfFolders(runs);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!runs[i]->name.empty()) names[i] = QString::fromStdString(runs[i]->name);
    }
    if (allDiffer(names)) return names;
    // Two runs were given the same name.
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!runs[i]->name.empty())
            names[i] = QStringLiteral("%1 (%2)").arg(names[i], QString::fromStdString(runs[i]->id));
    }
    return names;
}

}  // namespace prunescope::ui
