#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace prunescope::model {

/// Names of parameters, metrics and tags as MLflow takes them, each the path of a file: letters, digits, '_',
/// '-', '.', ' ' and
/// '/', no part that is empty or begins with a point, and at most 250 bytes. What is another name before is
/// another one after.
class MlflowNames {
public:
    const std::string& of(const std::string& name);

private:
    std::unordered_map<std::string, std::string> given_{};
    std::unordered_set<std::string> taken_{};
};

/// A text as a double-quoted scalar of YAML, whatever is in it.
std::string yamlText(std::string_view text);

/// "file:///…" of an absolute path, as RFC 8089 and RFC 3986 have it.
std::string fileUri(std::string_view path);

/// Bytes of UTF-8, cut before the character that would be the first too many.
std::string cutText(const std::string& text, std::size_t most);

}  // namespace prunescope::model
