/** @file
 *  Patterns of rules: PCRE2 regular expressions matched against a whole code. */
#ifndef BANLIE_CONFIG_PATTERN_H
#define BANLIE_CONFIG_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Pattern Pattern;

/** Compiles a pattern.
 *  @param error  on failure: what PCRE2 says of it, in `error_size` bytes
 *  @return the pattern, to be freed with pattern_free(), or NULL where the text is no regular
 * expression */
Pattern *pattern_new(const char *text, char *error, size_t error_size)
    __attribute__((warn_unused_result));

void pattern_free(Pattern *pattern);

/** True where the whole of `code` matches; a NULL pattern matches nothing. */
bool pattern_matches(const Pattern *pattern, const char *code);

/** True where a match was broken off, because the pattern tries too many ways (`(a+)+b`) or the
 * code is not UTF-8; the code then counted as not matching. */
bool pattern_gave_up(const Pattern *pattern);

/** The text the pattern was made from. */
const char *pattern_text(const Pattern *pattern);

#endif
