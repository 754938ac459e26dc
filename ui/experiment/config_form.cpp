#include "ui/experiment/config_form.h"

#include "prune/method.h"
#include "run/config_io.h"
#include "ui/experiment/form_layout.h"
#include "ui/experiment/option_editor.h"
#include "ui/experiment/section.h"

#include <QVBoxLayout>
#include <algorithm>

namespace prunescope::ui {
namespace {

const std::string methodPrefix = "method.";

const run::ConfigField* fieldOf(const std::string& key) {
    const auto& fields = run::configFields();
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.description.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

/// Null for a name that the engine does not know.
const run::Description* methodOf(const std::string& name) {
    for (const auto& entry : prune::methods()) {
        if (entry.description.name == name) return &entry.description;
    }
    return nullptr;
}

}  // namespace

ConfigForm::ConfigForm(Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), mainRows_(new QVBoxLayout) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    mainRows_->setSpacing(8);
    layout->addLayout(mainRows_);
    for (std::size_t i = 1; i < formParts; ++i) {
        auto* section = new Section(partName(static_cast<FormPart>(i)), this);
        sections_.push_back(section);
        layout->addWidget(section);
    }
    methodSection_ = sections_[static_cast<std::size_t>(FormPart::method) - 1];
    for (const std::string& key : keysInOrder()) {
        if (const run::ConfigField* field = fieldOf(key)) addEditor(field->description);
    }
    buildMethodOptions();
    retranslate();
}

void ConfigForm::addEditor(const run::OptionDescription& option) {
    auto* editor = new OptionEditor(theme_, option, hintsFor(option.key), this);
    fixed_.push_back(editor);
    const auto part = static_cast<std::size_t>(partOf(option.key));
    (part == 0 ? mainRows_ : sections_[part - 1]->rows())->addWidget(editor);
    connect(editor, &OptionEditor::edited, this, [this, editor] { takeEdit(*editor); });
}

void ConfigForm::setConfig(const run::RunConfig& config) {
    config_ = config;
    optionsOfMethod_.clear();
    for (OptionEditor* editor : fixed_) editor->setValue(fieldOf(editor->key())->get(config_));
    buildMethodOptions();
    showWhatApplies();
}

void ConfigForm::setReference(const run::RunConfig& reference) {
    reference_ = reference;
    for (OptionEditor* editor : fixed_) editor->setReference(fieldOf(editor->key())->get(reference_));
    compareMethodOptions();
}

bool ConfigForm::isChanged() const {
    const auto all = editors();
    return std::any_of(all.begin(), all.end(), [](const auto* editor) { return editor->isChanged(); });
}

void ConfigForm::takeEdit(const OptionEditor& editor) {
    if (editor.refusal().isEmpty()) {
        if (editor.key() == "method") {
            changeMethod(editor.value().get<std::string>());
        } else {
            fieldOf(editor.key())->set(config_, editor.value());
        }
    }
    showWhatApplies();
    emit edited();
}

void ConfigForm::changeMethod(const std::string& method) {
    if (method == config_.method) return;
    optionsOfMethod_[config_.method] = config_.methodOptions;
    config_.method = method;
    const auto known = optionsOfMethod_.find(method);
    config_.methodOptions = known == optionsOfMethod_.end() ? nlohmann::json::object() : known->second;
    buildMethodOptions();
}

void ConfigForm::buildMethodOptions() {
    for (OptionEditor* editor : ofMethod_) {
        methodSection_->rows()->removeWidget(editor);
        editor->hide();
        editor->setParent(nullptr);
        editor->deleteLater();
    }
    ofMethod_.clear();
    const run::Description* method = methodOf(config_.method);
    const std::vector<run::OptionDescription> none;
    for (run::OptionDescription option : method == nullptr ? none : method->options) {
        const auto given = config_.methodOptions.find(option.key);
        const nlohmann::json value = given == config_.methodOptions.end() ? option.defaultValue : *given;
        option.key = methodPrefix + option.key;
        auto* editor = new OptionEditor(theme_, option, {}, this);
        editor->setValue(value);
        methodSection_->rows()->addWidget(editor);
        ofMethod_.push_back(editor);
        connect(editor, &OptionEditor::edited, this, [this] {
            readMethodOptions();
            emit edited();
        });
    }
    if (method != nullptr) readMethodOptions();
    methodSection_->setVisible(!ofMethod_.empty());
    compareMethodOptions();
}

void ConfigForm::readMethodOptions() {
    config_.methodOptions = nlohmann::json::object();
    for (const OptionEditor* editor : ofMethod_) {
        config_.methodOptions[editor->key().substr(methodPrefix.size())] = editor->value();
    }
}

void ConfigForm::compareMethodOptions() {
    const run::Description* method = methodOf(config_.method);
    if (method == nullptr) return;
    const bool same = reference_.method == config_.method;
    for (std::size_t i = 0; i < ofMethod_.size(); ++i) {
        const run::OptionDescription& option = method->options[i];
        const bool given = same && reference_.methodOptions.contains(option.key);
        ofMethod_[i]->setReference(given ? reference_.methodOptions[option.key] : option.defaultValue);
    }
}

void ConfigForm::showWhatApplies() {
    for (OptionEditor* editor : fixed_) {
        // What is refused stays in sight until it is mended.
        editor->setVisible(appliesTo(config_, editor->key()) || !editor->refusal().isEmpty());
    }
}

void ConfigForm::commit() {
    for (OptionEditor* editor : editors()) editor->commit();
}

std::vector<OptionEditor*> ConfigForm::editors() const {
    std::vector<OptionEditor*> all(fixed_);
    all.insert(all.end(), ofMethod_.begin(), ofMethod_.end());
    std::stable_sort(all.begin(), all.end(), [](const OptionEditor* a, const OptionEditor* b) {
        return partOf(a->key()) < partOf(b->key());
    });
    return all;
}

QString ConfigForm::refusal() const {
    for (const OptionEditor* editor : editors()) {
        if (!editor->refusal().isEmpty())
            return QStringLiteral("%1: %2").arg(editor->title(), editor->refusal());
    }
    return {};
}

OptionEditor* ConfigForm::editorAt(const std::string& where) const {
    if (where.empty()) return nullptr;
    const auto all = editors();
    const auto find = [&all](auto&& fits) -> OptionEditor* {
        const auto found = std::find_if(all.begin(), all.end(), fits);
        return found == all.end() ? nullptr : *found;
    };
    if (OptionEditor* exact = find([&](const auto* e) { return e->key() == where; })) return exact;
    if (where == "method_options") return editorAt(ofMethod_.empty() ? "method" : ofMethod_.front()->key());
    if (OptionEditor* own = find([&](const auto* e) { return e->key() == methodPrefix + where; })) return own;
    const std::string group = where.substr(0, where.find('.')) + ".";
    return find([&](const auto* e) { return e->key().starts_with(group); });
}

void ConfigForm::clearProblems() {
    for (OptionEditor* editor : editors()) editor->showProblem({});
}

Section* ConfigForm::sectionOf(const OptionEditor& editor) const {
    const auto part = static_cast<std::size_t>(partOf(editor.key()));
    return part == 0 ? nullptr : sections_[part - 1];
}

void ConfigForm::showProblem(OptionEditor& editor, const QString& problem) {
    editor.showProblem(problem);
    if (Section* section = sectionOf(editor)) section->setExpanded(true);
}

void ConfigForm::retranslate() {
    for (std::size_t i = 0; i < sections_.size(); ++i) {
        sections_[i]->setTitle(partTitle(static_cast<FormPart>(i + 1)));
    }
    for (OptionEditor* editor : editors()) editor->retranslate();
}

}  // namespace prunescope::ui
