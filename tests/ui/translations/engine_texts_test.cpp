// What the engine describes and refuses, as a Japanese window shows it.

#include "base/error.h"
#include "data/registry.h"
#include "nn/models.h"
#include "report/summary.h"
#include "run/config_io.h"
#include "run/run_config.h"
#include "run/schedule.h"
#include "session/command.h"
#include "train/choices.h"
#include "ui/audit/audit_text.h"
#include "ui/support/engine_patterns.h"
#include "ui/support/engine_text.h"
#include "ui/support/language.h"
#include "view/event_text.h"

#include <gmock/gmock.h>

#include <QCoreApplication>
#include <QFile>
#include <QTranslator>
#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace prunescope::ui {
namespace {

using testing::IsEmpty;

/// A window in Japanese, with the translations that the program carries.
class EngineTexts : public testing::Test {
protected:
    EngineTexts() {
        EXPECT_TRUE(translator_.load(QStringLiteral(":/translations/prunescope_ja.qm")));
        language_.choose(QStringLiteral("ja"));
    }

    /// A text without values, whose translation may be itself: "MAP".
    bool isKnown(const std::string& english) const {
        return !translator_.translate("Engine", english.c_str()).isEmpty();
    }

    /// Those of `texts` that nobody translated.
    std::vector<std::string> unknown(const std::vector<std::string>& texts) const {
        std::vector<std::string> left;
        for (const std::string& text : texts) {
            const bool translated = isKnown(text) || engineText(text) != QString::fromStdString(text);
            if (!text.empty() && !translated) left.push_back(text);
        }
        return left;
    }

private:
    QTranslator translator_;
    Language language_;
};

void describe(const run::OptionDescription& option, std::vector<std::string>& texts) {
    texts.push_back(option.title);
    texts.push_back(option.help);
    texts.push_back(run::allowedValues(option).english());
    texts.insert(texts.end(), option.choices.begin(), option.choices.end());
}

bool hasJapanese(const QString& text) {
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() >= 0x3040 && c.unicode() <= 0x9fff; });
}

TEST_F(EngineTexts, EveryOptionOfAConfigurationIsTranslated) {
    std::vector<std::string> texts;
    for (const auto& field : run::configFields()) describe(field.description, texts);
    ASSERT_GT(texts.size(), 100U);
    EXPECT_THAT(unknown(texts), IsEmpty());
}

TEST_F(EngineTexts, EverythingChosenByNameAndItsOptionsAreTranslated) {
    std::vector<std::string> texts;
    for (const run::ConfigGroup& group : run::configGroups()) {
        for (const run::Description* description : train::choicesOf(group.choice)) {
            texts.push_back(description->title);
            texts.push_back(description->summary);
            for (const auto& option : description->options) describe(option, texts);
        }
    }
    ASSERT_GT(texts.size(), 10U);
    EXPECT_THAT(unknown(texts), IsEmpty());
}

TEST_F(EngineTexts, EveryNetworkShapeAndHintIsTranslated) {
    std::vector<std::string> texts;
    for (const auto& entry : nn::networks()) texts.push_back(entry.description.summary);
    for (const auto& entry : data::datasets()) texts.push_back(entry.hint.english());
    for (const auto& shape : run::scheduleShapes()) {
        texts.push_back(shape.description.title);
        texts.push_back(shape.description.summary);
    }
    ASSERT_GT(texts.size(), 6U);
    EXPECT_THAT(unknown(texts), IsEmpty());
}

TEST_F(EngineTexts, EveryStatePhaseShapeAndKindOfEvidenceIsTranslated) {
    std::vector<std::string> texts = run::scheduleShapeNames();
    for (const auto state :
         {run::RunState::running, run::RunState::finished, run::RunState::stopped, run::RunState::failed}) {
        texts.push_back(run::runStateName(state));
    }
    for (const auto phase : {run::Phase::exploration, run::Phase::exploitation}) {
        texts.push_back(run::phaseName(phase));
    }
    for (const auto evidence : {report::Evidence::measured, report::Evidence::estimated,
                                report::Evidence::theoretical, report::Evidence::requested}) {
        texts.push_back(report::evidenceText(evidence).english());
    }
    EXPECT_THAT(unknown(texts), IsEmpty());
}

TEST_F(EngineTexts, EveryKindOfEventIsTranslatedInTheAuditAndInTheReport) {
    ASSERT_THAT(AuditText::kinds(), testing::SizeIs(testing::Ge(18)));
    for (const std::string& kind : AuditText::kinds()) {
        EXPECT_THAT(unknown({view::kindText(kind).english()}), IsEmpty());
        EXPECT_TRUE(hasJapanese(AuditText::title(kind))) << kind;
    }
    for (const char* who : {"user", "schedule", "program"}) {
        EXPECT_TRUE(hasJapanese(AuditText::who(who))) << who;
    }
}

TEST_F(EngineTexts, ARefusalKeepsItsValues) {
    run::SparsitySchedule schedule;
    schedule.initial = 0.5;
    schedule.target = 0.25;
    const QString text = engineText(run::scheduleProblem(schedule));
    EXPECT_TRUE(hasJapanese(text)) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("0.25")) && text.contains(QStringLiteral("0.5")))
        << text.toStdString();
}

TEST_F(EngineTexts, AConfigurationIsRefusedInJapanese) {
    run::RunConfig config;
    config.epochs = 10;
    config.learningRate.warmupEpochs = 11;
    try {
        run::validateConfig(config);
        FAIL() << "a warm-up longer than the run was accepted";
    } catch (const Error& error) {
        EXPECT_TRUE(hasJapanese(engineText(error.problem()))) << error.problem().english();
        EXPECT_TRUE(hasJapanese(engineText(error.mend()))) << error.mend().english();
    }
}

