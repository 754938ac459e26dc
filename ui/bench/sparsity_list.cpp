#include "ui/bench/sparsity_list.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr qsizetype mostEntries = 20;
constexpr qsizetype longestQuote = 30;

QString entryText(const char* english) {
    return QCoreApplication::translate("BenchForm", english);
}

/// Why an entry cannot be measured; empty when it can.
QString problemOf(const QString& entry, const std::vector<double>& before, double& share) {
    const bool signedPercent = entry.endsWith(QLatin1Char('%'));
    bool isNumber = false;
    const double percent = (signedPercent ? entry.chopped(1) : entry).toDouble(&isNumber);
    share = percent / 100;
    if (!isNumber || !std::isfinite(percent)) {
        return entryText(QT_TRANSLATE_NOOP("BenchForm",
                                           "“%1” is not a number. Write per cent, such as 50, 90, 95."))
            .arg(entry.left(longestQuote));
    }
    if (percent < 0 || percent >= 100) {
        return entryText(QT_TRANSLATE_NOOP("BenchForm", "%1 is not from 0 up to below 100 per cent."))
            .arg(entry.left(longestQuote));
    }
    if (percent > 0 && percent < 1 && !signedPercent) {
        return entryText(
                   QT_TRANSLATE_NOOP("BenchForm",
                                     "Is %1 a share? Write %2 for it, or %1 % if you mean less than 1 %."))
            .arg(entry.left(longestQuote))
            .arg(100 * percent);
    }
    if (std::find(before.begin(), before.end(), share) != before.end())
        return entryText(QT_TRANSLATE_NOOP("BenchForm", "%1 is there twice. Write it once.")).arg(entry);
    return {};
}

}  // namespace

SparsityList sparsitiesOf(const QString& typed) {
    static const QRegularExpression separators(QStringLiteral("[\\s,;、，]+"));
    static const QRegularExpression blankBeforeSign(QStringLiteral("\\s+%"));
    QString plain = typed;
    plain.replace(blankBeforeSign, QStringLiteral("%"));
    SparsityList list;
    const QStringList entries = plain.split(separators, Qt::SkipEmptyParts);
    if (entries.size() > mostEntries) {
        list.problem =
            entryText(QT_TRANSLATE_NOOP("BenchForm", "%1 sparsities are too many. Write up to %2."))
                .arg(entries.size())
                .arg(mostEntries);
        return list;
    }
    for (const QString& entry : entries) {
        double share = 0;
        list.problem = problemOf(entry, list.shares, share);
        if (!list.problem.isEmpty()) return list;
        list.shares.push_back(share);
    }
    return list;
}

QString sparsitiesText(const std::vector<double>& shares) {
    QStringList entries;
    for (const double share : shares) entries << QString::number(100 * share, 'g', 6);
    return entries.join(QStringLiteral(", "));
}

}  // namespace prunescope::ui
