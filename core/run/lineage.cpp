#include "run/lineage.h"

#include "run/json_fields.h"

namespace prunescope::run {
namespace {

constexpr std::size_t hashDigits = 64;
constexpr std::size_t longestFolder = 255;

bool isHash(const std::string& text) {
    return text.size() == hashDigits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

nlohmann::json parentToJson(const RunParent& parent) {
    return {{"parent_run", parent.run},
            {"parent_folder", parent.folder},
            {"parent_step", parent.step.value},
            {"state_sha256", parent.stateSha256}};
}

RunParent parentFromJson(const nlohmann::json& json) {
    const JsonFields fields(json, "parent");
    RunParent parent;
    fields.read("parent_run", parent.run);
    fields.read("parent_folder", parent.folder);
    fields.readCount("parent_step", parent.step.value);
    fields.read("state_sha256", parent.stateSha256);
    if (!isHash(parent.run)) refuseJson(fields.pathTo("parent_run"), Text::of("a hash"), parent.run);
    if (!isHash(parent.stateSha256))
        refuseJson(fields.pathTo("state_sha256"), Text::of("a hash"), parent.stateSha256);
    if (parent.folder.size() > longestFolder)
        refuseJson(fields.pathTo("parent_folder"), Text::of("the name of a folder"), parent.folder);
    return parent;
}

}  // namespace prunescope::run
