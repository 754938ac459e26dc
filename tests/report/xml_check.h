#pragma once

#include <fmt/format.h>

#include <cctype>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::report::test {

/// One element: its attributes, and what stands between its tags, both as written.
struct XmlElement {
    std::string name;
    std::map<std::string, std::string> attributes{};
    std::string content{};

    std::string attribute(const std::string& key) const {
        const auto found = attributes.find(key);
        return found == attributes.end() ? "" : found->second;
    }
};

/// A strict check of the XML that the report uses: every element closed in order, attributes quoted and
/// unique, ids unique, only the named entities that XML knows. No processing instruction and no CDATA is
/// expected.
class XmlCheck {
public:
    explicit XmlCheck(std::string_view text) : text_(text) { run(); }

    /// "" when the text is well-formed.
    const std::string& problem() const { return problem_; }
    const std::set<std::string>& ids() const { return ids_; }
    /// In the order in which they open.
    const std::vector<XmlElement>& elements() const { return elements_; }
    std::vector<XmlElement> elements(const std::string& name) const {
        std::vector<XmlElement> found;
        for (const XmlElement& e : elements_) {
            if (e.name == name) found.push_back(e);
        }
        return found;
    }

private:
    void run() {
        if (text_.starts_with("<!DOCTYPE html>")) at_ = 15;
        while (at_ < text_.size() && problem_.empty()) {
            if (text_[at_] == '<') {
                text_[at_ + 1] == '/' ? closeTag() : openTag();
            } else {
                character();
            }
        }
        if (problem_.empty() && !open_.empty()) fail("not closed: " + innermost());
    }

    std::string innermost() const { return open_.empty() ? "" : elements_[open_.back().first].name; }

    void fail(const std::string& what) {
        if (problem_.empty()) problem_ = fmt::format("{} at {}: {}", what, at_, text_.substr(at_, 60));
    }

    void character() {
        const char c = text_[at_];
        if (c == '&') {
            const auto end = text_.find(';', at_);
            static const std::set<std::string_view> known{"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
            if (end == std::string_view::npos || !known.contains(text_.substr(at_, end - at_ + 1)))
                fail("bare &");
        }
        if (c == '>' && innermost() != "style") fail("bare >");
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') fail("control character");
        ++at_;
    }

    std::string name() {
        const auto begin = at_;
        const auto part = [](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == ':';
        };
        while (at_ < text_.size() && part(text_[at_])) ++at_;
        if (at_ == begin) fail("no name");
        return std::string(text_.substr(begin, at_ - begin));
    }

    void closeTag() {
        at_ += 2;
        const std::string closing = name();
        if (innermost() != closing) return fail("closes the wrong element: " + closing);
        const auto& [index, begin] = open_.back();
        const auto end = at_ - closing.size() - 2;
        elements_[index].content = text_.substr(begin, end - begin);
        open_.pop_back();
        if (text_[at_] != '>') return fail("no > after a closing name");
        ++at_;
    }

    void openTag() {
        ++at_;
        elements_.push_back({name()});
        const std::size_t index = elements_.size() - 1;
        while (problem_.empty()) {
            while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
            if (at_ >= text_.size()) return fail("ends inside a tag");
            if (text_[at_] == '>') {
                ++at_;
                open_.emplace_back(index, at_);
                return;
            }
            if (text_.substr(at_, 2) == "/>") {
                at_ += 2;
                return;
            }
            attribute(elements_[index]);
        }
    }

    void attribute(XmlElement& element) {
        const std::string key = name();
        if (element.attributes.contains(key)) return fail("twice: " + key);
        if (text_.substr(at_, 2) != "=\"") return fail("not quoted: " + key);
        at_ += 2;
        const auto begin = at_;
        while (at_ < text_.size() && text_[at_] != '"' && problem_.empty()) {
            if (text_[at_] == '<') return fail("< in an attribute");
            character();
        }
        const std::string value(text_.substr(begin, at_ - begin));
        element.attributes[key] = value;
        if (key == "id" && !ids_.insert(value).second) return fail("id twice: " + value);
        ++at_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<XmlElement> elements_;
    std::vector<std::pair<std::size_t, std::size_t>>
        open_;  ///< position in `elements_`, start of the content
    std::set<std::string> ids_;
    std::string problem_;
};

}  // namespace prunescope::report::test
