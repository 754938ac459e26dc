#include "ui/experiment/option_editor.h"

#include "base/error.h"
#include "ui/experiment/error_text.h"
#include "ui/experiment/place_button.h"
#include "ui/support/engine_text.h"
#include "ui/support/message_bar.h"
#include "ui/support/plain_label.h"
#include "ui/support/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr int longestText = 4096;

}  // namespace

OptionEditor::OptionEditor(Theme& theme, run::OptionDescription option, EditorHints hints, QWidget* parent)
    : FormRow(parent),
      theme_(theme),
      option_(std::move(option)),
      hints_(std::move(hints)),
      text_(option_, {.percent = hints_.percent, .automatic = hints_.automatic}),
      value_(option_.defaultValue),
      reference_(option_.defaultValue),
      label_(new PlainLabel(this)),
      message_(new MessageBar(theme_, this)) {
    const QString name = QString::fromStdString(option_.key);
    setObjectName(QStringLiteral("option.") + name);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(0, titleStretch);
    layout->setColumnStretch(1, fieldStretch);
    label_->setWordWrap(true);
    QWidget* field = makeField();
    layout->addWidget(label_, 0, 0);
    layout->addWidget(field, 0, 1);
    layout->addWidget(message_, 1, 0, 1, 2);
    message_->setObjectName(name + QStringLiteral(".message"));
    input_->setObjectName(name);
    input_->setFocusPolicy(Qt::StrongFocus);
    input_->installEventFilter(this);
    label_->setBuddy(input_);
    setFocusProxy(input_);
    // A new style sheet of the application takes the label's bold away.
    connect(&theme_, &Theme::changed, this, &OptionEditor::refresh);
    retranslate();
}

QWidget* OptionEditor::makeField() {
    if (option_.kind == run::OptionKind::boolean) {
        check_ = new QCheckBox(this);
        connect(check_, &QCheckBox::clicked, this, [this](bool on) { take(on); });
        input_ = check_;
        return check_;
    }
    if (option_.kind == run::OptionKind::choice) {
        for (const auto& choice : option_.choices) hints_.suggestions.push_back({choice, choice, ""});
    }
    if (!hints_.suggestions.empty()) {
        makeCombo();
        return hints_.files.isEmpty() ? combo_ : withBrowse(*combo_);
    }
    line_ = new QLineEdit(this);
    line_->setMaxLength(longestText);
    followText(*line_);
    input_ = line_;
    return hints_.place || !hints_.files.isEmpty() ? withBrowse(*line_) : line_;
}

void OptionEditor::makeCombo() {
    combo_ = new QComboBox(this);
    combo_->setEditable(hints_.freeText);
    combo_->setInsertPolicy(QComboBox::NoInsert);
    // A long title must not widen the dock.
    combo_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo_->setMinimumContentsLength(6);
    for (const Suggestion& s : hints_.suggestions) {
        combo_->addItem(QString(), QString::fromStdString(s.value));
    }
    connect(combo_, &QComboBox::activated, this, [this](int index) {
        const QString value = combo_->itemData(index).toString();
        if (combo_->isEditable()) combo_->setEditText(value);
        takeText(value);
    });
    if (combo_->isEditable()) {
        combo_->lineEdit()->setMaxLength(longestText);
        followText(*combo_->lineEdit());
    }
    input_ = combo_;
}

void OptionEditor::followText(QLineEdit& line) {
    connect(&line, &QLineEdit::textEdited, this, [this] { typing_ = true; });
    connect(&line, &QLineEdit::editingFinished, this, &OptionEditor::commit);
}

/// The field with a button beside it that lets a place on the disk be chosen.
QWidget* OptionEditor::withBrowse(QWidget& input) {
    auto* field = new QWidget(this);
    auto* layout = new QHBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    const auto here = [this] {
        if (line_ != nullptr) return line_->text();
        // A name that stands for something else is no place.
        const QString written = combo_->currentText();
        return written.contains(QLatin1Char('/')) ? written : QString();
    };
    browse_ = new PlaceButton(here, hints_.files, field);
    browse_->setObjectName(QString::fromStdString(option_.key) + QStringLiteral(".browse"));
    connect(browse_, &PlaceButton::chosen, this, &OptionEditor::takeText);
    layout->addWidget(&input, 1);
    layout->addWidget(browse_);
    return field;
}

QString OptionEditor::title() const {
    return engineText(option_.title);
}

void OptionEditor::setValue(const nlohmann::json& value) {
    problem_.clear();
    typing_ = false;
    try {
        value_ = run::validated(option_, value);
        refusal_.clear();
    } catch (const Error& e) {
        refusal_ = reasonText(e);
    }
    display();
    refresh();
}

void OptionEditor::setReference(const nlohmann::json& reference) {
    reference_ = reference;
    refresh();
}

bool OptionEditor::isChanged() const {
    return !refusal_.isEmpty() || value_ != reference_;
}

void OptionEditor::showProblem(const QString& problem) {
    problem_ = problem;
    refresh();
}

