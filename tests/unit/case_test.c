/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A case with every section, read and compared with what was written; and the rules of case_read
 *  on files and folders. */
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "config/case_read.h"
#include "export/words/findings/finding_words.h"

static const char FULL[] =
    "banlie: 1\n"
    "name: {zh: 全, en: everything}\n"
    "currency: USD\n"
    "horizon: {start: 2001-01-01, weeks: 2, zone: Asia/Shanghai, tail: 30d}\n"
    "stations:\n"
    "  YIW: {name: {en: Yiwu, zh: 义乌}, country: CN, zone: Asia/Shanghai, lat: 29.31, lon: "
    "120.07,\n"
    "        load: {cost: 300, cutoff: 12h}, unload: {cost: 280, release: 6h},\n"
    "        transfer: {min: 12h, cost: 400}, lifts_per_day: 1200, trains_per_day: 8}\n"
    "  ALA: {name: Alashankou, country: CN, zone: Asia/Shanghai, gauge_break: true,\n"
    "        through: {min: 8h}}\n"
    "  OSL: {country: NO, zone: Europe/Oslo}\n"
    "  NGB: {country: CN, zone: Asia/Shanghai}\n"
    "containers: {40HC: {stackable: true}, 40OT: {teu: 2, tare: 4.1}}\n"
    "cargo:\n"
    "  lithium: {max_boxes_per_train: 10, avoid: {stations: ALA, countries: CN|RU, slots: "
    "'EU-.*'},\n"
    "            containers: [40HC, 40OT]}\n"
    "  food: {apart_from: [lithium]}\n"
    "slots:\n"
    "  - {id: CN-1, from: YIW, to: ALA, departs: [Tue 04:30, Fri 22:30], runs: 3d14h, km: 4480,\n"
    "     gauge: 1435, rake: CN, teu: 110, upper_teu: 20, tonnes: 2400,\n"
    "     cost: {train: 150000, teu: 120, empty_teu: 60}, valid: {from: 2000-12-01, to: "
    "2001-03-27},\n"
    "     stops: [{at: NGB, arrives: 18h, departs: 20h, km: 300}], trains: 2}\n"
    "  - {id: EU-1, from: ALA, to: OSL, departs: [Mon 00:00], runs: 6d, km: 7000, rake: EU, teu: "
    "100}\n"
    "lines:\n"
    "  OUT: {name: out, direction: outbound, route: [YIW, ALA, OSL],\n"
    "        trains_per_week: {min: 1, max: 3}, max_transit: 20d, regular: true, cost: 8000}\n"
    "  HAND: {direction: return}\n"
    "trains:\n"
    "  - {id: X1, line: HAND, slots: [CN-1, EU-1], departs: [Tue], runs: optional}\n"
    "  - {id: X2, line: HAND, slots: [EU-1]}\n"
    "load_factors:\n"
    "  - {lines: OUT, offered: 0.98, min: 0.8, per: week}\n"
    "  - {lines: .*}\n"
    "demand:\n"
    "  - {id: B1, from: YIW, to: OSL, boxes: 40, container: 40OT, cargo: food, tonnes: 19.5,\n"
    "     ready: 2001-01-01 08:00, due: 2001-01-20, revenue: 26000, late: {per_day: 400, max: "
    "4d},\n"
    "     unserved: 1500, must: true, owner: shipper}\n"
    "  - {id: B2, from: YIW, to: OSL, container: 20GP, ready: 2001-01-01T00:00Z,\n"
    "     due: 2001-01-20 12:00, tiers: [{boxes: 20, revenue: 18000}, {boxes: 40, revenue: "
    "14000}]}\n"
    "feeders:\n"
    "  - {id: F1, mode: rail, from: NGB, to: YIW, takes: 14h, cost: 900, boxes_per_day: 160,\n"
    "     departs: [Mon 20:00]}\n"
    "  - {id: F2, mode: road, from: NGB, to: YIW, takes: 9h, cost: 1400}\n"
    "equipment:\n"
    "  40HC: {stock: {OSL: 120, YIW: 300}, turn: {load: 1d, unload: 2d}, storage: {OSL: 4},\n"
    "         lease: {NGB: {cost: 900, boxes: 50}}, end_min: {YIW: 200}, end_value: {YIW: 1500},\n"
    "         empty_handling: {YIW: 100}}\n"
    "rakes:\n"
    "  CN: {sets: {ALA: 5, YIW: 3}, turn: 10h, reposition: [{from: ALA, to: YIW, takes: 5d, cost: "
    "600}]}\n"
    "balance:\n"
    "  - {name: Yiwu, outbound: OUT, return: HAND, trains: {ratio: 0.8, penalty: 90000},\n"
    "     teu: {ratio: 0.6}, per: week}\n"
    "objective: [{maximize: teu_km, keep: 0.99}, {maximize: margin}]\n"
    "evaluation: {weights: {load_factor: 50, volume: 20, balance: 20, loaded_ratio: 10},\n"
    "             support: {wagon_sets: 6, slots: [EU-1]}}\n"
    "scenarios:\n"
    "  shut: {doc: a closed border, changes: [{close: {slots: 'EU-.*', from: 2001-01-02, to: "
    "2001-01-05 12:00}}]}\n"
    "  surge: {changes: [{scale: {demand: {from: YIW, cargo: food}, boxes: 1.2}},\n"
    "                    {set: {at: stations.ALA.trains_per_day, to: 6}}, {shift: {slots: CN-1, "
    "by: -12h}},\n"
    "                    {remove: {trains: X1}}, {add: {lines: {NEW: {route: [YIW, FAR]}}}}]}\n";

