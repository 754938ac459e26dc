// Every test program of the window: widgets live offscreen, on a large screen unless told otherwise, settings
// in memory of the test alone.
#include <gtest/gtest.h>

#include <QApplication>
#include <QFileInfo>
#include <QStandardPaths>

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || qgetenv("QT_QPA_PLATFORM") == "offscreen") {
        const QString here = QFileInfo(QStringLiteral(__FILE__)).absolutePath();
        qputenv("QT_QPA_PLATFORM",
                QStringLiteral("offscreen:configfile=%1/large_screen.json").arg(here).toLocal8Bit());
    }
    QStandardPaths::setTestModeEnabled(true);
    const QApplication application(argc, argv);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
