/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes of changes in words: what was changed, how much of it there was, and which. */
#include "export/words/change_words.h"

#include <string.h>

enum { CODES_SHOWN = 10 };

/** What is counted, by its name in a note. */
typedef struct {
    const char *what;
    TextKey one, many;
} Counted;

static const Counted COUNTED[] = {
    {"values", TEXT_ONE_VALUE, TEXT_N_VALUES},
    {"unchanged", TEXT_UNCHANGED, TEXT_UNCHANGED},
    {"stations", TEXT_ONE_STATION, TEXT_N_STATIONS},
    {"containers", TEXT_ONE_CONTAINER_TYPE, TEXT_N_CONTAINER_TYPES},
    {"cargo", TEXT_ONE_CARGO_CLASS, TEXT_N_CARGO_CLASSES},
    {"rakes", TEXT_ONE_POOL, TEXT_N_POOLS},
    {"slots", TEXT_ONE_SLOT, TEXT_N_SLOTS},
    {"lines", TEXT_ONE_LINE, TEXT_N_LINES},
    {"trains", TEXT_ONE_TRAIN, TEXT_N_TRAINS},
    {"load_factors", TEXT_ONE_RULE, TEXT_N_RULES},
    {"demand", TEXT_ONE_BOOKING, TEXT_N_BOOKINGS},
    {"bookings", TEXT_ONE_BOOKING, TEXT_N_BOOKINGS},
    {"feeders", TEXT_ONE_FEEDER, TEXT_N_FEEDERS},
    {"equipment", TEXT_ONE_CONTAINER_TYPE, TEXT_N_CONTAINER_TYPES},
    {"balance", TEXT_ONE_RULE, TEXT_N_RULES},
    {"runs", TEXT_ONE_RUN, TEXT_N_RUNS},
    {"departures", TEXT_ONE_DEPARTURE, TEXT_N_DEPARTURES},
    {"taken_out", TEXT_TAKEN_OUT, TEXT_TAKEN_OUT},
};

static const Counted *counted_of(const char *what) {
    for (size_t i = 0; i < G_N_ELEMENTS(COUNTED); i++) {
        if (strcmp(COUNTED[i].what, what) == 0) {
            return &COUNTED[i];
        }
    }
    return NULL;
}

/** A number with blanks between thousands. */
static char *grouped(int64_t number) {
    g_autofree char *digits = g_strdup_printf("%" G_GINT64_FORMAT, number);
    GString *text = g_string_new(NULL);
    const size_t length = strlen(digits);
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0) {
            g_string_append_c(text, ' ');
        }
        g_string_append_c(text, digits[i]);
    }
    return g_string_free(text, FALSE);
}

static void append_words(GString *line, char *words) {
    g_string_append(line, words);
    g_free(words);
}

static void append_separator(GString *line, Lang lang, bool first) {
    g_string_append(line, first ? "" : text_get(lang, TEXT_LIST_COMMA));
}

/** `912 → 1 094 boxes` */
static void append_boxes(GString *line, Lang lang, const ChangeNote *note) {
    g_autofree char *before = grouped(change_note_counted(note, "boxes_before"));
    g_autofree char *after = grouped(change_note_counted(note, "boxes_after"));
    append_words(line, TEXT_WITH(lang, TEXT_BOXES_CHANGED, before, after));
}

static void append_counts(GString *line, Lang lang, const ChangeNote *note) {
    bool first = true;
    for (int i = 0; i < note->n_counts; i++) {
        const ChangeCount *count = &note->counts[i];
        const Counted *counted = counted_of(count->what);
        const bool boxes = strcmp(count->what, "boxes_after") == 0;
        const bool idle = strcmp(count->what, "unchanged") == 0 && count->count == 0;
        if ((counted == NULL && !boxes) || idle) {
            continue;
        }
        append_separator(line, lang, first);
        first = false;
        if (boxes) {
            append_boxes(line, lang, note);
        } else {
            g_autofree char *number = grouped(count->count);
            append_words(line,
                         TEXT_WITH(lang, count->count == 1 ? counted->one : counted->many, number));
        }
    }
}

/** Ten codes at most. */
static void append_codes(GString *line, Lang lang, const GPtrArray *codes) {
    for (guint i = 0; i < codes->len && i < CODES_SHOWN; i++) {
        append_separator(line, lang, i == 0);
        g_string_append(line, g_ptr_array_index(codes, i));
    }
    if (codes->len > CODES_SHOWN) {
        g_autofree char *more = g_strdup_printf("%u", codes->len - CODES_SHOWN);
        append_words(line, TEXT_WITH(lang, TEXT_AND_MORE, more));
    }
}

/** `8 → 6`; `6, unchanged`; `6` where nothing stood there. */
static void append_one_value(GString *line, Lang lang, const ChangeNote *note) {
    if (note->before != NULL && change_note_counted(note, "unchanged") <= 0) {
        g_string_append_printf(line, "%s → ", note->before);
    }
    g_string_append(line, note->after);
    if (change_note_counted(note, "unchanged") > 0) {
        append_separator(line, lang, false);
        g_string_append(line, text_get(lang, TEXT_IS_UNCHANGED));
    }
}

static void append_cancelled(GString *line, Lang lang, const GPtrArray *cancelled) {
    g_autofree char *number = g_strdup_printf("%u", cancelled->len);
    append_separator(line, lang, false);
    append_words(
        line, TEXT_WITH(lang, cancelled->len == 1 ? TEXT_ONE_CANCELLED : TEXT_N_CANCELLED, number));
    if (cancelled->len > 0) {
        g_string_append(line, " (");
        append_codes(line, lang, cancelled);
        g_string_append_c(line, ')');
    }
}

char *change_words(Lang lang, const ChangeNote *note) {
    GString *line = g_string_new(NULL);
    g_string_append_printf(line, "%s %d %s %s%s", note->scenario, note->number,
                           change_kind_name(note->kind), note->subject == NULL ? "" : note->subject,
                           text_get(lang, TEXT_COLON));
    if (note->after != NULL && note->touched->len == 1) {
        append_one_value(line, lang, note);
    } else {
        append_counts(line, lang, note);
        if (note->cancelled != NULL) {
            append_cancelled(line, lang, note->cancelled);
        } else if (change_note_counted(note, "bookings") < 0 && note->touched->len > 0) {
            g_string_append(line, text_get(lang, TEXT_COLON));
            append_codes(line, lang, note->touched);
        }
    }
    return g_string_free(line, FALSE);
}
