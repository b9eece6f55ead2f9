/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Infeasible cases: the rules told clash, none of them could be spared, and the repairs told mend
 * the whole case. The folder of further cases, one YAML file each, is the program's argument: there
 *  the same is asked of each, by questions put anew. */
#include <check.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "config/case_read.h"
#include "export/words/repair_words.h"
#include "export/words/rule_words.h"
#include "solver/conflict/conflict.h"
#include "solver/lp/backends.h"
#include "tests/unit/case_fixture.h"

enum { NODES = 2000, SECONDS = 60 };

static const char *folder;

/** One train a week each way; room for 60 TEU. */
static const char HEAD[] =
    "banlie: 1\n"
    "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai}\n"
    "stations:\n"
    "  AAA: {country: CN, zone: Asia/Shanghai}\n"
    "  BBB: {country: KZ, zone: Asia/Almaty, lifts_per_day: 25}\n"
    "slots:\n"
    "  - {id: S1, from: AAA, to: BBB, departs: [Wed 08:00], runs: 2d, km: 3000, teu: 60}\n"
    "  - {id: S2, from: BBB, to: AAA, departs: [Sat 08:00], runs: 2d, km: 3000, teu: 60}\n";

static const char DEMAND[] =
    "demand:\n"
    "  - {id: B1, from: AAA, to: BBB, boxes: 20, container: 40HC, ready: 2026-11-30,\n"
    "     due: 2026-12-20, revenue: 9000, must: true}\n"
    "  - {id: B2, from: AAA, to: BBB, boxes: 10, container: 20GP, ready: 2026-11-30,\n"
    "     due: 2026-12-20, revenue: 9000, must: true}\n"
    "  - {id: B3, from: BBB, to: AAA, boxes: 4, container: 40HC, ready: 2026-11-30,\n"
    "     due: 2026-12-20, revenue: 9000}\n";

static Conflict *conflict_of(const Case *kase) {
    ConflictOptions options = {.time_limit_s = SECONDS};
    Conflict *conflict = conflict_find(kase, &options);
    ck_assert_ptr_nonnull(conflict);
    return conflict;
}

/* ---- questions put anew ---- */

static Outcome ask(RuledCase *ruled) {
    Clock clock = clock_start(SECONDS, NULL);
    ck_assert_ptr_nonnull(ruled);
    Outcome status = rules_test(ruled, NULL, backend_find(NULL), &clock, NODES);
    ruled_case_free(ruled);
    return status;
}

/** The members alone, all but the one of this index; −1: all of them. */
static Outcome members_without(const Conflict *conflict, int spared) {
    bool *on = g_new0(bool, (gsize)conflict->rules.count + 1);
    for (int i = 0; i < conflict->n_members; i++) {
        on[conflict->members[i]] = i != spared;
    }
    Outcome status = ask(ruled_case_new(&conflict->rules, on, NULL, 0));
    g_free(on);
    return status;
}

/** With all repairs but the one of this index; −1: with all. */
static Outcome repaired(const Conflict *conflict, int spared) {
    Change *changes = g_new0(Change, (gsize)conflict->repairs.count + 1);
    int count = 0;
    for (int i = 0; i < conflict->repairs.count; i++) {
        if (i != spared) {
            changes[count++] = conflict->repairs.items[i].change;
        }
    }
    Outcome status = ask(ruled_case_new(&conflict->rules, NULL, changes, count));
    g_free(changes);
    return status;
}

static Outcome no_rules(const Conflict *conflict) {
    bool *on = g_new0(bool, (gsize)conflict->rules.count + 1);
    Outcome status = ask(ruled_case_new(&conflict->rules, on, NULL, 0));
    g_free(on);
    return status;
}

