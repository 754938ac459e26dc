#pragma once

#include "workspace/references.h"

#include <QComboBox>
#include <filesystem>
#include <optional>
#include <vector>

namespace prunescope::ui {

/// What a report is compared with: nothing, a run of the workspace, or any other.
class ReferencePicker : public QComboBox {
    Q_OBJECT
public:
    explicit ReferencePicker(QWidget* parent = nullptr);

    using Choices = std::vector<workspace::ReferenceChoice>;
    /// Nothing before the workspace has been looked through.
    const std::optional<Choices>& choices() const { return choices_; }
    /// Empty: none.
    const std::filesystem::path& chosen() const { return chosen_; }
    void setChoices(const std::optional<Choices>& choices, const std::filesystem::path& chosen);
    /// Where the dialog for any other run begins.
    void setWorkspace(const std::filesystem::path& workspace) { workspace_ = workspace; }
    void retranslate() { fill(); }

signals:
    void picked();

private:
    void fill();
    void take(int index);

    std::optional<Choices> choices_;
    std::filesystem::path chosen_;
    std::filesystem::path workspace_;
};

}  // namespace prunescope::ui
