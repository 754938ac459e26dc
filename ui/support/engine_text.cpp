#include "ui/support/engine_text.h"

#include "ui/support/engine_patterns.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace prunescope::ui {
namespace {

constexpr const char* context = "Engine";

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

}  // namespace

QString engineText(const std::string& english) {
    const QString whole = QString::fromStdString(english);
    const QString translated = QCoreApplication::translate(context, english.c_str());
    if (translated != whole) return translated;
    for (const char* pattern : enginePatterns()) {
        const QString target = QCoreApplication::translate(context, pattern);
        if (target == QLatin1String(pattern)) continue;
        const QRegularExpressionMatch match = expressionOf(QString::fromUtf8(pattern)).match(whole);
        if (!match.hasMatch()) continue;
        QString text = target;
        for (int group = 1; group <= match.lastCapturedIndex(); ++group) {
            text.replace(QStringLiteral("%%1").arg(group), match.captured(group));
        }
        return text;
    }
    return whole;
}

}  // namespace prunescope::ui
