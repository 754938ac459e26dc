/* The pruner of Prunescope in a training loop of one's own: MAP and the other methods choose what to keep of
 * weights that another program trains, in PyTorch or by hand.
 *
 *     prunescope_pruner *p;
 *     prunescope_pruner_create("map", "{\"schedule\": {\"target\": 0.9}}", steps, 1, &p);
 *     prunescope_pruner_add(p, "fc1.weight", shape, 2, weights, gradients, effective);   for every tensor
 *     prunescope_pruner_start(p);
 *     for (step = 0; step < steps; ++step) {
 *         prunescope_pruner_begin_step(p, step);      effective: what the network computes with
 *         ...forward and backward with `effective`; its gradient into `gradients`...
 *         prunescope_pruner_form_gradients(p);        gradients: what the weights learn from
 *         ...the optimiser moves `weights`...
 *         prunescope_pruner_end_step(p);              what stands still is put back
 *     }
 *     prunescope_pruner_finish(p, steps);
 *     prunescope_pruner_close(p);
 *
 * Threads: a pruner is used by one thread at a time, and it does not matter by which; two pruners are used by
 * two threads at the same time. The arrays of a tensor belong to the caller, and nobody else touches them
 * while a call is at work. The number of threads changes no result. No call throws, ends the program or
 * prints; each says how it went by its status, and prunescope_pruner_last_error says it in words. */
#ifndef PRUNESCOPE_PRUNER_H
#define PRUNESCOPE_PRUNER_H

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#define PRUNESCOPE_PRUNER_API
#else
#define PRUNESCOPE_PRUNER_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Grows with every change that a program compiled before would notice. */
#define PRUNESCOPE_PRUNER_INTERFACE 1

typedef enum prunescope_pruner_status {
    PRUNESCOPE_PRUNER_OK = 0,
    PRUNESCOPE_PRUNER_BAD_ARGUMENT = 1, /* a null pointer, an unknown name, a number that is not allowed */
    PRUNESCOPE_PRUNER_BAD_ORDER = 2,    /* a call that is not due, such as a step before the start */
    PRUNESCOPE_PRUNER_BAD_STATE = 3,    /* a saved state that is damaged or of another pruner */
    PRUNESCOPE_PRUNER_NO_MEMORY = 4,
    PRUNESCOPE_PRUNER_FAILED = 5 /* anything else: the operating system refused a thread */
} prunescope_pruner_status;

typedef struct prunescope_pruner prunescope_pruner;

/* The version of the library, such as "0.1.0", and PRUNESCOPE_PRUNER_INTERFACE as it was compiled with. */
PRUNESCOPE_PRUNER_API const char* prunescope_pruner_version(void);
PRUNESCOPE_PRUNER_API int prunescope_pruner_interface(void);

/* What was wrong with the last call of this thread that failed: where, what, how to mend it; UTF-8. Empty
   when none has failed. Valid until the next call of this thread. */
PRUNESCOPE_PRUNER_API const char* prunescope_pruner_last_error(void);

/* A pruner by the name of its method: "map", "gmp", "dpf", "dense". `options` is null or a JSON object with
   some of the keys method_options, schedule, pruning and seed, which mean what they mean in the config.json
   of a run: "prunescope-cli methods" lists the options of each method, and moments of the schedule are shares
   of `steps`, the steps of the whole training. `threads`: 1 where the caller's own threads are at work, 0 for
   all of the machine. On failure *pruner is null. */
PRUNESCOPE_PRUNER_API prunescope_pruner_status prunescope_pruner_create(const char* method,
                                                                        const char* options, int64_t steps,
                                                                        int threads,
                                                                        prunescope_pruner** pruner);
/* Null is allowed. */
PRUNESCOPE_PRUNER_API void prunescope_pruner_close(prunescope_pruner* pruner);

/* A tensor that is to be pruned, before the start. `shape`: outputs first, as PyTorch has it, (O,I) or
   (O,C,KH,KW). The arrays have as many values as the shape says, row-major, and stay where they are as long
   as the pruner:

       weights    latent weights; the caller's optimiser moves them. A method may set those that it cuts to
   zero. gradients  in: the gradient of `effective`; out of form_gradients: that of `weights` effective  out:
   what the network has to compute with; 0 where pruned

   A layer is called as its tensor without ".weight". The k-th tensor is added by the k-th call, from 0. */
PRUNESCOPE_PRUNER_API prunescope_pruner_status prunescope_pruner_add(prunescope_pruner* pruner,
                                                                     const char* name, const int64_t* shape,
                                                                     size_t dimensions, float* weights,
                                                                     float* gradients, float* effective);