/* 2001-01-01T00:00Z: 31 years of 365 days and 8 leap days since 1970. */
enum { DAY_2001 = 31 * 365 + 8, UTC_2001 = DAY_2001 * 1440 };

static char *folder;
static Findings *findings;
static Case *kase;

static char *write_file(const char *name, const char *text) {
    char *path = g_build_filename(folder, name, NULL);
    ck_assert(g_file_set_contents(path, text, -1, NULL));
    return path;
}

static Case *read_text(const char *text) {
    bool unreadable;
    char *path = write_file("a.yaml", text);
    Case *result = case_read(path, findings, &unreadable);
    ck_assert(!unreadable);
    g_free(path);
    return result;
}

static void set_up(void) {
    folder = g_dir_make_tmp("banlie-case-XXXXXX", NULL);
    ck_assert_ptr_nonnull(folder);
    findings = findings_new();
}

static void set_up_full(void) {
    set_up();
    kase = read_text(FULL);
    findings_print(findings, LANG_EN, stderr);
    ck_assert_ptr_nonnull(kase);
}

static void tear_down(void) {
    case_free(kase);
    kase = NULL;
    findings_free(findings);
    static const char *const FILES[] = {"a.yaml", "case.yaml"};
    for (size_t i = 0; i < 2; i++) {
        char *path = g_build_filename(folder, FILES[i], NULL);
        g_unlink(path);
        g_free(path);
    }
    g_rmdir(folder);
    g_free(folder);
}

START_TEST(the_horizon_begins_and_ends_at_local_midnights) {
    ck_assert_str_eq(kase->name, "everything");
    ck_assert_str_eq(kase->currency, "USD");
    ck_assert_int_eq(kase->horizon.start, DAY_2001);
    ck_assert_int_eq(kase->horizon.weeks, 2);
    ck_assert_int_eq(kase->horizon.start_at, UTC_2001 - 480);
    ck_assert_int_eq(kase->horizon.end_at, UTC_2001 - 480 + 14 * 1440);
    ck_assert_int_eq(kase->horizon.last_arrival, UTC_2001 - 480 + 44 * 1440);
}
END_TEST

