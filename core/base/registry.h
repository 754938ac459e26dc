#pragma once

#include "base/suggest.h"

#include <algorithm>
#include <deque>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace prunescope {

/// The things of one kind that can be asked for by name: methods, optimizers, data sets. `Entry` has a
/// `description` with a `name`; one that stands for many names, such as "resnet-N", also says which it
/// `matches`.
///
/// What is built in stands in a list in one file of its folder. A program that brings something of its own
/// adds it before anything is looked up: entries never move and never go, but no lock guards the list.
template <class Entry>
class Registry {
public:
    /// `unknown` is the problem of a wrong name, "unknown method '{}'"; `option` is where the name was given.
    Registry(fmt::format_string<std::string> unknown, std::string option,
             std::initializer_list<Entry> entries)
        : unknown_(unknown), option_(std::move(option)), entries_(entries) {}

    void add(Entry entry) { entries_.push_back(std::move(entry)); }

    auto begin() const { return entries_.begin(); }
    auto end() const { return entries_.end(); }

    /// Null for a name that is not known, as in the record of a newer version.
    const Entry* find(std::string_view name) const {
        const auto found = std::find_if(begin(), end(), [&](const Entry& e) {
            if constexpr (requires { e.matches(name); }) {
                return e.matches(name);
            } else {
                return e.description.name == name;
            }
        });
        return found == end() ? nullptr : &*found;
    }

    /// Throws `UsageError` with the known names and the nearest of them.
    const Entry& get(std::string_view name) const {
        if (const Entry* entry = find(name)) return *entry;
        throw unknownName(unknown_, name, names(), option_);
    }

    std::vector<std::string> names() const {
        std::vector<std::string> list;
        for (const Entry& entry : entries_) list.push_back(entry.description.name);
        return list;
    }

private:
    fmt::format_string<std::string> unknown_;
    std::string option_;
    std::deque<Entry> entries_;
};

}  // namespace prunescope
