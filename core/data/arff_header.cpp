#include "data/arff_header.h"

#include "data/arff_line.h"

#include <set>
#include <utility>

namespace prunescope::data {
namespace {

Text declareAttribute() {
    return Text::of(
        "Write @attribute NAME TYPE, where the type is numeric, real, integer or the categories in braces.");
}

/// The lines of the header, from @relation to @data.
class HeaderReader {
public:
    explicit HeaderReader(const TableText& text) : text_(text) {}

    ArffHeader read() {
        bool related = false;
        for (std::size_t at = text_.begin(); at < text_.bytes().size();) {
            ArffLine line(text_, at);
            at = line.next();
            if (line.atEnd()) continue;
            const std::string_view keyword = line.word();
            if (sameKeyword(keyword, "@relation") && !related) {
                related = true;
            } else if (sameKeyword(keyword, "@attribute") && related) {
                readAttribute(line);
            } else if (sameKeyword(keyword, "@data") && related) {
                header_.begin = at;
                expectAttributes(line);
                return std::move(header_);
            } else {
                throw line.fault(related
                                     ? Text::of("expected @attribute or @data, found {}", quotedText(keyword))
                                     : Text::of("expected @relation, found {}", quotedText(keyword)),
                                 Text::of("Check that the file is whole and an ARFF file."));
            }
        }
        throw Error(text_.name(), Text::of("the header ends without @data"),
                    Text::of("The file is incomplete: copy or download it again."));
    }

private:
    void readAttribute(ArffLine& line) {
        const std::size_t column = header_.attributes.size();
        if (column == mostTableColumns) {
            throw line.fault(Text::of("expected at most {} columns, found more", mostTableColumns),
                             Text::of("Give a table with fewer columns."));
        }
        ArffAttribute attribute;
        attribute.declared = line.position();
        attribute.name = plainText(line.value(column, true));
        expectName(line, attribute.name);
        if (line.take('{')) {
            attribute.type = ArffType::nominal;
            readCategories(line, attribute);
        } else {
            attribute.type = typeOf(line, line.word());
        }
        header_.attributes.push_back(std::move(attribute));
    }

    void expectName(const ArffLine& line, const std::string& name) {
        if (name.size() > mostNameBytes) {
            throw line.fault(
                header_.attributes.size(),
                Text::of("expected a name of at most {} bytes, found one of {}", mostNameBytes, name.size()),
                declareAttribute());
        }
        if (!names_.insert(name).second) {
            throw line.fault(header_.attributes.size(),
                             Text::of("the name {} was declared before", quotedText(name)),
                             Text::of("Give every attribute a name of its own."));
        }
    }

    ArffType typeOf(const ArffLine& line, std::string_view word) const {
        for (const char* number : {"numeric", "real", "integer"}) {
            if (sameKeyword(word, number)) return ArffType::numeric;
        }
        if (sameKeyword(word, "string")) return ArffType::string;
        if (sameKeyword(word, "date")) return ArffType::date;
        throw line.fault(header_.attributes.size(), Text::of("expected a type, found {}", quotedText(word)),
                         declareAttribute());
    }

    void readCategories(ArffLine& line, ArffAttribute& attribute) const {
        const std::size_t column = header_.attributes.size();
        do {
            const Field field = line.value(column, true);
            const std::string text = plainText(field);
            if (attribute.categories.size() == 0) attribute.firstCategory = text;
            if (text.size() > mostNameBytes || attribute.categories.size() == Categories::most) {
                throw line.fault(column,
                                 Text::of("expected at most {} categories of at most {} bytes each",
                                          Categories::most, mostNameBytes),
                                 declareAttribute());
            }
            if (attribute.categories.find(text) != Categories::unknown) {
                throw line.fault(column, Text::of("the category {} is declared twice", quotedText(text)),
                                 Text::of("Declare every category once."));
            }
            attribute.categories.codeOf(text);
        } while (line.take(','));
        if (!line.take('}')) {
            throw line.fault(
                column,
                Text::of("expected a comma or a closing brace behind a category, found {}",
                         quotedText(line.rest())),
                Text::of("Put categories with blanks or commas in quotes, and all of them in one line."));
        }
    }

    void expectAttributes(const ArffLine& line) const {
        if (header_.attributes.size() > 1) return;
        throw line.fault(Text::of("expected two attributes at least, the label and one more, found {}",
                                  header_.attributes.size()),
                         declareAttribute());
    }

    const TableText& text_;
    ArffHeader header_{};
    std::set<std::string> names_{};
};

}  // namespace

bool looksLikeArff(const TableText& text) {
    for (std::size_t at = text.begin(); at < text.bytes().size();) {
        ArffLine line(text, at);
        if (!line.atEnd()) return sameKeyword(line.word(), "@relation");
        at = line.next();
    }
    return false;
}

ArffHeader readArffHeader(const TableText& text) {
    return HeaderReader(text).read();
}

}  // namespace prunescope::data
