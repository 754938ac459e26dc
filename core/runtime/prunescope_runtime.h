/* The runtime of Prunescope: trained and pruned networks answer in programs of any language.
 *
 *     prunescope_model *model;
 *     if (prunescope_open("final.weights", 1, &model) != PRUNESCOPE_OK) puts(prunescope_last_error());
 *     prunescope_predict(model, images, count, logits, classes);
 *     prunescope_close(model);
 *
 * A model never changes once it is open: any number of threads may ask it at the same time, each with a call
 * of its own. Only prunescope_close must be the last. No call throws, ends the program or prints; each says
 * how it went by its status, and prunescope_last_error says it in words. */
#ifndef PRUNESCOPE_RUNTIME_H
#define PRUNESCOPE_RUNTIME_H

#include <stddef.h>

#if defined(_WIN32)
#define PRUNESCOPE_API
#else
#define PRUNESCOPE_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Grows with every change that a program compiled before would notice. */
#define PRUNESCOPE_RUNTIME_INTERFACE 1

typedef enum prunescope_status {
    PRUNESCOPE_OK = 0,
    PRUNESCOPE_BAD_ARGUMENT = 1, /* a null pointer, a negative number, what the model does not have */
    PRUNESCOPE_BAD_MODEL = 2,    /* a file that is not there, is damaged or holds another thing */
    PRUNESCOPE_NO_MEMORY = 3,
    PRUNESCOPE_FAILED = 4 /* anything else: the operating system refused a thread or a file */
} prunescope_status;

typedef struct prunescope_model prunescope_model;

/* The version of the library, such as "0.1.0", and PRUNESCOPE_RUNTIME_INTERFACE as it was compiled with. */
PRUNESCOPE_API const char* prunescope_version(void);
PRUNESCOPE_API int prunescope_interface(void);

/* What was wrong with the last call of this thread that failed: where, what, how to mend it; UTF-8. Empty
   when none has failed. Valid until the next call of this thread. */
PRUNESCOPE_API const char* prunescope_last_error(void);

/* Opens the network that a run has left (final.weights) or that was exported as safetensors. `threads`: most
   processor threads of one call with many images; 1 where many callers share the machine, 0 for all of it. On
   failure *model is null. */
PRUNESCOPE_API prunescope_status prunescope_open(const char* path, int threads, prunescope_model** model);
/* Null is allowed. */
PRUNESCOPE_API void prunescope_close(prunescope_model* model);

/* The name of the network, such as "lenet-5". */
PRUNESCOPE_API const char* prunescope_network(const prunescope_model* model);
/* The shape of an image, and its values: channels x height x width. 0 for null. */
PRUNESCOPE_API size_t prunescope_channels(const prunescope_model* model);
PRUNESCOPE_API size_t prunescope_height(const prunescope_model* model);
PRUNESCOPE_API size_t prunescope_width(const prunescope_model* model);
PRUNESCOPE_API size_t prunescope_inputs(const prunescope_model* model);
PRUNESCOPE_API size_t prunescope_classes(const prunescope_model* model);
/* "class 3" where the file does not say; null where there is no such class. */
PRUNESCOPE_API const char* prunescope_class_name(const prunescope_model* model, size_t k);

/* Pixels of one byte as prunescope_predict wants them, `images` of them in the order channel, row, column.
   The file must say how training had normalised them: an export as safetensors does, final.weights of a run
   does not. `input` gets images x prunescope_inputs values. */
PRUNESCOPE_API prunescope_status prunescope_normalise(const prunescope_model* model,
                                                      const unsigned char* pixels, size_t images,
                                                      float* input);

/* Classifies `images` images, each prunescope_inputs values in the order channel, row, column, normalised as
   in training. `logits` gets images x prunescope_classes values, `classes` for each image the class with the
   largest logit, the first of equal ones; either may be null. The logits of an image depend on the number of
   images in the call by rounding alone. */
PRUNESCOPE_API prunescope_status prunescope_predict(const prunescope_model* model, const float* input,
                                                    size_t images, float* logits, int* classes);

#ifdef __cplusplus
}
#endif

#endif
