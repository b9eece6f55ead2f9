/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks the changes between plans and puts the largest of each table on screen. */
#include "cli/compare_changes.h"

#include <math.h>
#include <string.h>

#include "cli/compare_figures.h"
#include "export/words/compare_words.h"
#include "study/compare/comparison_cells.h"

enum {
    LARGEST = 5,
    CHANGE = 11, /**< columns of the screen, from here on */
    LINE = 14,
    TRAIN = 46,
    SHIFT = 12,
    NUMBER = 13,
    CODE = 20,
    LEG = 25,
    ROW = 48
};

/** A row of a table, and how much it changed. */
typedef struct {
    guint index;
    double weight[2]; /**< the second where the first is the same; NAN: not at all */
} Ranked;

/** How a table's rows are ranked and shown. */
typedef struct {
    CompareTableId id;
    const GArray *(*rows)(const Comparison *comparison);
    int (*plan)(const GArray *rows, guint index);
    /** True where the row changed, and then how much. */
    bool (*weigh)(const GArray *rows, guint index, double weight[2]);
    void (*heading)(ScreenPage *page, int plan);
    void (*row)(ScreenPage *page, const GArray *rows, guint index);
} Ranking;

static double absent_as_zero(double value) {
    return isnan(value) ? 0 : value;
}

static void put_word(ScreenPage *page, CompareText key, int width, Align align) {
    wide_text_pad(page->line, compare_text(page->lang, key), width, align);
}

static void change_put_number(ScreenPage *page, double value, int decimals) {
    GString *text = g_string_new(NULL);
    if (!isnan(value)) {
        wide_text_number(text, value, decimals);
    }
    wide_text_pad(page->line, text->str, NUMBER, ALIGN_RIGHT);
    g_string_free(text, TRUE);
}

static void put_change_value(ScreenPage *page, double value, int decimals) {
    GString *text = g_string_new(NULL);
    compare_signed_put(text, value, decimals);
    wide_text_pad(page->line, text->str, NUMBER, ALIGN_RIGHT);
    g_string_free(text, TRUE);
}

/** The two plans and the difference, as headings of three numbers. */
static void put_pair_heading(ScreenPage *page, int plan) {
    wide_text_pad(page->line, comparison_letter(0), NUMBER, ALIGN_RIGHT);
    wide_text_pad(page->line, comparison_letter(plan), NUMBER, ALIGN_RIGHT);
    put_word(page, COMPARE_DIFFERENCE, NUMBER, ALIGN_RIGHT);
    screen_page_end_line(page, false);
}

/* ---- trains ---- */

static const GArray *changed_trains(const Comparison *comparison) {
    return comparison->trains;
}

static int plan_of_train(const GArray *rows, guint index) {
    return g_array_index(rows, TrainRow, index).plan;
}

static double train_gain(const TrainRow *row) {
    return (row->of[1] != NULL ? row->of[1]->margin : 0) -
           (row->of[0] != NULL ? row->of[0]->margin : 0);
}

static bool weigh_train(const GArray *rows, guint index, double weight[2]) {
    const TrainRow *row = &g_array_index(rows, TrainRow, index);
    weight[0] = fabs(train_gain(row));
    weight[1] = row->change != TRAIN_SAME;
    return weight[0] > 0 || weight[1] > 0;
}

static void head_trains(ScreenPage *page, int plan) {
    (void)plan;
    put_word(page, COMPARE_CHANGE, CHANGE, ALIGN_LEFT);
    put_word(page, COMPARE_LINE, LINE, ALIGN_LEFT);
    put_word(page, COMPARE_TRAIN, TRAIN, ALIGN_LEFT);
    put_word(page, COMPARE_SHIFT, SHIFT, ALIGN_RIGHT);
    put_word(page, COMPARE_MARGIN, NUMBER, ALIGN_RIGHT);
    screen_page_end_line(page, false);
}

