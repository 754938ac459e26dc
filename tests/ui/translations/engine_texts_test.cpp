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

bool hasJapanese(const QString& text) {
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() >= 0x3040 && c.unicode() <= 0x9fff; });
}

void describe(const run::OptionDescription& option, std::vector<std::string>& texts) {
    EXPECT_TRUE(hasJapanese(engineText(run::allowedValues(option)))) << option.key;
    texts.push_back(option.title);
    texts.push_back(option.help);
    texts.insert(texts.end(), option.choices.begin(), option.choices.end());
}

TEST_F(EngineTexts, EveryOptionOfAConfigurationIsTranslated) {
    std::vector<std::string> texts;
    for (const auto& field : run::configFields()) describe(field.description, texts);
    ASSERT_GT(texts.size(), 60U);
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

/// An exception's message: where it happened, what happened, how to mend it.
TEST_F(EngineTexts, AWholeMessageIsTranslatedPartByPart) {
    const Error diverged(
        Text::of("step {}", 12), Text::of("the training diverged: its loss is not a finite number"),
        Text::of("Lower optimizer.learning_rate or give learning_rate.warmup_epochs; what was recorded "
                 "until here is kept."));
    const QString text = engineText(diverged.whole());
    EXPECT_TRUE(text.startsWith(QStringLiteral("ステップ 12: "))) << text.toStdString();
    EXPECT_TRUE(text.contains(engineText(diverged.problem()))) << text.toStdString();
    EXPECT_TRUE(text.endsWith(engineText(diverged.mend()))) << text.toStdString();
}

TEST_F(EngineTexts, AMessageKeepsThePlaceAndTheSystemsWords) {
    const Error damaged("/runs/a: b/run.db",
                        Text::of("cannot read the run database: {}",
                                 Text::of("the file is damaged ({})", "database disk image is malformed")),
                        Text::of("Restore the run folder from a copy if there is one."));
    const QString text = engineText(damaged.whole());
    EXPECT_TRUE(text.startsWith(QStringLiteral("/runs/a: b/run.db: "))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("(database disk image is malformed)"))) << text.toStdString();
    EXPECT_TRUE(text.endsWith(engineText(damaged.mend()))) << text.toStdString();
}

TEST_F(EngineTexts, AValueThatLooksLikeAPlaceStaysAsItIs) {
    const Text text = Text::of("'{}' has '{}' as layer width {}", "a", "%1", 3);
    const QString japanese = engineText(text);
    EXPECT_TRUE(japanese.contains(QStringLiteral("%1"))) << japanese.toStdString();
    EXPECT_EQ(japanese.count(QLatin1Char('a')), 1) << japanese.toStdString();
}

TEST_F(EngineTexts, ProblemsInAListAreTranslatedOneByOne) {
    const Text first = Text::of("config of the run: taken from config.json instead");
    const Text second = Text::of("events: event {} was expected and event {} found", 2, 4);
    EXPECT_EQ(engineText(listed({first, second})),
              engineText(first) + QStringLiteral("; ") + engineText(second));
}

TEST_F(EngineTexts, AValueOfOneWordIsANameEvenWhereTheWordHasATranslation) {
    ASSERT_TRUE(hasJapanese(engineText("floor")));
    const QString text = engineText(Text::of("there is no '{}'", "floor"));
    EXPECT_TRUE(text.contains(QStringLiteral("floor"))) << text.toStdString();
}

TEST_F(EngineTexts, WhatNobodyKnowsIsShownAsItStands) {
    EXPECT_EQ(engineText("a sentence of another program"), QStringLiteral("a sentence of another program"));
    EXPECT_EQ(engineText(Text::of("step {} of a later version", Text::of("step {}", 3))),
              QStringLiteral("step step 3 of a later version"));
}

}  // namespace
}  // namespace prunescope::ui
