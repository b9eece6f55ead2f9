/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patterns by PCRE2, with a budget for what matching may cost. */
#define PCRE2_CODE_UNIT_WIDTH 8

#include "base/pattern.h"

#include <glib.h>
#include <pcre2.h>
#include <stdint.h>
#include <string.h>

#include "base/fault.h"
#include "base/out_of_memory.h"

enum {
    PATTERN_BYTES_MAX = 1000,
    /** A match may take so many steps, and two for each byte of its pattern, before it draws on the
     * budget: alternatives without repetitions never take more. */
    STEPS_FREE = 100,
    MATCH_STEPS_MAX = 200000, /**< a code has 32 characters: more is a pattern run wild */
    MATCH_HEAP_KIB = 4096,
    FRAME_BYTES = 256 /**< PCRE2 copies a frame when it branches: so much counts as one step */
};

/** What a match writes to; apart from the Pattern, which is const to those who match. */
typedef struct {
    pcre2_match_data *data;
    PatternBudget *budget;
    int64_t weight;    /**< steps that one step counts as */
    int64_t free;      /**< steps of a match that the budget is not asked for */
    int64_t steps;     /**< of the match under way */
    GHashTable *known; /**< code → whether it matches: of the matches that took long */
    char *gave_up;     /**< the first code on which a match was given up */
} PatternRun;

struct Pattern {
    char *text;
    pcre2_code *code;
    pcre2_match_context *limits;
    PatternRun *run;
};

/** Compiled against whole codes, not parts of them; PCRE2 calls count_step() before every item. */
static pcre2_code *compile(const char *text, Phrase **why) {
    if (strlen(text) > PATTERN_BYTES_MAX) {
        *why = phrase_copy(&PHRASE(FAULT_PATTERN_LENGTH, (int)PATTERN_BYTES_MAX));
        return NULL;
    }
    int reason = 0;
    size_t offset = 0;
    const uint32_t options = PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_UTF |
                             PCRE2_NEVER_BACKSLASH_C | PCRE2_AUTO_CALLOUT;
    pcre2_code *code =
        pcre2_compile((PCRE2_SPTR)text, PCRE2_ZERO_TERMINATED, options, &reason, &offset, NULL);
    if (!code && reason == PCRE2_ERROR_HEAP_FAILED) {
        out_of_memory();
    }
    if (!code) {
        PCRE2_UCHAR message[200] = "";
        pcre2_get_error_message(reason, message, sizeof message);
        if (offset > strlen(text)) {
            offset = strlen(text);
        }
        *why = phrase_copy(&PHRASE(FAULT_PATTERN_SYNTAX, (const char *)message,
                                   (int)g_utf8_strlen(text, (gssize)offset)));
    }
    return code;
}

/** Gives the match up where it has used up what there is. */
static int count_step(pcre2_callout_block *block, void *data) {
    (void)block;
    PatternRun *run = data;
    run->steps += run->weight;
    if (run->steps <= run->free) {
        return 0;
    }
    run->budget->steps -= run->weight;
    return run->steps > MATCH_STEPS_MAX || run->budget->steps < 0 ? PCRE2_ERROR_CALLOUT : 0;
}

static PatternRun *run_new(const pcre2_code *code, size_t bytes, PatternBudget *budget) {
    size_t frame_bytes = 0;
    pcre2_pattern_info(code, PCRE2_INFO_FRAMESIZE, &frame_bytes);
    PatternRun *run = g_new0(PatternRun, 1);
    run->data = pcre2_match_data_create(1, NULL);
    run->budget = budget;
    run->weight = 1 + (int64_t)(frame_bytes / FRAME_BYTES);
    run->free = run->weight * (int64_t)(STEPS_FREE + 2 * bytes);
    run->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return run;
}

Pattern *pattern_new(const char *text, PatternBudget *budget, Phrase **why) {
    pcre2_code *code = compile(text, why);
    if (!code) {
        return NULL;
    }
    Pattern *pattern = g_new0(Pattern, 1);
    pattern->text = g_strdup(text);
    pattern->code = code;
    pattern->limits = pcre2_match_context_create(NULL);
    pattern->run = run_new(code, strlen(text), budget);
    if (!pattern->limits || !pattern->run->data) {
        out_of_memory();
    }
    pcre2_set_match_limit(pattern->limits, MATCH_STEPS_MAX);
    pcre2_set_heap_limit(pattern->limits, MATCH_HEAP_KIB);
    pcre2_set_callout(pattern->limits, count_step, pattern->run);
    return pattern;
}

void pattern_free(Pattern *pattern) {
    if (!pattern) {
        return;
    }
    pcre2_match_data_free(pattern->run->data);
    pcre2_match_context_free(pattern->limits);
    pcre2_code_free(pattern->code);
    g_hash_table_destroy(pattern->run->known);
    g_free(pattern->run->gave_up);
    g_free(pattern->run);
    g_free(pattern->text);
    g_free(pattern);
}

bool pattern_matches(const Pattern *pattern, const char *code) {
    if (!pattern) {
        return false;
    }
    PatternRun *run = pattern->run;
    gpointer known = NULL;
    if (g_hash_table_size(run->known) > 0 &&
        g_hash_table_lookup_extended(run->known, code, NULL, &known)) {
        return GPOINTER_TO_INT(known) != 0;
    }
    run->steps = 0;
    const int found = pcre2_match(pattern->code, (PCRE2_SPTR)code, PCRE2_ZERO_TERMINATED, 0, 0,
                                  run->data, pattern->limits);
    if (found == PCRE2_ERROR_NOMEMORY) {
        out_of_memory();
    }
    const bool gave_up = found < 0 && found != PCRE2_ERROR_NOMATCH;
    if (gave_up && !run->gave_up) {
        run->gave_up = g_strdup(code);
    }
    /* What took long is kept, so that it is paid for once. */
    if (gave_up || run->steps > run->free) {
        g_hash_table_insert(run->known, g_strdup(code), GINT_TO_POINTER(found >= 0 ? 1 : 0));
    }
    return found >= 0;
}

const char *pattern_gave_up(const Pattern *pattern) {
    return pattern ? pattern->run->gave_up : NULL;
}

const char *pattern_text(const Pattern *pattern) {
    return pattern->text;
}
