#include "ui/report/reference_picker.h"

#include <QFileDialog>
#include <QSignalBlocker>

namespace prunescope::ui {

ReferencePicker::ReferencePicker(QWidget* parent) : QComboBox(parent) {
    setObjectName(QStringLiteral("referenceCombo"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    constexpr int fewestLetters = 12;
    setMinimumContentsLength(fewestLetters);
    connect(this, &QComboBox::activated, this, &ReferencePicker::take);
}

void ReferencePicker::setChoices(const std::optional<Choices>& choices, const std::filesystem::path& chosen) {
    choices_ = choices;
    chosen_ = chosen;
    fill();
}

void ReferencePicker::fill() {
    const QSignalBlocker quiet(this);
    clear();
    addItem(tr("Nothing"));
    int current = 0;
    for (const workspace::ReferenceChoice& choice : choices_.value_or(Choices())) {
        const QString name = QString::fromStdString(choice.id);
        addItem(choice.finished ? name : tr("%1 (not finished)").arg(name));
        if (choice.folder.path() == chosen_) current = count() - 1;
    }
    if (!chosen_.empty() && current == 0) {
        addItem(QString::fromStdString(chosen_.filename().string()));
        current = count() - 1;
    }
    addItem(tr("Another run…"));
    setCurrentIndex(current);
    setToolTip(
        !choices_ ? QString()
        : choices_->empty()
            ? tr("A dense run of the same network and data set shows what pruning cost. There is none in "
                 "this workspace: start one with the method dense, or choose a folder.")
            : tr("A dense run of the same network and data set shows what pruning cost. One with as many "
                 "epochs and the same seed is chosen by itself."));
}

void ReferencePicker::take(int index) {
    const auto choices = static_cast<int>(choices_ ? choices_->size() : 0);
    if (index == count() - 1) {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Run to compare with"),
                                                                 QString::fromStdString(workspace_.string()));
        if (folder.isEmpty()) return fill();
        chosen_ = folder.toStdString();
    } else if (index == 0) {
        chosen_.clear();
    } else if (index <= choices) {
        chosen_ = (*choices_)[static_cast<std::size_t>(index) - 1].folder.path();
    }
    emit picked();
}

}  // namespace prunescope::ui
