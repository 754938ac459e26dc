#include "run/config_io.h"

#include "base/file.h"
#include "base/json_reader.h"
#include "base/suggest.h"
#include "run/record_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace prunescope::run {
namespace {

using Json = nlohmann::json;

constexpr std::size_t mostOptions = 100;

Json::json_pointer pointer(std::string key) {
    std::replace(key.begin(), key.end(), '.', '/');
    return Json::json_pointer("/" + key);
}

const ConfigField* findField(const std::string& key) {
    const auto& fields = configFields();
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.description.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

std::vector<std::string> allKeys(const std::vector<OptionDescription>& ownOptions) {
    std::vector<std::string> keys;
    for (const auto& f : configFields()) keys.push_back(f.description.key);
    for (const auto& option : ownOptions) keys.push_back(option.key);
    return keys;
}

/// The group whose options have this beginning; null when there is none.
const ConfigGroup* groupOf(std::string_view key) {
    const auto& groups = configGroups();
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const ConfigGroup& g) {
        return key.starts_with(g.names.prefix + ".");
    });
    return found == groups.end() ? nullptr : &*found;
}

/// Sets the option of a group by its key as it is typed.
void setOwn(RunConfig& config, const ConfigGroup& group, const std::string& key, Json value) {
    group.in(config)[key.substr(group.names.prefix.size() + 1)] = std::move(value);
}

std::vector<ScheduleKnot> knotsFromJson(const Json& value) {
    std::vector<ScheduleKnot> knots;
    const bool list = value.is_array() && value.size() <= 1000;
    const auto isPair = [](const Json& k) {
        return k.is_array() && k.size() == 2 && k[0].is_number() && k[1].is_number();
    };
    if (!list || !std::all_of(value.begin(), value.end(), isPair)) {
        throw UsageError("schedule.knots",
                         Text::of("is not a list of at most 1000 [position, sparsity] pairs"),
                         Text::of("Give for example [[0, 0], [0.5, 0.8], [1, 0.95]]."));
    }
    for (const Json& k : value) knots.push_back({k[0].get<double>(), k[1].get<double>()});
    return knots;
}

/// What an option of something chosen by name may be: what is chosen looks closer.
bool isPlain(const Json& value) {
    return value.is_primitive() ||
           (value.is_array() && value.size() <= mostNumbers &&
            std::all_of(value.begin(), value.end(), [](const Json& v) { return v.is_number(); }));
}

void readGroup(RunConfig& config, const ConfigGroup& group, const Json& value) {
    const bool flat =
        value.is_object() && value.size() <= mostOptions && std::all_of(value.begin(), value.end(), isPlain);
    if (!flat) {
        throw UsageError(group.names.field, Text::of("is not an object of plain values"),
                         Text::of("Give for example {{\"z\": 1}}."));
    }
    group.in(config) = value;
}

/// One option of a flat group.
void readOwn(RunConfig& config, const ConfigGroup& group, const std::string& key, const Json& value) {
    if (!isPlain(value) || group.of(config).size() >= mostOptions) {
        throw UsageError(key, Text::of("is not a plain value"),
                         Text::of("Give a number, a text, true or false."));
    }
    setOwn(config, group, key, value);
}

/// Whether options begin with this name, as those of "schedule" do.
bool isGroup(const std::string& name) {
    const auto& fields = configFields();
    return std::any_of(fields.begin(), fields.end(),
                       [&](const ConfigField& f) { return f.description.key.starts_with(name + "."); });
}

/// Sets the members of a configuration one by one.
class ConfigReader {
public:
    explicit ConfigReader(RunConfig& config) : config_(config) {}

    void read(const Json& object) {
        readObject(object, "");
        // Whatever the order of the members: to name a network drops the graph of the one before.
        config_.graph = std::move(graph_);
    }

private:
    void readObject(const Json& object, const std::string& group) {
        for (const auto& [name, value] : object.items()) {
            std::string key = group;
            if (!group.empty()) key += '.';
            key += name;
            if (value.is_object() && group.empty() && isGroup(key)) {
                readObject(value, key);
            } else if (!seen_.insert(key).second) {
                // As a member of its group and with a dotted name.
                throw UsageError(key, Text::of("is set twice"), Text::of("Leave one of the two out."));
            } else {
                readMember(key, value, group.empty());
            }
        }
    }

