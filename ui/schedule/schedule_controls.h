#pragma once

#include "ui/curve/schedule_draft.h"
#include "ui/support/page.h"

#include <QCoreApplication>
#include <optional>

class QLabel;
class QPushButton;

namespace prunescope::ui {

class ApplyFooter;
class AttentionPanel;
class MessageBar;
class ScheduleCurve;
class ScheduleFields;

/// All that a schedule is read and bent with, one above the other: its curve, its numbers, the strengths, and
/// the foot with Apply. Its texts are looked up as those of the page that it fills.
class ScheduleControls : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(prunescope::ui::SchedulePage)
public:
    /// `draft` outlives it.
    ScheduleControls(const PageContext& context, ScheduleDraft& draft, QWidget* parent);

    ScheduleCurve& curve() const { return *curve_; }
    MessageBar& message() const { return *message_; }
    QPushButton& otherEndButton() const { return *moveOther_; }
    ScheduleFields& fields() const { return *fields_; }
    AttentionPanel& attention() const { return *attention_; }
    ApplyFooter& footer() const { return *footer_; }

    /// What can only be read has no draft of the strengths.
    void setEditable(bool editable);
    /// The draft, or what was typed instead and cannot be followed: then with the reason.
    void showDraft(const std::optional<run::SparsitySchedule>& refused);
    void showPreview(const QString& text);
    void retranslate(const std::optional<run::SparsitySchedule>& refused);

private:
    void showProblem(const std::optional<run::SparsitySchedule>& refused);

    const ScheduleDraft& draft_;
    QLabel* notice_ = nullptr;
    ScheduleCurve* curve_ = nullptr;
    MessageBar* message_ = nullptr;
    QPushButton* moveOther_ = nullptr;
    ScheduleFields* fields_ = nullptr;
    QLabel* previewText_ = nullptr;
    AttentionPanel* attention_ = nullptr;
    ApplyFooter* footer_ = nullptr;
};

}  // namespace prunescope::ui
