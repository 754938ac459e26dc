#include "ui/support/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <algorithm>
#include <clocale>

namespace prunescope::ui {
namespace {

const QString folder = QStringLiteral(":/translations");
const QString original = QStringLiteral("en");
/// In the file of a language its own name stands for this one.
const char* const ownName = QT_TRANSLATE_NOOP("Language", "English");

QString fileOf(const QString& code) {
    return QStringLiteral("%1/prunescope_%2.qm").arg(folder, code);
}

std::vector<Language::Offer> foundLanguages() {
    std::vector<Language::Offer> found{{original, QString::fromLatin1(ownName)}};
    for (const QString& file :
         QDir(folder).entryList({QStringLiteral("prunescope_*.qm")}, QDir::Files, QDir::Name)) {
        const QString code = file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0);
        QTranslator translator;
        if (!translator.load(fileOf(code))) continue;
        const QString name = translator.translate("Language", ownName);
        found.push_back({code, name.isEmpty() ? QLocale(code).nativeLanguageName() : name});
    }
    return found;
}

}  // namespace

Language::Language(QObject* parent) : QObject(parent), offered_(foundLanguages()), code_(original) {
    // Numbers are written one way in every language and place, with a point: what a field shows, what it
    // reads and what stands beside it are the same. (Fields understand a comma, too.)
    QLocale numbers = QLocale::c();
    numbers.setNumberOptions(QLocale::OmitGroupSeparator | QLocale::RejectGroupSeparator);
    QLocale::setDefault(numbers);
    std::setlocale(LC_NUMERIC, "C");
}

bool Language::isOffered(const QString& code) const {
    return std::any_of(offered_.begin(), offered_.end(),
                       [&code](const Offer& offer) { return offer.code == code; });
}

/// That of the country, or else of the language at all.
QString Language::systemsCode() const {
    const QString name = QLocale::system().name();
    for (const QString& code : {name, name.section(QLatin1Char('_'), 0, 0)}) {
        if (isOffered(code)) return code;
    }
    return original;
}

void Language::choose(const QString& code) {
    chosen_ = code;
    const QString wanted = code.isEmpty() ? systemsCode() : isOffered(code) ? code : original;
    if (wanted == code_) return;
    code_ = wanted;
    QCoreApplication::removeTranslator(&translator_);
    QCoreApplication::removeTranslator(&toolkit_);
    if (code_ == original) return;
    const QString toolkitFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (toolkit_.load(QStringLiteral("qtbase_") + code_, toolkitFolder)) {
        QCoreApplication::installTranslator(&toolkit_);
    }
    if (translator_.load(fileOf(code_))) QCoreApplication::installTranslator(&translator_);
}

}  // namespace prunescope::ui
