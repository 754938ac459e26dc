#pragma once

#include "run/option.h"
#include "ui/experiment/form_row.h"
#include "ui/experiment/option_text.h"

#include <QString>
#include <QStringList>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace prunescope::ui {

class MessageBar;
class PlaceButton;
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
    bool place = false;                       ///< the text is a folder or a file: offers to choose one
    QStringList files{};                      ///< "*.json": it may be such a file, which can then be chosen
    bool percent = false;                     ///< a share, written as a percentage
    std::optional<std::int64_t> automatic{};  ///< the number by which the engine knows "auto"
};

/// A row of title, the widget that suits the option's kind, and below it what is wrong.
class OptionEditor : public FormRow {
    Q_OBJECT
public:
    OptionEditor(Theme& theme, run::OptionDescription option, EditorHints hints = {},
                 QWidget* parent = nullptr);

    const std::string& key() const override { return option_.key; }
    QString title() const override;
    const nlohmann::json& value() const override { return value_; }
    void setValue(const nlohmann::json& value) override;
    void setReference(const nlohmann::json& reference) override;
    bool isChanged() const override;
    void commit() override;
    QString refusal() const override { return refusal_; }
    void showProblem(const QString& problem) override;
    void retranslate() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeField();
    void makeCombo();
    QWidget* withBrowse(QWidget& input);
    void followText(QLineEdit& line);
    void take(const nlohmann::json& candidate);
    void takeText(const QString& text);
    void refuse(const QString& reason);
    void giveUp();
    QString lastAllowed() const;
    void display();
    void displayChoice();
    void refresh();
    void stepBy(int steps);

    Theme& theme_;
    run::OptionDescription option_;
    EditorHints hints_;
    OptionText text_;
    nlohmann::json value_;
    nlohmann::json reference_;
    QString refusal_;
    QString problem_;
    bool typing_ = false;  ///< the text has changed and does not count yet
    QLabel* label_;
    QCheckBox* check_ = nullptr;
    QComboBox* combo_ = nullptr;
    QLineEdit* line_ = nullptr;
    PlaceButton* browse_ = nullptr;
    QWidget* input_ = nullptr;  ///< the one that takes the focus
    MessageBar* message_;
};

}  // namespace prunescope::ui
