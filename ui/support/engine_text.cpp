#include "ui/support/engine_text.h"

#include "ui/support/engine_patterns.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <optional>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr const char* context = "Engine";

/// A sentence with %1, %2 … and the values for them. Read once from the front, so that a value that looks
/// like a place is left as it is.
QString filled(const QString& sentence, const QStringList& values) {
    static const QRegularExpression place(QStringLiteral("%(\\d)"));
    QString text;
    qsizetype from = 0;
    for (auto it = place.globalMatch(sentence); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        text += sentence.mid(from, match.capturedStart() - from);
        text += values.value(match.captured(1).toInt() - 1);
        from = match.capturedEnd();
    }
    return text + sentence.mid(from);
}

/// A pattern "… %1 … %2 …" as an expression with one group a value.
QRegularExpression expressionOf(const QString& pattern) {
    static const QRegularExpression value(QStringLiteral("%\\d"));
    QString expression = QStringLiteral("\\A");
    qsizetype from = 0;
    for (auto it = value.globalMatch(pattern); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        expression += QRegularExpression::escape(pattern.mid(from, match.capturedStart() - from));
        expression += QStringLiteral("(.*?)");
        from = match.capturedEnd();
    }
    expression += QRegularExpression::escape(pattern.mid(from)) + QStringLiteral("\\z");
    return QRegularExpression(expression, QRegularExpression::DotMatchesEverythingOption);
}

/// Compiled once: lists ask for many texts, and most of those that a user wrote fit no pattern.
const std::vector<std::pair<const char*, QRegularExpression>>& expressions() {
    static const auto all = [] {
        std::vector<std::pair<const char*, QRegularExpression>> list;
        for (const char* pattern : enginePatterns()) {
            list.emplace_back(pattern, expressionOf(QString::fromUtf8(pattern)));
        }
        return list;
    }();
    return all;
}

std::optional<QString> sentence(const QString& english);

/// A value is a name or a number, or a sentence of its own.
QString valueText(const QString& value) {
    return value.contains(QLatin1Char(' ')) ? sentence(value).value_or(value) : value;
}

std::optional<QString> wholeText(const QString& english) {
    const QString text = QCoreApplication::translate(context, english.toUtf8().constData());
    return text == english ? std::nullopt : std::optional(text);
}

std::optional<QString> byPattern(const QString& english) {
    for (const auto& [pattern, expression] : expressions()) {
        const QRegularExpressionMatch match = expression.match(english);
        if (!match.hasMatch()) continue;
        QStringList values = match.capturedTexts().mid(1);
        for (QString& value : values) value = valueText(value);
        return filled(QCoreApplication::translate(context, pattern), values);
    }
    return std::nullopt;
}

/// Where a text could be taken apart; a few places, so that a hostile text does not keep the window busy.
std::vector<qsizetype> placesOf(const QString& text, const char* separator) {
    constexpr std::size_t most = 6;
    std::vector<qsizetype> places;
    for (qsizetype at = text.indexOf(QLatin1String(separator)); at >= 0 && places.size() < most;
         at = text.indexOf(QLatin1String(separator), at + 1)) {
        places.push_back(at);
    }
    return places;
}

/// A text that is known whole or fits a pattern.
std::optional<QString> known(const QString& english) {
    const auto text = wholeText(english);
    return text ? text : byPattern(english);
}

/// Known sentences one after the other. Taken apart before patterns are tried, the last value of which would
/// hold what follows.
std::optional<QString> sentences(const QString& english, int most = 4) {
    if (auto text = wholeText(english)) return text;
    for (const qsizetype stop : most > 1 ? placesOf(english, ". ") : std::vector<qsizetype>{}) {
        const auto first = known(english.left(stop + 1));
        const auto rest = first ? sentences(english.mid(stop + 2), most - 1) : std::nullopt;
        if (rest) return *first + QLatin1Char(' ') + *rest;
    }
    return byPattern(english);
}

