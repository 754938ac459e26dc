#pragma once

#include "run/records.h"
#include "run/run_config.h"
#include "ui/experiment/form_layout.h"

#include <QWidget>
#include <array>
#include <string>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace prunescope::ui {

class FormRow;
class LayerBudgets;
class OptionEditor;
class OwnOptions;
class Section;
class Theme;

/// Every option of a run as a form of three columns: the main ones open, the others folded away by what they
/// concern, and those of what is chosen by name, which change with the choice. Made from the engine's
/// descriptions alone.
class ConfigForm : public QWidget {
    Q_OBJECT
public:
    explicit ConfigForm(Theme& theme, QWidget* parent = nullptr);

    /// Of a field whose text is refused, the last value that was allowed.
    const run::RunConfig& config() const { return config_; }
    void setConfig(const run::RunConfig& config);
    /// What the fields are compared with.
    void setReference(const run::RunConfig& reference);
    bool isChanged() const;
    /// The prunable layers of the network that the form asks for, once they are known. Budgets of other
    /// layers go, which is an edit.
    void setLayers(const std::vector<run::LayerDescription>& layers);

    /// Takes what is being typed, as if its field had been left.
    void commit();
    /// "Title: reason" of the first field whose text is refused; empty when all are allowed.
    QString refusal() const;
    /// The editor of an option, such as the method's "method.KEY", or the first of a group such as
    /// "schedule"; null when there is none.
    FormRow* editorAt(const std::string& where) const;
    void clearProblems();
    /// Shows a problem at a field and unfolds its section.
    void showProblem(FormRow& editor, const QString& problem);
    /// Goes to the budget of a layer.
    void selectLayer(const std::string& layer);
    /// Puts something of the page's own below the row of an option.
    void insertBelow(const std::string& key, QWidget& own);
    /// In the order of the form.
    std::vector<FormRow*> editors() const;
    /// Unfolds where it stands.
    void reveal(FormRow& row);
    void retranslate();

signals:
    void edited();

private:
    void makeColumns();
    void addEditor(const run::OptionDescription& option);
    void addRow(FormRow& row);
    void takeEdit(const FormRow& row);
    void addOwnOptions();
    /// Those that this option chooses; null for one that chooses nothing.
    OwnOptions* chosenBy(const std::string& key) const;
    void compareOwnOptions();
    void hideEmptySections();
    Section* sectionOf(const FormRow& row) const;

    Theme& theme_;
    run::RunConfig config_;
    run::RunConfig reference_;
    std::array<QVBoxLayout*, formColumns> mainRows_{};
    std::array<QLabel*, formColumns> titles_{};
    std::vector<Section*> sections_;
    std::vector<FormRow*> fixed_;  ///< in the order of the form
    LayerBudgets* budgets_ = nullptr;
    std::vector<OwnOptions*> own_;
};

}  // namespace prunescope::ui
