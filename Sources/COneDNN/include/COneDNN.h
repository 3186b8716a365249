#ifndef HEADWATER_CONEDNN_H
#define HEADWATER_CONEDNN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A linear layer for a fixed number of rows: its weights in the order that this CPU likes best. Immutable once it is
/// made: it may be run from any number of threads at once.
typedef struct COneDNNLinear COneDNNLinear;

/// What is done to the product after the bias.
typedef enum { COneDNNNothing = 0, COneDNNGelu = 1 } COneDNNActivation;

/// In what the numbers of a layer are multiplied; they are added in single precision.
typedef enum { COneDNNSingle = 0, COneDNNBrain = 1 } COneDNNPrecision;

/// Whether the CPU multiplies bfloat16 faster than single precision.
int conednn_has_brain(void);

/// Makes `dst = activation(src · weightsᵀ + bias)`, `weights` being `outputs` rows of `inputs` numbers, for `rows` rows.
/// The weights are copied. Gives NULL where the library refuses.
COneDNNLinear *conednn_linear_make(
    const float *weights, const float *bias, int64_t inputs, int64_t outputs, int64_t rows,
    COneDNNActivation activation, COneDNNPrecision precision);

/// Bytes of scratch memory that a run needs.
size_t conednn_linear_scratch(const COneDNNLinear *linear);

/// Runs the layer on one thread. Gives 0 for success.
int conednn_linear_run(const COneDNNLinear *linear, const float *src, float *dst, void *scratch);

/// Frees the layer.
void conednn_linear_free(COneDNNLinear *linear);

/// `c = scale · a · b`, or `a · bᵀ` where `transposed`: row-major, on one thread. Gives 0 for success.
int conednn_product(
    int64_t rows, int64_t columns, int64_t inner, float scale, const float *a, int64_t a_stride, const float *b,
    int64_t b_stride, int transposed, float *c, int64_t c_stride);

/// The library's version and the instruction set that it dispatches to: "2.6.3 isa 7". Static storage.
const char *conednn_description(void);

#ifdef __cplusplus
}
#endif

#endif
