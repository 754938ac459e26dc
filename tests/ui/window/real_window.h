#pragma once

#include "support/temporary_folder.h"
#include "ui/window/hand.h"
#include "ui/window/program.h"
#include "ui/window/waiting.h"

#include <gtest/gtest.h>

#include <QMenu>

namespace prunescope::test {

/// A workspace, settings, the window in this process, and a hand that uses it.
class RealWindow : public testing::Test {
protected:
    void TearDown() override { destroyWindow(); }

    std::filesystem::path workspace() const { return folder_ / "runs"; }

    /// As when the program is started; returns once the window has the keyboard.
    void openWindow() {
        inWindow([&] { program_ = std::make_unique<Program>(workspace(), folder_ / "settings.ini"); });
        waitForKeyboard();
    }
    void waitForKeyboard() const {
        waitInWindow("the window has the keyboard", [&] {
            return program_->window->isActiveWindow() && QApplication::activeModalWidget() == nullptr &&
                   QApplication::activePopupWidget() == nullptr;
        });
    }
    /// Menus and dialogs that a failed test left open go first: they wait in loops of their own.
    void destroyWindow() {
        waitInWindow("every menu and dialog closes", [] {
            for (QWidget* top : {QApplication::activePopupWidget(), QApplication::activeModalWidget()}) {
                if (top != nullptr) top->close();
            }
            return QApplication::activePopupWidget() == nullptr &&
                   QApplication::activeModalWidget() == nullptr;
        });
        inWindow([&] { program_.reset(); });
    }

    ui::MainWindow& window() const { return *program_->window; }
    const ui::RunController& run() const { return program_->run; }

    template <class Child>
    Child& child(const char* name) const {
        return childOf<Child>(window(), name);
    }
    template <class Child>
    static Child& childOf(const QWidget& parent, const char* name) {
        auto* found = inWindow([&] { return parent.findChild<Child*>(QLatin1String(name)); });
        if (found == nullptr) throw std::runtime_error(std::string("the window has no ") + name);
        return *found;
    }

    TemporaryFolder folder_;
    Hand hand_;
    std::unique_ptr<Program> program_;
};

}  // namespace prunescope::test