START_TEST(stations_have_their_values_and_defaults) {
    ck_assert_int_eq(kase->n_stations, 4);
    const Station *yiw = &kase->stations[0];
    ck_assert_str_eq(yiw->code, "YIW");
    ck_assert_str_eq(yiw->name.en, "Yiwu");
    ck_assert_str_eq(yiw->name.zh, "义乌");
    ck_assert_double_eq(yiw->lat, 29.31);
    ck_assert_double_eq(yiw->load_cost_per_box, 300);
    ck_assert_int_eq(yiw->load_cutoff_min, 720);
    ck_assert_double_eq(yiw->unload_cost_per_box, 280);
    ck_assert_int_eq(yiw->unload_release_min, 360);
    ck_assert(yiw->has_transfer);
    ck_assert_int_eq(yiw->transfer.min_min, 720);
    ck_assert_int_eq(yiw->transfer.max_min, 5 * 1440);
    ck_assert_double_eq(yiw->transfer_cost_per_box, 400);
    ck_assert_int_eq(yiw->lifts_per_day, 1200);
    ck_assert_int_eq(yiw->trains_per_day, 8);
    ck_assert(!yiw->gauge_break);
    ck_assert_int_eq(yiw->place.line, 6);
    ck_assert_int_eq(yiw->place.column, 3);
    const Station *ala = &kase->stations[1];
    ck_assert_str_eq(ala->name.zh, "Alashankou");
    ck_assert(ala->gauge_break && !ala->has_transfer);
    ck_assert_int_eq(ala->through.min_min, 480);
    ck_assert_int_eq(ala->through.max_min, 1440);
    ck_assert(isnan(ala->lat) && isnan(ala->lon));
    ck_assert_int_eq(ala->lifts_per_day, NO_LIMIT);
    ck_assert_int_eq(ala->trains_per_day, NO_LIMIT);
    ck_assert_str_eq(kase->stations[2].country, "NO");
    ck_assert_ptr_null(kase->stations[2].name.en);
    ck_assert_int_eq(kase->stations[2].through.min_min, 0);
    ck_assert_int_eq(kase->stations[2].load_cutoff_min, 0);
}
END_TEST

START_TEST(built_in_containers_come_first_and_can_be_overridden) {
    ck_assert_int_eq(kase->n_containers, 6);
    static const char *const CODES[] = {"20GP", "40GP", "40HC", "45HC", "40RF", "40OT"};
    static const double TEU[] = {1, 2, 2, 2.25, 2, 2};
    static const double TARE[] = {2.2, 3.8, 3.9, 4.8, 4.8, 4.1};
    for (int i = 0; i < 6; i++) {
        ck_assert_str_eq(kase->containers[i].code, CODES[i]);
        ck_assert_double_eq(kase->containers[i].teu, TEU[i]);
        ck_assert_double_eq(kase->containers[i].tare_t, TARE[i]);
        ck_assert(kase->containers[i].stackable == (i == 2));
    }
}
END_TEST

START_TEST(cargo_classes_are_kept_apart_both_ways) {
    ck_assert_int_eq(kase->n_cargo, 3);
    ck_assert_str_eq(kase->cargo[0].code, "general");
    ck_assert_int_eq(kase->cargo[0].max_boxes_per_train, NO_LIMIT);
    ck_assert_int_eq(kase->cargo[0].n_apart_from, 0);
    const Cargo *lithium = &kase->cargo[1];
    ck_assert_int_eq(lithium->max_boxes_per_train, 10);
    ck_assert(pattern_matches(lithium->avoid_stations, "ALA"));
    ck_assert(pattern_matches(lithium->avoid_countries, "RU"));
    ck_assert(pattern_matches(lithium->avoid_slots, "EU-1"));
    for (int i = 0; i < 6; i++) {
        ck_assert(lithium->containers[i] == (i == 2 || i == 5));
    }
    ck_assert_int_eq(lithium->n_apart_from, 1);
    ck_assert_int_eq(lithium->apart_from[0], 2);
    const Cargo *food = &kase->cargo[2];
    ck_assert_ptr_null(food->containers);
    ck_assert_ptr_null(food->avoid_slots);
    ck_assert_int_eq(food->n_apart_from, 1);
    ck_assert_int_eq(food->apart_from[0], 1);
}
END_TEST

