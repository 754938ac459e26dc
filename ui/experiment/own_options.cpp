#include "ui/experiment/own_options.h"

#include "train/choices.h"
#include "ui/experiment/option_editor.h"

#include <QVBoxLayout>

namespace prunescope::ui {

OwnOptions::OwnOptions(Theme& theme, const run::ConfigGroup& group, QVBoxLayout& rows, QWidget* anchor,
                       QWidget& form)
    : QObject(&form), theme_(theme), group_(group), rows_(rows), anchor_(anchor), form_(form) {}

void OwnOptions::show(run::RunConfig& config) {
    lastSet_.clear();
    build(config);
}

void OwnOptions::choose(run::RunConfig& config, const std::string& name) {
    const run::Description* before = train::chosenBy(config, group_.choice);
    if (before != nullptr && before->name == name) return;
    if (before != nullptr) lastSet_[before->name] = group_.of(config);
    run::setOption(config, group_.choice, name, {});
    const auto known = lastSet_.find(name);
    group_.in(config) = known == lastSet_.end() ? nlohmann::json::object() : known->second;
    build(config);
}

void OwnOptions::build(run::RunConfig& config) {
    for (OptionEditor* editor : editors_) {
        rows_.removeWidget(editor);
        editor->hide();
        editor->setParent(nullptr);
        editor->deleteLater();
    }
    editors_.clear();
    const run::Description* chosen = train::chosenBy(config, group_.choice);
    if (chosen == nullptr) return;
    int row = anchor_ == nullptr ? rows_.count() : rows_.indexOf(anchor_) + 1;
    const nlohmann::json& given = group_.of(config);
    for (run::OptionDescription option : chosen->options) {
        const auto value = given.find(option.key);
        const nlohmann::json shown = value == given.end() ? option.defaultValue : *value;
        option.key = group_.keyOf(option.key);
        auto* editor = new OptionEditor(theme_, option, {}, &form_);
        editor->setValue(shown);
        rows_.insertWidget(row++, editor);
        editors_.push_back(editor);
        connect(editor, &OptionEditor::edited, this, &OwnOptions::edited);
    }
    read(config);
}

void OwnOptions::read(run::RunConfig& config) const {
    nlohmann::json values = nlohmann::json::object();
    for (const OptionEditor* editor : editors_)
        values[editor->key().substr(group_.names.prefix.size() + 1)] = editor->value();
    group_.in(config) = std::move(values);
}

void OwnOptions::compare(const run::RunConfig& config, const run::RunConfig& reference) {
    const run::Description* chosen = train::chosenBy(config, group_.choice);
    if (chosen == nullptr) return;
    const bool same = train::chosenBy(reference, group_.choice) == chosen;
    const nlohmann::json& usual = group_.of(reference);
    for (std::size_t i = 0; i < editors_.size(); ++i) {
        const run::OptionDescription& option = chosen->options[i];
        const bool given = same && usual.contains(option.key);
        editors_[i]->setReference(given ? usual[option.key] : option.defaultValue);
    }
}

}  // namespace prunescope::ui
