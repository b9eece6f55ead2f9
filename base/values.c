/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers, flags and codes out of their text, or why it is none. */
#include "base/values.h"

#include <float.h>
#include <math.h>
#include <stddef.h>
#include <string.h>

#include <glib.h>

#include "base/whole_number.h"

static const char *skip_digits(const char *p) {
    while (g_ascii_isdigit(*p)) {
        p++;
    }
    return p;
}

/** True for `[+-]digits[.digits][e[+-]digits]`; a number may begin or end with its point. */
static bool is_decimal(const char *text) {
    const char *p = text;
    if (*p == '+' || *p == '-') {
        p++;
    }
    const char *whole = p;
    p = skip_digits(p);
    ptrdiff_t digits = p - whole;
    if (*p == '.') {
        const char *fraction = p + 1;
        p = skip_digits(fraction);
        digits += p - fraction;
    }
    if (digits == 0) {
        return false;
    }
    if (*p == 'e' || *p == 'E') {
        p++;
        if (*p == '+' || *p == '-') {
            p++;
        }
        const char *exponent = p;
        p = skip_digits(p);
        if (p == exponent) {
            return false;
        }
    }
    return *p == '\0';
}

/** Why a text is no decimal number, said so that it can be mended. */
static Fault number_fault(const char *text) {
    const char *p = *text == '+' || *text == '-' ? text + 1 : text;
    if (g_ascii_strcasecmp(p, ".inf") == 0 || g_ascii_strcasecmp(p, "inf") == 0 ||
        g_ascii_strcasecmp(p, "infinity") == 0 || g_ascii_strcasecmp(p, ".nan") == 0 ||
        g_ascii_strcasecmp(p, "nan") == 0) {
        return FAULT_NOT_FINITE;
    }
    if (g_ascii_isdigit(*p) && strchr(p, '_') != NULL) {
        return FAULT_UNDERSCORES;
    }
    if (g_ascii_isdigit(*p) && strchr(p, ',') != NULL) {
        return FAULT_COMMAS;
    }
    if (p[0] == '0' && (p[1] == 'x' || p[1] == 'X' || p[1] == 'o' || p[1] == 'b')) {
        return FAULT_NOT_DECIMAL;
    }
    return FAULT_NO_NUMBER;
}

/** True for a decimal number all of whose digits before its exponent are 0. */
static bool is_zero(const char *decimal) {
    const char end = decimal[strspn(decimal, "+-0.")];
    return end == '\0' || end == 'e' || end == 'E';
}

Fault number_parse(const char *text, double *number) {
    if (!is_decimal(text)) {
        return number_fault(text);
    }
    double value = g_ascii_strtod(text, NULL);
    if (value == 0) {
        /* Neither minus zero nor a number that is lost for being small. */
        const double least = text[0] == '-' ? -DBL_TRUE_MIN : DBL_TRUE_MIN;
        value = is_zero(text) ? 0 : least;
    }
    *number = CLAMP(value, -DBL_MAX, DBL_MAX);
    return FAULT_NONE;
}

Fault count_parse(const char *text, int *count) {
    double number = 0;
    Fault fault = number_parse(text, &number);
    return fault == FAULT_NONE ? count_of(number, count) : fault;
}

Fault count_of(double number, int *count) {
    if (number != floor(number)) {
        return FAULT_NOT_WHOLE;
    }
    if (fabs(number) > 1e9) {
        return FAULT_TOO_LARGE;
    }
    *count = whole_number(number);
    return FAULT_NONE;
}

Fault flag_parse(const char *text, bool *flag) {
    static const char *const WORDS[] = {"true", "false", "yes", "no", "是", "否", "1", "0"};
    for (int i = 0; i < (int)G_N_ELEMENTS(WORDS); i++) {
        if (g_ascii_strcasecmp(text, WORDS[i]) == 0) {
            *flag = i % 2 == 0;
            return FAULT_NONE;
        }
    }
    return FAULT_NO_FLAG;
}

Fault code_check(const char *text) {
    size_t length = strlen(text);
    if (length == 0 || length > 32 || !g_ascii_isalnum(text[0])) {
        return FAULT_NO_CODE;
    }
    for (const char *p = text; *p != '\0'; p++) {
        if (!g_ascii_isalnum(*p) && *p != '.' && *p != '_' && *p != '-') {
            return FAULT_NO_CODE;
        }
    }
    return FAULT_NONE;
}

enum { ID_LONGEST = 64 };

/** The Unicode block of full-width and half-width forms. */
static bool is_of_other_width(gunichar character) {
    return character >= 0xFF00 && character <= 0xFFEF;
}

static bool begins_id(gunichar character) {
    return (g_unichar_isalpha(character) || g_unichar_isdigit(character)) &&
           !is_of_other_width(character);
}

/** Marks stand on the letter before them: some scripts write no word without. */
static bool goes_on_in_id(gunichar character) {
    return begins_id(character) || (character < 0x80 && strchr("._-/#", (int)character) != NULL) ||
           (g_unichar_ismark(character) && !is_of_other_width(character));
}

Fault id_check(const char *text) {
    g_autofree char *composed = text_composed(text);
    int length = 0;
    if (!g_utf8_validate(composed, -1, NULL)) {
        return FAULT_NO_ID;
    }
    for (const char *at = composed; *at != '\0'; at = g_utf8_next_char(at), length++) {
        gunichar character = g_utf8_get_char(at);
        if (length == ID_LONGEST ||
            !(length == 0 ? begins_id(character) : goes_on_in_id(character))) {
            return FAULT_NO_ID;
        }
    }
    return length == 0 ? FAULT_NO_ID : FAULT_NONE;
}

char *text_composed(const char *text) {
    char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
    return composed != NULL ? composed : g_strdup(text);
}

Fault country_check(const char *text) {
    if (strlen(text) != 2 || !g_ascii_isupper(text[0]) || !g_ascii_isupper(text[1])) {
        return FAULT_NO_COUNTRY;
    }
    return FAULT_NONE;
}