static void check_conflict(const Conflict *conflict, const char *name) {
    ck_assert_msg(conflict->n_members > 0, "%s: no members", name);
    ck_assert_msg(conflict->minimal, "%s: not minimal", name);
    ck_assert_msg(no_rules(conflict) == OUTCOME_DONE, "%s: infeasible without rules", name);
    ck_assert_msg(members_without(conflict, -1) == OUTCOME_INFEASIBLE, "%s: members hold", name);
    for (int i = 0; i < conflict->n_members; i++) {
        ck_assert_msg(members_without(conflict, i) == OUTCOME_DONE, "%s: member %d to spare", name,
                      i);
    }
    ck_assert_msg(conflict->repairs.count > 0 && conflict->repaired, "%s: no repair", name);
    ck_assert_msg(repaired(conflict, -1) == OUTCOME_DONE, "%s: the repairs do not do", name);
    for (int i = 0; i < conflict->repairs.count; i++) {
        ck_assert_msg(repaired(conflict, i) == OUTCOME_INFEASIBLE, "%s: repair %d to spare", name,
                      i);
    }
}

/* ---- what is told ---- */

/** The first repair, in words. */
static void assert_repair_says(const Conflict *conflict, const char *words) {
    g_autofree char *text = repair_words(LANG_EN, &conflict->rules, &conflict->repairs.items[0]);
    ck_assert_str_eq(text, words);
}

/** True where the conflict is just these rules: `kind subject` each, such as {RULE_MUST, 0}. */
static void assert_members(const Conflict *conflict, const Rule *rules, int count) {
    ck_assert_int_eq(conflict->n_members, count);
    for (int i = 0; i < count; i++) {
        const Rule *rule = &conflict->rules.items[conflict->members[i]];
        ck_assert_int_eq(rule->kind, rules[i].kind);
        ck_assert_int_eq(rule->subject, rules[i].subject);
    }
}

START_TEST(lifts_and_a_booking_clash) {
    /* 30 boxes to unload on one day of 25 lifts; either booking alone could be. */
    g_autofree char *tail = g_strconcat("lines:\n  A-B: {route: [AAA, BBB]}\n", DEMAND, NULL);
    CaseFixture fixture = case_fixture_new(HEAD, tail);
    Conflict *conflict = conflict_of(fixture.kase);
    const Rule rules[] = {{.kind = RULE_MUST, .subject = 0},
                          {.kind = RULE_MUST, .subject = 1},
                          {.kind = RULE_LIFTS, .subject = 1}};
    assert_members(conflict, rules, 3);
    check_conflict(conflict, "lifts");
    conflict_free(conflict);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_minimum_without_trains_clashes_alone) {
    CaseFixture fixture =
        case_fixture_new(HEAD, "lines:\n  A-B: {route: [AAA, BBB], trains_per_week: {min: 3}}\n");
    Conflict *conflict = conflict_of(fixture.kase);
    const Rule rules[] = {{.kind = RULE_LINE_MIN, .subject = 0}};
    assert_members(conflict, rules, 1);
    ck_assert_int_eq(conflict->repairs.count, 1);
    ck_assert_double_eq(conflict->repairs.items[0].change.to, 1);
    assert_repair_says(conflict, "lower trains_per_week.min of line A-B from 3 to 1");
    ck_assert_int_eq(conflict->repairs.items[0].place.line, 10);
    ck_assert_int_eq(conflict->repairs.items[0].place.column, 51);
    check_conflict(conflict, "minimum");
    conflict_free(conflict);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_balance_asks_for_what_comes_back) {
    /* 40 TEU out (B1 alone fits the lifts), 8 TEU there to come back: a fifth. */
    CaseFixture fixture = case_fixture_new(
        HEAD, "lines:\n  A-B: {route: [AAA, BBB]}\n  B-A: {route: [BBB, AAA]}\n"
              "balance:\n"
              "  - {name: even, outbound: A-B, return: B-A, teu: {ratio: 0.5}}\n"
              "demand:\n"
              "  - {id: B1, from: AAA, to: BBB, boxes: 20, container: 40HC, ready: 2026-11-30,\n"
              "     due: 2026-12-20, revenue: 9000, must: true}\n"
              "  - {id: B3, from: BBB, to: AAA, boxes: 4, container: 40HC, ready: 2026-11-30,\n"
              "     due: 2026-12-20, revenue: 9000}\n");
    Conflict *conflict = conflict_of(fixture.kase);
    const Rule rules[] = {{.kind = RULE_MUST, .subject = 0}, {.kind = RULE_BALANCE, .subject = 0}};
    assert_members(conflict, rules, 2);
    ck_assert_int_eq(conflict->repairs.count, 1);
    ck_assert_double_eq_tol(conflict->repairs.items[0].change.to, 0.2, 1e-9);
    check_conflict(conflict, "balance");
    conflict_free(conflict);
    case_fixture_free(&fixture);
}
END_TEST