START_TEST(slots_have_their_values_and_defaults) {
    const Slot *slot = &kase->slots[0];
    ck_assert_int_eq(kase->n_slots, 2);
    ck_assert_str_eq(slot->code, "CN-1");
    ck_assert_int_eq(slot->from, 0);
    ck_assert_int_eq(slot->to, 1);
    ck_assert_int_eq(slot->n_departs, 2);
    ck_assert_int_eq(slot->departs[0].weekday, 2);
    ck_assert_int_eq(slot->departs[0].minute_of_day, 270);
    ck_assert_int_eq(slot->departs[1].weekday, 5);
    ck_assert_int_eq(slot->departs[1].minute_of_day, 1350);
    ck_assert_int_eq(slot->arrives.after_min, 86 * 60);
    ck_assert_double_eq(slot->dist_km, 4480);
    ck_assert_double_eq(slot->gauge_mm, 1435);
    ck_assert_int_eq(slot->rake, 0);
    ck_assert_str_eq(slot->rake_code, "CN");
    ck_assert_double_eq(slot->teu, 110);
    ck_assert_double_eq(slot->upper_teu, 20);
    ck_assert_double_eq(slot->tonnes, 2400);
    ck_assert_double_eq(slot->cost_per_train, 150000);
    ck_assert_double_eq(slot->cost_per_teu, 120);
    ck_assert_double_eq(slot->cost_per_empty_teu, 60);
    ck_assert_int_eq(slot->valid_from, DAY_2001 - 31);
    ck_assert_int_eq(slot->valid_to, DAY_2001 + 31 + 28 + 26);
    ck_assert_int_eq(slot->max_trains, 2);
    ck_assert_int_eq(slot->n_stops, 1);
    ck_assert_int_eq(slot->stops[0].at, 3);
    ck_assert_int_eq(slot->stops[0].arrives.after_min, 1080);
    ck_assert_int_eq(slot->stops[0].departs.after_min, 1200);
    ck_assert_double_eq(slot->stops[0].dist_km, 300);
    const Slot *other = &kase->slots[1];
    ck_assert_int_eq(other->rake, -1);
    ck_assert_str_eq(other->rake_code, "EU");
    ck_assert(isnan(other->gauge_mm) && isinf(other->tonnes));
    ck_assert_double_eq(other->upper_teu, 0);
    ck_assert_int_eq(other->valid_from, DATE_MIN);
    ck_assert_int_eq(other->valid_to, DATE_MAX);
    ck_assert_int_eq(other->max_trains, 1);
    ck_assert_int_eq(other->n_stops, 0);
}
END_TEST

START_TEST(lines_know_their_trains) {
    ck_assert_int_eq(kase->n_lines, 2);
    const Line *out = &kase->lines[0];
    ck_assert_str_eq(out->name.en, "out");
    ck_assert_int_eq(out->direction, DIRECTION_OUTBOUND);
    ck_assert_int_eq(out->n_route, 3);
    ck_assert_int_eq(out->route[0], 0);
    ck_assert_int_eq(out->route[1], 1);
    ck_assert_int_eq(out->route[2], 2);
    ck_assert_int_eq(out->min_trains_per_week, 1);
    ck_assert_int_eq(out->max_trains_per_week, 3);
    ck_assert_int_eq(out->max_transit_min, 20 * 1440);
    ck_assert(out->regular);
    ck_assert_double_eq(out->cost_per_train, 8000);
    ck_assert_int_eq(out->n_trains, 0);
    const Line *hand = &kase->lines[1];
    ck_assert_ptr_null(hand->route);
    ck_assert_int_eq(hand->min_trains_per_week, 0);
    ck_assert_int_eq(hand->max_trains_per_week, NO_LIMIT);
    ck_assert_int_eq(hand->max_transit_min, INT64_MAX);
    ck_assert_int_eq(hand->n_trains, 2);
    const Train *train = &kase->trains[0];
    ck_assert_int_eq(train->line, 1);
    ck_assert_int_eq(train->n_slots, 2);
    ck_assert_int_eq(train->slots[1], 1);
    ck_assert_int_eq(train->slot_places[1].line, 29);
    ck_assert(train->optional);
    for (int day = 1; day <= 7; day++) {
        ck_assert(train->on_day[day] == (day == 2));
        ck_assert(kase->trains[1].on_day[day]);
    }
    ck_assert(!kase->trains[1].optional);
}
END_TEST

