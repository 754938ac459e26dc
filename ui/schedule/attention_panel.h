#pragma once

#include "ui/schedule/attention_model.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace prunescope::ui {

class NumberField;

/// Attention strength z for all layers at once or one by one, beside every layer's sparsity.
class AttentionPanel : public QWidget {
    Q_OBJECT
public:
    explicit AttentionPanel(Theme& theme, QWidget* parent = nullptr);

    AttentionModel& model() { return *model_; }
    void setEditable(bool editable);
    /// After new layers or strengths: the fields follow.
    void refresh();
    void retranslate();

private:
    void openEditors();
    void fitTable();

    AttentionModel* model_;
    QTableView* table_;
    QLabel* allLabel_;
    NumberField* all_;
    bool editable_ = false;
};

}  // namespace prunescope::ui
