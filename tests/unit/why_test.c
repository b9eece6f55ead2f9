/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What lies between two plans of a case: lists of changes aligned, against all alignments there
 * are, and figures of sets, against the values themselves. */
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "study/why/difference_name.h"
#include "study/why/figures.h"
#include "tests/property/random_number.h"

enum { LONGEST = 6, LISTS = 400, LETTERS = 3 };

/* ---- lists ---- */

/** A list of texts, one a letter. */
typedef struct {
    Node nodes[LONGEST];
    const Node *items[LONGEST];
    char texts[LONGEST][2];
    int count;
} List;

static void list_fill(List *list, const char *letters) {
    list->count = (int)strlen(letters);
    for (int i = 0; i < list->count; i++) {
        list->texts[i][0] = letters[i];
        list->texts[i][1] = '\0';
        list->nodes[i] = (Node){.kind = NODE_SCALAR, .text = list->texts[i]};
        list->items[i] = &list->nodes[i];
    }
}

static void list_draw(List *list, Random *random) {
    char letters[LONGEST + 1] = "";
    const int count = random_int(random, 0, LONGEST);
    for (int i = 0; i < count; i++) {
        letters[i] = (char)('a' + random_int(random, 0, LETTERS - 1));
    }
    letters[count] = '\0';
    list_fill(list, letters);
}

/** The texts at some places: those of the bits set. */
static void texts_at(const List *list, unsigned places, char *texts) {
    for (int i = 0; i < list->count; i++) {
        if (places & 1U << i) {
            *texts++ = list->texts[i][0];
        }
    }
    *texts = '\0';
}

/** True where some places come before others of as many: the first that differs is the earlier. */
static bool is_earlier(unsigned places, unsigned others) {
    const unsigned differ = places ^ others;
    return differ != 0 && (places & (differ & (~differ + 1U))) != 0;
}

/** The places of the best alignment of all there are. */
static void align_by_hand(const List *a, const List *b, unsigned best[2]) {
    char of_a[LONGEST + 1], of_b[LONGEST + 1];
    best[0] = best[1] = 0;
    for (unsigned in_b = 0; in_b < 1U << b->count; in_b++) {
        texts_at(b, in_b, of_b);
        for (unsigned in_a = 0; in_a < 1U << a->count; in_a++) {
            texts_at(a, in_a, of_a);
            const int more = __builtin_popcount(in_b) - __builtin_popcount(best[1]);
            const bool earlier =
                is_earlier(in_b, best[1]) || (in_b == best[1] && is_earlier(in_a, best[0]));
            if (strcmp(of_a, of_b) == 0 && (more > 0 || (more == 0 && earlier))) {
                best[0] = in_a;
                best[1] = in_b;
            }
        }
    }
}

/** The texts of the list with some differences made. */
static void texts_made(const Differences *differences, const bool *made, char *texts) {
    for (guint i = 0; i < differences->steps->len; i++) {
        const ChangeStep *step = &g_array_index(differences->steps, ChangeStep, i);
        if (change_step_holds(step, made)) {
            *texts++ = step->node->text[0];
        }
    }
    *texts = '\0';
}

/** The places in both lists that are common. */
static void places_common(const Differences *differences, unsigned places[2]) {
    int at[2] = {0, 0};
    places[0] = places[1] = 0;
    for (guint i = 0; i < differences->steps->len; i++) {
        const StepSide side = g_array_index(differences->steps, ChangeStep, i).side;
        for (int k = 0; k < 2; k++) {
            places[k] |= side == STEP_OF_BOTH ? 1U << at[k] : 0;
            at[k] += side == STEP_OF_BOTH || side == (k == 0 ? STEP_OF_A : STEP_OF_B);
        }
    }
}

static void expect_ends(const Differences *differences, const List *a, const List *b) {
    char texts[2 * LONGEST + 1], whole[LONGEST + 1];
    bool made[2 * LONGEST];
    memset(made, 0, sizeof made);
    texts_made(differences, made, texts);
    texts_at(a, ~0U, whole);
    ck_assert_str_eq(texts, whole);
    memset(made, 1, sizeof made);
    texts_made(differences, made, texts);
    texts_at(b, ~0U, whole);
    ck_assert_str_eq(texts, whole);
}

