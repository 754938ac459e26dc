#include "ui/support/engine_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace prunescope::ui {
namespace {

constexpr const char* engineContext = "Engine";

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

/// The engine says how a folder is named on a command line, too; here there is a field for it.
QString forTheWindow(QString text) {
    static const QRegularExpression flag(QStringLiteral("\\s*\\((?:data_dir, )?--data-dir DIR\\)"));
    return text.contains(QLatin1String("--data-dir")) ? text.remove(flag) : text;
}

QString translated(const QString& english) {
    return QCoreApplication::translate(engineContext, english.toUtf8().constData());
}

/// The sentence as translations are looked up by: with %1, %2 … for its places.
QString lookedUp(const Text& text) {
    const std::vector<std::string> pieces = piecesAroundPlaces(text.id());
    QString all = QString::fromStdString(pieces.front());
    for (std::size_t i = 1; i < pieces.size(); ++i)
        all += QStringLiteral("%%1").arg(i) + QString::fromStdString(pieces[i]);
    return all;
}

/// A value that is one word is a name or a number.
QString said(const Text& value) {
    const bool words = value.isSentence() || value.id().find(' ') != std::string::npos;
    return words ? engineText(value) : QString::fromStdString(value.id());
}

/// What stands between the places is no word: there is nothing to translate but the values.
bool joinsValues(const QString& sentence) {
    static const QRegularExpression word(QStringLiteral("\\p{L}"));
    return !sentence.contains(word);
}

}  // namespace

QString engineText(const std::string& english) {
    return english.empty() ? QString() : forTheWindow(translated(QString::fromStdString(english)));
}

QString engineText(const Text& text) {
    if (!text.isSentence()) return engineText(text.id());
    const QString sentence = lookedUp(text);
    const QString here = translated(sentence);
    // A sentence that nobody translated is English as a whole.
    if (here == sentence && !joinsValues(sentence))
        return forTheWindow(QString::fromStdString(text.english()));
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
