#include "targets.h"

namespace prunescope::fuzz {

const std::vector<Target>& targets() {
    static const std::vector<Target> all{
        configTarget(),      settingsTarget(),    strengthsTarget(),    sparsitiesTarget(),
        jsonTarget(),        recordTextsTarget(), scheduleTarget(),     idxTarget(),
        gzipTarget(),        weightsTarget(),     networkTarget(),      graphTarget(),
        databaseTarget(),    rowsTarget(),        reportTarget(),       reportFolderTarget(),
        measurementTarget(), deviceTarget(),      recordedRowsTarget(), labelTarget(),
        runFilterTarget(),   jpegTarget(),        pngTarget(),          exifTarget(),
        imageCacheTarget(),  cifarTarget(),       npyTarget(),          npzTarget(),
        classNamesTarget(),  csvTarget(),         arffTarget(),         onnxTarget(),
        prunerStateTarget(), sealTarget(),        sharedStateTarget(),
    };
    return all;
}

}  // namespace prunescope::fuzz
