#pragma once

#include "audit/chain.h"
#include "store/chained_tables.h"
#include "store/database.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace prunescope::store {

/// Adds to the chain of a run database what is recorded, in the transaction that records it. It knows nothing
/// but what the database holds, so a transaction that is rolled back leaves no trace here, and a database
/// that is copied or opened again goes on where it was.
class ChainWriter {
public:
    /// The database has the newest schema, and outlives this.
    explicit ChainWriter(Database& database);

    /// Call in the transaction before rows are added: what is there now counts as bound.
    void begin();
    /// Call after `begin` and after rows were taken away from the ends of tables, since the run is taken up
    /// from an earlier state. Rows that stay, but shared a link with some that went, are bound anew by
    /// `bindNew`.
    void cut();
    /// Call before the commit: binds all rows that were added, table after table.
    void bindNew();

    /// The end of the chain as it is now.
    const audit::Head& head() const { return head_; }

private:
    struct Place {
        const ChainedTable* table;
        std::unique_ptr<Statement> last;  ///< the highest id
        std::unique_ptr<Statement> rows;
        std::int64_t bound = 0;  ///< rows up to this id are
    };

    void bindRows(Place& place);
    void addLink(audit::Link link);

    Database& database_;
    std::vector<Place> places_;
    Statement lastLink_;
    Statement insert_;
    audit::Head head_;
};

}  // namespace prunescope::store
