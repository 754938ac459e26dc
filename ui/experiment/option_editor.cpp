#include "ui/experiment/option_editor.h"

#include "base/error.h"
#include "ui/experiment/error_text.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"
#include "ui/support/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr int longestText = 4096;

QString textOf(const nlohmann::json& value) {
    if (value.is_string()) return QString::fromStdString(value.get<std::string>());
    if (value.is_number_integer()) return QString::number(value.get<qint64>());
    if (value.is_number()) return significantText(value.get<double>(), 6);
    return {};
}

/// "95 %" as "0.95", for options that are shares; other texts as they stand.
QString withoutPercent(const QString& text) {
    if (!text.endsWith(QLatin1Char('%'))) return text;
    bool isNumber = false;
    const double percent = text.chopped(1).trimmed().toDouble(&isNumber);
    return isNumber ? QString::number(percent / 100, 'g', 15) : text;
}

}  // namespace

OptionEditor::OptionEditor(Theme& theme, run::OptionDescription option, EditorHints hints, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      option_(std::move(option)),
      hints_(std::move(hints)),
      value_(option_.defaultValue),
      reference_(option_.defaultValue),
      label_(new QLabel(this)),
      message_(new MessageBar(theme_, this)) {
    const QString name = QString::fromStdString(option_.key);
    setObjectName(QStringLiteral("option.") + name);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(0, 4);
    layout->setColumnStretch(1, 5);
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
    display();
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
    if (!hints_.suggestions.empty()) return makeCombo();
    line_ = new QLineEdit(this);
    line_->setMaxLength(longestText);
    connect(line_, &QLineEdit::textEdited, this, &OptionEditor::takeText);
    input_ = line_;
    return hints_.folder ? makeFolderField() : line_;
}

QWidget* OptionEditor::makeCombo() {
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
        connect(combo_->lineEdit(), &QLineEdit::textEdited, this, &OptionEditor::takeText);
    }
    input_ = combo_;
    return combo_;
}

QWidget* OptionEditor::makeFolderField() {
    auto* field = new QWidget(this);
    auto* layout = new QHBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    browse_ = new QToolButton(field);
    browse_->setObjectName(QString::fromStdString(option_.key) + QStringLiteral(".browse"));
    browse_->setText(QStringLiteral("…"));
    connect(browse_, &QToolButton::clicked, this, &OptionEditor::browse);
    layout->addWidget(line_, 1);
    layout->addWidget(browse_);
    return field;
}

QString OptionEditor::title() const {
    return engineText(option_.title);
}

void OptionEditor::setValue(const nlohmann::json& value) {
    problem_.clear();
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
    value_ = candidate;
    refusal_.clear();
    refresh();
    emit edited();
}

void OptionEditor::takeText(const QString& text) {
    QString plain = text.trimmed();
    if (option_.kind == run::OptionKind::real) plain = withoutPercent(plain);
    try {
        take(run::parsed(option_, plain.toStdString()));
    } catch (const Error& e) {
        problem_.clear();
        refusal_ = reasonText(e);
        refresh();
        emit edited();
    }
}

void OptionEditor::display() {
    if (check_ != nullptr) check_->setChecked(value_.is_boolean() && value_.get<bool>());
    if (line_ != nullptr) line_->setText(textOf(value_));
    if (line_ != nullptr) line_->setCursorPosition(0);
    if (combo_ != nullptr) displayChoice();
}

void OptionEditor::displayChoice() {
    const QString text = textOf(value_);
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
    if (option_.kind == run::OptionKind::integer || option_.kind == run::OptionKind::real) {
        tip += QLatin1Char('\n') + tr("Allowed: %1").arg(engineText(run::allowedValues(option_)));
    }
    label_->setToolTip(tip);
    input_->setToolTip(tip);
    input_->setAccessibleName(title());
    if (line_ != nullptr && option_.kind == run::OptionKind::text) {
        line_->setPlaceholderText(hints_.folder ? tr("usual places") : tr("none"));
    }
    if (browse_ != nullptr) {
        browse_->setToolTip(tr("Choose the folder"));
        browse_->setAccessibleName(tr("Choose the folder"));
    }
    for (std::size_t i = 0; i < hints_.suggestions.size(); ++i) {
        const Suggestion& s = hints_.suggestions[i];
        combo_->setItemText(static_cast<int>(i),
                            hints_.freeText ? QString::fromStdString(s.value) : engineText(s.title));
        combo_->setItemData(static_cast<int>(i), engineText(s.help), Qt::ToolTipRole);
    }
    refresh();
}

bool OptionEditor::eventFilter(QObject* watched, QEvent* event) {
    // The wheel scrolls the form; it must not change a field that merely passes under the pointer.
    if (event->type() == QEvent::Wheel && !input_->hasFocus()) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::KeyPress && option_.kind == run::OptionKind::integer) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int size = key->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
        if (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
            stepBy(key->key() == Qt::Key_Up ? size : -size);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void OptionEditor::stepBy(int steps) {
    const auto now = static_cast<double>(value_.get<qint64>());
    const double next = std::clamp(now + steps, option_.minimum, option_.maximum);
    setValue(static_cast<qint64>(next));
    emit edited();
}

void OptionEditor::browse() {
    const QString folder = QFileDialog::getExistingDirectory(this, title(), line_->text());
    if (folder.isEmpty()) return;
    line_->setText(folder);
    takeText(folder);
}

}  // namespace prunescope::ui
