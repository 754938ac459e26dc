/* Which weights stay? MAP at one sparsity: for each weight 1 if it is kept or 0, its attention and what the network computes with.
 *
 *     cc prune.c $(pkg-config --cflags --libs prunescope-pruner) -o prune
 *     ./prune 0.5 3 -1 0.5 -4
 */
#include <prunescope_pruner.h>
#include <stdio.h>
#include <stdlib.h>

static int checked(prunescope_pruner_status status)
{
    if (status != PRUNESCOPE_PRUNER_OK) fprintf(stderr, "%s\n", prunescope_pruner_last_error());
    return status == PRUNESCOPE_PRUNER_OK;
}

int main(int argc, char **argv)
{
    prunescope_pruner *pruner = NULL;
    const int64_t count = argc - 2;
    if (count < 1) return fprintf(stderr, "usage: prune SPARSITY WEIGHT...\n"), 2;
    float *values = calloc((size_t)count * 4, sizeof *values);
    unsigned char *mask = calloc((size_t)count, 1);
    if (!values || !mask) return 1;
    float *weights = values, *gradients = values + count, *effective = values + 2 * count, *attention = values + 3 * count;
    for (int64_t i = 0; i < count; ++i) weights[i] = (float)atof(argv[i + 2]);

    const int ok = checked(prunescope_pruner_create("map", NULL, 1000, 1, &pruner)) &&
                   checked(prunescope_pruner_add(pruner, "layer", &count, 1, weights, gradients, effective)) &&
                   checked(prunescope_pruner_start(pruner)) &&
                   checked(prunescope_pruner_begin_step_at(pruner, 0, atof(argv[1]), 0)) &&
                   checked(prunescope_pruner_mask(pruner, 0, mask)) &&
                   checked(prunescope_pruner_attention(pruner, 0, attention));
    for (int64_t i = 0; ok && i < count; ++i) printf("%d %.4f %.4f\n", mask[i], attention[i], effective[i]);
    prunescope_pruner_close(pruner);
    free(mask);
    free(values);
    return ok ? 0 : 1;
}
