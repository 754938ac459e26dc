#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>
#include <vector>

namespace prunescope::ui {

/// The window's language; a change reaches every widget as QEvent::LanguageChange. A language is one file,
/// `resources/translations/prunescope_CODE.ts`: those that were built in are found by their names, and what
/// else depends on a language (its own name, the fonts to prefer) stands in the file, in the context
/// "Language".
class Language : public QObject {
    Q_OBJECT
public:
    struct Offer {
        QString code;  ///< "en", "ja", "pt_BR"
        QString name;  ///< as its speakers call it
    };

    explicit Language(QObject* parent = nullptr);
    /// The code of one that is offered, or "" for the system's (English when there is none such).
    void choose(const QString& code);
    /// The languages that this program carries, English before the others.
    const std::vector<Offer>& offered() const { return offered_; }
    const QString& chosen() const { return chosen_; }
    const QString& code() const { return code_; }

private:
    bool isOffered(const QString& code) const;
    QString systemsCode() const;

    std::vector<Offer> offered_;
    QString chosen_;
    QString code_;
    QTranslator toolkit_;  ///< the words of Qt itself, such as those of its file dialog
    QTranslator translator_;
};

}  // namespace prunescope::ui
