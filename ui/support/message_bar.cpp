#include "ui/support/message_bar.h"

#include "ui/support/plain_label.h"
#include "ui/support/theme.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr int usualFadeMs = 7'000;
constexpr int releaseMs = 50;

}  // namespace

MessageBar::MessageBar(Theme& theme, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      symbol_(new PlainLabel(this)),
      text_(new PlainLabel(this)),
      row_(new QHBoxLayout(this)) {
    row_->setContentsMargins(8, 8, 8, 8);
    row_->setSpacing(8);
    row_->addWidget(symbol_, 0, Qt::AlignTop);
    row_->addWidget(text_, 1);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(&theme_, &Theme::changed, this, &MessageBar::restyle);
    fade_.setSingleShot(true);
    fade_.setInterval(usualFadeMs);
    connect(&fade_, &QTimer::timeout, this, &MessageBar::fade);
    release_.setInterval(releaseMs);
    connect(&release_, &QTimer::timeout, this, &MessageBar::appear);
    hide();
}

void MessageBar::show(Kind kind, const QString& text) {
    words_ = nullptr;
    display(kind, text);
}

void MessageBar::show(Kind kind, Words words) {
    words_ = std::move(words);
    display(kind, words_());
}

void MessageBar::display(Kind kind, const QString& text) {
    kind_ = kind;
    text_->setText(text);
    setAccessibleName(text);
    restyle();
    fade_.stop();
    if (text.isEmpty()) return clear();
    if (kind == Kind::information && !asks() && fade_.interval() > 0) fade_.start();
    appear();
}

void MessageBar::appear() {
    if (QGuiApplication::mouseButtons() != Qt::NoButton) {
        if (isHidden() && !release_.isActive()) release_.start();
        return;
    }
    release_.stop();
    setVisible(!text_->text().isEmpty());
}

/// Not while somebody reads it.
void MessageBar::fade() {
    if (underMouse()) {
        fade_.start();
    } else {
        clear();
    }
}

QPushButton* MessageBar::addButton() {
    auto* button = new QPushButton(this);
    row_->insertWidget(row_->count() - (dismiss_ != nullptr ? 1 : 0), button);
    return button;
}

bool MessageBar::asks() const {
    const auto buttons = findChildren<QPushButton*>();
    return std::any_of(buttons.begin(), buttons.end(),
                       [](const auto* button) { return !button->isHidden(); });
}

void MessageBar::addDismissButton() {
    dismiss_ = new QToolButton(this);
    dismiss_->setObjectName(QStringLiteral("dismissMessage"));
    dismiss_->setAutoRaise(true);
    dismiss_->setText(QStringLiteral("✕"));
    row_->addWidget(dismiss_, 0, Qt::AlignTop);
    connect(dismiss_, &QToolButton::clicked, this, &MessageBar::clear);
    nameDismissButton();
}

void MessageBar::nameDismissButton() {
    if (dismiss_ == nullptr) return;
    dismiss_->setToolTip(tr("Dismiss the message"));
    dismiss_->setAccessibleName(tr("Dismiss the message"));
}

void MessageBar::clear() {
    words_ = nullptr;
    fade_.stop();
    release_.stop();
    text_->clear();
    hide();
}

QString MessageBar::text() const {
    return text_->text();
}

void MessageBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        nameDismissButton();
        if (words_) {
            text_->setText(words_());
            setAccessibleName(text_->text());
        }
    }
    QFrame::changeEvent(event);
}

void MessageBar::restyle() {
    const QColor colour = kind_ == Kind::error     ? theme_.error()
                          : kind_ == Kind::warning ? theme_.warning()
                                                   : theme_.accent();
    symbol_->setText(kind_ == Kind::information ? QStringLiteral("ⓘ") : QStringLiteral("⚠"));
    symbol_->setStyleSheet(QStringLiteral("color: %1; font-weight: bold").arg(colour.name()));
    setStyleSheet(QStringLiteral("prunescope--ui--MessageBar { background: %1; border-left: 3px solid %2; }")
                      .arg(theme_.surface().name(), colour.name()));
}

}  // namespace prunescope::ui
