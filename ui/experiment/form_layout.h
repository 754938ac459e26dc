#pragma once

#include "run/run_config.h"
#include "ui/experiment/option_editor.h"

#include <QString>
#include <cstddef>
#include <string>
#include <vector>

namespace prunescope::ui {

/// The parts of the form, in their order.
enum class FormPart {
    main,
    data,
    network,
    schedule,
    pruning,
    layers,
    method,
    training,
    learningRate,
};
inline constexpr std::size_t formParts = 9;

/// Side by side: what is learned from, what learns, how it is trained and pruned.
enum class FormColumn { data, network, plan };
inline constexpr std::size_t formColumns = 3;

/// Where an option stands in the form; an option without a place of its own is one of training.
FormPart partOf(const std::string& key);
/// The column of a part, and of an option of the main part.
FormColumn columnOf(FormPart part);
FormColumn columnOf(const std::string& key);
QString columnTitle(FormColumn column);  ///< in the window's language
QString partName(FormPart part);         ///< for object names
QString partTitle(FormPart part);        ///< in the window's language

/// Every option's key: the main ones in the order in which one decides them, then the others as they come.
std::vector<std::string> keysInOrder();

/// Lists of names for the options that take one.
EditorHints hintsFor(const std::string& key);

}  // namespace prunescope::ui
