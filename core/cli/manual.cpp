#include "cli/manual.h"

#include "cli/output.h"
#include "model/network_format.h"
#include "train/choices.h"

#include <algorithm>
#include <sstream>

namespace prunescope::cli {
namespace {

std::vector<const CLI::App*> commandsOf(const CLI::App& app) {
    // Hidden ones stand in a group without a name.
    return app.get_subcommands([](const CLI::App* command) { return !command->get_group().empty(); });
}

/// Text of a manual page: a leading point or quote would be a request, a plain hyphen is printed as a dash.
std::string roff(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        const bool begins = escaped.empty() || escaped.back() == '\n';
        if (begins && (c == '.' || c == '\'')) escaped += "\\&";
        if (c == '\\') {
            escaped += "\\e";
        } else if (c == '-') {
            escaped += "\\-";
        } else {
            escaped += c;
        }
    }
    return escaped;
}

bool takesValue(const CLI::Option& option) {
    return option.get_items_expected_max() > 0;
}

std::string optionParagraph(const CLI::Option& option) {
    const bool positional = option.nonpositional() ? false : option.get_positional();
    const std::string name = option.get_name(positional, true);
    const std::string value =
        !positional && takesValue(option) ? " \\fI" + roff(option.get_type_name()) + "\\fR" : "";
    return ".TP\n\\fB" + roff(name) + "\\fR" + value + "\n" + roff(option.get_description()) + "\n";
}

std::string commandSection(const CLI::App& command) {
    std::string usage = roff(command.get_name());
    std::string options;
    for (const CLI::Option* option : command.get_options({})) {
        if (option->get_positional()) {
            const std::string name = "\\fI" + roff(option->get_name(true, false)) + "\\fR";
            usage += " " + (option->get_required() ? name : "[" + name + "]");
        }
        options += optionParagraph(*option);
    }
    return ".SS " + usage + " [\\fIOPTIONS\\fR]\n" + roff(command.get_description()) + ".\n" + options;
}

std::string manualPage(const CLI::App& app) {
    std::string page = fmt::format(
        ".TH PRUNESCOPE\\-CLI 1 \"\" \"Prunescope {}\" \"User Commands\"\n"
        ".SH NAME\nprunescope\\-cli \\- prune neural networks while they train\n"
        ".SH SYNOPSIS\n.B prunescope\\-cli\n\\fICOMMAND\\fR [\\fIOPTIONS\\fR]\n"
        ".SH DESCRIPTION\n{}. The program\n.BR prunescope (1)\nis its window.\n.SH COMMANDS\n",
        PRUNESCOPE_VERSION, roff(app.get_description()));
    for (const CLI::App* command : commandsOf(app)) page += commandSection(*command);
    page += ".SH EXIT STATUS\n.nf\n";
    std::istringstream lines(app.get_footer());
    std::string line;
    std::getline(lines, line);  // its heading
    while (std::getline(lines, line)) page += roff(line) + "\n";
    return page + ".fi\n.SH SEE ALSO\n.BR prunescope (1)\n";
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::vector<std::string> namesOf(const std::string& choice) {
    std::vector<std::string> names;
    for (const run::Description* description : train::choicesOf(choice)) names.push_back(description->name);
    return names;
}

/// Options whose values have names that are known beforehand.
std::string valueCases() {
    const std::vector<std::pair<std::string, std::vector<std::string>>> known{
        {"--dataset", namesOf("dataset")},
        {"--method", namesOf("method")},
        {"--format", model::networkFormats().names()},
        {"--language", {"en", "ja"}}};
    std::string cases;
    for (const auto& [option, names] : known)
        cases += fmt::format("        {}) words=\"{}\" ;;\n", option, joined(names));
    return cases;
}

std::string optionCases(const CLI::App& app) {
    std::string cases;
    for (const CLI::App* command : commandsOf(app)) {
        std::vector<std::string> names;
        for (const CLI::Option* option : command->get_options({})) {
            for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
        }
        cases += fmt::format("                {}) words=\"{}\" ;;\n", command->get_name(), joined(names));
    }
    return cases;
}

std::string completionScript(const CLI::App& app) {
    std::vector<std::string> commands{"--help", "--version"};
    for (const CLI::App* command : commandsOf(app)) commands.push_back(command->get_name());
    std::string script = R"(# bash completion of prunescope-cli, as `prunescope-cli completion` writes it
_prunescope_cli() {
    local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD - 1]}" words=""
    case "$previous" in
@values@        *)
            if [ "$COMP_CWORD" -eq 1 ]; then
                words="@commands@"
            elif [[ "$current" == -* ]]; then
                case "${COMP_WORDS[1]}" in
@options@                esac
            fi
            ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -o default -F _prunescope_cli prunescope-cli
)";
    const auto put = [&](const std::string& place, const std::string& text) {
        script.replace(script.find(place), place.size(), text);
    };
    put("@values@", valueCases());
    put("@commands@", joined(commands));
    put("@options@", optionCases(app));
    return script;
}

void addHidden(CLI::App& app, const std::string& name, std::string (*text)(const CLI::App&),
               std::function<int()>& chosen) {
    CLI::App* command = app.add_subcommand(name, "")->group("");
    command->callback([&app, text, &chosen] {
        chosen = [&app, text] {
            sayLines(text(app));
            return 0;
        };
    });
}

}  // namespace

void addManual(CLI::App& app, std::function<int()>& chosen) {
    addHidden(app, "manual", manualPage, chosen);
    addHidden(app, "completion", completionScript, chosen);
}

}  // namespace prunescope::cli