START_TEST(of_all_alignments_the_longest_and_earliest_is_found) {
    Random random = random_seeded(42);
    for (int i = 0; i < LISTS; i++) {
        List a, b;
        unsigned best[2], found[2];
        list_draw(&a, &random);
        list_draw(&b, &random);
        Differences differences = differences_find(a.items, a.count, b.items, b.count);
        align_by_hand(&a, &b, best);
        places_common(&differences, found);
        ck_assert_uint_eq(found[1], best[1]);
        ck_assert_uint_eq(found[0], best[0]);
        ck_assert_int_eq(differences.count, a.count + b.count - 2 * __builtin_popcount(best[0]));
        expect_ends(&differences, &a, &b);
        differences_clear(&differences);
    }
}
END_TEST

START_TEST(differences_of_b_come_first_and_changes_of_a_are_made_first) {
    List a, b;
    list_fill(&a, "xcy");
    list_fill(&b, "pcq");
    Differences differences = differences_find(a.items, a.count, b.items, b.count);
    char texts[2 * LONGEST + 1];
    static const struct {
        bool made[4]; /* p, q, x, y */
        const char *texts;
    } sets[] = {{{true, false, false, false}, "xpcy"},
                {{false, true, false, false}, "xcyq"},
                {{false, false, true, false}, "cy"},
                {{true, true, false, true}, "xpcq"}};
    ck_assert_int_eq(differences.count, 4);
    for (size_t i = 0; i < G_N_ELEMENTS(sets); i++) {
        texts_made(&differences, sets[i].made, texts);
        ck_assert_str_eq(texts, sets[i].texts);
    }
    differences_clear(&differences);
}
END_TEST

START_TEST(changes_are_equal_whatever_the_order_of_their_keys) {
    Node one = {.kind = NODE_SCALAR, .text = "1"}, two = {.kind = NODE_SCALAR, .text = "2"};
    NodeEntry forth[] = {{.key = "at", .value = &one}, {.key = "to", .value = &two}};
    NodeEntry back[] = {{.key = "to", .value = &two}, {.key = "at", .value = &one}};
    NodeEntry other[] = {{.key = "at", .value = &one}, {.key = "by", .value = &two}};
    Node *items[] = {&one, &two}, *turned[] = {&two, &one};
    Node nodes[] = {{.kind = NODE_MAP, .entries = forth, .count = 2},
                    {.kind = NODE_MAP, .entries = back, .count = 2},
                    {.kind = NODE_MAP, .entries = other, .count = 2},
                    {.kind = NODE_MAP, .entries = forth, .count = 1},
                    {.kind = NODE_LIST, .items = items, .count = 2},
                    {.kind = NODE_LIST, .items = turned, .count = 2},
                    one};
    for (size_t i = 0; i < G_N_ELEMENTS(nodes); i++) {
        for (size_t k = 0; k < G_N_ELEMENTS(nodes); k++) {
            const Node *a = &nodes[i], *b = &nodes[k];
            Differences differences = differences_find(&a, 1, &b, 1);
            ck_assert_int_eq(differences.count, i == k || i + k == 1 ? 0 : 2);
            differences_clear(&differences);
        }
    }
}
END_TEST

/* ---- names ---- */

START_TEST(a_difference_is_named_by_its_place_and_what_it_changes) {
    Node at = {.kind = NODE_SCALAR, .text = "lines.X.cost"},
         to = {.kind = NODE_SCALAR, .text = "0"};
    NodeEntry entries[] = {{.key = "at", .value = &at}, {.key = "to", .value = &to}};
    Node body = {.kind = NODE_MAP, .entries = entries, .count = 2};
    NodeEntry set = {.key = "set", .value = &body}, scale = {.key = "scale", .value = &body};
    Node changes[] = {{.kind = NODE_MAP, .entries = &scale, .count = 1},
                      {.kind = NODE_MAP, .entries = &set, .count = 1}};
    const Place place = {"f", 1, 1};
    ChangeNotes *notes = change_notes_new();
    change_notes_add(notes, "changes", 1, CHANGE_SCALE, place)->subject =
        g_strdup("demand from A\nB ×1.2");
    change_notes_add(notes, "changes", 2, CHANGE_SET, place)->subject = g_strdup("lines.X.cost");
    const ChangeStep steps[] = {{STEP_OF_B, 0, 0, &changes[0]}, {STEP_OF_A, 1, 1, &changes[1]}};
    g_autofree char *first = difference_name(&steps[0], notes);
    g_autofree char *second = difference_name(&steps[1], notes);
    ck_assert_str_eq(first, "b 1 scale demand from A B ×1.2");
    ck_assert_str_eq(second, "a 2 set lines.X.cost → 0");
    change_notes_free(notes);
}
END_TEST

/* ---- figures ---- */

enum { MOST_DIFFERENCES = 5 };