    void readMember(const std::string& key, const Json& value, bool atTop) {
        const auto& groups = configGroups();
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const ConfigGroup& g) {
            return !g.isFlat() && g.names.field == key;
        });
        if (group != groups.end()) return readGroup(config_, *group, value);
        if (const ConfigField* field = findField(key))
            return field->set(config_, validated(field->description, value));
        // A list has no place on a command line's single value, so it is read from JSON alone.
        if (key == "schedule.knots") {
            config_.schedule.knots = knotsFromJson(value);
            return;
        }
        const ConfigGroup* own = groupOf(key);
        if (own != nullptr && own->isFlat()) return readOwn(config_, *own, key, value);
        if (atTop && key == "graph") return readGraph(value);
        if (atTop && isGroup(key)) {
            throw UsageError(key, Text::of("is a group of options, found {}", jsonText(value).substr(0, 100)),
                             Text::of("Give its options in braces, as the config.json of a run does."));
        }
        throw unknownName("unknown option '{}'", key, allKeys({}), "");
    }

    /// What is in it is looked at where the network is made of it.
    void readGraph(const Json& value) {
        if (!value.is_object() && !value.is_null()) {
            throw UsageError("graph", Text::of("is not an object"),
                             Text::of("Leave it out, and name the file of the network as 'model'."));
        }
        graph_ = value;
    }

    RunConfig& config_;
    Json graph_ = nullptr;
    std::set<std::string> seen_;
};

/// `origin` in front of an error's own place.
UsageError inFile(const std::string& origin, const UsageError& e) {
    return {e.where().empty() ? Text(origin) : Text::of("{}: {}", origin, e.where()), e.problem(), e.mend()};
}

}  // namespace

void setOption(RunConfig& config, const std::string& key, std::string_view text,
               const std::vector<OptionDescription>& ownOptions) {
    if (const ConfigField* field = findField(key)) {
        field->set(config, parsed(field->description, text));
        return;
    }
    const ConfigGroup* group = groupOf(key);
    const auto option =
        std::find_if(ownOptions.begin(), ownOptions.end(), [&](const auto& o) { return o.key == key; });
    if (group == nullptr || option == ownOptions.end())
        throw unknownName("unknown option '{}'", key, allKeys(ownOptions), "");
    setOwn(config, *group, key, parsed(*option, text));
}

nlohmann::json configToJson(const RunConfig& config) {
    Json json = Json::object();
    for (const auto& f : configFields()) {
        Json value = f.get(config);
        const bool empty = value.is_string() ? value.get_ref<const std::string&>().empty() : value.empty();
        if (f.leftOutWhenEmpty && empty) continue;
        json[pointer(f.description.key)] = std::move(value);
    }
    Json knots = Json::array();
    for (const auto& k : config.schedule.knots) knots.push_back({k.position, k.sparsity});
    json["schedule"]["knots"] = std::move(knots);
    if (!config.graph.is_null()) json["graph"] = config.graph;
    for (const ConfigGroup& group : configGroups()) {
        const Json& options = group.of(config);
        if (group.isFlat() && options.is_object()) {
            json[group.names.field].update(options);
        } else {
            json[group.names.field] = options;
        }
    }
    return json;
}

RunConfig configFromText(std::string_view text, const std::string& origin) {
    Json json;
    try {
        json = readJson(text, origin, Text::of("Mend the file at that position."));
    } catch (const Error& e) {
        throw UsageError(e.where(), e.problem(), e.mend());
    }
    if (!json.is_object())
        throw UsageError(origin, Text::of("is not a JSON object"),
                         Text::of("Start from the config.json of a run."));
    RunConfig config;
    try {
        ConfigReader(config).read(json);
        validateConfig(config);
    } catch (const UsageError& e) {
        throw inFile(origin, e);
    }
    return config;
}

RunConfig configFromFile(const std::filesystem::path& file,
                         const std::function<void(const RunConfig&)>& alsoCheck) {
    RunConfig config = configFromText(readFile(file, largestConfig), file.string());
    const auto fromItsFolder = [&](std::string& path) {
        if (path.empty() || std::filesystem::path(path).is_absolute()) return;
        const auto folder = std::filesystem::absolute(file).parent_path();
        path = (folder / path).lexically_normal().string();
    };
    fromItsFolder(config.dataDir);
    if (config.start.weights != newWeights) fromItsFolder(config.start.weights);
    fromItsFolder(config.start.names);
    if (config.graph.is_null() && namesNetworkFile(config.model)) fromItsFolder(config.model);
    try {
        if (alsoCheck) alsoCheck(config);
    } catch (const UsageError& e) {
        throw inFile(file.string(), e);
    }
    return config;
}

}  // namespace prunescope::run
