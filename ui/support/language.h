#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace prunescope::ui {

/// The window's language; a change reaches every widget as QEvent::LanguageChange.
class Language : public QObject {
    Q_OBJECT
public:
    explicit Language(QObject* parent = nullptr);
    /// "en", "ja", or "" for the system's (English when it is neither).
    void choose(const QString& code);
    /// Languages besides English that this program carries.
    static QStringList translations();
    const QString& chosen() const { return chosen_; }
    const QString& code() const { return code_; }

private:
    QString chosen_;
    QString code_ = QStringLiteral("en");
    QTranslator toolkit_;  ///< the words of Qt itself, such as those of its file dialog
    QTranslator translator_;
};

}  // namespace prunescope::ui
