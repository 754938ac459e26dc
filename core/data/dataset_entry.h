#pragma once

#include "base/registry.h"
#include "data/dataset.h"
#include "data/place_listing.h"
#include "run/description.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace prunescope::data {

/// What a data set is opened with.
struct DataPlace {
    std::filesystem::path folder;  ///< empty for one that needs none; a file where the entry takes one
    nlohmann::json options;        ///< validated, complete
};

/// A data set that can be asked for by name. A new one is one file and its place in the list of registry.cpp.
struct DatasetEntry {
    run::Description description;
    Text hint{};                                        ///< what to do when it is not there, as sentences
    std::vector<std::filesystem::path> usualFolders{};  ///< where it is looked for when no folder is named
    bool inFolder = true;                               ///< false for one that is made and not read
    bool fileToo = false;                               ///< whether a single file may be named for the folder
    /// Whether a place holds what this data set is read from; null for one that is never recognised.
    Likeness (*likeness)(const PlaceListing& place) = nullptr;

    Likeness likenessOf(const PlaceListing& place) const {
        return likeness == nullptr ? Likeness::none : likeness(place);
    }
    /// What is known without reading the data; nothing where only the data tell.
    std::optional<DatasetFacts> (*describe)(const nlohmann::json& options);
    /// Reads the data, and neither divides nor measures them. Throws `Error` with the file for everything
    /// that does not fit together.
    std::unique_ptr<Dataset> (*open)(const DataPlace& place);
};

/// All data sets, those that a program has brought itself among them.
Registry<DatasetEntry>& datasets();

}  // namespace prunescope::data
