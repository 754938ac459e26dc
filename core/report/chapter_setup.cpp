// What the run was made of: data, configuration, machine.

#include "data/class_balance.h"
#include "report/chapters.h"
#include "report/summary_json.h"
#include "report/text.h"
#include "run/config_io.h"
#include "run/record_json.h"
#include "train/choices.h"
#include "train/class_weights.h"
#include "view/column_words.h"

namespace prunescope::report {
namespace {

using Align = Table::Align;

std::string listText(const std::vector<double>& values) {
    std::string text;
    for (const double v : values) text += (text.empty() ? "" : ", ") + fixedText(v, 4);
    return text.empty() ? std::string(view::missing) : text;
}

std::string listText(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

Phrase jsonValue(const nlohmann::json& value) {
    if (value.is_object() && value.empty()) return soft(Text::of("empty"));
    if (!value.is_string()) return run::jsonText(value);
    const auto& text = value.get_ref<const std::string&>();
    return text.empty() ? soft(Text::of("empty")) : Phrase(text);
}

Phrase orUnknown(const std::string& text) {
    return text.empty() ? Phrase(Text::of("not recorded")) : Phrase(text);
}

void addOption(Table& table, Phrase title, const std::string& key, const nlohmann::json& value,
               const nlohmann::json& usual) {
    const bool changed = !usual.is_null() && value != usual;
    table.rows.push_back({{std::move(title), code(key), changed ? strong(jsonValue(value)) : jsonValue(value),
                           usual.is_null() ? dash() : jsonValue(usual)}});
}

Table options(const run::RunConfig& config) {
    Table table{Text::of("All options; in bold what differs from the default"),
                {{Text::of("Option")}, {Text::of("Key")}, {Text::of("Value")}, {Text::of("Default")}}};
    const run::RunConfig usual;
    for (const auto& field : run::configFields()) {
        addOption(table, Text(field.description.title), field.description.key, field.get(config),
                  field.get(usual));
    }
    const nlohmann::json all = run::configToJson(config);
    const nlohmann::json usualAll = run::configToJson(usual);
    addOption(table, Text::of("Knots of a drawn curve"), "schedule.knots", all["schedule"]["knots"],
              usualAll["schedule"]["knots"]);
    for (const auto& [key, known, value] : train::recordedOptions(config)) {
        addOption(table, known ? Text(known->title) : Text::of("Unknown option"), key, value,
                  known ? known->defaultValue : nlohmann::json());
    }
    return table;
}

Table columnTable(const run::DatasetDescription& data) {
    Table table{Text::of("What was made of each column, by the rows to train on"),
                {{Text::of("Column"), Align::text},
                 {Text::of("Use")},
                 {Text::of("Inputs of the network"), Align::right},
                 {Text::of("Missing values")}}};
    for (const run::ColumnDescription& column : data.columns) {
        const Text gaps = view::columnGaps(column);
        table.rows.push_back(
            {{column.name, view::columnUse(column), fmt::format("{}", view::columnInputs(column)),
              gaps.empty() ? Phrase(Text::of("none")) : Phrase(gaps)}});
    }
    return table;
}

bool isGiven(const run::NormalisationConfig& normalisation) {
    return !normalisation.mean.empty();
}

/// The files that the weights before the first step came from.
void addInitialWeights(const run::NetworkDescription& network, Blocks& blocks) {
    if (!network.initialWeights) return;
    const std::string& producer = network.initialWeights->producer;
    blocks.push_back(Paragraph{
        producer.empty()
            ? Phrase(Text::of("Training began with weights from a file, not with new ones."))
            : Phrase::of("Training began with weights from a file that {} wrote, not with new ones.",
                         producer)});
    Table table{Text::of("Files of the first weights, as read"),
                {{Text::of("File")}, {Text::of("Bytes"), Align::right}, {Text::of("SHA-256"), Align::hash}}};
    for (std::size_t i = 0; i < network.initialWeights->files.size(); ++i) {
        const run::DataFile& file = network.initialWeights->files[i];
        table.rows.push_back(
            {{file.name, countDatum(fmt::format("/network/initial_weights/files/{}/bytes", i), file.bytes),
              hash(file.sha256)}});
    }
    blocks.push_back(std::move(table));
}

/// Of a run that began with the state of another one, or that was asked for more than at its start.
void addLineage(const run::RunHeader& header, Blocks& blocks) {
    if (const auto& parent = header.parent) {
        blocks.push_back(Paragraph{Phrase::of(
            "Branched from {} at step {}: the run began with the weights, masks and place in the data of its "
            "saved state, whose SHA-256 is {}.",
            parent->folder, countDatum("/lineage/parent/parent_step", parent->step.value),
            hash(parent->stateSha256))});
        blocks.push_back(Paragraph{Phrase::of("The first hash of that run's chain is {}.", hash(parent->run)),
                                   Paragraph::Tone::small});
    }
    for (std::size_t i = 0; i < header.extensions.size(); ++i) {
        const run::Extension& e = header.extensions[i];
        const std::string place = fmt::format("/lineage/extensions/{}", i);
        blocks.push_back(Paragraph{Phrase::of(
            "Asked for {} epochs in place of {} after step {}: from there on the learning rate is that "
            "of a run of the new length; the schedule of the sparsity keeps its steps.",
            countDatum(place + "/after/epochs", e.after.epochs),
            countDatum(place + "/before/epochs", e.before.epochs),
            countDatum(place + "/from_step", e.from.value))});
    }
}

Paragraph howToRepeat(const run::RunHeader& header) {
    const Phrase seed = datum("/run/seed", header.config.seed, fmt::format("{}", header.config.seed));
    if (header.parent)
        return {Phrase::of(
            "To repeat the run, with seed {}, branch from the same state of {} with these options.", seed,
            header.parent->folder)};
    return {
        Phrase::of("To repeat the run, with seed {}, from the run folder: {}", seed, code(repeatCommand))};
}

Phrase trainingText(const run::DatasetDescription& d) {
    const Phrase images = countDatum("/data/train_images", d.trainImages);
    if (d.leftOutImages == 0) return Phrase::of("{} samples", images);
    return Phrase::of("{} samples; {} were left out (data.share), the same share of every class", images,
                      countDatum("/data/left_out_images", d.leftOutImages));
}

Phrase targetText(const run::TargetDescription& target) {
    const std::string name =
        target.unit.empty() ? target.name : fmt::format("{} ({})", target.name, target.unit);
    return Phrase::of(
        "{}: mean {}, standard deviation {} of the training samples; splits are drawn at random from all "
        "samples alike",
        name, datum("/data/target/mean", target.mean, view::significantText(target.mean, 6)),
        datum("/data/target/standard_deviation", target.standardDeviation,
              view::significantText(target.standardDeviation, 6)));
}

/// The weights of the classes in the loss; none where there were none, or where the record does not say.
std::vector<double> weightsOf(const run::RunHeader& header) {
    try {
        return train::classWeights(header.config.classWeights, header.dataset.classCounts.train);
    } catch (const UsageError&) {
        return {};
    }
}

Table classTable(const run::RunHeader& header) {
    const run::DatasetDescription& d = header.dataset;
    const std::vector<double> weights = weightsOf(header);
    Table table{Text::of("Samples of each class"),
                {{Text::of("Class")},
                 {Text::of("Training"), Align::right},
                 {Text::of("Validation"), Align::right},
                 {Text::of("Test"), Align::right}}};
    if (!weights.empty()) table.columns.push_back({Text::of("Weight in the loss"), Align::right});
    const auto count = [](const char* split, std::size_t c, std::int64_t images) {
        return countDatum(fmt::format("/data/class_counts/{}/{}", split, c), images);
    };
    for (std::size_t c = 0; c < d.classNames.size(); ++c) {
        table.rows.push_back(
            {{d.classNames[c], count("train", c, d.classCounts.train[c]),
              count("validation", c, d.classCounts.validation[c]), count("test", c, d.classCounts.test[c])}});
        if (!weights.empty()) table.rows.back().cells.push_back(fixedText(weights[c], 4));
    }
    return table;
}

/// How many images each class has, and what to beware of in that.
void addClassCounts(const Source& source, Blocks& blocks) {
    constexpr std::size_t mostClasses = 100;
    const run::RunHeader& header = source.record().header;
    for (const Text& warning : data::classWarnings(header.dataset))
        blocks.push_back(Paragraph{warning, Paragraph::Tone::alert});
    const auto range = data::trainingRange(header.dataset);
    if (!range) return;
    if (header.dataset.classNames.size() <= mostClasses) {
        blocks.push_back(classTable(header));
        return;
    }
    blocks.push_back(Paragraph{Phrase::of("Classes have from {} to {} training samples.",
                                          countText(range->fewest), countText(range->most))});
}

}  // namespace

Blocks dataChapter(const Source& source) {
    const run::DatasetDescription& d = source.record().header.dataset;
    const auto count = [](const char* field, std::int64_t images) { return countDatum(field, images); };
    Blocks blocks{Facts{
        {{Text::of("Data set"),
          d.title.empty() ? Phrase(d.name) : Phrase::of("{} ({})", d.title, code(d.name))},
         {Text::of("Samples"),
          Phrase::of("{} × {} pixels, channels: {}", fmt::format("{}", d.imageShape[1]),
                     fmt::format("{}", d.imageShape[2]), fmt::format("{}", d.imageShape[0]))},
         {Text::of("Training"), trainingText(d)},
         {Text::of("Validation"),
          Phrase::of("{} samples, held back from the training files; all that was decided during the run was "
                     "decided on these",
                     count("/data/validation_images", d.validationImages))},
         {Text::of("Test"),
          d.testDrawn
              ? Phrase::of(
                    "{} samples, drawn from the training files once for all seeds (data.test_fraction, "
                    "data.test_seed); measured only",
                    count("/data/test_images", d.testImages))
              : Phrase::of("{} samples, measured only", count("/data/test_images", d.testImages))},
         d.target ? Facts::Fact{Text::of("Predicted number"), targetText(*d.target)}
                  : Facts::Fact{Text::of("Classes"), fmt::format("{}", d.classNames.size())},
         {Text::of("Normalisation"),
          isGiven(source.record().header.config.normalisation)
              ? Phrase::of("per channel, as given: mean {}, standard deviation {}", listText(d.mean),
                           listText(d.standardDeviation))
              : Phrase::of("per channel: mean {}, standard deviation {}, of the training samples",
                           listText(d.mean), listText(d.standardDeviation))},
         {Text::of("Augmentation"), d.augmentation.empty() ? Text::of("none") : Text(d.augmentation)}}}};
    addClassCounts(source, blocks);
    if (d.skippedFiles > 0) {
        blocks.push_back(
            Paragraph{Phrase::of("Damaged files that were left out: {}. The first of them: {}",
                                 count("/data/skipped_files", d.skippedFiles), listText(d.skippedNames))});
    }
    if (!d.columns.empty()) blocks.push_back(columnTable(d));
    if (d.files.empty()) {
        blocks.push_back(Paragraph{Text::of("No data file was recorded.")});
        return blocks;
    }
    Table table{Text::of("Data files as read"),
                {{Text::of("File")}, {Text::of("Bytes"), Align::right}, {Text::of("SHA-256"), Align::hash}}};
    for (std::size_t i = 0; i < d.files.size(); ++i) {
        table.rows.push_back(
            {{d.files[i].name, countDatum(fmt::format("/data/files/{}/bytes", i), d.files[i].bytes),
              hash(d.files[i].sha256)}});
    }
    blocks.push_back(std::move(table));
    blocks.push_back(Paragraph{source.evidence("data_files"), Paragraph::Tone::small});
    return blocks;
}

Blocks configurationChapter(const Source& source) {
    const run::RunHeader& header = source.record().header;
    Blocks blocks{howToRepeat(header),
                  Paragraph{Text::of("The same configuration, seed and commands give the same numbers on any "
                                     "number of threads. Changes made during the run are not in config.json: "
                                     "repeat those of the event log at their steps."),
                            Paragraph::Tone::small}};
    addLineage(header, blocks);
    addInitialWeights(header.network, blocks);
    blocks.push_back(options(header.config));
    return blocks;
}

Blocks machineChapter(const Source& source) {
    const run::Provenance& p = source.record().header.provenance;
    return {
        Facts{{{Text::of("Program"), Phrase::of("Prunescope {}", orUnknown(p.version))},
               {Text::of("Compiler"), orUnknown(p.compiler)},
               {Text::of("Instruction set"), orUnknown(p.instructionSet)},
               {Text::of("Processor"), orUnknown(p.processor)},
               {Text::of("Cores, threads used"), Phrase::of("{}, {}", countDatum("/machine/cores", p.cores),
                                                            countDatum("/machine/threads", p.threads))},
               {Text::of("Memory"),
                datum("/machine/memory_bytes", p.memoryBytes, bytesText(static_cast<double>(p.memoryBytes)))},
               {Text::of("System"), orUnknown(p.operatingSystem)},
               {Text::of("Host"), orUnknown(p.host)},
               {Text::of("Started"), utcText(p.startedMs)}}}};
}

}  // namespace prunescope::report
