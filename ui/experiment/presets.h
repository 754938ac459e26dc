#pragma once

#include "run/run_config.h"

#include <QString>
#include <vector>

namespace prunescope::ui {

/// A configuration to start from: one JSON file, as `config.json` of a run.
struct Preset {
    QString id;  ///< file name without ending
    run::RunConfig config;
};

/// Every configuration in the folder, the known ones first; a file that cannot be read is passed over.
std::vector<Preset> loadPresets(const QString& folder);

/// In the window's language; a preset that the program does not know goes by its id.
QString presetTitle(const QString& id);
QString presetDescription(const QString& id);

}  // namespace prunescope::ui
