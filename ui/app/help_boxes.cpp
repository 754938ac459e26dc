#include "ui/app/help_boxes.h"

#include "train/provenance.h"

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
            "<p><b>Prunescope</b> prunes a neural network while it trains.</p>"
            "<p>Choose an experiment on the left and press Start. <b>Training</b> shows accuracy, sparsity, "
            "attention and churn as they are measured. On the right, drag the schedule's handles and press "
            "Apply: "
            "the run follows at its next step. <b>Weights</b> shows which weights go, <b>Runs</b> compares "
            "runs, "
            "<b>Audit</b> lists everything that was done and exports the report, <b>Bench</b> measures what "
            "pruning "
            "buys on this machine.</p>"),
        QMessageBox::Close, parent);
    box.exec();
}

void showAbout(QWidget* parent) {
    const run::Provenance program = train::currentProvenance();
    const auto text = [](const std::string& t) { return QString::fromStdString(t); };
    QMessageBox box(
        QMessageBox::NoIcon, HelpBoxes::tr("About Prunescope"),
        HelpBoxes::tr(
            "Prunescope %1, a laboratory for pruning neural networks while they train.\n\n"
            "Licence: GPL-3.0-or-later. It comes without warranty.\n\n"
            "Built with %2 for the instruction set %3, with Qt %4, SQLite, zlib, {fmt} and JSON for "
            "Modern C++.\n"
            "Runs on %5, %6.")
            .arg(text(program.version), text(program.compiler), text(program.instructionSet),
                 QString::fromLatin1(qVersion()), text(program.processor), text(program.operatingSystem)),
        QMessageBox::Close, parent);
    box.setTextFormat(Qt::PlainText);
    box.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box.exec();
}

}  // namespace prunescope::ui
