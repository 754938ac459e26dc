#pragma once

#include "ui/charts/chart_panel.h"
#include "ui/curve/live_draft.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/theme.h"
#include "ui/training/training_page.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <map>
#include <vector>

namespace prunescope::ui {

class TrainingPageTest : public testing::Test {
protected:
    void showRun() {
        run::RunHeader header;
        header.totalSteps = 100;
        header.config.epochs = 10;
        header.network.layers = {{.name = "fc1", .kind = "dense", .weights = 10, .prunable = LayerIndex{0}}};
        run.headerNow = header;
        run.historyNow = view::RunHistory(1, 0, run::attentionMeasures());
        run.stageNow = RunModel::Stage::running;
        emit run.stageChanged();
        emit run.runChanged();
    }

    void train(int from, int to) {
        for (int step = from; step <= to; ++step) {
            run.historyNow.append(
                run::MetricSample{.step = StepIndex{step}, .epoch = step / 10.0, .loss = 1, .accuracy = 0.5});
        }
        emit run.historyGrew();
    }
    /// Those that are chosen.
    std::vector<ChartPanel*> panels() const {
        std::vector<ChartPanel*> shown;
        for (ChartPanel* panel : page.findChildren<ChartPanel*>()) {
            if (!panel->isHidden()) shown.push_back(panel);
        }
        return shown;
    }
    void choose(const char* box, const QString& text) {
        auto* combo = page.findChild<QComboBox*>(QLatin1String(box));
        combo->setCurrentText(text);
        emit combo->activated(combo->currentIndex());
    }
    /// Names of the series in a chart's table of numbers.
    std::map<QByteArray, int> valuesIn(const char* chart) {
        std::map<QByteArray, int> counts;
        QString error;
        const QString path = folder.filePath(QStringLiteral("values.csv"));
        auto* panel = page.findChild<ChartPanel*>(QLatin1String(chart));
        if (panel == nullptr || !panel->exportTo(path, error)) return counts;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) return counts;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (qsizetype i = 1; i + 1 < lines.size(); ++i) {
            const QByteArray& line = lines[i];
            ++counts[line.mid(1, line.lastIndexOf('"') - 1)];
        }
        return counts;
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Theme theme;
    FakeRunModel run;
    LiveDraft draft{run};
    TrainingPage page{WindowContext{{run, theme, settings}, draft}};
};

}  // namespace prunescope::ui
