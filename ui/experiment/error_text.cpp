#include "ui/experiment/error_text.h"

#include "ui/support/engine_text.h"

namespace prunescope::ui {

QString reasonText(const Error& error) {
    QString text = engineText(error.problem()) + QLatin1Char('.');
    if (!error.mend().empty()) text += QLatin1Char(' ') + engineText(error.mend());
    return text;
}

}  // namespace prunescope::ui
