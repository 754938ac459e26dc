#pragma once

#include "ui/support/page.h"

#include <QCoreApplication>

class QLabel;
class QPushButton;

namespace prunescope::ui {

class ApplyFooter;
class AttentionPanel;
class MessageBar;
class ScheduleFields;

/// All that a schedule is read and typed with, one above the other: its numbers, the strengths, and the foot
/// with Apply. Its texts are looked up as those of the page that it fills.
class ScheduleControls : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(prunescope::ui::SchedulePage)
public:
    ScheduleControls(const WindowContext& context, QWidget* parent);

    MessageBar& message() const { return *message_; }
    QPushButton& otherEndButton() const { return *moveOther_; }
    ScheduleFields& fields() const { return *fields_; }
    AttentionPanel& attention() const { return *attention_; }
    ApplyFooter& footer() const { return *footer_; }

    /// What can only be read has no draft of the strengths.
    void setEditable(bool editable);
    /// The draft, or what was typed instead and cannot be followed.
    void showNumbers();
    /// Likewise, with the reason.
    void showDraft();
    void showPreview(const QString& text);
    void retranslate();

private:
    void showProblem();

    const LiveDraft& draft_;
    QLabel* notice_ = nullptr;
    MessageBar* message_ = nullptr;
    QPushButton* moveOther_ = nullptr;
    ScheduleFields* fields_ = nullptr;
    QLabel* previewText_ = nullptr;
    AttentionPanel* attention_ = nullptr;
    ApplyFooter* footer_ = nullptr;
};

}  // namespace prunescope::ui
