#include "ui/experiment/config_form.h"

#include "run/config_io.h"
#include "ui/experiment/form_layout.h"
#include "ui/experiment/form_row.h"
#include "ui/experiment/layer_budgets.h"
#include "ui/experiment/option_editor.h"
#include "ui/experiment/own_options.h"
#include "ui/experiment/section.h"
#include "ui/support/plain_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

namespace prunescope::ui {
namespace {

const run::ConfigField* fieldOf(const std::string& key) {
    const auto& fields = run::configFields();
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.description.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

}  // namespace

ConfigForm::ConfigForm(Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    makeColumns();
    for (const std::string& key : keysInOrder()) {
        if (const run::ConfigField* field = fieldOf(key)) addEditor(field->description);
    }
    addOwnOptions();
    retranslate();
}

void ConfigForm::makeColumns() {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(32);
    std::array<QVBoxLayout*, formColumns> columns{};
    for (std::size_t i = 0; i < formColumns; ++i) {
        // A widget each, so that the Tab key goes down one after the other.
        auto* column = new QWidget(this);
        columns[i] = new QVBoxLayout(column);
        columns[i]->setContentsMargins(0, 0, 0, 0);
        columns[i]->setSpacing(8);
        titles_[i] = new PlainLabel(column);
        QFont large = titles_[i]->font();
        large.setPointSizeF(large.pointSizeF() * 1.2);
        titles_[i]->setFont(large);
        columns[i]->addWidget(titles_[i]);
        mainRows_[i] = new QVBoxLayout;
        mainRows_[i]->setSpacing(8);
        columns[i]->addLayout(mainRows_[i]);
        row->addWidget(column, 1);
    }
    for (std::size_t i = 1; i < formParts; ++i) {
        const auto part = static_cast<FormPart>(i);
        auto* section = new Section(partName(part), this);
        sections_.push_back(section);
        columns[static_cast<std::size_t>(columnOf(part))]->addWidget(section);
        // What there is room for.
        section->setExpanded(part == FormPart::layers);
    }
    for (QVBoxLayout* column : columns) column->addStretch(1);
}

void ConfigForm::addOwnOptions() {
    for (const run::ConfigGroup& group : run::configGroups()) {
        const std::string beginning = group.names.prefix + ".";
        const auto part = static_cast<std::size_t>(partOf(beginning));
        // Below the options that all choices share.
        const auto last = std::find_if(fixed_.rbegin(), fixed_.rend(), [&](const auto* editor) {
            return editor->key().starts_with(beginning);
        });
        auto* own = new OwnOptions(theme_, group, *sections_[part - 1]->rows(),
                                   last == fixed_.rend() ? nullptr : *last, *this);
        own_.push_back(own);
        own->show(config_);
        connect(own, &OwnOptions::edited, this, [this, own] {
            own->read(config_);
            emit edited();
        });
    }
    compareOwnOptions();
    hideEmptySections();
}

void ConfigForm::addEditor(const run::OptionDescription& option) {
    if (option.kind != run::OptionKind::shares)
        return addRow(*new OptionEditor(theme_, option, hintsFor(option.key), this));
    budgets_ = new LayerBudgets(theme_, option, this);
    addRow(*budgets_);
}

void ConfigForm::addRow(FormRow& row) {
    fixed_.push_back(&row);
    const auto part = static_cast<std::size_t>(partOf(row.key()));
    (part == 0 ? mainRows_[static_cast<std::size_t>(columnOf(row.key()))] : sections_[part - 1]->rows())
        ->addWidget(&row);
    connect(&row, &FormRow::edited, this, [this, &row] { takeEdit(row); });
}

void ConfigForm::setConfig(const run::RunConfig& config) {
    config_ = config;
    for (FormRow* editor : fixed_) editor->setValue(fieldOf(editor->key())->get(config_));
    for (OwnOptions* own : own_) own->show(config_);
    compareOwnOptions();
    hideEmptySections();
}

void ConfigForm::setReference(const run::RunConfig& reference) {
    reference_ = reference;
    for (FormRow* editor : fixed_) editor->setReference(fieldOf(editor->key())->get(reference_));
    compareOwnOptions();
}

bool ConfigForm::isChanged() const {
    const auto all = editors();
    return std::any_of(all.begin(), all.end(), [](const auto* editor) { return editor->isChanged(); });
}

void ConfigForm::setLayers(const std::vector<run::LayerDescription>& layers) {
    if (!budgets_->setLayers(layers)) return;
    sectionOf(*budgets_)->setExpanded(true);
    takeEdit(*budgets_);
}

void ConfigForm::selectLayer(const std::string& layer) {
    budgets_->select(layer);
}

/// Of a row that is refused the value is the last one that was allowed, which the configuration has.
void ConfigForm::takeEdit(const FormRow& row) {
    if (OwnOptions* own = chosenBy(row.key())) {
        own->choose(config_, row.value().get<std::string>());
        compareOwnOptions();
        hideEmptySections();
    } else {
        fieldOf(row.key())->set(config_, row.value());
    }
    emit edited();
}

OwnOptions* ConfigForm::chosenBy(const std::string& key) const {
    const auto found =
        std::find_if(own_.begin(), own_.end(), [&](const auto* own) { return own->group().choice == key; });
    return found == own_.end() ? nullptr : *found;
}

void ConfigForm::compareOwnOptions() {
    for (OwnOptions* own : own_) own->compare(config_, reference_);
}

void ConfigForm::hideEmptySections() {
    const auto all = editors();
    for (Section* section : sections_) {
        section->setVisible(std::any_of(all.begin(), all.end(),
                                        [&](const auto* editor) { return sectionOf(*editor) == section; }));
    }
}

void ConfigForm::commit() {
    for (FormRow* editor : editors()) editor->commit();
}

std::vector<FormRow*> ConfigForm::editors() const {
    std::vector<FormRow*> all(fixed_);
    for (const OwnOptions* own : own_) all.insert(all.end(), own->editors().begin(), own->editors().end());
    std::stable_sort(all.begin(), all.end(),
                     [](const FormRow* a, const FormRow* b) { return partOf(a->key()) < partOf(b->key()); });
    return all;
}

QString ConfigForm::refusal() const {
    for (const FormRow* editor : editors()) {
        if (!editor->refusal().isEmpty())
            return QStringLiteral("%1: %2").arg(editor->title(), editor->refusal());
    }
    return {};
}

FormRow* ConfigForm::editorAt(const std::string& where) const {
    if (where.empty()) return nullptr;
    const auto all = editors();
    const auto find = [&all](auto&& fits) -> FormRow* {
        const auto found = std::find_if(all.begin(), all.end(), fits);
        return found == all.end() ? nullptr : *found;
    };
    if (FormRow* exact = find([&](const auto* e) { return e->key() == where; })) return exact;
    for (const OwnOptions* own : own_) {
        if (where == own->group().names.field && !own->group().isFlat())
            return own->editors().empty() ? editorAt(own->group().choice) : own->editors().front();
    }
    const std::string group = where.substr(0, where.find('.')) + ".";
    return find([&](const auto* e) { return e->key().starts_with(group); });
}

void ConfigForm::clearProblems() {
    for (FormRow* editor : editors()) editor->showProblem({});
}

Section* ConfigForm::sectionOf(const FormRow& row) const {
    const auto part = static_cast<std::size_t>(partOf(row.key()));
    return part == 0 ? nullptr : sections_[part - 1];
}

void ConfigForm::showProblem(FormRow& editor, const QString& problem) {
    editor.showProblem(problem);
    reveal(editor);
}

void ConfigForm::reveal(FormRow& row) {
    if (Section* section = sectionOf(row)) section->setExpanded(true);
}

void ConfigForm::insertBelow(const std::string& key, QWidget& own) {
    FormRow* const row = editorAt(key);
    Section* const section = sectionOf(*row);
    QVBoxLayout& rows =
        section != nullptr ? *section->rows() : *mainRows_[static_cast<std::size_t>(columnOf(key))];
    rows.insertWidget(rows.indexOf(row) + 1, &own);
}

void ConfigForm::retranslate() {
    for (std::size_t i = 0; i < formColumns; ++i)
        titles_[i]->setText(columnTitle(static_cast<FormColumn>(i)));
    for (std::size_t i = 0; i < sections_.size(); ++i) {
        sections_[i]->setTitle(partTitle(static_cast<FormPart>(i + 1)));
    }
    for (FormRow* editor : editors()) editor->retranslate();
}

}  // namespace prunescope::ui
