#define _GNU_SOURCE
#include "COneDNN.h"

#include <dlfcn.h>
#include <oneapi/dnnl/dnnl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

// Debian builds the library on OpenMP, whose pool of spinning threads would fight with ours: one thread a call. The
// setting belongs to the calling thread and costs a few nanoseconds. Found at run time, because a library built on
// another pool has no OpenMP.
static void (*set_threads)(int);
static dnnl_engine_t engine;
static dnnl_stream_t stream;
static char description[64];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void begin(void) {
    set_threads = (void (*)(int))dlsym(RTLD_DEFAULT, "omp_set_num_threads");
    if (set_threads) set_threads(1);
    if (dnnl_engine_create(&engine, dnnl_cpu, 0) != dnnl_success) engine = NULL;
    if (engine && dnnl_stream_create(&stream, engine, dnnl_stream_default_flags) != dnnl_success) engine = NULL;
    const dnnl_version_t *version = dnnl_version();
    snprintf(
        description, sizeof description, "%d.%d.%d isa %d", version->major, version->minor, version->patch,
        (int)dnnl_get_effective_cpu_isa());
}

static int ready(void) {
    pthread_once(&once, begin);
    if (set_threads) set_threads(1);
    return engine != NULL;
}

struct COneDNNLinear {
    dnnl_primitive_t primitive;
    dnnl_memory_t weights;
    /// Where the weights' numbers are.
    void *place;
    dnnl_memory_t bias;
    /// Makes bfloat16 of the source; NULL for a layer in single precision.
    dnnl_primitive_t convert;
    dnnl_memory_desc_t given;
    dnnl_memory_desc_t src;
    dnnl_memory_desc_t dst;
    dnnl_memory_desc_t scratch;
};

static void drop(dnnl_memory_t memory) {
    if (memory) dnnl_memory_destroy(memory);
}

/// A primitive that copies `given` into `wanted`; NULL where it would need scratch memory of the caller's.
static dnnl_primitive_t copying(
    const dnnl_memory_desc_t *given, const dnnl_memory_desc_t *wanted, dnnl_primitive_attr_t attr) {
    dnnl_primitive_desc_t desc = NULL;
    dnnl_primitive_t primitive = NULL;
    if (dnnl_reorder_primitive_desc_create(&desc, given, engine, wanted, engine, attr) != dnnl_success) return NULL;
    if (dnnl_memory_desc_get_size(dnnl_primitive_desc_query_md(desc, dnnl_query_scratchpad_md, 0)) != 0
        || dnnl_primitive_create(&primitive, desc) != dnnl_success)
        primitive = NULL;
    dnnl_primitive_desc_destroy(desc);
    return primitive;
}

/// Copies into `place`, or where it is DNNL_MEMORY_ALLOCATE into memory of its own; NULL where that fails.
static dnnl_memory_t copied(
    dnnl_primitive_t primitive, const dnnl_memory_desc_t *given, const float *numbers, const dnnl_memory_desc_t *wanted,
    void *place) {
    dnnl_memory_t from = NULL, to = NULL;
    int done = 0;
    if (primitive && dnnl_memory_create(&from, given, engine, (void *)numbers) == dnnl_success
        && dnnl_memory_create(&to, wanted, engine, place) == dnnl_success) {
        dnnl_exec_arg_t args[2] = {{DNNL_ARG_FROM, from}, {DNNL_ARG_TO, to}};
        done = dnnl_primitive_execute(primitive, stream, 2, args) == dnnl_success;
    }
    drop(from);
    if (done) return to;
    drop(to);
    return NULL;
}

/// Copies `numbers` in the order of `wanted` into `place`, or memory of its own.
static dnnl_memory_t reordered(
    const float *numbers, const dnnl_memory_desc_t *given, const dnnl_memory_desc_t *wanted, void *place) {
    dnnl_primitive_t primitive = copying(given, wanted, NULL);
    dnnl_memory_t result = copied(primitive, given, numbers, wanted, place);
    if (primitive) dnnl_primitive_destroy(primitive);
    return result;
}

/// Room for `size` bytes, its pages made at once where the system can do that: made one by one, as they are written to, they
/// take longer than the writing.
static void *room(size_t size) {
    void *place = NULL;
    if (posix_memalign(&place, 4096, size) != 0) return NULL;
#ifdef MADV_POPULATE_WRITE
    madvise(place, size, MADV_POPULATE_WRITE);
#endif
    return place;
}

static dnnl_primitive_attr_t attributes(COneDNNActivation activation) {
    dnnl_primitive_attr_t attributes = NULL;
    if (dnnl_primitive_attr_create(&attributes) != dnnl_success) return NULL;
    // The caller's scratch memory, so that one layer can run on several threads at once.
    dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl_scratchpad_mode_user);
    if (activation == COneDNNGelu) {
        dnnl_post_ops_t ops = NULL;
        if (dnnl_post_ops_create(&ops) == dnnl_success) {
            dnnl_post_ops_append_eltwise(ops, 1.0f, dnnl_eltwise_gelu_erf, 0.0f, 0.0f);
            dnnl_primitive_attr_set_post_ops(attributes, ops);
            dnnl_post_ops_destroy(ops);
        }
    }
    return attributes;
}

int conednn_has_brain(void) {
    ready();
    int wanted = dnnl_cpu_isa_avx512_core_bf16;
    return ((int)dnnl_get_effective_cpu_isa() & wanted) == wanted;
}

