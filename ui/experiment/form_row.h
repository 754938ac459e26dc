#pragma once

#include <nlohmann/json.hpp>

#include <QString>
#include <QWidget>
#include <string>

namespace prunescope::ui {

/// One option of a run in the form: a value that can be changed, what it is compared with, and what is wrong
/// with it.
///
/// What is typed counts when the field is left, by Enter, or by `commit`; half a number never does. A value
/// that is not allowed is kept as typed, marked with the reason, and changes nothing; Esc brings the last
/// allowed one back.
class FormRow : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// How a row is divided.
    static constexpr int titleStretch = 4;
    static constexpr int fieldStretch = 5;

    virtual const std::string& key() const = 0;
    virtual QString title() const = 0;
    /// The last value that was allowed.
    virtual const nlohmann::json& value() const = 0;
    virtual void setValue(const nlohmann::json& value) = 0;
    /// What the value is compared with: a value that differs is marked as changed.
    virtual void setReference(const nlohmann::json& reference) = 0;
    virtual bool isChanged() const = 0;

    /// Takes what has been typed and not counted yet.
    virtual void commit() = 0;
    /// Why what stands in the field is refused; empty when it is allowed.
    virtual QString refusal() const = 0;
    /// Something that the option alone cannot know, such as a contradiction to another option.
    virtual void showProblem(const QString& problem) = 0;
    virtual void retranslate() = 0;

signals:
    /// The user changed the value, to an allowed one or not.
    void edited();
};

}  // namespace prunescope::ui