/// Numbers and names stand in for the values of a pattern; none may be lost, and no placeholder may stay.
TEST_F(EngineTexts, EveryPatternGivesJapaneseWithAllItsValues) {
    const std::array values{"71", "conv1", "0.9500", "run-83", "6.25", "x.gz"};
    for (const char* pattern : enginePatterns()) {
        QString english = QString::fromUtf8(pattern);
        std::vector<QString> used;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const QString place = QStringLiteral("%%1").arg(i + 1);
            if (!english.contains(place)) break;
            used.push_back(QString::fromLatin1(values[i]));
            english.replace(place, used.back());
        }
        ASSERT_FALSE(used.empty()) << pattern << " has no value: it is a text of its own";
        const QString text = engineText(english.toStdString());
        EXPECT_TRUE(hasJapanese(text)) << pattern;
        EXPECT_FALSE(text.contains(QLatin1Char('%') + QString::number(1))) << text.toStdString();
        for (const QString& value : used) EXPECT_TRUE(text.contains(value)) << text.toStdString();
    }
}

/// A shorter pattern before a longer one would take its sentences away.
TEST_F(EngineTexts, EveryPatternIsReachedByItsOwnSentence) {
    for (const char* pattern : enginePatterns()) {
        QString english = QString::fromUtf8(pattern);
        QString expected = QCoreApplication::translate("Engine", pattern);
        for (int i = 1; i <= 9; ++i) {
            const QString place = QStringLiteral("%%1").arg(i);
            const QString value = QStringLiteral("v%1").arg(i);
            english.replace(place, value);
            expected.replace(place, value);
        }
        EXPECT_EQ(engineText(english.toStdString()), expected) << pattern;
    }
}

/// An exception's message: where it happened, what happened, how to mend it.
TEST_F(EngineTexts, AWholeMessageIsTranslatedPartByPart) {
    const Error diverged(
        Text::of("step {}", 12), Text::of("the training diverged: its loss is not a finite number"),
        Text::of("Lower optimizer.learning_rate or give learning_rate.warmup_epochs; what was recorded "
                 "until here is kept."));
    const QString text = engineText(diverged.what());
    EXPECT_EQ(engineText(diverged.whole()), text)
        << "whether its values are kept apart or are taken out again";
    EXPECT_TRUE(text.startsWith(QStringLiteral("ステップ 12: "))) << text.toStdString();
    EXPECT_TRUE(text.contains(engineText(diverged.problem()))) << text.toStdString();
    EXPECT_TRUE(text.endsWith(engineText(diverged.mend()))) << text.toStdString();
}

TEST_F(EngineTexts, AMessageKeepsThePlaceAndTheSystemsWords) {
    const Error damaged("/runs/a: b/run.db",
                        Text::of("cannot read the run database: {}",
                                 Text::of("the file is damaged ({})", "database disk image is malformed")),
                        Text::of("Restore the run folder from a copy if there is one."));
    const QString text = engineText(damaged.what());
    EXPECT_EQ(engineText(damaged.whole()), text)
        << "whether its values are kept apart or are taken out again";
    EXPECT_TRUE(text.startsWith(QStringLiteral("/runs/a: b/run.db: "))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("(database disk image is malformed)"))) << text.toStdString();
    EXPECT_TRUE(text.endsWith(engineText(damaged.mend()))) << text.toStdString();
}

TEST_F(EngineTexts, AValueThatLooksLikeAPlaceStaysAsItIs) {
    const Text text = Text::of("'{}' has '{}' as layer width {}", "a", "%1", 3);
    const QString japanese = engineText(text);
    EXPECT_TRUE(japanese.contains(QStringLiteral("%1"))) << japanese.toStdString();
    EXPECT_EQ(japanese.count(QLatin1Char('a')), 1) << japanese.toStdString();
    EXPECT_EQ(engineText(text.english()), japanese)
        << "whether its values are kept apart or are taken out again";
}

TEST_F(EngineTexts, AMessageMayHaveMoreSentencesOnWhatBecameOfTheRun) {
    const QString text = engineText(
        "/runs/a/run.db: cannot record the run: the disk is full. Free some space, or record in another "
        "folder. "
        "What was recorded before is kept. The weights of step 12 were saved as /b/a.final.weights.");
    EXPECT_TRUE(text.contains(QStringLiteral("/runs/a/run.db"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("ステップ 12")));
    EXPECT_TRUE(text.contains(QStringLiteral("/b/a.final.weights")));
    EXPECT_FALSE(text.contains(QStringLiteral("saved as"))) << text.toStdString();
    EXPECT_FALSE(text.contains(QStringLiteral("full"))) << text.toStdString();
}

TEST_F(EngineTexts, ProblemsInAListAreTranslatedOneByOne) {
    const std::string first = "config of the run: taken from config.json instead";
    const std::string second = "events: event 2 was expected and event 4 found";
    EXPECT_EQ(engineText(first + "; " + second),
              engineText(first) + QStringLiteral("; ") + engineText(second));
}

TEST_F(EngineTexts, WhatNobodyKnowsIsShownAsItStands) {
    EXPECT_EQ(engineText("a sentence of another program"), QStringLiteral("a sentence of another program"));
}

}  // namespace
}  // namespace prunescope::ui
