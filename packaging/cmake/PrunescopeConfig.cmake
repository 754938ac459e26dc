# find_package(Prunescope [COMPONENTS runtime pruner]): the libraries that are installed, as Prunescope::runtime and
# Prunescope::pruner.
foreach(part runtime pruner)
    include("${CMAKE_CURRENT_LIST_DIR}/Prunescope-${part}.cmake" OPTIONAL RESULT_VARIABLE found)
    if(found)
        set(Prunescope_${part}_FOUND TRUE)
    elseif(Prunescope_FIND_REQUIRED_${part})
        set(Prunescope_FOUND FALSE)
        set(Prunescope_NOT_FOUND_MESSAGE "the library '${part}' of Prunescope is not installed")
    endif()
endforeach()