/* ---- wagon sets ---- */

/** A pool, in line 7 of its case, that lacks sets. */
typedef struct {
    const char *horizon; /**< further fields */
    const char *sets;
    const char *repair;
    const char *station; /**< that gets more */
    int from, to;
    int column; /**< of what is to be changed: the number, or the pool where the station has none */
} SetsCase;

/** A train a week each way, five days on the road; the one from AAA is wanted, for more TEU than
 * two sets are weighed against. */
static CaseFixture sets_case(const SetsCase *about) {
    g_autofree char *head =
        g_strdup_printf("banlie: 1\n"
                        "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai%s}\n"
                        "stations:\n"
                        "  AAA: {country: CN, zone: Asia/Shanghai}\n"
                        "  BBB: {country: CN, zone: Asia/Shanghai}\n"
                        "rakes:\n"
                        "  CN: {sets: {%s}}\n"
                        "slots:\n"
                        "  - {id: S1, from: AAA, to: BBB, departs: [Wed 08:00], runs: 5d, km: 9, "
                        "teu: 70, rake: CN}\n"
                        "  - {id: S2, from: BBB, to: AAA, departs: [Wed 08:00], runs: 5d, km: 9, "
                        "teu: 70, rake: CN}\n"
                        "lines: {A-B: {route: [AAA, BBB]}, B-A: {route: [BBB, AAA]}}\n",
                        about->horizon, about->sets);
    return case_fixture_new(
        head, "demand:\n"
              "  - {id: B1, from: AAA, to: BBB, boxes: 35, container: 40HC, ready: 2026-11-30,\n"
              "     due: 2026-12-20, revenue: 9000, must: true}\n");
}

/* In a cyclic plan the round trip takes two weeks, so that two sets are wanted, and it makes no
 * difference where they are said to stand: that is where some stand already, or the first station.
 */
static const SetsCase SETS[] = {
    {"", "AAA: 0, BBB: 3", "raise sets.AAA of rakes CN from 0 to 1", "AAA", 0, 1, 20},
    {"", "BBB: 3, AAA: 0", "raise sets.AAA of rakes CN from 0 to 1", "AAA", 0, 1, 28},
    {"", "BBB: 3", "raise sets.AAA of rakes CN from 0 to 1", "AAA", 0, 1, 3},
    {", mode: cyclic", "BBB: 1", "raise sets.BBB of rakes CN from 1 to 2", "BBB", 1, 2, 20},
    {", mode: cyclic", "", "raise sets.AAA of rakes CN from 0 to 2", "AAA", 0, 2, 3},
};

START_TEST(sets_are_added_where_they_are_lacking) {
    const SetsCase *about = &SETS[_i];
    CaseFixture fixture = sets_case(about);
    Conflict *conflict = conflict_of(fixture.kase);
    const Rule rules[] = {{.kind = RULE_MUST, .subject = 0}, {.kind = RULE_SETS, .subject = 0}};
    assert_members(conflict, rules, 2);
    ck_assert_int_eq(conflict->repairs.count, 1);
    const Repair *repair = &conflict->repairs.items[0];
    assert_repair_says(conflict, about->repair);
    ck_assert_int_eq(conflict->rules.items[repair->change.rule].kind, RULE_SETS);
    ck_assert_str_eq(fixture.kase->stations[repair->change.station].code, about->station);
    ck_assert_double_eq(repair->change.to, about->to);
    ck_assert_double_eq(repair->from, about->from);
    ck_assert_int_eq(repair->place.line, 7);
    ck_assert_int_eq(repair->place.column, about->column);
    check_conflict(conflict, about->sets);
    conflict_free(conflict);
    case_fixture_free(&fixture);
}
END_TEST

