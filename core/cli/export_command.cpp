#include "cli/export_command.h"

#include "base/error.h"
#include "cli/options.h"
#include "cli/output.h"
#include "model/network_format.h"
#include "workspace/network_export.h"

namespace prunescope::cli {
namespace {

const model::NetworkFormat& formatOf(const ExportFlags& flags) {
    if (!flags.format.empty()) return model::networkFormats().get(flags.format);
    if (!flags.out.empty()) return model::networkFormatOf(flags.out);
    throw UsageError("--format", Text::of("neither a format nor a file is named"),
                     Text::of("Give --format with one of those that `formats` lists, or --out with a file."));
}

/// The settings in the types of the format's options. What it does not know stays a text, and is refused as
/// unknown with the others.
nlohmann::json optionsOf(const ExportFlags& flags, const run::Description& format) {
    nlohmann::json options = nlohmann::json::object();
    for (const std::string& text : flags.settings) {
        const Setting setting = settingOf(text);
        options[setting.key] = setting.value;
        for (const run::OptionDescription& option : format.options)
            if (option.key == setting.key) options[setting.key] = run::parsed(option, setting.value);
    }
    return options;
}

void sayExport(const workspace::NetworkExport& result) {
    for (const workspace::WrittenFile& file : result.files)
        say("{}  {} bytes  SHA-256 {}", file.path.string(), file.bytes, file.sha256);
    for (const Text& remark : result.remarks) tell("prunescope-cli: {}", remark);
}

void sayExportAsJson(const workspace::NetworkExport& result) {
    nlohmann::json files = nlohmann::json::array();
    for (const workspace::WrittenFile& file : result.files)
        files.push_back({{"path", file.path.string()}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    nlohmann::json remarks = nlohmann::json::array();
    for (const Text& remark : result.remarks) remarks.push_back(remark.english());
    sayJson({{"files", files}, {"checked", result.checked}, {"remarks", remarks}});
}

int exportRun(const ExportFlags& flags) {
    const model::NetworkFormat& format = formatOf(flags);
    const workspace::NetworkExport result = workspace::exportNetwork(
        store::RunFolder(flags.run), {.target = flags.out,
                                      .format = format.description.name,
                                      .options = optionsOf(flags, format.description)});
    flags.json ? sayExportAsJson(result) : sayExport(result);
    return 0;
}

}  // namespace

void addExport(CLI::App& app, ExportFlags& flags, std::function<int()>& chosen) {
    CLI::App* command = app.add_subcommand("export", "Write a run's network for another program");
    const auto named = [](const std::string& value) {
        return value.empty() ? "is empty. Name a file or folder, or leave it out" : "";
    };
    command->add_option("RUN", flags.run, "Folder of the run")->required()->check(named);
    command->add_option("--format", flags.format,
                        "Format by name, see `formats`; by the ending of the file without it");
    command->add_option("--out", flags.out, "File; named as the run, in the current folder, without it")
        ->check(named);
    command
        ->add_option("--set", flags.settings,
                     "Option of the format as KEY=VALUE, such as masks=true; may be given again")
        ->allow_extra_args(false);
    command->add_flag("--json", flags.json, "Say what was written as one line of JSON");
    command->callback([&] { chosen = [&flags] { return exportRun(flags); }; });
}

}  // namespace prunescope::cli
