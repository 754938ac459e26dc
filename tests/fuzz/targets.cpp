#include "targets.h"

namespace prunescope::fuzz {

const std::vector<Target>& targets() {
    static const std::vector<Target> all{
        configTarget(),      settingsTarget(), strengthsTarget(),    sparsitiesTarget(),  jsonTarget(),
        recordTextsTarget(), scheduleTarget(), idxTarget(),          gzipTarget(),        csvTarget(),
        arffTarget(),        weightsTarget(),  networkTarget(),      graphTarget(),       databaseTarget(),
        rowsTarget(),        reportTarget(),   reportFolderTarget(), measurementTarget(), labelTarget(),
        runFilterTarget(),
    };
    return all;
}

}  // namespace prunescope::fuzz
