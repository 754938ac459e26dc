#include "base/json_scanner.h"

#include <istream>

namespace prunescope {

void JsonScanner::scan() {
    std::istream stream(&source_);
    nlohmann::json::sax_parse(stream, this);
}

bool JsonScanner::binary(binary_t& /*value*/) {
    return false;  // JSON text has none.
}

bool JsonScanner::parse_error(std::size_t position, const std::string& token,
                              const nlohmann::json::exception& error) {
    constexpr int outOfRange = 406;  // nlohmann's number for "number overflow"
    refuseSyntax(position, token, error.id == outOfRange);
    return false;  // never: that throws
}

}  // namespace prunescope
