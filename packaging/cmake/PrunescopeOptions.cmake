# Options of the build, and the interface target `prunescope_options` that carries them to every target.

option(PRUNESCOPE_TESTS "Build the tests" ON)
option(PRUNESCOPE_WINDOW "Build the window (needs Qt 6)" ON)
option(PRUNESCOPE_BENCH "Build the benchmarks (needs Google Benchmark)" OFF)
option(PRUNESCOPE_RUNTIME "Build the runtime and the pruner, shared libraries for other programs" OFF)
option(PRUNESCOPE_RUNTIME_ALONE "Build the runtime and nothing else, without other libraries: for other machines" OFF)
option(PRUNESCOPE_FUZZ "Build the fuzz targets (needs clang's libFuzzer)" OFF)
# A file that includes too little compiles with them, too; tests/architecture/precompiled.py finds it.
option(PRUNESCOPE_PRECOMPILED "Precompile the headers that most files include" ON)
# Several sources are compiled as one, which takes a third of the time: names of one folder are unique even where they
# are not visible outside their file. ALL: those too whose rounding depends on it, for builds that compare no bits.
set(PRUNESCOPE_UNITY ON CACHE STRING "Compile the sources of a folder of core/ or ui/ together: ON, OFF, ALL")
set_property(CACHE PRUNESCOPE_UNITY PROPERTY STRINGS ON OFF ALL)
option(PRUNESCOPE_WERROR "Treat warnings as errors" OFF)
option(PRUNESCOPE_COVERAGE "Count which lines are run (Clang); every program adds its counts in profiles/" OFF)
option(PRUNESCOPE_ASSERTIONS "Keep assertions in optimised builds" OFF)
set(PRUNESCOPE_ISA "native" CACHE STRING
    "Value of -march: native, x86-64-v2, x86-64-v3, x86-64-v4; or portable: the engine for each of the three")
set_property(CACHE PRUNESCOPE_ISA PROPERTY STRINGS native x86-64-v2 x86-64-v3 x86-64-v4 portable)
set(PRUNESCOPE_SANITIZER "" CACHE STRING "Value of -fsanitize, or empty")
# AddressSanitizer looks at every access by itself; these look at each once more, in twice the time to compile.
set(prunescope_seen_by_address -fno-sanitize=null,alignment,object-size,vptr)

# All of a folder at once takes two thirds of the time of ten at a time; who changes one file again and again wants fewer.
set(PRUNESCOPE_UNITY_BATCH 50 CACHE STRING "How many sources of a folder are compiled together")
function(prunescope_unity target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${PRUNESCOPE_UNITY_BATCH})
endfunction()

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

# A target may name a level of its own in its property PRUNESCOPE_LEVEL.
if(PRUNESCOPE_ISA STREQUAL "portable")
    set(prunescope_isa x86-64-v2)
    set(PRUNESCOPE_PRECOMPILED OFF)  # the engine is compiled for three levels, a header for one
else()
    set(prunescope_isa ${PRUNESCOPE_ISA})
endif()
set(prunescope_level "$<TARGET_PROPERTY:PRUNESCOPE_LEVEL>")
set(prunescope_isa "$<IF:$<BOOL:${prunescope_level}>,${prunescope_level},${prunescope_isa}>")

add_library(prunescope_options INTERFACE)
target_compile_features(prunescope_options INTERFACE cxx_std_20)
target_include_directories(prunescope_options INTERFACE "${PROJECT_SOURCE_DIR}/core")
# Eigen's quick square root is not the correctly rounded one, and another on every instruction set.
target_compile_definitions(prunescope_options INTERFACE EIGEN_FAST_MATH=0)
target_compile_options(prunescope_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow
    # Part of Clang's -Wconversion: it warns of every counter of a loop that is an index of an array.
    $<$<CXX_COMPILER_ID:Clang>:-Wno-sign-conversion>
    $<$<BOOL:${PRUNESCOPE_WERROR}>:-Werror>
    $<$<BOOL:${PRUNESCOPE_ASSERTIONS}>:-UNDEBUG>
    # No fast-math: sums keep their order, so that a run gives the same bits on any number of threads.
    -fno-math-errno -fno-trapping-math
    -march=${prunescope_isa}
    # GCC prefers half-width vectors on some AVX-512 machines; the kernels name their width themselves.
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<OR:$<STREQUAL:${prunescope_isa},native>,$<STREQUAL:${prunescope_isa},x86-64-v4>>>:-mprefer-vector-width=512>)
# The shared libraries for other programs are linked from the layers of the programs themselves: code for any address, in
# pieces of which the linker leaves out what a library does not reach. A function of ours is never replaced by another
# program's, so calls are inlined as in a program.
if((PRUNESCOPE_RUNTIME OR PRUNESCOPE_RUNTIME_ALONE) AND NOT PRUNESCOPE_ISA STREQUAL "portable")
    target_compile_options(prunescope_options INTERFACE -fPIC -fno-semantic-interposition -ffunction-sections -fdata-sections)
endif()
# Clang 14 takes the masks that libstdc++'s simd makes with AVX-512 for others: a comparison chooses wrong elements.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    target_compile_options(prunescope_options INTERFACE -mno-avx512f)
endif()
# Sixty programs are linked in a build with tests: LLVM's linker takes a fraction of the time, where it is there.
find_program(PRUNESCOPE_LLD ld.lld)
mark_as_advanced(PRUNESCOPE_LLD)
if(PRUNESCOPE_LLD AND NOT CMAKE_CROSSCOMPILING AND NOT PRUNESCOPE_ISA STREQUAL "portable")
    target_link_options(prunescope_options INTERFACE -fuse-ld=lld)
endif()
if(PRUNESCOPE_SANITIZER)
    target_compile_options(prunescope_options INTERFACE
        -fsanitize=${PRUNESCOPE_SANITIZER} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    if(PRUNESCOPE_SANITIZER STREQUAL "address,undefined")
        target_compile_options(prunescope_options INTERFACE ${prunescope_seen_by_address})
    endif()
    target_link_options(prunescope_options INTERFACE -fsanitize=${PRUNESCOPE_SANITIZER})
endif()
if(PRUNESCOPE_COVERAGE)
    # Four files of counts for each program: the processes of a test run seldom wait for one another.
    target_compile_options(prunescope_options INTERFACE
        "-fprofile-instr-generate=${PROJECT_BINARY_DIR}/profiles/%4m.profraw" -fcoverage-mapping)
    target_link_options(prunescope_options INTERFACE -fprofile-instr-generate)
endif()
target_compile_definitions(prunescope_options INTERFACE
     PRUNESCOPE_ISA_NAME="${prunescope_isa}" PRUNESCOPE_VERSION="${PROJECT_VERSION}")