START_TEST(load_factor_rules_have_their_values_and_defaults) {
    ck_assert_int_eq(kase->n_load_factors, 2);
    ck_assert(pattern_matches(kase->load_factors[0].lines, "OUT"));
    ck_assert_double_eq(kase->load_factors[0].offered, 0.98);
    ck_assert_double_eq(kase->load_factors[0].min, 0.8);
    ck_assert_int_eq(kase->load_factors[0].per, PER_WEEK);
    ck_assert_double_eq(kase->load_factors[1].offered, 1);
    ck_assert_double_eq(kase->load_factors[1].min, 0);
    ck_assert_int_eq(kase->load_factors[1].per, PER_TRAIN);
}
END_TEST

START_TEST(bookings_are_local_to_their_stations) {
    ck_assert_int_eq(kase->n_demand, 2);
    const Demand *b1 = &kase->demand[0];
    ck_assert_int_eq(b1->container, 5);
    ck_assert_int_eq(b1->cargo, 2);
    ck_assert_double_eq(b1->tonnes_per_box, 19.5);
    ck_assert_int_eq(b1->ready, UTC_2001);
    /* The last minute of 2001-01-20 in Oslo, one hour ahead of UTC. */
    ck_assert_int_eq(b1->due, UTC_2001 + 20 * 1440 - 1 - 60);
    ck_assert_double_eq(b1->late_cost_per_day, 400);
    ck_assert_int_eq(b1->late_max_min, 4 * 1440);
    ck_assert_double_eq(b1->unserved_cost_per_box, 1500);
    ck_assert(b1->must && !b1->tiered);
    ck_assert_int_eq(b1->owner, OWNER_SHIPPER);
    ck_assert_int_eq(b1->n_tiers, 1);
    ck_assert_int_eq(b1->tiers[0].boxes, 40);
    ck_assert_double_eq(b1->tiers[0].revenue_per_box, 26000);
    const Demand *b2 = &kase->demand[1];
    ck_assert_int_eq(b2->cargo, 0);
    ck_assert_int_eq(b2->ready, UTC_2001);
    ck_assert_int_eq(b2->due, UTC_2001 + 19 * 1440 + 11 * 60);
    ck_assert_int_eq(b2->late_max_min, 0);
    ck_assert_int_eq(b2->owner, OWNER_CARRIER);
    ck_assert(!b2->must && b2->tiered);
    ck_assert_int_eq(b2->n_tiers, 2);
    ck_assert_int_eq(b2->tiers[1].boxes, 40);
    ck_assert_double_eq(b2->tiers[1].revenue_per_box, 14000);
}
END_TEST

