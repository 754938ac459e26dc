#include "ui/report/window_language.h"

#include "ui/support/engine_text.h"

#include <QCoreApplication>

namespace prunescope::ui {

auto windowLanguage() -> report::Language {
    const QString code =
        QCoreApplication::translate("Language", "en", "the code of this language, as a web page has it");
    return {code.toStdString(), [](const Text& text) { return engineText(text).toStdString(); }};
}

}  // namespace prunescope::ui
