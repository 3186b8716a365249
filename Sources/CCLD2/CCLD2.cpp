#include "CCLD2.h"

#include <climits>
#include <cstdio>  // the header of the detector uses FILE without including it
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

CCLD2Result ccld2_detect(const char *text, size_t length) {
    CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    // The detector leaves all of this as it was where it will not look at a text.
    CLD2::Language languages[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
    int percents[3] = {0, 0, 0};
    double scores[3] = {0, 0, 0};
    int bytes = 0;
    bool reliable = false;
    int valid = 0;
    const int count = length > INT_MAX ? INT_MAX : static_cast<int>(length);
    const CLD2::Language summary = CLD2::ExtDetectLanguageSummaryCheckUTF8(
        text, count, true, &hints, 0, languages, percents, scores, nullptr, &bytes, &reliable, &valid);

    CCLD2Result result = {CLD2::LanguageCode(summary), 0, 0, reliable, valid >= count};
    for (int i = 0; i < 3; i++) {
        if (languages[i] == summary) result.percent = percents[i];
        if (languages[i] == CLD2::ENGLISH) result.english = percents[i];
    }
    return result;
}