static void put_train_names(ScreenPage *page, const TrainRow *row) {
    const char *a = row->of[0] != NULL ? row->of[0]->name : NULL;
    const char *b = row->of[1] != NULL ? row->of[1]->name : NULL;
    g_autofree char *names = a != NULL && b != NULL && strcmp(a, b) != 0
                                 ? g_strconcat(a, " → ", b, NULL)
                                 : g_strdup(a != NULL ? a : b);
    wide_text_pad(page->line, names, TRAIN, ALIGN_LEFT);
}

static void change_put_shift(ScreenPage *page, const TrainRow *row) {
    g_autofree char *text = NULL;
    if (row->of[0] != NULL && row->of[1] != NULL &&
        row->of[0]->departs_at != row->of[1]->departs_at) {
        GString *hours = g_string_new(NULL);
        compare_signed_put(
            hours, (double)(row->of[1]->departs_at - row->of[0]->departs_at) / MINUTES_PER_HOUR, 2);
        text = COMPARE_WITH(page->lang, COMPARE_HOURS, hours->str);
        g_string_free(hours, TRUE);
    }
    wide_text_pad(page->line, text != NULL ? text : "", SHIFT, ALIGN_RIGHT);
}

static void change_put_train(ScreenPage *page, const GArray *rows, guint index) {
    const TrainRow *row = &g_array_index(rows, TrainRow, index);
    const ComparedTrain *any = row->of[0] != NULL ? row->of[0] : row->of[1];
    wide_text_pad(page->line, compare_train_text(page->lang, row->change), CHANGE, ALIGN_LEFT);
    wide_text_pad(page->line, any->line, LINE - 1, ALIGN_LEFT);
    g_string_append_c(page->line, ' ');
    put_train_names(page, row);
    change_put_shift(page, row);
    put_change_value(page, train_gain(row), 0);
}

/* ---- bookings ---- */

static const GArray *changed_bookings(const Comparison *comparison) {
    return comparison->bookings;
}

static int plan_of_booking(const GArray *rows, guint index) {
    return g_array_index(rows, BookingRow, index).plan;
}

static int carried(const ComparedBooking *booking) {
    return booking != NULL ? booking->carried : 0;
}

static bool weigh_booking(const GArray *rows, guint index, double weight[2]) {
    const BookingRow *row = &g_array_index(rows, BookingRow, index);
    weight[0] = fabs((double)carried(row->of[1]) - carried(row->of[0]));
    weight[1] = row->rerouted;
    return row->change != BOXES_SAME;
}

static void head_bookings(ScreenPage *page, int plan) {
    (void)plan;
    put_word(page, COMPARE_CHANGE, CHANGE, ALIGN_LEFT);
    put_word(page, COMPARE_BOOKING, CODE, ALIGN_LEFT);
    put_word(page, COMPARE_CARRIED, NUMBER, ALIGN_RIGHT);
    put_word(page, COMPARE_BOXES, NUMBER, ALIGN_RIGHT);
    put_word(page, COMPARE_REROUTED, NUMBER, ALIGN_RIGHT);
    screen_page_end_line(page, false);
}

/** `4 → 5`; one number where both are the same, a dash where a plan has none. */
static void change_put_counts(ScreenPage *page, const int *a, const int *b) {
    g_autofree char *before = a != NULL ? g_strdup_printf("%d", *a) : g_strdup("–");
    g_autofree char *after = b != NULL ? g_strdup_printf("%d", *b) : g_strdup("–");
    g_autofree char *text =
        strcmp(before, after) == 0 ? g_strdup(before) : g_strconcat(before, " → ", after, NULL);
    wide_text_pad(page->line, text, NUMBER, ALIGN_RIGHT);
}

static void change_put_booking(ScreenPage *page, const GArray *rows, guint index) {
    const BookingRow *row = &g_array_index(rows, BookingRow, index);
    const ComparedBooking *a = row->of[0], *b = row->of[1];
    wide_text_pad(page->line, compare_booking_text(page->lang, row->change), CHANGE, ALIGN_LEFT);
    wide_text_pad(page->line, a != NULL ? a->code : b->code, CODE, ALIGN_LEFT);
    change_put_counts(page, a != NULL ? &a->carried : NULL, b != NULL ? &b->carried : NULL);
    change_put_counts(page, a != NULL ? &a->boxes : NULL, b != NULL ? &b->boxes : NULL);
    change_put_number(page, row->rerouted, 0);
}

