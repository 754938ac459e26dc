#pragma once

#include "nn/models.h"

#include <string>
#include <vector>

namespace prunescope::test {

/// A small network of every entry of the registry, by name.
inline std::vector<std::string> exampleNetworks() {
    std::vector<std::string> names;
    for (const nn::NetworkEntry& entry : nn::networks()) {
        std::string name = entry.description.name;
        if (name == "FILE.json") continue;
        if (name == "mlp:WIDTHS") name = "mlp:20,30";
        if (name == "wrn-D-K") name = "wrn-10-1";
        if (const auto pattern = name.find("-N"); pattern != std::string::npos)
            name.replace(pattern, 2, "-8");
        names.push_back(name);
    }
    return names;
}

}  // namespace prunescope::test
