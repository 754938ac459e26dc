# 64-bit Arm with GNU/Linux, by Debian's cross compiler (g++-aarch64-linux-gnu). Any such processor unless PRUNESCOPE_ISA says
# more than that.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)
# What changed in GCC 10 of how vectors are passed concerns nobody who compiles all with one compiler.
set(CMAKE_CXX_FLAGS_INIT -Wno-psabi)
set(PRUNESCOPE_ISA armv8-a CACHE STRING "Value of -march")
