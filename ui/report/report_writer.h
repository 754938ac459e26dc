#pragma once

#include "report/summary.h"
#include "ui/report/page_flow.h"
#include "ui/report/print_chart.h"
#include "ui/report/print_table.h"

#include <QCoreApplication>
#include <string_view>

namespace prunescope::ui {

/// Writes the report of one run onto pages, chapter by chapter, from the summary that the web page is made
/// from as well. A chapter that the run has nothing to say in is left out.
class ReportWriter {
    Q_DECLARE_TR_FUNCTIONS(prunescope::ui::ReportWriter)
public:
    explicit ReportWriter(const report::ReportInput& input);
    std::vector<PrintedPage> pages();

    /// The moment that stands on every page: when the report was written or, if that is not told, when the
    /// run began.
    static QString dateLine(const report::ReportInput& input);

private:
    void pageOne();
    void result();
    void confusion();
    void sparsity();
    void sizes();
    void course();
    void schedule();
    void data();
    void configuration();
    void machine();
    void limits();
    void events();
    void origins();
    void signature();

    // Parts of page one.
    struct Tile {
        QString label;
        QString value;
        QString note;
    };
    void state();
    QString stateSentence() const;
    QString subject() const;
    std::vector<Tile> accuracyTiles() const;
    std::vector<Tile> sizeTiles() const;
    void placeTiles(const std::vector<Tile>& tiles);
    QString costOfPruning() const;

    void accuracyTable();
    void accuracyTexts();
    void referenceTexts();
    void classTable();
    void layerTable();
    void unreadable();
    void scheduleFacts(const run::SparsitySchedule& schedule);
    void eventTable(const QString& caption, bool commandsOnly);
    static QString reasonText(const run::AuditEvent& event);
    QString stepText(StepIndex step) const;

    PrintChart chartOverEpochs(const QString& title) const;
    PrintChart overviewChart() const;
    PrintChart accuracyChart() const;
    PrintChart sparsityChart() const;
    void attentionAndChurn();

    void chapter(const QString& title);
    /// "measured [3]": how a number came to be, and the number of the note that says how.
    QString evidence(std::string_view key) const;
    QString points(double difference) const;

    const run::RunRecord& record() const { return input_.record; }

    const report::ReportInput& input_;
    report::Summary summary_;
    PageFlow flow_{};
    int chapters_ = 0;
};

/// "Key: value" rows.
class Facts {
public:
    Facts() : table_({}, {{}, {}}) {}
    void add(const QString& name, const QString& value) { table_.row({name, value}); }
    void layOut(PageFlow& flow) const { table_.layOut(flow); }

private:
    PrintTable table_;
};

// Numbers as the web page writes them, so that both say the same.
QString shareText(double share);
QString wholeText(std::int64_t value);
/// A dash where the number could not be read.
QString wholeText(std::int64_t value, bool known);
QString textOf(const std::string& plain);
inline const QString dash = QStringLiteral("–");

}  // namespace prunescope::ui