COneDNNLinear *conednn_linear_make(
    const float *weights, const float *bias, int64_t inputs, int64_t outputs, int64_t rows,
    COneDNNActivation activation, COneDNNPrecision precision) {
    if (!ready()) return NULL;
    COneDNNLinear *linear = calloc(1, sizeof *linear);
    dnnl_primitive_attr_t attr = attributes(activation), plain = attributes(COneDNNNothing);
    dnnl_primitive_desc_t desc = NULL;
    if (!linear || !attr || !plain) goto failed;

    dnnl_data_type_t factor = precision == COneDNNBrain ? dnnl_bf16 : dnnl_f32;
    dnnl_dims_t src = {rows, inputs}, shape = {inputs, outputs}, dst = {rows, outputs}, row = {1, outputs};
    dnnl_memory_desc_t any, given, added;
    if (dnnl_memory_desc_init_by_tag(&linear->given, 2, src, dnnl_f32, dnnl_ab) != dnnl_success
        || dnnl_memory_desc_init_by_tag(&linear->src, 2, src, factor, dnnl_ab) != dnnl_success
        || dnnl_memory_desc_init_by_tag(&any, 2, shape, factor, dnnl_format_tag_any) != dnnl_success
        || dnnl_memory_desc_init_by_tag(&given, 2, shape, dnnl_f32, dnnl_ba) != dnnl_success
        || dnnl_memory_desc_init_by_tag(&added, 2, row, dnnl_f32, dnnl_ab) != dnnl_success
        || dnnl_memory_desc_init_by_tag(&linear->dst, 2, dst, dnnl_f32, dnnl_ab) != dnnl_success)
        goto failed;

    dnnl_matmul_desc_t matmul;
    if (dnnl_matmul_desc_init(&matmul, &linear->src, &any, &added, &linear->dst) != dnnl_success
        || dnnl_primitive_desc_create(&desc, &matmul, attr, engine, NULL) != dnnl_success
        || dnnl_primitive_create(&linear->primitive, desc) != dnnl_success)
        goto failed;
    linear->scratch = *dnnl_primitive_desc_query_md(desc, dnnl_query_scratchpad_md, 0);
    const dnnl_memory_desc_t *packed = dnnl_primitive_desc_query_md(desc, dnnl_query_weights_md, 0);
    linear->place = room(dnnl_memory_desc_get_size(packed));
    if (!linear->place) goto failed;
    linear->weights = reordered(weights, &given, packed, linear->place);
    linear->bias = reordered(bias, &added, &added, DNNL_MEMORY_ALLOCATE);
    if (precision == COneDNNBrain) linear->convert = copying(&linear->given, &linear->src, plain);
    if (!linear->weights || !linear->bias || (precision == COneDNNBrain && !linear->convert)) goto failed;
    dnnl_primitive_desc_destroy(desc);
    dnnl_primitive_attr_destroy(attr);
    dnnl_primitive_attr_destroy(plain);
    return linear;

failed:
    if (desc) dnnl_primitive_desc_destroy(desc);
    if (attr) dnnl_primitive_attr_destroy(attr);
    if (plain) dnnl_primitive_attr_destroy(plain);
    conednn_linear_free(linear);
    return NULL;
}

/// Bytes of the library's scratch memory, filled up so that what follows lies as it should.
static size_t padding(const COneDNNLinear *linear) {
    return (dnnl_memory_desc_get_size(&linear->scratch) + 63) / 64 * 64;
}

size_t conednn_linear_scratch(const COneDNNLinear *linear) {
    return padding(linear) + (linear->convert ? dnnl_memory_desc_get_size(&linear->src) : 0);
}

int conednn_linear_run(const COneDNNLinear *linear, const float *src, float *dst, void *scratch) {
    if (!ready()) return 1;
    dnnl_memory_t from = NULL, to = NULL, pad = NULL;
    int status = 1;
    if (linear->convert)
        from = copied(linear->convert, &linear->given, src, &linear->src, (char *)scratch + padding(linear));
    else if (dnnl_memory_create(&from, &linear->src, engine, (void *)src) != dnnl_success)
        from = NULL;
    if (from && dnnl_memory_create(&to, &linear->dst, engine, dst) == dnnl_success
        && dnnl_memory_create(&pad, &linear->scratch, engine, scratch) == dnnl_success) {
        dnnl_exec_arg_t args[5] = {
            {DNNL_ARG_SRC, from}, {DNNL_ARG_WEIGHTS, linear->weights}, {DNNL_ARG_BIAS, linear->bias},
            {DNNL_ARG_DST, to}, {DNNL_ARG_SCRATCHPAD, pad}};
        status = dnnl_primitive_execute(linear->primitive, stream, 5, args) != dnnl_success;
    }
    drop(from);
    drop(to);
    drop(pad);
    return status;
}

void conednn_linear_free(COneDNNLinear *linear) {
    if (!linear) return;
    if (linear->primitive) dnnl_primitive_destroy(linear->primitive);
    if (linear->convert) dnnl_primitive_destroy(linear->convert);
    drop(linear->weights);
    drop(linear->bias);
    free(linear->place);
    free(linear);
}

int conednn_product(
    int64_t rows, int64_t columns, int64_t inner, float scale, const float *a, int64_t a_stride, const float *b,
    int64_t b_stride, int transposed, float *c, int64_t c_stride) {
    if (!ready()) return 1;
    return dnnl_sgemm(
               'N', transposed ? 'T' : 'N', rows, columns, inner, scale, a, a_stride, b, b_stride, 0.0f, c, c_stride)
        != dnnl_success;
}

const char *conednn_description(void) {
    ready();
    return description;
}
