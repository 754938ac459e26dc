#include "ui/support/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <clocale>

namespace prunescope::ui {
namespace {
const QString japaneseFile = QStringLiteral(":/translations/prunescope_ja.qm");
}

QStringList Language::translations() {
    QTranslator japanese;
    return japanese.load(japaneseFile) && !japanese.isEmpty() ? QStringList{QStringLiteral("ja")}
                                                              : QStringList{};
}

Language::Language(QObject* parent) : QObject(parent) {
    // Numbers are written one way in every language and place, with a point: what a field shows, what it
    // reads and what stands beside it are the same. (Fields understand a comma, too.)
    QLocale numbers = QLocale::c();
    numbers.setNumberOptions(QLocale::OmitGroupSeparator | QLocale::RejectGroupSeparator);
    QLocale::setDefault(numbers);
    std::setlocale(LC_NUMERIC, "C");
}

void Language::choose(const QString& code) {
    chosen_ = code;
    QString wanted = code.isEmpty() ? QLocale::system().name().left(2) : code;
    if (wanted != QLatin1String("ja")) wanted = QStringLiteral("en");
    if (wanted == code_) return;
    code_ = wanted;
    QCoreApplication::removeTranslator(&translator_);
    QCoreApplication::removeTranslator(&toolkit_);
    if (code_ != QLatin1String("ja")) return;
    const QString toolkitFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (toolkit_.load(QStringLiteral("qtbase_ja"), toolkitFolder)) {
        QCoreApplication::installTranslator(&toolkit_);
    }
    if (translator_.load(japaneseFile)) QCoreApplication::installTranslator(&translator_);
}

}  // namespace prunescope::ui
