#include "ui/app/help_boxes.h"

#include "train/provenance.h"

#include <library_versions.h>

#include <QAction>
#include <QCoreApplication>
#include <QMessageBox>

namespace prunescope::ui {
namespace {

struct HelpBoxes {
    Q_DECLARE_TR_FUNCTIONS(HelpBoxes)
};

}  // namespace

void showShortcuts(const QList<QAction*>& actions, QWidget* parent) {
    QString rows;
    for (const QAction* a : actions) {
        if (a->shortcut().isEmpty()) continue;
        rows += QStringLiteral("<tr><td>%1</td><td>&nbsp;&nbsp;&nbsp;%2</td></tr>")
                    .arg(a->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped(),
                         QString(a->text()).remove(QLatin1Char('&')).toHtmlEscaped());
    }
    QMessageBox box(QMessageBox::NoIcon, HelpBoxes::tr("Shortcuts"),
                    QStringLiteral("<table>%1</table>").arg(rows), QMessageBox::Close, parent);
    box.exec();
}

void showHelp(QWidget* parent) {
    QMessageBox box(
        QMessageBox::NoIcon, HelpBoxes::tr("What is this?"),
        HelpBoxes::tr(
            "<p><b>Prunescope</b> prunes a neural network while it trains. Its pages answer five "
            "questions.</p>"
            "<p><b>Set up</b>: what do I train? Choose an experiment and press Start.<br>"
            "<b>Train</b>: how does it go? Accuracy, sparsity and attention as they are measured; drag the "
            "schedule's handles in the chart of sparsity and press Apply, and the run follows at its next "
            "step.<br>"
            "<b>Explain</b>: why? Which weights go, and everything that was done.<br>"
            "<b>Compare</b>: which is best? Runs beside each other.<br>"
            "<b>Ship</b>: what do I ship? What pruning buys on this machine, measured; weights and report as "
            "files.</p>"),
        QMessageBox::Close, parent);
    box.exec();
}

void showAbout(QWidget* parent) {
    const run::Provenance program = train::currentProvenance();
    const auto text = [](const std::string& t) { return QString::fromStdString(t); };
    QString libraries;
    for (const LibraryVersion& library : libraryVersions) {
        libraries += QStringLiteral("\n%1 %2 (%3)")
                         .arg(QLatin1String(library.name), QLatin1String(library.version),
                              QLatin1String(library.licence));
    }
    QMessageBox box(
        QMessageBox::NoIcon, HelpBoxes::tr("About Prunescope"),
        HelpBoxes::tr("Prunescope %1, a laboratory for pruning neural networks while they train.\n\n"
                      "Licence: GPL-3.0-or-later. It comes without warranty.\n\n"
                      "Built with %2 for the instruction set %3.\n"
                      "Runs on %4, %5, with Qt %6.\n\n"
                      "Made with:%7")
            .arg(text(program.version), text(program.compiler), text(program.instructionSet),
                 text(program.processor), text(program.operatingSystem), QString::fromLatin1(qVersion()),
                 libraries),
        QMessageBox::Close, parent);
    box.setTextFormat(Qt::PlainText);
    box.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box.exec();
}

}  // namespace prunescope::ui