START_TEST(feeders_equipment_and_rakes_are_read) {
    ck_assert_int_eq(kase->n_feeders, 2);
    ck_assert_str_eq(kase->feeders[0].mode, "rail");
    ck_assert_int_eq(kase->feeders[0].from, 3);
    ck_assert_int_eq(kase->feeders[0].arrives.after_min, 840);
    ck_assert_int_eq(kase->feeders[0].boxes_per_day, 160);
    ck_assert_int_eq(kase->feeders[0].n_departs, 1);
    ck_assert_int_eq(kase->feeders[1].boxes_per_day, NO_LIMIT);
    ck_assert_int_eq(kase->feeders[1].n_departs, 0);
    ck_assert_int_eq(kase->n_equipment, 1);
    const Equipment *boxes = &kase->equipment[0];
    ck_assert_int_eq(boxes->container, 2);
    ck_assert_int_eq(boxes->turn_load_min, 1440);
    ck_assert_int_eq(boxes->turn_unload_min, 2880);
    ck_assert_int_eq(boxes->n_at, 3);
    ck_assert_int_eq(boxes->at[0].station, 0);
    ck_assert_int_eq(boxes->at[0].stock, 300);
    ck_assert_int_eq(boxes->at[0].end_min, 200);
    ck_assert_double_eq(boxes->at[0].end_value, 1500);
    ck_assert_double_eq(boxes->at[0].empty_handling_cost, 100);
    ck_assert_int_eq(boxes->at[1].station, 2);
    ck_assert_int_eq(boxes->at[1].stock, 120);
    ck_assert_double_eq(boxes->at[1].storage_cost, 4);
    ck_assert_int_eq(boxes->at[2].station, 3);
    ck_assert_int_eq(boxes->at[2].lease_boxes, 50);
    ck_assert_double_eq(boxes->at[2].lease_cost, 900);
    const Rake *rake = &kase->rakes[0];
    ck_assert_str_eq(rake->code, "CN");
    ck_assert_int_eq(rake->n_sets, 2);
    ck_assert_int_eq(rake->sets[0].station, 0);
    ck_assert_int_eq(rake->sets[0].sets, 3);
    ck_assert_int_eq(rake->sets[1].station, 1);
    ck_assert_int_eq(rake->sets[1].sets, 5);
    ck_assert_int_eq(rake->turn_min, 600);
    ck_assert_int_eq(rake->n_reposition, 1);
    ck_assert_int_eq(rake->reposition[0].takes_min, 7200);
}
END_TEST

START_TEST(balance_objective_and_evaluation_are_read) {
    ck_assert_int_eq(kase->n_balance, 1);
    const Balance *balance = &kase->balance[0];
    ck_assert_str_eq(balance->name, "Yiwu");
    ck_assert(pattern_matches(balance->outbound, "OUT") && pattern_matches(balance->ret, "HAND"));
    ck_assert(balance->trains.given && balance->teu.given);
    ck_assert_double_eq(balance->trains.ratio, 0.8);
    ck_assert_double_eq(balance->trains.penalty, 90000);
    ck_assert_double_eq(balance->teu.ratio, 0.6);
    ck_assert(isinf(balance->teu.penalty));
    ck_assert_int_eq(balance->per, PER_WEEK);
    ck_assert(kase->objective_is_list);
    ck_assert_int_eq(kase->n_goals, 2);
    ck_assert_int_eq(kase->goals[0].kind, GOAL_TEU_KM);
    ck_assert_double_eq(kase->goals[0].keep, 0.99);
    ck_assert_int_eq(kase->goals[1].kind, GOAL_MARGIN);
    ck_assert_double_eq(kase->goals[1].keep, 1);
    ck_assert(kase->evaluation.given);
    ck_assert_double_eq(kase->evaluation.weight_load_factor, 50);
    ck_assert_double_eq(kase->evaluation.weight_loaded_ratio, 10);
    ck_assert_int_eq(kase->evaluation.wagon_sets, 6);
    ck_assert_int_eq(kase->evaluation.n_slots, 1);
    ck_assert_int_eq(kase->evaluation.slots[0], 1);
    ck_assert_int_eq(kase->n_scenarios, 2);
}
END_TEST

static const char SMALL[] =
    "banlie: 1\n"
    "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai}\n"
    "stations: {A: {country: CN, zone: Asia/Shanghai}, B: {country: DE, zone: Europe/Berlin}}\n"
    "slots: [{id: S, from: A, to: B, departs: [Mon 10:00], runs: 1d, km: 1000, teu: 10}]\n"
    "lines: {L: {route: [A, B]}}\n";

