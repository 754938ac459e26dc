#include "ui/app/missing_display.h"

#include <QByteArray>
#include <QString>
#include <QtGlobal>
#include <cstdio>
#include <cstdlib>
#include <mutex>

namespace prunescope::ui {
namespace {

// Qt's message handler is a bare function: it can reach nothing else.
QtMessageHandler usual = nullptr;
std::mutex messageMutex;  // protects `whatQtSaid`
QByteArray whatQtSaid;

void whileConnecting(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    const std::lock_guard lock(messageMutex);
    if (type == QtFatalMsg) {
        // Qt's own last words advise to install the program anew, which does not help: the first do.
        std::fprintf(
            stderr,
            "prunescope: no window can be opened (%s): use prunescope-cli, or start it where DISPLAY "
            "names a screen.\n",
            (whatQtSaid.isEmpty() ? message.section(QLatin1Char('\n'), 0, 0).toLocal8Bit() : whatQtSaid)
                .constData());
        std::fflush(stderr);
        std::_Exit(1);
    }
    const bool aboutTheScreen = context.category != nullptr && qstrncmp(context.category, "qt.qpa", 6) == 0;
    if (!aboutTheScreen) return usual(type, context, message);
    if (whatQtSaid.isEmpty()) whatQtSaid = message.trimmed().toLocal8Bit();
}

}  // namespace

MissingDisplay::MissingDisplay() {
    usual = qInstallMessageHandler(whileConnecting);
}

MissingDisplay::~MissingDisplay() {
    qInstallMessageHandler(nullptr);
}

}  // namespace prunescope::ui
