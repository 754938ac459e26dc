// What the run was made of: data, configuration, machine.

#include "report/text.h"
#include "run/config_io.h"
#include "run/record_json.h"
#include "train/choices.h"
#include "ui/report/report_writer.h"
#include "ui/support/engine_text.h"
#include "view/number_text.h"

namespace prunescope::ui {
namespace {

using paper::clean;
using Align = PrintTable::Align;

QString listText(const std::vector<double>& values) {
    QStringList texts;
    for (const double v : values) texts << textOf(report::fixedText(v, 4));
    return texts.isEmpty() ? dash : texts.join(QStringLiteral(", "));
}

QString jsonValueText(const nlohmann::json& value) {
    if (!value.is_string()) return clean(run::jsonText(value));
    const auto& text = value.get_ref<const std::string&>();
    return text.empty() ? ReportWriter::tr("empty") : clean(text);
}

QString orUnknown(const std::string& text) {
    return text.empty() ? ReportWriter::tr("not recorded") : clean(text);
}

void addOption(PrintTable& table, const QString& title, const std::string& key, const nlohmann::json& value,
               const nlohmann::json& usual) {
    const QStringList cells{title, clean(key), jsonValueText(value),
                            usual.is_null() ? dash : jsonValueText(usual)};
    if (!usual.is_null() && value != usual) {
        table.strongRow(cells);
    } else {
        table.row(cells);
    }
}

}  // namespace

void ReportWriter::data() {
    const run::DatasetDescription& d = record().header.dataset;
    chapter(tr("Data"));
    Facts facts;
    facts.add(tr("Data set"),
              d.title.empty() ? clean(d.name) : QStringLiteral("%1 (%2)").arg(clean(d.title), clean(d.name)));
    facts.add(
        tr("Images"),
        tr("%1 × %2 pixels, channels: %3").arg(d.imageShape[1]).arg(d.imageShape[2]).arg(d.imageShape[0]));
    facts.add(tr("Training"), tr("%1 images").arg(wholeText(d.trainImages)));
    facts.add(tr("Validation"),
              tr("%1 images, held back from the training files; all that was decided during the run "
                 "was decided on these")
                  .arg(wholeText(d.validationImages)));
    facts.add(tr("Test"), tr("%1 images, measured only").arg(wholeText(d.testImages)));
    facts.add(tr("Classes"), QString::number(d.classNames.size()));
    facts.add(tr("Normalisation"), tr("per channel: mean %1, standard deviation %2, of the training images")
                                       .arg(listText(d.mean), listText(d.standardDeviation)));
    facts.add(tr("Augmentation"), d.augmentation.empty() ? tr("none") : clean(d.augmentation));
    facts.layOut(flow_);
    if (d.files.empty()) {
        flow_.text(tr("No data file was recorded."));
        return;
    }
    PrintTable table(tr("Data files as read"),
                     {{tr("File")}, {tr("Bytes"), Align::right}, {tr("SHA-256"), Align::left, true}});
    for (const auto& file : d.files) table.row({clean(file.name), wholeText(file.bytes), clean(file.sha256)});
    table.layOut(flow_);
    flow_.smallText(evidence("data_files"));
}

void ReportWriter::configuration() {
    const run::RunConfig& config = record().header.config;
    chapter(tr("Configuration"));
    flow_.text(tr("To repeat the run, with seed %1, from the run folder: %2")
                   .arg(config.seed)
                   .arg(QStringLiteral("prunescope-cli train --config config.json")));
    flow_.smallText(
        tr("The same configuration, seed and commands give the same numbers on any number of threads. "
           "Changes made "
           "during the run are not in config.json: repeat those of the event log at their steps."));
    PrintTable table(tr("All options; in bold what differs from the default"),
                     {{tr("Option")}, {tr("Key")}, {tr("Value")}, {tr("Default")}});
    const run::RunConfig usual;
    for (const auto& field : run::configFields()) {
        addOption(table, engineText(field.description.title), field.description.key, field.get(config),
                  field.get(usual));
    }
    const nlohmann::json all = run::configToJson(config);
    const nlohmann::json usualAll = run::configToJson(usual);
    addOption(table, tr("Knots of a drawn curve"), "schedule.knots", all["schedule"]["knots"],
              usualAll["schedule"]["knots"]);
    for (const auto& [key, known, value] : train::recordedOptions(config)) {
        addOption(table, known ? engineText(known->title) : tr("Unknown option"), key, value,
                  known ? known->defaultValue : nlohmann::json());
    }
    table.layOut(flow_);
}

void ReportWriter::machine() {
    const run::Provenance& p = record().header.provenance;
    chapter(tr("Machine and program"));
    Facts facts;
    facts.add(tr("Program"), QStringLiteral("Prunescope %1").arg(orUnknown(p.version)));
    facts.add(tr("Compiler"), orUnknown(p.compiler));
    facts.add(tr("Instruction set"), orUnknown(p.instructionSet));
    facts.add(tr("Processor"), orUnknown(p.processor));
    facts.add(tr("Cores, threads used"),
              QStringLiteral("%1, %2").arg(wholeText(p.cores), wholeText(p.threads)));
    facts.add(tr("Memory"), textOf(view::bytesText(static_cast<double>(p.memoryBytes))));
    facts.add(tr("System"), orUnknown(p.operatingSystem));
    facts.add(tr("Host"), orUnknown(p.host));
    facts.add(tr("Started"), textOf(view::utcText(p.startedMs)));
    facts.layOut(flow_);
}

}  // namespace prunescope::ui
