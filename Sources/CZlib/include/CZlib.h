#ifndef HEADWATER_CZLIB_H
#define HEADWATER_CZLIB_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A decompressor of gzip, zlib or raw deflate data, over zlib's own state.
typedef struct CZlibInflater CZlibInflater;

/// How a step of decompression ended.
typedef enum {
    /// All input was taken or the room for output is full.
    CZLIB_MORE = 0,
    /// The stream ended; what is left of the input belongs to the next one.
    CZLIB_END = 1,
    /// The data is damaged from here on.
    CZLIB_DAMAGED = 2,
} CZlibStatus;

/// A new decompressor; NULL where there is no memory. `raw`: deflate without a header, else gzip or zlib by their header.
CZlibInflater *czlib_open(bool raw);

/// Takes from `input` and writes to `output`; says how much of each was used.
CZlibStatus czlib_inflate(CZlibInflater *inflater, const unsigned char *input, size_t input_count, size_t *taken,
                          unsigned char *output, size_t output_count, size_t *written);

/// Makes the decompressor ready for the next stream.
void czlib_reset(CZlibInflater *inflater);

/// Gives the decompressor's memory back.
void czlib_close(CZlibInflater *inflater);

/// Most bytes that `count` bytes take as a gzip file.
size_t czlib_gzip_bound(size_t count);

/// Writes `input` as one gzip stream and says how long it is; 0 where there is no memory or too little room. At most 4 GiB.
size_t czlib_gzip(const unsigned char *input, size_t count, unsigned char *output, size_t output_count);

#ifdef __cplusplus
}
#endif

#endif
