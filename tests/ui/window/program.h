#pragma once

#include "session/clock.h"
#include "ui/app/main_window.h"
#include "ui/support/language.h"
#include "ui/support/theme.h"

#include <QApplication>
#include <QSettings>
#include <memory>

namespace prunescope::test {

/// The program as its main function puts it together, with settings in a file of the test. Made, used and
/// destroyed on the window's thread.
struct Program {
    Program(const std::filesystem::path& workspace, const std::filesystem::path& settingsFile)
        : settings(QString::fromStdString(settingsFile.string()), QSettings::IniFormat),
          run(clock, workspace) {
        language.choose(settings.value(QStringLiteral("language")).toString());
        theme.choose(static_cast<ui::Theme::Choice>(settings.value(QStringLiteral("theme"), 0).toInt()));
        theme.applyTo(*qApp);
        window = std::make_unique<ui::MainWindow>(run, theme, language, settings);
        window->show();
    }

    QSettings settings;
    session::SystemClock clock;
    ui::Language language;
    ui::Theme theme;
    ui::RunController run;
    std::unique_ptr<ui::MainWindow> window;
};

}  // namespace prunescope::test
