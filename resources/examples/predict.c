/* Which class is it? For each image in a file of raw pixels, one byte each, the class that a trained network sees:
 *
 *     cc predict.c $(pkg-config --cflags --libs prunescope-runtime) -o predict
 *     ./predict lenet.safetensors images.raw
 */
#include <prunescope_runtime.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    prunescope_model *model = NULL;
    FILE *file = argc == 3 ? fopen(argv[2], "rb") : NULL;
    if (!file) return fprintf(stderr, "usage: predict MODEL IMAGES\n"), 2;
    if (prunescope_open(argv[1], 1, &model) != PRUNESCOPE_OK) return fprintf(stderr, "%s\n", prunescope_last_error()), 1;
    const size_t values = prunescope_inputs(model);
    unsigned char *pixels = malloc(values);
    float *input = malloc(values * sizeof *input);
    int status = pixels && input ? 0 : 1;
    while (status == 0 && fread(pixels, 1, values, file) == values) {
        int k = 0;
        if (prunescope_normalise(model, pixels, 1, input) != PRUNESCOPE_OK ||
            prunescope_predict(model, input, 1, NULL, &k) != PRUNESCOPE_OK) {
            fprintf(stderr, "%s\n", prunescope_last_error());
            status = 1;
        } else {
            printf("%s\n", prunescope_class_name(model, (size_t)k));
        }
    }
    free(input);
    free(pixels);
    prunescope_close(model);
    fclose(file);
    return status;
}