/** Values of all sets there are, by their bits. */
typedef struct {
    double best[1 << MOST_DIFFERENCES];
    SetValue known[1 << MOST_DIFFERENCES];
} Truth;

static void truth_draw(Truth *truth, Random *random) {
    for (int bits = 0; bits < 1 << MOST_DIFFERENCES; bits++) {
        const double best = random_int(random, 0, 1000);
        truth->best[bits] = best;
        truth->known[bits] = (SetValue){.objective = best - random_int(random, 0, 10),
                                        .bound = best + random_int(random, 0, 10)};
    }
}

static unsigned bits_of_set(int n, int set) {
    g_autofree bool *made = set_differences(n, set);
    unsigned bits = 0;
    for (int i = 0; i < n; i++) {
        bits |= made[i] ? 1U << i : 0;
    }
    return bits;
}

/** The value is of the plans at hand; the range holds that, and what is true of the best. */
static void expect_figure(WhyFigure figure, double of_plans, double of_best) {
    ck_assert_double_eq_tol(figure.value, of_plans, 1e-9);
    ck_assert(figure.low <= fmin(of_plans, of_best) && figure.high >= fmax(of_plans, of_best));
}

START_TEST(figures_are_those_of_the_values_and_their_ranges_hold_the_best) {
    Random random = random_seeded(7);
    for (int round = 0; round < LISTS; round++) {
        const int n = round % (MOST_DIFFERENCES + 1), count = sets_count(n);
        const unsigned all = (1U << n) - 1;
        Truth truth;
        SetValue values[2 * MOST_DIFFERENCES + 2] = {0};
        truth_draw(&truth, &random);
        for (int set = 0; set < count; set++) {
            values[set] = truth.known[bits_of_set(n, set)];
        }
        const SetValue *known = truth.known;
        double plans = known[all].objective - known[0].objective;
        double best = truth.best[all] - truth.best[0];
        expect_figure(figure_total(values, n), plans, best);
        for (int i = 0; i < n; i++) {
            const unsigned one = 1U << i, rest = all & ~one;
            const double alone = known[one].objective - known[0].objective;
            expect_figure(figure_alone(values, n, i), alone, truth.best[one] - truth.best[0]);
            expect_figure(figure_last(values, n, i), known[all].objective - known[rest].objective,
                          truth.best[all] - truth.best[rest]);
            plans -= alone;
            best -= truth.best[one] - truth.best[0];
        }
        expect_figure(figure_interaction(values, n), plans, best);
    }
}
END_TEST

START_TEST(each_set_is_planned_once) {
    static const int counts[] = {0, 2, 4, 8, 10, 12};
    for (int n = 0; n < (int)G_N_ELEMENTS(counts); n++) {
        ck_assert_int_eq(sets_count(n), counts[n]);
        for (int set = 0; set < counts[n]; set++) {
            for (int other = 0; other < set; other++) {
                ck_assert_uint_ne(bits_of_set(n, set), bits_of_set(n, other));
            }
        }
    }
}
END_TEST

START_TEST(what_is_missing_leaves_open_what_rests_on_it_alone) {
    const SetValue none = {.objective = (double)NAN, .bound = (double)NAN};
    SetValue values[] = {{10, 11, NULL}, {20, (double)NAN, NULL}, none, {13, 13, NULL}};
    ck_assert(isnan(figure_alone(values, 2, 0).value));
    ck_assert(isnan(figure_last(values, 2, 1).low)); /* all but the second is the first alone */
    ck_assert(isnan(figure_interaction(values, 2).high));
    ck_assert_double_eq(figure_alone(values, 2, 1).value, 3);
    ck_assert_double_eq(figure_alone(values, 2, 1).low, 2);
    const WhyFigure total = figure_total(values, 2);
    ck_assert_double_eq(total.value, 10);
    ck_assert_double_eq(total.low, 9);
    ck_assert(isnan(total.high)); /* no bound is proven on all */
    ck_assert_double_eq(figure_interaction(&none, 0).high, 0);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("why");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, of_all_alignments_the_longest_and_earliest_is_found);
    tcase_add_test(cases, differences_of_b_come_first_and_changes_of_a_are_made_first);
    tcase_add_test(cases, changes_are_equal_whatever_the_order_of_their_keys);
    tcase_add_test(cases, a_difference_is_named_by_its_place_and_what_it_changes);
    tcase_add_test(cases, figures_are_those_of_the_values_and_their_ranges_hold_the_best);
    tcase_add_test(cases, each_set_is_planned_once);
    tcase_add_test(cases, what_is_missing_leaves_open_what_rests_on_it_alone);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
