#pragma once

#include "ui/experiment/experiment_page.h"
#include "ui/experiment/form_row.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/message_bar.h"
#include "ui/support/theme.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

namespace prunescope::ui {

inline const QString presetFolder = QStringLiteral(PRUNESCOPE_PRESETS);

/// An experiment page on a run that is put together by hand, and what a user does to its form.
class ExperimentForm : public testing::Test {
protected:
    ExperimentForm() { open(); }

    void open() {
        page_.reset();
        page_ = std::make_unique<ExperimentPage>(PageContext{run_, theme_, settings_}, nullptr, presetFolder);
        page_->resize(1280, 640);
        page_->show();
    }

    template <class Widget>
    Widget* find(const QString& name) {
        return page_->findChild<Widget*>(name);
    }
    FormRow* editor(const std::string& key) {
        return find<FormRow>(QStringLiteral("option.") + QString::fromStdString(key));
    }
    std::string messageAt(const std::string& key) {
        const auto* bar = find<MessageBar>(QString::fromStdString(key) + QStringLiteral(".message"));
        return bar == nullptr || bar->isHidden() ? "" : bar->text().toStdString();
    }
    void type(const QString& name, const QString& text) {
        auto* line = find<QLineEdit>(name);
        ASSERT_NE(line, nullptr) << name.toStdString();
        line->selectAll();
        // An input method hands over whole letters, which keyClicks does not know.
        for (const QChar letter : text) {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QString(letter));
            QCoreApplication::sendEvent(line, &press);
        }
        QTest::keyClick(line, Qt::Key_Return);
    }
    /// Without leaving the field.
    void beginTyping(const QString& name, const QString& text) {
        auto* line = find<QLineEdit>(name);
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void choose(const QString& name, const QString& value) {
        auto* box = find<QComboBox>(name);
        ASSERT_NE(box, nullptr) << name.toStdString();
        const int index = box->findData(value);
        ASSERT_GE(index, 0) << value.toStdString();
        box->setCurrentIndex(index);
        emit box->activated(index);
    }
    void typeModel(const QString& name) {
        auto* line = find<QComboBox>(QStringLiteral("model"))->lineEdit();
        line->selectAll();
        QTest::keyClicks(line, name);
        QTest::keyClick(line, Qt::Key_Return);
    }
    bool canStart() { return find<QPushButton>(QStringLiteral("startButton"))->isEnabled(); }
    std::string text(const QString& label) { return find<QLabel>(label)->text().toStdString(); }

    QTemporaryDir folder_;
    QSettings settings_{folder_.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    FakeRunModel run_;
    Theme theme_;
    std::unique_ptr<ExperimentPage> page_;
};

}  // namespace prunescope::ui