/* ---- flows ---- */

static const GArray *changed_flows(const Comparison *comparison) {
    return comparison->flows;
}

static int plan_of_flow(const GArray *rows, guint index) {
    return g_array_index(rows, FlowRow, index).plan;
}

static bool weigh_flow(const GArray *rows, guint index, double weight[2]) {
    const FlowRow *row = &g_array_index(rows, FlowRow, index);
    weight[0] = fabs(comparison_difference(row->teu[0], row->teu[1]));
    weight[1] = 0;
    return weight[0] > 0;
}

static void head_flows(ScreenPage *page, int plan) {
    put_word(page, COMPARE_MODE, CHANGE, ALIGN_LEFT);
    put_word(page, COMPARE_LEG, LEG, ALIGN_LEFT);
    put_pair_heading(page, plan);
}

static void change_put_flow(ScreenPage *page, const GArray *rows, guint index) {
    const FlowRow *row = &g_array_index(rows, FlowRow, index);
    g_autofree char *leg = g_strdup_printf("%s–%s", row->from, row->to);
    wide_text_pad(page->line, row->mode, CHANGE - 1, ALIGN_LEFT);
    g_string_append_c(page->line, ' ');
    wide_text_pad(page->line, leg, LEG, ALIGN_LEFT);
    change_put_number(page, row->teu[0], 1);
    change_put_number(page, row->teu[1], 1);
    put_change_value(page, row->teu[1] - row->teu[0], 1);
}

/* ---- prices ---- */

static const GArray *changed_prices(const Comparison *comparison) {
    return comparison->prices;
}

static int plan_of_price(const GArray *rows, guint index) {
    return g_array_index(rows, PriceRow, index).plan;
}

static double price_gain(const PriceRow *row) {
    return absent_as_zero(row->price[1]) - absent_as_zero(row->price[0]);
}

static bool weigh_price(const GArray *rows, guint index, double weight[2]) {
    weight[0] = fabs(price_gain(&g_array_index(rows, PriceRow, index)));
    weight[1] = 0;
    return weight[0] > 0;
}

static void head_prices(ScreenPage *page, int plan) {
    put_word(page, COMPARE_PRICED, ROW, ALIGN_LEFT);
    put_pair_heading(page, plan);
}

static void change_put_price(ScreenPage *page, const GArray *rows, guint index) {
    const PriceRow *row = &g_array_index(rows, PriceRow, index);
    wide_text_pad(page->line, row->row, ROW, ALIGN_LEFT);
    change_put_number(page, row->price[0], 1);
    change_put_number(page, row->price[1], 1);
    put_change_value(page, price_gain(row), 1);
}

/* ---- any table ---- */

static const Ranking RANKINGS[] = {
    {COMPARE_TRAINS, changed_trains, plan_of_train, weigh_train, head_trains, change_put_train},
    {COMPARE_BOOKINGS, changed_bookings, plan_of_booking, weigh_booking, head_bookings,
     change_put_booking},
    {COMPARE_FLOWS, changed_flows, plan_of_flow, weigh_flow, head_flows, change_put_flow},
    {COMPARE_PRICES, changed_prices, plan_of_price, weigh_price, head_prices, change_put_price},
};

/** The greatest first; of equal ones the first in the table. */
static int compare_moved(gconstpointer a, gconstpointer b) {
    const Ranked *one = a, *other = b;
    for (int i = 0; i < 2; i++) {
        if (one->weight[i] > other->weight[i] || one->weight[i] < other->weight[i]) {
            return one->weight[i] > other->weight[i] ? -1 : 1;
        }
    }
    return one->index < other->index ? -1 : 1;
}

/** The rows of a plan that changed, ranked.
 *  @param of  how many rows of it there are */
static GArray *rank(const Ranking *ranking, const GArray *rows, int plan, long *of) {
    GArray *ranked = g_array_new(FALSE, FALSE, sizeof(Ranked));
    *of = 0;
    for (guint i = 0; i < rows->len; i++) {
        Ranked item = {.index = i};
        if (ranking->plan(rows, i) == plan) {
            ++*of;
            if (ranking->weigh(rows, i, item.weight)) {
                g_array_append_val(ranked, item);
            }
        }
    }
    g_array_sort(ranked, compare_moved);
    return ranked;
}

