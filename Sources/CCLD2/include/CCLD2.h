#ifndef HEADWATER_CCLD2_H
#define HEADWATER_CCLD2_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What Compact Language Detector 2 says of a text.
typedef struct {
    /// Code of the language that most of the text is in ("en", "zh-Hant", "un" where it is not known). Static storage.
    const char *code;
    /// Share of the text that is in it, from 0 to 100.
    int percent;
    /// Share of the text that is in English, from 0 to 100.
    int english;
    /// Whether the detector trusts its answer.
    bool reliable;
    /// Whether the text was looked at: it is not where it holds what no text should, ill-formed bytes, controls or noncharacters.
    bool looked;
} CCLD2Result;

/// Tells the language of `length` bytes of plain UTF-8 text. No state, safe from any thread.
CCLD2Result ccld2_detect(const char *text, size_t length);

#ifdef __cplusplus
}
#endif

#endif
