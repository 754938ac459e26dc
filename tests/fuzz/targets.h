#pragma once

#include "fuzz_target.h"

namespace prunescope::fuzz {

// Each is defined in the file of its name.
Target configTarget();
Target settingsTarget();
Target strengthsTarget();
Target sparsitiesTarget();
Target jsonTarget();
Target recordTextsTarget();
Target scheduleTarget();
Target idxTarget();
Target gzipTarget();
Target jpegTarget();
Target pngTarget();
Target exifTarget();
Target imageCacheTarget();
Target cifarTarget();
Target npyTarget();
Target npzTarget();
Target classNamesTarget();
Target csvTarget();
Target arffTarget();
Target weightsTarget();
Target networkTarget();
Target graphTarget();
Target onnxTarget();
Target databaseTarget();
Target rowsTarget();
Target sealTarget();
Target reportTarget();
Target reportFolderTarget();
Target labelTarget();
Target runFilterTarget();
Target measurementTarget();
Target prunerStateTarget();
Target deviceTarget();
Target recordedRowsTarget();
Target sharedStateTarget();

}  // namespace prunescope::fuzz
