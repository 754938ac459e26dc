#pragma once

#include "run/option.h"

#include <QString>
#include <QWidget>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace prunescope::ui {

class MessageBar;
class Theme;

/// A value that a text option may be chosen from, in the engine's words.
struct Suggestion {
    std::string value;
    std::string title;
    std::string help;
};

/// What an editor may know beyond the option's description.
struct EditorHints {
    std::vector<Suggestion> suggestions{};
    bool freeText = false;                    ///< other values than the suggestions may be typed
    bool folder = false;                      ///< the text is a folder: offers to browse
    bool percent = false;                     ///< a share, written as a percentage
    std::optional<std::int64_t> automatic{};  ///< the number by which the engine knows "auto"
};

/// One row of a form: title, the widget that suits the option's kind, and below it what is wrong.
///
/// What is typed counts when the field is left, by Enter, or by `commit`; half a number never does. A value
/// that the engine does not allow is kept as typed, marked with the reason, and changes nothing; Esc brings
/// the last allowed one back.
class OptionEditor : public QWidget {
    Q_OBJECT
public:
    OptionEditor(Theme& theme, run::OptionDescription option, EditorHints hints = {},
                 QWidget* parent = nullptr);

    const std::string& key() const { return option_.key; }
    QString title() const;
    /// The last value that was allowed.
    const nlohmann::json& value() const { return value_; }
    void setValue(const nlohmann::json& value);
    /// What the value is compared with: a value that differs is marked as changed.
    void setReference(const nlohmann::json& reference);
    bool isChanged() const;

    /// Takes what has been typed and not counted yet.
    void commit();
    /// Why the text that stands in the field is refused; empty when it is allowed.
    QString refusal() const { return refusal_; }
    /// Something that the option alone cannot know, such as a contradiction to another option.
    void showProblem(const QString& problem);
    void retranslate();

signals:
    /// The user changed the value, to an allowed one or not.
    void edited();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeField();
    QWidget* makeCombo();
    QWidget* makeFolderField();
    void followText(QLineEdit& line);
    void take(const nlohmann::json& candidate);
    void takeText(const QString& text);
    void refuse(const QString& reason);
    void giveUp();
    nlohmann::json valueOf(const QString& text) const;
    QString textOf(const nlohmann::json& value) const;
    QString lastAllowed() const;
    void display();
    void displayChoice();
    void refresh();
    void stepBy(int steps);
    void browse();

    Theme& theme_;
    run::OptionDescription option_;
    EditorHints hints_;
    nlohmann::json value_;
    nlohmann::json reference_;
    QString refusal_;
    QString problem_;
    bool typing_ = false;  ///< the text has changed and does not count yet
    QLabel* label_;
    QCheckBox* check_ = nullptr;
    QComboBox* combo_ = nullptr;
    QLineEdit* line_ = nullptr;
    QToolButton* browse_ = nullptr;
    QWidget* input_ = nullptr;  ///< the one that takes the focus
    MessageBar* message_;
};

}  // namespace prunescope::ui
