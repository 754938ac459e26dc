// Nothing in the Japanese window is left in English.
#include "data/dataset_entry.h"
#include "data/registry.h"
#include "model/network_format.h"
#include "run/audit_events.h"
#include "run/config_io.h"
#include "ui/app/scenes.h"
#include "ui/app/visible_texts.h"

#include <gtest/gtest.h>

#include <QMessageBox>
#include <QTranslator>
#include <algorithm>
#include <set>

namespace prunescope::ui {
namespace {

/// Lies beneath the Japanese translator: what is looked up here was not found there.
class MissedTranslations : public QTranslator {
public:
    QString translate(const char* context, const char* text, const char* /*note*/,
                      int /*count*/) const override {
        // The engine's sentences are looked up in pieces, most of which are not found; of these tells the
        // comparison of what is seen.
        if (QLatin1String(context).startsWith(QLatin1String("prunescope::ui")))
            missed.insert({std::string(context), std::string(text)});
        return {};
    }
    bool isEmpty() const override { return false; }

    mutable std::set<std::pair<std::string, std::string>> missed;
};

/// By page and widget.
using Texts = std::map<QString, QString>;

/// What a user wrote stays in the user's words.
bool isOfTheUser(const WholeWindow& whole, const std::string& text) {
    const auto& events = whole.run->events();
    return std::any_of(events.begin(), events.end(), [&](const run::AuditEvent& event) {
        return run::isCommand(event) && (event.reason == text || event.who == text);
    });
}

/// What a data set calls its classes stays in its words.
bool isAClass(const std::string& text) {
    const auto facts = data::usualFacts("fashion-mnist");
    const auto& names = facts->classNames;
    return std::find(names.begin(), names.end(), text) != names.end();
}

/// What is typed into an option is written so in every language: "classes.txt", "none".
bool isTyped(const std::string& text) {
    const auto isDefaultOf = [&](const run::OptionDescription& option) {
        return option.kind == run::OptionKind::text && option.defaultValue == text;
    };
    const auto& fields = run::configFields();
    if (std::any_of(fields.begin(), fields.end(),
                    [&](const auto& field) { return isDefaultOf(field.description); }))
        return true;
    return std::any_of(data::datasets().begin(), data::datasets().end(),
                       [&](const data::DatasetEntry& entry) {
                           const auto& options = entry.description.options;
                           return std::any_of(options.begin(), options.end(), isDefaultOf);
                       });
}

/// A command, or a line or two of code, that says what to do with an exported file.
bool isCode(const std::string& text) {
    return std::any_of(model::networkFormats().begin(), model::networkFormats().end(),
                       [&](const model::NetworkFormat& format) {
                           return std::string(format.usage).find(text) != std::string::npos;
                       });
}

class Translation : public testing::TestWithParam<Scenes::State> {
protected:
    Translation() { QCoreApplication::installTranslator(&missing_); }
    ~Translation() override { QCoreApplication::removeTranslator(&missing_); }

    Texts look(Scenes& scenes) {
        Texts texts;
        int scene = 0;
        scenes.visit({1280, 720}, [&](QWidget& window, const QString&) {
            const VisibleTexts visible(window);
            for (const auto& [place, text] : visible.all())
                texts[QString::number(scene) + QLatin1Char(' ') + place] = text;
            ++scene;
        });
        return texts;
    }

    MissedTranslations missing_;
};

TEST_P(Translation, NothingIsLeftInEnglish) {
    WholeWindow whole;
    Scenes scenes(whole, GetParam());
    ASSERT_TRUE(scenes.prepare());
    const Texts english = look(scenes);
    ASSERT_GT(english.size(), 100U);
    missing_.missed.clear();

    whole.language.choose(QStringLiteral("ja"));
    const Texts japanese = look(scenes);
    ASSERT_EQ(japanese.at(QStringLiteral("0 action startAction text")), QStringLiteral("開始"));

    for (const auto& [context, text] : missing_.missed) {
        if (!hasEnglishWord(QString::fromStdString(text))) continue;
        ADD_FAILURE() << "no translation in " << context << ": \"" << text << '"';
    }
    std::set<QString> told;
    for (const auto& [place, text] : japanese) {
        const auto before = english.find(place);
        if (before == english.end() || before->second != text || !hasEnglishWord(text)) continue;
        const std::string plain = text.toStdString();
        if (isOfTheUser(whole, plain) || isAClass(plain) || isTyped(plain) || isCode(plain)) continue;
        if (told.insert(text).second)
            ADD_FAILURE() << place.toStdString() << " is English: \"" << text.toStdString() << '"';
    }
}

INSTANTIATE_TEST_SUITE_P(Window, Translation,
                         testing::Values(Scenes::State::empty, Scenes::State::paused,
                                         Scenes::State::finished),
                         [](const auto& state) { return std::string(Scenes::nameOf(state.param)); });

TEST(Translations, QtsOwnButtonsAreJapaneseToo) {
    const std::vector<QMessageBox::StandardButton> buttons{
        QMessageBox::Ok,   QMessageBox::Cancel, QMessageBox::Close, QMessageBox::Save,
        QMessageBox::Open, QMessageBox::Yes,    QMessageBox::No};
    Language language;
    language.choose(QStringLiteral("ja"));
    QMessageBox box;
    for (const auto button : buttons) {
        const QString text = box.addButton(button)->text();
        EXPECT_FALSE(hasEnglishWord(QString(text).remove(QLatin1Char('&')))) << text.toStdString();
    }
}

}  // namespace
}  // namespace prunescope::ui