/** `3 same, 1 moved`: how many rows of the plan are of each kind. */
static char *kinds_text(const ScreenPage *page, const Comparison *comparison, CompareTableId id,
                        int plan) {
    long counts[MAX((int)N_TRAIN_CHANGES, (int)N_BOXES_CHANGES)] = {0};
    const bool trains = id == COMPARE_TRAINS;
    const GArray *rows = trains ? comparison->trains : comparison->bookings;
    GString *list = g_string_new(NULL);
    for (guint i = 0; i < rows->len; i++) {
        if ((trains ? plan_of_train : plan_of_booking)(rows, i) == plan) {
            counts[trains ? (int)g_array_index(rows, TrainRow, i).change
                          : (int)g_array_index(rows, BookingRow, i).change]++;
        }
    }
    for (int i = 0; i < (trains ? (int)N_TRAIN_CHANGES : (int)N_BOXES_CHANGES); i++) {
        if (counts[i] > 0) {
            g_string_append_printf(list, "%s%ld %s",
                                   list->len > 0 ? text_get(page->lang, TEXT_COMMA) : "", counts[i],
                                   trains ? compare_train_text(page->lang, (TrainChange)i)
                                          : compare_booking_text(page->lang, (BoxesChange)i));
        }
    }
    g_string_append(list, list->len > 0 ? "" : text_get(page->lang, TEXT_NONE));
    return g_string_free(list, FALSE);
}

static void put_table_heading(ScreenPage *page, const Comparison *comparison, CompareTableId id,
                              int plan, long changed, long of) {
    static const CompareText keys[] = {[COMPARE_TRAINS] = COMPARE_TRAINS_OF,
                                       [COMPARE_BOOKINGS] = COMPARE_BOOKINGS_OF,
                                       [COMPARE_FLOWS] = COMPARE_FLOWS_OF,
                                       [COMPARE_PRICES] = COMPARE_PRICES_OF};
    const bool by_kind = id == COMPARE_TRAINS || id == COMPARE_BOOKINGS;
    g_autofree char *first =
        by_kind ? kinds_text(page, comparison, id, plan) : text_integer(changed);
    g_autofree char *second = text_integer(of);
    g_autofree char *text =
        COMPARE_WITH(page->lang, keys[id], comparison_letter(plan), first, second);
    screen_page_end_line(page, false);
    g_string_append(page->line, text);
    screen_page_end_line(page, true);
}

static void put_largest(ScreenPage *page, const Comparison *comparison, const Ranking *ranking,
                        int plan) {
    const GArray *rows = ranking->rows(comparison);
    long of = 0;
    GArray *ranked = rank(ranking, rows, plan, &of);
    put_table_heading(page, comparison, ranking->id, plan, ranked->len, of);
    if (ranked->len > 0) {
        g_string_append(page->line, "  ");
        ranking->heading(page, plan);
    }
    for (guint i = 0; i < MIN(ranked->len, LARGEST); i++) {
        g_string_append(page->line, "  ");
        ranking->row(page, rows, g_array_index(ranked, Ranked, i).index);
        screen_page_end_line(page, false);
    }
    if (ranked->len > LARGEST) {
        g_autofree char *more = text_integer((long)ranked->len - LARGEST);
        g_autofree char *text =
            COMPARE_WITH(page->lang, COMPARE_MORE, more, compare_file(ranking->id)->name);
        g_string_append_printf(page->line, "  %s", text);
        screen_page_end_line(page, false);
    }
    g_array_unref(ranked);
}

void compare_changes_put(ScreenPage *page, const Comparison *comparison, int plan) {
    for (size_t i = 0; i < G_N_ELEMENTS(RANKINGS); i++) {
        if (comparison_has(comparison, RANKINGS[i].id)) {
            put_largest(page, comparison, &RANKINGS[i], plan);
        }
    }
}
