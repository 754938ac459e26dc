#pragma once

#include "run/option.h"
#include "run/records.h"
#include "ui/experiment/form_row.h"

#include <QStringList>
#include <vector>

class QLabel;
class QTableView;

namespace prunescope::ui {

class BudgetDelegate;
class LayerBudgetModel;
class MessageBar;
class Theme;

/// The prunable layers of the network, one below the other, each with the largest share of it that may be
/// pruned. The table is one stop of the Tab key: arrows move in it, digits type a budget, Space in the last
/// column keeps a layer whole.
class LayerBudgets : public FormRow {
    Q_OBJECT
public:
    LayerBudgets(Theme& theme, run::OptionDescription option, QWidget* parent = nullptr);

    /// Those of the network that is asked for, once they are known. Gives whether budgets of other layers
    /// had to go, which is then said here.
    bool setLayers(const std::vector<run::LayerDescription>& layers);

    /// Goes to the row of a layer.
    void select(const std::string& layer);

    const std::string& key() const override { return option_.key; }
    QString title() const override;
    const nlohmann::json& value() const override { return value_; }
    void setValue(const nlohmann::json& value) override;
    void setReference(const nlohmann::json& reference) override;
    bool isChanged() const override;
    void commit() override;
    QString refusal() const override;
    void showProblem(const QString& problem) override;
    void retranslate() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTable();
    void takeEdit();
    void refresh();
    void fitTable();

    Theme& theme_;
    run::OptionDescription option_;
    nlohmann::json value_;
    nlohmann::json reference_;
    QString problem_;
    LayerBudgetModel* model_;
    QLabel* label_;
    QLabel* waiting_;  ///< in the place of the table until the layers are known
    QTableView* table_;
    BudgetDelegate* delegate_;
    MessageBar* message_;
    MessageBar* gone_;  ///< budgets that went with another network
};

}  // namespace prunescope::ui
