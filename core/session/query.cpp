#include "session/query.h"

namespace prunescope::session {

QueryAnswer refusalOf(const Query& query, const Text& why) {
    return std::visit(
        [&]<class Q>(const Q&) -> QueryAnswer {
            return Answered<typename Q::Answer>{.content = nullptr, .refusal = why};
        },
        query);
}

}  // namespace prunescope::session
