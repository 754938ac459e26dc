# PRUNESCOPE_RUNTIME_ALONE=ON builds the runtime library and nothing else, of the layers that it reaches: it needs no library
# but those of the compiler (Eigen, fmt and nlohmann-json are headers), so that any cross compiler will do. Without oneTBB a call
# runs on the thread that makes it; many threads may call at once as ever.
#
#     cmake -S . -B build/aarch64 --toolchain packaging/cmake/aarch64.cmake -DPRUNESCOPE_RUNTIME_ALONE=ON
#
# To be included in core/ where the layers are declared otherwise.
find_path(Fmt_INCLUDE_DIR fmt/format.h REQUIRED)
add_library(prunescope_fmt INTERFACE)
target_include_directories(prunescope_fmt SYSTEM INTERFACE "$<$<NOT:$<BOOL:${CMAKE_CROSSCOMPILING}>>:${Fmt_INCLUDE_DIR}>")
target_compile_definitions(prunescope_fmt INTERFACE FMT_HEADER_ONLY)

prunescope_layer(base LIBRARIES prunescope_fmt nlohmann_json::nlohmann_json)
prunescope_layer(run DEPENDS base)
prunescope_layer(parallel DEPENDS base SOURCES one_thread/one_thread)
prunescope_layer(kernels ARITHMETIC DEPENDS parallel)
prunescope_layer(nn ARITHMETIC DEPENDS kernels run LIBRARIES Eigen3::Eigen)
prunescope_layer(infer ARITHMETIC DEPENDS nn)
prunescope_layer(model DEPENDS infer
    SOURCES target_scale tensor_reader trained_model trained_model_reader weights_file weights_header
            weights_reader)
prunescope_layer(runtime DEPENDS model)
prunescope_shared_library(runtime "Trained and pruned networks answer in programs of any language")
# Hashes are taken of data and of files that are written, by what the linker leaves out here: were one asked for, it would say so.
target_link_options(prunescope-runtime PRIVATE LINKER:--no-undefined)
