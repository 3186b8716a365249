#include "CZlib.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

struct CZlibInflater {
    z_stream stream;
};

CZlibInflater *czlib_open(bool raw) {
    CZlibInflater *inflater = calloc(1, sizeof(CZlibInflater));
    if (!inflater) return NULL;
    // 32 added to the window size: gzip or zlib by the header.
    if (inflateInit2(&inflater->stream, raw ? -MAX_WBITS : MAX_WBITS + 32) != Z_OK) {
        free(inflater);
        return NULL;
    }
    return inflater;
}

CZlibStatus czlib_inflate(CZlibInflater *inflater, const unsigned char *input, size_t input_count, size_t *taken,
                          unsigned char *output, size_t output_count, size_t *written) {
    z_stream *stream = &inflater->stream;
    unsigned int in = input_count > UINT_MAX ? UINT_MAX : (unsigned int)input_count;
    unsigned int out = output_count > UINT_MAX ? UINT_MAX : (unsigned int)output_count;
    stream->next_in = (unsigned char *)input;
    stream->avail_in = in;
    stream->next_out = output;
    stream->avail_out = out;
    int result = inflate(stream, Z_NO_FLUSH);
    *taken = in - stream->avail_in;
    *written = out - stream->avail_out;
    if (result == Z_STREAM_END) return CZLIB_END;
    return result == Z_OK || result == Z_BUF_ERROR ? CZLIB_MORE : CZLIB_DAMAGED;
}

void czlib_reset(CZlibInflater *inflater) { inflateReset(&inflater->stream); }

void czlib_close(CZlibInflater *inflater) {
    if (!inflater) return;
    inflateEnd(&inflater->stream);
    free(inflater);
}

size_t czlib_gzip_bound(size_t count) { return compressBound(count) + 32; }

size_t czlib_gzip(const unsigned char *input, size_t count, unsigned char *output, size_t output_count) {
    if (count > UINT_MAX || output_count > UINT_MAX) return 0;
    z_stream stream = {0};
    // 16 added to the window size: a gzip header, with no name and no time in it, and the gzip trailer.
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
    stream.next_in = (unsigned char *)input;
    stream.avail_in = (unsigned int)count;
    stream.next_out = output;
    stream.avail_out = (unsigned int)output_count;
    int result = deflate(&stream, Z_FINISH);
    size_t written = output_count - stream.avail_out;
    deflateEnd(&stream);
    return result == Z_STREAM_END ? written : 0;
}