/* Once, with the initial weights in place. Fills `effective`. */
PRUNESCOPE_PRUNER_API prunescope_pruner_status prunescope_pruner_start(prunescope_pruner* pruner);

/* The step that comes after `step` updates: chooses masks when they are due by the schedule and fills
   `effective`. A method that chooses by gradients takes those that `gradients` hold: of all weights, at the
   last `effective`. */
PRUNESCOPE_PRUNER_API prunescope_pruner_status prunescope_pruner_begin_step(prunescope_pruner* pruner,
                                                                            int64_t step);
/* The same with a sparsity of the caller's own from now on, in [0, 1), whatever the schedule says. `frozen`
   not 0: masks stand still from this step on, and pruned weights with them; another sparsity then needs
   `frozen` 0 first. */
PRUNESCOPE_PRUNER_API prunescope_pruner_status prunescope_pruner_begin_step_at(prunescope_pruner* pruner,
                                                                               int64_t step, double sparsity,
                                                                               int frozen);
/* Makes the gradients of `effective` those of `weights`: 0 for what stands still in this step. */
PRUNESCOPE_PRUNER_API prunescope_pruner_status prunescope_pruner_form_gradients(prunescope_pruner* pruner);
/* After the optimiser: momentum and decay have moved what stands still in this step as well; it is put back.
   An optimiser of one's own leaves it alone, see prunescope_pruner_movable, and clears or keeps its momentum
   as it likes. */
PRUNESCOPE_PRUNER_API prunescope_pruner_status prunescope_pruner_end_step(prunescope_pruner* pruner);

/* Fills `effective` from the present weights and masks, for an evaluation between two steps. */
PRUNESCOPE_PRUNER_API prunescope_pruner_status prunescope_pruner_refresh(prunescope_pruner* pruner);
/* After `step` updates in all: chooses masks for the sparsity of that step once more unless they are frozen,
   whatever the interval, and fills `effective`. */
PRUNESCOPE_PRUNER_API prunescope_pruner_status prunescope_pruner_finish(prunescope_pruner* pruner,
                                                                        int64_t step);

/* Tensors that were added, values of one, how many of them are kept; 0 for null and for a tensor that is not
 * there. */
PRUNESCOPE_PRUNER_API size_t prunescope_pruner_tensors(const prunescope_pruner* pruner);
PRUNESCOPE_PRUNER_API size_t prunescope_pruner_size(const prunescope_pruner* pruner, size_t tensor);
PRUNESCOPE_PRUNER_API size_t prunescope_pruner_kept(const prunescope_pruner* pruner, size_t tensor);
/* Of all tensors together; 0 for null. */
PRUNESCOPE_PRUNER_API double prunescope_pruner_sparsity(const prunescope_pruner* pruner);

/* One value for each weight of a tensor, row-major. mask: 1 = kept. movable: 1 = learns in this step.
   attention: A of MAP, in [0, 1], by which the weights and their gradients are multiplied once it is divided
   by its mean, unless attention_norm is "none"; a method without attention refuses. */
PRUNESCOPE_PRUNER_API prunescope_pruner_status prunescope_pruner_mask(const prunescope_pruner* pruner,
                                                                      size_t tensor, unsigned char* mask);
PRUNESCOPE_PRUNER_API prunescope_pruner_status prunescope_pruner_movable(const prunescope_pruner* pruner,
                                                                         size_t tensor,
                                                                         unsigned char* movable);
PRUNESCOPE_PRUNER_API prunescope_pruner_status prunescope_pruner_attention(const prunescope_pruner* pruner,
                                                                           size_t tensor, float* attention);

/* What a pruner has come to between two steps, without the weights, which the caller keeps. `bytes` gets
   *size bytes; null asks for the size alone. `capacity`: of `bytes`; too few are refused, with *size as it
   has to be. */
PRUNESCOPE_PRUNER_API prunescope_pruner_status prunescope_pruner_save(const prunescope_pruner* pruner,
                                                                      unsigned char* bytes, size_t capacity,
                                                                      size_t* size);
/* Into a pruner that was created with the same method, options and steps and has been started with the same
   tensors, whose weights the caller has put back: it goes on with the same bits. Bytes may come from
   anywhere: what is damaged or of another pruner is refused and changes nothing. */
PRUNESCOPE_PRUNER_API prunescope_pruner_status prunescope_pruner_load(prunescope_pruner* pruner,
                                                                      const unsigned char* bytes,
                                                                      size_t size);

#ifdef __cplusplus
}
#endif

#endif