/* ---- held to an earlier plan ---- */

/** Of the two rules the first, something frozen in the case's last line, is what is repaired. */
static void assert_frozen(const Conflict *conflict, RuleKind kind, const char *repair) {
    ck_assert_int_eq(conflict->n_members, 2);
    const Rule *rule = &conflict->rules.items[conflict->members[0]];
    ck_assert_int_eq(rule->kind, kind);
    ck_assert_int_eq(rule->place.line, 23);
    ck_assert_int_eq(conflict->repairs.count, 1);
    assert_repair_says(conflict, repair);
    ck_assert_int_eq(conflict->repairs.items[0].change.rule, conflict->members[0]);
}

/** In a case of the folder something frozen clashes with one limit, and is what is repaired. */
static void check_frozen(const char *file, RuleKind kind, const char *says, const char *repair) {
    bool unreadable = false;
    g_autofree char *path = g_build_filename(folder, file, NULL);
    Findings *findings = findings_new();
    Case *kase = case_read(path, findings, &unreadable);
    ck_assert_ptr_nonnull(kase);
    Conflict *conflict = conflict_of(kase);
    assert_frozen(conflict, kind, repair);
    g_autofree char *text = rule_words(LANG_EN, kase, &conflict->rules.items[conflict->members[0]]);
    ck_assert_str_eq(text, says);
    conflict_free(conflict);
    case_free(kase);
    findings_free(findings);
}

START_TEST(a_frozen_train_clashes_with_a_limit) {
    check_frozen("26-frozen-train.yaml", RULE_FROZEN_TRAIN,
                 "train X8188@2026-12-02 of the earlier plan is frozen",
                 "let train X8188@2026-12-02 move: take its line out of "
                 "commitments.trains.frozen");
}
END_TEST

START_TEST(frozen_boxes_clash_with_a_limit) {
    check_frozen("27-frozen-boxes.yaml", RULE_FROZEN_BOXES,
                 "booking B12: 10 boxes of the earlier plan are frozen on their way",
                 "let booking B12 move, 2 of its 10 frozen boxes: take it out of "
                 "commitments.bookings.frozen");
}
END_TEST

/* ---- every case of the folder ---- */

static void check_file(const char *path) {
    bool unreadable = false;
    Findings *findings = findings_new();
    Case *kase = case_read(path, findings, &unreadable);
    ck_assert_msg(kase != NULL, "%s cannot be read", path);
    Conflict *conflict = conflict_of(kase);
    check_conflict(conflict, path);
    conflict_free(conflict);
    case_free(kase);
    findings_free(findings);
}

START_TEST(conflicts_are_minimal_and_repairs_mend) {
    GDir *dir = folder == NULL ? NULL : g_dir_open(folder, 0, NULL);
    const char *name;
    int count = 0;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        if (g_str_has_suffix(name, ".yaml")) {
            g_autofree char *path = g_build_filename(folder, name, NULL);
            check_file(path);
            count++;
        }
    }
    if (dir != NULL) {
        g_dir_close(dir);
        ck_assert_int_gt(count, 0);
    }
}
END_TEST

int main(int argc, char **argv) {
    folder = argc > 1 ? argv[1] : NULL;
    Suite *suite = suite_create("conflict");
    TCase *tcase = tcase_create("conflict");
    tcase_set_timeout(tcase, 240);
    tcase_add_test(tcase, lifts_and_a_booking_clash);
    tcase_add_test(tcase, a_minimum_without_trains_clashes_alone);
    tcase_add_test(tcase, a_balance_asks_for_what_comes_back);
    tcase_add_loop_test(tcase, sets_are_added_where_they_are_lacking, 0, G_N_ELEMENTS(SETS));
    if (folder != NULL) {
        tcase_add_test(tcase, a_frozen_train_clashes_with_a_limit);
        tcase_add_test(tcase, frozen_boxes_clash_with_a_limit);
    }
    tcase_add_test(tcase, conflicts_are_minimal_and_repairs_mend);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
