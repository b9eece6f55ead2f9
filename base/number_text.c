/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers with marks between their digits: what they mean, or what they may mean. */
#include "base/number_text.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include "base/fault.h"
#include "base/values.h"

enum {
    RUNS_MAX = 8,   /**< of digits, with a mark between one and the next */
    DIGITS_MAX = 40 /**< no number of a case has as many */
};

/** A number taken apart: `-41,900.00` has a sign, the runs 41, 900 and 00, and the marks `,.`. */
typedef struct {
    char sign[2]; /**< "-" or "" */
    const char *runs[RUNS_MAX];
    int lengths[RUNS_MAX];
    char marks[RUNS_MAX]; /**< after each run but the last; '\0' after that */
    int n_runs;
} Digits;

static bool is_mark(char character) {
    return character == ',' || character == '.' || character == ' ' || character == '\'';
}

/** @return false where the text is anything but digits with single marks between them */
static bool take_apart(const char *text, Digits *digits) {
    *digits = (Digits){.sign = {*text == '-' ? '-' : '\0', '\0'}};
    const char *at = *text == '-' || *text == '+' ? text + 1 : text;
    if (strlen(at) > DIGITS_MAX) {
        return false;
    }
    for (;;) {
        const size_t length = strspn(at, "0123456789");
        if (length == 0 || digits->n_runs == RUNS_MAX) {
            return false;
        }
        digits->runs[digits->n_runs] = at;
        digits->lengths[digits->n_runs] = (int)length;
        at += length;
        digits->marks[digits->n_runs++] = *at;
        if (*at == '\0') {
            return true;
        }
        if (!is_mark(*at++)) {
            return false;
        }
    }
}

/** True where the first so many runs are thousands, one mark between all of them. */
static bool are_thousands(const Digits *digits, int count) {
    bool good = digits->lengths[0] <= 3;
    for (int i = 1; i < count; i++) {
        good = good && digits->lengths[i] == 3 && digits->marks[i - 1] == digits->marks[0];
    }
    return good;
}

/** The number in plain digits, with a point before the last run where that is a fraction. */
typedef struct {
    char text[DIGITS_MAX + 4];
} PlainNumber;

static PlainNumber without_marks(const Digits *digits, bool fraction) {
    PlainNumber plain;
    size_t used = (size_t)g_strlcpy(plain.text, digits->sign, sizeof plain.text);
    for (int i = 0; i < digits->n_runs; i++) {
        if (fraction && i == digits->n_runs - 1) {
            plain.text[used++] = '.';
        }
        memcpy(plain.text + used, digits->runs[i], (size_t)digits->lengths[i]);
        used += (size_t)digits->lengths[i];
    }
    plain.text[used] = '\0';
    return plain;
}

static Phrase take_plain(const Digits *digits, bool fraction, double *number) {
    return PHRASE(number_parse(without_marks(digits, fraction).text, number));
}

/** That the number is to be written without marks between its thousands. */
static Phrase offer_plain(const Digits *digits, bool fraction) {
    return PHRASE(FAULT_GROUPED, phrase_cut(without_marks(digits, fraction).text, 60));
}

/** One comma between digits: before decimals, or after thousands. */
static Phrase take_comma(const Digits *digits, NumberMarks marks, double *number) {
    const bool thousands = are_thousands(digits, 2), threes = digits->lengths[1] == 3;
    const PlainNumber decimal = without_marks(digits, true), whole = without_marks(digits, false);
    switch (marks) {
    case MARKS_COMMA:
        return take_plain(digits, true, number);
    case MARKS_EITHER:
        return threes ? PHRASE(FAULT_TWO_READINGS, phrase_cut(whole.text, 60),
                               phrase_cut(decimal.text, 60))
                      : take_plain(digits, true, number);
    case MARKS_POINT:
        if (thousands) {
            return take_plain(digits, false, number);
        }
        break;
    case MARKS_PLAIN:
        if (thousands) {
            return offer_plain(digits, false);
        }
        break;
    }
    return PHRASE(FAULT_DECIMAL_COMMA, phrase_cut(decimal.text, 60));
}

/** One mark alone, several times: thousands, where it is read at all. */
static Phrase take_thousands(const Digits *digits, NumberMarks marks, double *number) {
    const char mark = digits->marks[0];
    const bool stated =
        (mark == ',' && marks == MARKS_POINT) || (mark == '.' && marks == MARKS_COMMA);
    return stated ? take_plain(digits, false, number) : offer_plain(digits, false);
}

/** `75%`: what it is as a share of 1. */
static Phrase offer_share(const char *text, const char *percent) {
    g_autofree char *before = g_strndup(text, (gsize)(percent - text));
    double number;
    if (number_parse(g_strchomp(before), &number) != FAULT_NONE) {
        return PHRASE(FAULT_NO_NUMBER);
    }
    return PHRASE(FAULT_PERCENT, phrase_real(number / 100));
}

static Phrase take_marked(const char *text, const Digits *digits, NumberMarks marks,
                          double *number) {
    const int last = digits->n_runs - 1;
    const char first_mark = digits->marks[0], last_mark = digits->marks[last - 1];
    const bool blanks = strchr(" '", first_mark) != NULL;
    if (last == 1 && first_mark == ',') {
        return take_comma(digits, marks, number);
    }
    if (are_thousands(digits, last + 1)) {
        return blanks ? offer_plain(digits, false) : take_thousands(digits, marks, number);
    }
    if (last > 1 && are_thousands(digits, last) && last_mark != first_mark &&
        strchr(",.", last_mark) != NULL) {
        return blanks ? offer_plain(digits, true) : take_plain(digits, true, number);
    }
    return PHRASE(number_parse(text, number));
}

Phrase number_text_parse(const char *text, NumberMarks marks, double *number) {
    const Fault fault = number_parse(text, number);
    if (fault == FAULT_NONE && (marks != MARKS_COMMA || strchr(text, '.') == NULL)) {
        return PHRASE(FAULT_NONE);
    }
    const char *percent = strchr(text, '%');
    if (percent != NULL && percent[1] == '\0') {
        return offer_share(text, percent);
    }
    Digits digits;
    if (!take_apart(text, &digits) || digits.n_runs < 2) {
        return PHRASE(fault);
    }
    return take_marked(text, &digits, marks, number);
}

const char *number_shortest(double value, char text[NUMBER_TEXT_SIZE]) {
    static const char *const formats[] = {"%.15g", "%.16g", "%.17g"};
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        (void)g_ascii_formatd(text, NUMBER_TEXT_SIZE, formats[i], value == 0 ? 0 : value);
        if (g_ascii_strtod(text, NULL) == value) {
            break;
        }
    }
    return text;
}
