#include "config/values.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include <glib.h>

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static const char *skip_digits(const char *p) {
    while (is_digit(*p)) {
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
        return "is not finite; leave the key out where there is no limit";
    }
    if (is_digit(*p) && strchr(p, '_') != NULL) {
        return "is no number: write it without underscores";
    }
    if (is_digit(*p) && strchr(p, ',') != NULL) {
        return "is no number: write it with a decimal point and without commas";
    }
    if (p[0] == '0' && (p[1] == 'x' || p[1] == 'X' || p[1] == 'o' || p[1] == 'b')) {
        return "is no number: write it in decimal digits";
    }
    return "is no number";
}

Fault number_parse(const char *text, double *number) {
    if (!is_decimal(text)) {
        return number_fault(text);
    }
    double value = g_ascii_strtod(text, NULL);
    if (!isfinite(value) || fabs(value) > NUMBER_MAX) {
        return "is too large (at most 1e12)";
    }
    *number = value;
    return NULL;
}

Fault count_parse(const char *text, int *count) {
    const char *p = *text == '+' || *text == '-' ? text + 1 : text;
    if (*p == '\0' || *skip_digits(p) != '\0') {
        double number;
        Fault fault = number_parse(text, &number);
        return fault == NULL ? "is no whole number" : fault;
    }
    gint64 value = g_ascii_strtoll(text, NULL, 10);
    if (value > 1000000000 || value < -1000000000) {
        return "is too large (at most 1000000000)";
    }
    *count = (int)value;
    return NULL;
}

Fault flag_parse(const char *text, bool *flag) {
    if (g_ascii_strcasecmp(text, "true") == 0) {
        *flag = true;
        return NULL;
    }
    if (g_ascii_strcasecmp(text, "false") == 0) {
        *flag = false;
        return NULL;
    }
    return "is neither true nor false";
}

Fault code_check(const char *text) {
    static const char rule[] =
        "is no code: letters, digits, '.', '_' and '-', at most 32, a letter or digit first";
    size_t length = strlen(text);
    if (length == 0 || length > 32 || !g_ascii_isalnum(text[0])) {
        return rule;
    }
    for (const char *p = text; *p != '\0'; p++) {
        if (!g_ascii_isalnum(*p) && *p != '.' && *p != '_' && *p != '-') {
            return rule;
        }
    }
    return NULL;
}

Fault country_check(const char *text) {
    if (strlen(text) != 2 || !g_ascii_isupper(text[0]) || !g_ascii_isupper(text[1])) {
        return "is no country: two capital letters of ISO 3166, such as CN or DE";
    }
    return NULL;
}
