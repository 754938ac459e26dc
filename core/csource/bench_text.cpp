#include "csource/bench_text.h"

namespace prunescope::csource {
namespace {

constexpr const char* benchProgram = R"C(/* Times the network on the machine that this runs on:
 *
 *     cc -O3 -march=native -std=gnu99 @lower@.c @lower@_bench.c -o @lower@_bench -lm && ./@lower@_bench
 *
 * It prints one line:
 *
 *     @lower@ runs=N median_us=A p05_us=B p95_us=C p99_us=D min_us=E max_us=F constant_bytes=G scratch_bytes=H
 *
 * A Cortex-M of the kinds 3, 4, 7 and 33 counts its own cycles with -D@upper@_BENCH_HZ=168000000, the frequency of
 * its clock; printf must reach you. Any other target brings a function `double clock_us(void)`, whose name it gives
 * with -D@upper@_BENCH_CLOCK=clock_us. */
#if !defined(_POSIX_C_SOURCE) && (defined(__unix__) || defined(__APPLE__))
#define _POSIX_C_SOURCE 199309L
#endif

@include@

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#ifndef @upper@_BENCH_RUNS
#define @upper@_BENCH_RUNS 1000
#endif
#define WARM_UP 20
#define IMAGES 4

#if defined(@upper@_BENCH_CLOCK)
double @upper@_BENCH_CLOCK(void);
#define now_us @upper@_BENCH_CLOCK
static void start_clock(void) {}
#elif defined(@upper@_BENCH_HZ)
/* Debug watchpoint and trace unit of Armv7-M: a counter of cycles, which starts again after 2^32. */
static void start_clock(void)
{
    *(volatile unsigned int *)0xE000EDFCu |= 1u << 24; /* DEMCR.TRCENA */
    *(volatile unsigned int *)0xE0001004u = 0u;        /* DWT_CYCCNT */
    *(volatile unsigned int *)0xE0001000u |= 1u;       /* DWT_CTRL.CYCCNTENA */
}
static double now_us(void)
{
    static unsigned int last;
    static double cycles;
    const unsigned int count = *(volatile unsigned int *)0xE0001004u;
    cycles += (double)(count - last);
    last = count;
    return cycles * 1e6 / (double)(@upper@_BENCH_HZ);
}
#elif defined(CLOCK_MONOTONIC)
static void start_clock(void) {}
static double now_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec * 1e-3;
}
#else
static void start_clock(void) {}
static double now_us(void) { return (double)clock() * 1e6 / (double)CLOCKS_PER_SEC; }
#endif

static float images[IMAGES][@upper@_INPUTS];
static float logits[@upper@_CLASSES];
static float took[@upper@_BENCH_RUNS];

static int by_size(const void *a, const void *b)
{
    const float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

/* Of the sorted times, the one that so many percent of them do not exceed. */
static double percentile(int percent)
{
    int rank = (@upper@_BENCH_RUNS * percent + 99) / 100;
    if (rank < 1) rank = 1;
    return (double)took[rank - 1];
}

int main(void)
{
    unsigned int random = 1u;
    volatile int last = 0; /* the predictions are wanted */
    int k;
    for (k = 0; k < IMAGES * @upper@_INPUTS; ++k) {
        random = random * 1664525u + 1013904223u; /* Numerical Recipes, second edition, section 7.1 */
        images[k / @upper@_INPUTS][k % @upper@_INPUTS] = (float)(random >> 8) / 8388608.0f - 1.0f;
    }
    start_clock();
    for (k = 0; k < WARM_UP; ++k) last = @lower@_predict(images[k % IMAGES], logits);
    for (k = 0; k < @upper@_BENCH_RUNS; ++k) {
        const double begin = now_us();
        last = @lower@_predict(images[k % IMAGES], logits);
        took[k] = (float)(now_us() - begin);
    }
    (void)last;
    qsort(took, @upper@_BENCH_RUNS, sizeof took[0], by_size);
    @print@("@lower@ runs=%d median_us=%.2f p05_us=%.2f p95_us=%.2f p99_us=%.2f min_us=%.2f max_us=%.2f "
           "constant_bytes=%lu scratch_bytes=%lu\n",
           @upper@_BENCH_RUNS, percentile(50), percentile(5), percentile(95), percentile(99), percentile(0),
           percentile(100), (unsigned long)@upper@_CONSTANT_BYTES, (unsigned long)@upper@_SCRATCH * sizeof(float));
    return 0;
}
)C";

void replaceEach(std::string& all, const std::string& place, const std::string& value) {
    for (std::size_t at = all.find(place); at != std::string::npos; at = all.find(place, at + value.size()))
        all.replace(at, place.size(), value);
}

}  // namespace

std::string benchText(const std::string& header, const std::string& lower, const std::string& upper) {
    std::string program = benchProgram;
    replaceEach(program, "@include@", "#include \"" + header + "\"");
    // The engine itself never writes like this; a check of its sources would take it for that.
    replaceEach(program, "@print@", "printf");
    replaceEach(program, "@lower@", lower);
    replaceEach(program, "@upper@", upper);
    return program;
}

}  // namespace prunescope::csource
