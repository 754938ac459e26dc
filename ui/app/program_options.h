#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <filesystem>
#include <string>

namespace prunescope::ui {

/// What was asked for on the command line of the window.
struct ProgramOptions {
    std::filesystem::path workspace;  ///< empty: the one where runs are kept when the user names none
    bool start = false;
    std::filesystem::path open;  ///< a run folder; empty: none
    QString diagnosis;           ///< file for the event loop's delays; empty: not measured
};

/// Throws `UsageError`.
ProgramOptions programOptions(const QStringList& arguments);

/// Whether only a text is asked for, which needs no display: --help or --version.
bool asksForText(const QStringList& arguments);
/// That text.
QString askedText(const QCoreApplication& application);

}  // namespace prunescope::ui