void OptionEditor::take(const nlohmann::json& candidate) {
    problem_.clear();
    typing_ = false;
    value_ = candidate;
    refusal_.clear();
    refresh();
    emit edited();
}

void OptionEditor::refuse(const QString& reason) {
    problem_.clear();
    refusal_ = reason + QLatin1Char(' ') + tr("Esc brings %1 back.").arg(lastAllowed());
    refresh();
    emit edited();
}

void OptionEditor::giveUp() {
    typing_ = false;
    refusal_.clear();
    display();
    refresh();
    emit edited();
}

void OptionEditor::commit() {
    if (!typing_) return;
    typing_ = false;
    takeText(line_ != nullptr ? line_->text() : combo_->currentText());
}

void OptionEditor::takeText(const QString& text) {
    try {
        take(text_.valueOf(text.trimmed()));
        display();
    } catch (const Error& e) {
        refuse(reasonText(e));
    }
}

QString OptionEditor::lastAllowed() const {
    const QString text = text_.textOf(value_);
    return text.isEmpty() ? tr("the empty field") : text;
}

void OptionEditor::display() {
    if (check_ != nullptr) check_->setChecked(value_.is_boolean() && value_.get<bool>());
    if (line_ != nullptr) line_->setText(text_.textOf(value_));
    if (line_ != nullptr) line_->setCursorPosition(0);
    if (combo_ != nullptr) displayChoice();
}

void OptionEditor::displayChoice() {
    const QString text = text_.textOf(value_);
    typing_ = false;
    int index = combo_->findData(text);
    if (index < 0 && !combo_->isEditable()) {
        // From a file of another version: shown as it is, for the check to say what is wrong.
        combo_->addItem(text, text);
        index = combo_->count() - 1;
    }
    combo_->setCurrentIndex(index);
    if (combo_->isEditable()) combo_->setEditText(text);
}

void OptionEditor::refresh() {
    const QString problem = refusal_.isEmpty() ? problem_ : refusal_;
    message_->show(MessageBar::Kind::error, problem);
    QFont font = label_->font();
    font.setBold(isChanged());
    label_->setFont(font);
    label_->setText(isChanged() ? title() + QStringLiteral(" •") : title());
    input_->setAccessibleDescription(problem.isEmpty() ? engineText(option_.help) : problem);
}

void OptionEditor::retranslate() {
    QString tip = engineText(option_.help);
    if (const QString allowed = text_.allowed(); !allowed.isEmpty()) tip += QLatin1Char('\n') + allowed;
    label_->setToolTip(tip);
    input_->setToolTip(tip);
    input_->setAccessibleName(title());
    if (combo_ != nullptr && combo_->isEditable()) combo_->lineEdit()->setAccessibleName(title());
    const bool mayBeEmpty = option_.kind == run::OptionKind::text || option_.kind == run::OptionKind::numbers;
    if (line_ != nullptr && mayBeEmpty) {
        line_->setPlaceholderText(hints_.place ? tr("found by itself") : tr("none"));
        constexpr int ownMargins = 12;  // of QLineEdit, with its frame
        line_->setMinimumWidth(line_->fontMetrics().horizontalAdvance(line_->placeholderText()) + ownMargins);
    }
    if (browse_ != nullptr) browse_->retranslate();
    for (std::size_t i = 0; i < hints_.suggestions.size(); ++i) {
        const Suggestion& s = hints_.suggestions[i];
        const bool named = s.title != s.value;
        combo_->setItemText(static_cast<int>(i), hints_.freeText ? QString::fromStdString(s.value)
                                                 : named         ? engineText(s.title)
                                                                 : engineWord(s.value));
        combo_->setItemData(static_cast<int>(i), engineText(s.help), Qt::ToolTipRole);
    }
    // Some values are words, too; what is being typed stays.
    if (!typing_ && refusal_.isEmpty()) display();
    refresh();
}

bool OptionEditor::eventFilter(QObject* watched, QEvent* event) {
    // The wheel scrolls the form; it must not change a field that merely passes under the pointer.
    if (event->type() == QEvent::Wheel && !input_->hasFocus()) {
        event->ignore();
        return true;
    }
    const auto* key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
    const bool changed = typing_ || !refusal_.isEmpty();
    if (key != nullptr && key->key() == Qt::Key_Escape && changed) {
        giveUp();
        return true;
    }
    if (key != nullptr && option_.kind == run::OptionKind::integer) {
        const int size = key->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
        if (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
            stepBy(key->key() == Qt::Key_Up ? size : -size);
            return true;
        }
    }
    return FormRow::eventFilter(watched, event);
}

void OptionEditor::stepBy(int steps) {
    commit();
    if (!refusal_.isEmpty()) return;
    const auto now = static_cast<double>(value_.get<qint64>());
    const double next = std::clamp(now + steps, option_.minimum, option_.maximum);
    setValue(static_cast<qint64>(next));
    emit edited();
}

}  // namespace prunescope::ui