/// "what" or "what. mend", where each may be several sentences.
std::optional<QString> withMend(const QString& english) {
    if (auto text = wholeText(english)) return text;
    for (const qsizetype stop : placesOf(english, ". ")) {
        const auto mend = sentences(english.mid(stop + 2));
        const auto what = mend ? known(english.left(stop)) : std::nullopt;
        if (what) return filled(QCoreApplication::translate(context, "%1. %2"), {*what, *mend});
    }
    return sentences(english);
}

/// An error's whole message: "where: what. mend", where "where" may have colons too.
std::optional<QString> sentence(const QString& english) {
    if (auto text = withMend(english)) return text;
    for (const qsizetype colon : placesOf(english, ": ")) {
        const QString where = english.left(colon);
        if (const auto rest = withMend(english.mid(colon + 2))) {
            return known(where).value_or(where) + QStringLiteral(": ") + *rest;
        }
    }
    return std::nullopt;
}

/// Several problems in one text; those that are not known stay English.
struct List {
    QString text;
    qsizetype known = 0;
    qsizetype size = 0;
};

List listOf(const QString& english) {
    QStringList parts = english.split(QLatin1String("; "));
    List list{.text = {}, .known = 0, .size = parts.size()};
    for (QString& part : parts) {
        const auto text = sentence(part);
        if (!text) continue;
        part = *text;
        ++list.known;
    }
    list.text = parts.join(QLatin1String("; "));
    return list;
}

/// The engine says how a folder is named on a command line, too; here there is a field for it.
QString forTheWindow(QString text) {
    static const QRegularExpression flag(QStringLiteral("\\s*\\((?:data_dir, )?--data-dir DIR\\)"));
    return text.contains(QLatin1String("--data-dir")) ? text.remove(flag) : text;
}

bool isTranslated() {
    const char* const any = enginePatterns().front();
    return QCoreApplication::translate(context, any) != QLatin1String(any);
}

QString translated(const std::string& english) {
    QString whole = QString::fromStdString(english);
    if (english.empty() || !isTranslated()) return whole;
    if (const auto text = wholeText(whole)) return *text;
    // A list before a sentence: the last value of a pattern would hold the other problems.
    const List list = listOf(whole);
    if (list.known == list.size) return list.text;
    return sentence(whole).value_or(list.text);
}

/// The sentence as translations are looked up by: with %1, %2 … for its places.
QString lookedUp(const Text& text) {
    const std::vector<std::string> pieces = piecesAroundPlaces(text.id());
    QString all = QString::fromStdString(pieces.front());
    for (std::size_t i = 1; i < pieces.size(); ++i)
        all += QStringLiteral("%%1").arg(i) + QString::fromStdString(pieces[i]);
    return all;
}

QString said(const Text& value) {
    return value.isSentence() ? engineText(value) : valueText(QString::fromStdString(value.id()));
}

/// What stands between the places is no word: there is nothing to translate but the values.
bool joinsValues(const QString& sentence) {
    static const QRegularExpression word(QStringLiteral("\\p{L}"));
    return !sentence.contains(word);
}

}  // namespace

QString engineText(const std::string& english) {
    return forTheWindow(translated(english));
}

QString engineText(const Text& text) {
    const QString sentence = lookedUp(text);
    const QString here = QCoreApplication::translate(context, sentence.toUtf8().constData());
    if (!text.isSentence() || (here == sentence && !joinsValues(sentence))) return engineText(text.english());
    QStringList values;
    for (const Text& value : text.values()) values << said(value);
    return forTheWindow(filled(here, values));
}

QString engineWord(const std::string& value) {
    static const QStringList shortNames{QStringLiteral("sgd"), QStringLiteral("erk")};
    QString word = engineText(value);
    if (word != QString::fromStdString(value)) return word;
    if (value == "adamw") return QStringLiteral("AdamW");
    if (shortNames.contains(word)) return word.toUpper();
    word.replace(QLatin1Char('_'), QLatin1Char(' '));
    return word.left(1).toUpper() + word.mid(1);
}

}  // namespace prunescope::ui
