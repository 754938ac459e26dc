// The window on a real display, under the hand of a user: the tests run on a thread of their own and the
// window's event loop on this one, as in the program itself, dialogs and all.
#include <gtest/gtest.h>
#include <sched.h>

#include <QApplication>
#include <cstdio>
#include <thread>

namespace {

/// With two cores a default run takes longer than what is done to it, on any machine.
void keepTwoCores() {
    cpu_set_t allowed;
    if (::sched_getaffinity(0, sizeof allowed, &allowed) != 0) return;
    cpu_set_t kept;
    CPU_ZERO(&kept);
    for (std::size_t core = 0; core < CPU_SETSIZE && CPU_COUNT(&kept) < 2; ++core) {
        if (CPU_ISSET(core, &allowed)) CPU_SET(core, &kept);
    }
    ::sched_setaffinity(0, sizeof kept, &kept);
}

}  // namespace

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    if (testing::GTEST_FLAG(list_tests)) return RUN_ALL_TESTS();
    keepTwoCores();
    const QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    if (QGuiApplication::platformName() != QLatin1String("xcb")) {
        std::fputs("These tests need an X server: start them through run_under_xvfb.\n", stderr);
        return 2;
    }
    std::thread user([] {
        int status = RUN_ALL_TESTS();
        if (testing::UnitTest::GetInstance()->test_to_run_count() == 0) status = 3;
        QMetaObject::invokeMethod(
            qApp, [status] { QCoreApplication::exit(status); }, Qt::QueuedConnection);
    });
    const int status = QApplication::exec();
    user.join();
    return status;
}
