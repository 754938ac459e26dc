// What the run was made of: data, configuration, machine.

#include "report/html.h"
#include "report/text.h"
#include "run/config_io.h"
#include "run/record_json.h"
#include "train/choices.h"

#include <fmt/format.h>

namespace prunescope::report {
namespace {

using Align = Table::Align;

std::string listText(const std::vector<double>& values) {
    std::string text;
    for (const double v : values) text += (text.empty() ? "" : ", ") + fixedText(v, 4);
    return text.empty() ? "\u2013" : text;
}

std::string jsonValueText(const nlohmann::json& value) {
    if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        return text.empty() ? "<span class=\"soft\">empty</span>" : escaped(text);
    }
    return escaped(run::jsonText(value));
}

std::string filesTable(const Page& page) {
    const auto& files = page.record().header.dataset.files;
    if (files.empty()) return paragraph("No data file was recorded.");
    Table table("Data files as read",
                {{"File", Align::left}, {"Bytes", Align::right}, {"SHA-256", Align::left}});
    for (std::size_t i = 0; i < files.size(); ++i) {
        table.row({escaped(files[i].name),
                   datum(fmt::format("/data/files/{}/bytes", i), files[i].bytes, countText(files[i].bytes)),
                   fmt::format("<code class=\"hash\">{}</code>", escaped(files[i].sha256))});
    }
    return table.str() + smallParagraph(evidence(page, "data_files"));
}

void optionRow(Table& table, const std::string& title, const std::string& key, const nlohmann::json& value,
               const nlohmann::json& usual) {
    const bool changed = !usual.is_null() && value != usual;
    const std::string text = jsonValueText(value);
    table.row({escaped(title), fmt::format("<code>{}</code>", escaped(key)),
               changed ? fmt::format("<strong>{}</strong>", text) : text,
               usual.is_null() ? "\u2013" : jsonValueText(usual)});
}

}  // namespace

std::string dataSection(const Page& page) {
    const run::DatasetDescription& d = page.record().header.dataset;
    Facts facts;
    facts.add("Data set", d.title.empty()
                              ? escaped(d.name)
                              : fmt::format("{} (<code>{}</code>)", escaped(d.title), escaped(d.name)));
    facts.add("Images", fmt::format("{} \u00D7 {} pixels, {} {}", d.imageShape[1], d.imageShape[2],
                                    d.imageShape[0], d.imageShape[0] == 1 ? "channel" : "channels"));
    facts.add("Training",
              fmt::format("{} images", datum("/data/train_images", d.trainImages, countText(d.trainImages))));
    facts.add(
        "Validation",
        fmt::format("{} images, held back from the training files; all that was decided during the "
                    "run was decided on these",
                    datum("/data/validation_images", d.validationImages, countText(d.validationImages))));
    facts.add("Test", fmt::format("{} images, measured only",
                                  datum("/data/test_images", d.testImages, countText(d.testImages))));
    facts.add("Classes", fmt::format("{}", d.classNames.size()));
    facts.add("Normalisation",
              fmt::format("per channel: mean {}, standard deviation {}, of the training images",
                          listText(d.mean), listText(d.standardDeviation)));
    facts.add("Augmentation", d.augmentation.empty() ? "none" : escaped(d.augmentation));
    return facts.str() + filesTable(page);
}

std::string configurationSection(const Page& page) {
    const run::RunConfig& config = page.record().header.config;
    std::string html =
        paragraph(fmt::format("To repeat the run, with seed {}, from the run folder: <code>prunescope-cli "
                              "train --config config.json</code>",
                              datum("/run/seed", config.seed, fmt::format("{}", config.seed))));
    html += smallParagraph(
        "The same configuration, seed and commands give the same numbers on any number of threads. "
        "Changes made during the run are not in config.json: repeat those of the event log at "
        "their steps.");
    Table table(
        "All options; in bold what differs from the default",
        {{"Option", Align::left}, {"Key", Align::left}, {"Value", Align::left}, {"Default", Align::left}});
    const run::RunConfig usual;
    for (const auto& field : run::configFields()) {
        optionRow(table, field.description.title, field.description.key, field.get(config), field.get(usual));
    }
    const nlohmann::json all = run::configToJson(config);
    const nlohmann::json usualAll = run::configToJson(usual);
    optionRow(table, "Knots of a drawn curve", "schedule.knots", all["schedule"]["knots"],
              usualAll["schedule"]["knots"]);
    for (const auto& [key, known, value] : train::recordedOptions(config)) {
        optionRow(table, known ? known->title : "Unknown option", key, value,
                  known ? known->defaultValue : nlohmann::json());
    }
    return html + table.str();
}

std::string machineSection(const Page& page) {
    const run::Provenance& p = page.record().header.provenance;
    const auto orUnknown = [](const std::string& text) {
        return text.empty() ? "not recorded" : escaped(text);
    };
    Facts facts;
    facts.add("Program", fmt::format("Prunescope {}", orUnknown(p.version)));
    facts.add("Compiler", orUnknown(p.compiler));
    facts.add("Instruction set", orUnknown(p.instructionSet));
    facts.add("Processor", orUnknown(p.processor));
    facts.add("Cores, threads used",
              fmt::format("{}, {}", datum("/machine/cores", p.cores, countText(p.cores)),
                          datum("/machine/threads", p.threads, countText(p.threads))));
    facts.add("Memory",
              datum("/machine/memory_bytes", p.memoryBytes, bytesText(static_cast<double>(p.memoryBytes))));
    facts.add("System", orUnknown(p.operatingSystem));
    facts.add("Host", orUnknown(p.host));
    facts.add("Started", utcText(p.startedMs));
    return facts.str();
}

}  // namespace prunescope::report
