#define PCRE2_CODE_UNIT_WIDTH 8

#include "config/pattern.h"

#include <glib.h>
#include <pcre2.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum {
    PATTERN_BYTES_MAX = 1000,
    MATCH_STEPS_MAX = 200000, /**< a code has 32 characters: more is a pattern run wild */
    MATCH_HEAP_KIB = 4096
};

/** What a match writes to; apart from the Pattern, which is const to those who match. */
typedef struct {
    pcre2_match_data *data;
    bool gave_up;
} PatternRun;

struct Pattern {
    char *text;
    pcre2_code *code;
    pcre2_match_context *limits;
    PatternRun *run;
};

/** Compiled against whole codes, not parts of them. */
static pcre2_code *compile(const char *text, char *error, size_t error_size) {
    if (strlen(text) > PATTERN_BYTES_MAX) {
        snprintf(error, error_size, "longer than %d bytes", PATTERN_BYTES_MAX);
        return NULL;
    }
    int reason = 0;
    size_t offset = 0;
    const uint32_t options =
        PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C;
    pcre2_code *code =
        pcre2_compile((PCRE2_SPTR)text, PCRE2_ZERO_TERMINATED, options, &reason, &offset, NULL);
    if (!code) {
        PCRE2_UCHAR message[200] = "";
        pcre2_get_error_message(reason, message, sizeof message);
        if (offset > strlen(text))
            offset = strlen(text);
        snprintf(error, error_size, "%s (after %ld characters)", (const char *)message,
                 g_utf8_strlen(text, (gssize)offset));
    }
    return code;
}

Pattern *pattern_new(const char *text, char *error, size_t error_size) {
    pcre2_code *code = compile(text, error, error_size);
    if (!code)
        return NULL;
    Pattern *pattern = g_new0(Pattern, 1);
    pattern->text = g_strdup(text);
    pattern->code = code;
    pattern->limits = pcre2_match_context_create(NULL);
    pattern->run = g_new0(PatternRun, 1);
    pattern->run->data = pcre2_match_data_create(1, NULL);
    if (!pattern->limits || !pattern->run->data) {
        snprintf(error, error_size, "out of memory");
        pattern_free(pattern);
        return NULL;
    }
    pcre2_set_match_limit(pattern->limits, MATCH_STEPS_MAX);
    pcre2_set_heap_limit(pattern->limits, MATCH_HEAP_KIB);
    return pattern;
}

void pattern_free(Pattern *pattern) {
    if (!pattern)
        return;
    pcre2_match_data_free(pattern->run->data);
    pcre2_match_context_free(pattern->limits);
    pcre2_code_free(pattern->code);
    g_free(pattern->run);
    g_free(pattern->text);
    g_free(pattern);
}

bool pattern_matches(const Pattern *pattern, const char *code) {
    if (!pattern)
        return false;
    int found = pcre2_match(pattern->code, (PCRE2_SPTR)code, PCRE2_ZERO_TERMINATED, 0, 0,
                            pattern->run->data, pattern->limits);
    if (found < 0 && found != PCRE2_ERROR_NOMATCH)
        pattern->run->gave_up = true;
    return found >= 0;
}

bool pattern_gave_up(const Pattern *pattern) {
    return pattern && pattern->run->gave_up;
}

const char *pattern_text(const Pattern *pattern) {
    return pattern->text;
}