START_TEST(the_last_week_may_be_followed_by_the_first) {
    kase = read_text("banlie: 1\n"
                     "horizon: {start: 2001-01-01, weeks: 2, zone: UTC, mode: cyclic}\n"
                     "stations: {A: {country: CN, zone: UTC}, B: {country: DE, zone: UTC}}\n"
                     "slots: [{id: S, from: A, to: B, departs: [Mon 10:00], runs: 1d, km: 1000,"
                     " teu: 10}]\n"
                     "lines: {L: {route: [A, B]}}\n");
    ck_assert_ptr_nonnull(kase);
    ck_assert(kase->horizon.cyclic);
    ck_assert_int_eq(findings_count(findings), 0);
}
END_TEST

START_TEST(a_small_case_needs_few_keys) {
    kase = read_text(SMALL);
    ck_assert_ptr_nonnull(kase);
    ck_assert_int_eq(findings_count(findings), 0);
    ck_assert_str_eq(kase->name, "a");
    ck_assert_str_eq(kase->currency, "CNY");
    ck_assert_int_eq(kase->horizon.tail_min, 40 * 1440);
    ck_assert(!kase->horizon.cyclic);
    ck_assert_int_eq(kase->n_containers, 5);
    ck_assert_int_eq(kase->n_cargo, 1);
    ck_assert_int_eq(kase->n_demand, 0);
    ck_assert_int_eq(kase->n_goals, 0);
    ck_assert(!kase->objective_is_list && !kase->evaluation.given);
    ck_assert_int_eq(kase->lines[0].direction, DIRECTION_NONE);
}
END_TEST

START_TEST(a_folder_means_its_case_yaml_and_gives_its_name) {
    bool unreadable;
    g_free(write_file("case.yaml", SMALL));
    kase = case_read(folder, findings, &unreadable);
    ck_assert_ptr_nonnull(kase);
    char *name = g_path_get_basename(folder);
    ck_assert_str_eq(kase->name, name);
    g_free(name);
}
END_TEST

START_TEST(a_file_that_is_not_there_is_unreadable) {
    bool unreadable;
    kase = case_read("/nonexistent/case.yaml", findings, &unreadable);
    ck_assert_ptr_null(kase);
    ck_assert(unreadable);
    ck_assert_int_gt(findings_count(findings), 0);
}
END_TEST

START_TEST(warnings_alone_do_not_fail_the_read) {
    char *text = g_strconcat(SMALL, "load_factors: [{lines: X.*, min: 0.5}]\n", NULL);
    kase = read_text(text);
    g_free(text);
    ck_assert_ptr_nonnull(kase);
    ck_assert_int_eq(findings_warnings(findings), 1);
    ck_assert_int_eq(findings_errors(findings), 0);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("case");
    TCase *full = tcase_create("full");
    tcase_add_checked_fixture(full, set_up_full, tear_down);
    tcase_add_test(full, the_horizon_begins_and_ends_at_local_midnights);
    tcase_add_test(full, stations_have_their_values_and_defaults);
    tcase_add_test(full, built_in_containers_come_first_and_can_be_overridden);
    tcase_add_test(full, cargo_classes_are_kept_apart_both_ways);
    tcase_add_test(full, slots_have_their_values_and_defaults);
    tcase_add_test(full, lines_know_their_trains);
    tcase_add_test(full, load_factor_rules_have_their_values_and_defaults);
    tcase_add_test(full, bookings_are_local_to_their_stations);
    tcase_add_test(full, feeders_equipment_and_rakes_are_read);
    tcase_add_test(full, balance_objective_and_evaluation_are_read);
    suite_add_tcase(suite, full);
    TCase *files = tcase_create("files");
    tcase_add_checked_fixture(files, set_up, tear_down);
    tcase_add_test(files, a_small_case_needs_few_keys);
    tcase_add_test(files, the_last_week_may_be_followed_by_the_first);
    tcase_add_test(files, a_folder_means_its_case_yaml_and_gives_its_name);
    tcase_add_test(files, a_file_that_is_not_there_is_unreadable);
    tcase_add_test(files, warnings_alone_do_not_fail_the_read);
    suite_add_tcase(suite, files);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
