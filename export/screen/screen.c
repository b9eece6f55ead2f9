/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the summary on screen together: heading, status, traffic, money and bottlenecks. */
#include "export/screen/screen.h"

#include <math.h>

#include "export/screen/screen_changes.h"
#include "export/screen/screen_lines.h"
#include "export/screen/screen_page.h"
#include "export/screen/screen_resources.h"
#include "export/view/bottlenecks.h"
#include "export/words/cost_words.h"

enum { BOTTLENECKS_MAX = 8, COST_COLUMNS = 3, COST_WIDTH = 28, COST_NAME_WIDTH = 14 };

static char *percent(double share) {
    GString *text = g_string_new(NULL);
    if (isfinite(share)) {
        wide_text_number(text, 100 * share, 1);
        g_string_append(text, " %");
    } else {
        g_string_append(text, "–");
    }
    return g_string_free(text, FALSE);
}

static void put_heading(ScreenPage *page, const PlanView *view) {
    const Case *kase = view->problem->kase;
    const Horizon *horizon = &kase->horizon;
    char first[DATE_TEXT_SIZE];
    char last[DATE_TEXT_SIZE];
    char *weeks = g_strdup_printf("%d", horizon->weeks);
    g_string_append(page->line, screen_page_name(page, &kase->title, kase->name));
    screen_page_end_line(page, true);
    screen_page_filled(
        page, TEXT_HORIZON,
        (const char *const[]){date_format(horizon->start, first),
                              date_format(horizon->start + 7 * horizon->weeks - 1, last), weeks,
                              zone_name(horizon->zone)});
    screen_page_end_line(page, false);
    g_free(weeks);
}

static const char *goal_words(const ScreenPage *page, GoalKind goal) {
    static const TextKey keys[] = {[GOAL_MARGIN] = TEXT_GOAL_MARGIN,
                                   [GOAL_TEU] = TEXT_GOAL_TEU,
                                   [GOAL_TEU_KM] = TEXT_GOAL_TEU_KM,
                                   [GOAL_LOAD_FACTOR] = TEXT_GOAL_LOAD_FACTOR};
    return text_get(page->lang, keys[goal]);
}

/** So much at most of what the last goal asks for: rounded up, as it is a promise. */
static char *bound_text(const PlanView *view, double bound) {
    GString *text = g_string_new(NULL);
    const GoalKind goal = plan_view_goal(view);
    if (goal == GOAL_LOAD_FACTOR) {
        g_string_free(text, TRUE);
        return percent(ceil(1e3 * bound) / 1e3);
    }
    wide_text_number(text, ceil(bound), 0);
    if (goal == GOAL_MARGIN) {
        g_string_append_printf(text, " %s", view->problem->kase->currency);
    }
    return g_string_free(text, FALSE);
}

static void put_relaxation(ScreenPage *page, const PlanView *view) {
    GString *value = g_string_new(NULL);
    const GoalKind goal = plan_view_goal(view);
    if (goal == GOAL_MARGIN) {
        wide_text_number(value, view->plan->relaxation, 0);
        screen_page_filled(page, TEXT_RELAXATION,
                           (const char *const[]){value->str, view->problem->kase->currency});
    } else {
        char *bound = bound_text(view, plan_view_bound(view));
        screen_page_filled(page, TEXT_RELAXED_GOAL,
                           (const char *const[]){goal_words(page, goal), bound});
        g_free(bound);
    }
    g_string_free(value, TRUE);
}

static void put_gap(ScreenPage *page, const PlanView *view) {
    const double objective = plan_view_objective(view);
    const double bound = plan_view_bound(view);
    const double open = fmax(0, bound - objective) / fmax(1, fabs(objective));
    GString *gap = g_string_new(NULL);
    char *most = bound_text(view, bound);
    /* Rounded up, as is the bound, but for the last digit of a search that ended just at its gap.
     */
    wide_text_number(gap, ceil(1e4 * open - 1e-6) / 1e2, 2);
    g_string_append(gap, " %");
    screen_page_filled(
        page, view->plan->status == PLAN_GAP ? TEXT_GAP : TEXT_LIMIT,
        (const char *const[]){gap->str, goal_words(page, plan_view_goal(view)), most});
    g_string_free(gap, TRUE);
    g_free(most);
}

/** How good the plan is, in plain words. */
static void put_status(ScreenPage *page, const PlanView *view) {
    if (plan_view_relaxed(view)) {
        put_relaxation(page, view);
    } else if (view->plan->status == PLAN_OPTIMAL) {
        g_string_append(page->line, text_get(page->lang, TEXT_OPTIMAL));
    } else if (!isfinite(plan_view_bound(view))) {
        g_string_append(page->line, text_get(page->lang, TEXT_UNBOUNDED));
    } else {
        put_gap(page, view);
    }
    screen_page_end_line(page, false);
}

static void put_traffic_row(ScreenPage *page, TextKey key, const double values[3], int decimals) {
    screen_page_label(page, key);
    for (int i = 0; i < 3; i++) {
        screen_page_number(page, values[i], decimals, SCREEN_NUMBER);
    }
    screen_page_end_line(page, false);
}

static void put_traffic_table(ScreenPage *page, const Kpi *kpi) {
    const TrafficKpi *columns[] = {&kpi->outbound, &kpi->ret, &kpi->all};
    const TextKey names[] = {TEXT_OUTBOUND, TEXT_RETURN, TEXT_ALL};
    double trains[3];
    double teu[3];
    wide_text_pad(page->line, "", SCREEN_LABEL, ALIGN_LEFT);
    for (int i = 0; i < 3; i++) {
        trains[i] = columns[i]->trains;
        teu[i] = columns[i]->loaded_teu;
        wide_text_pad(page->line, text_get(page->lang, names[i]), SCREEN_NUMBER, ALIGN_RIGHT);
    }
    screen_page_end_line(page, true);
    put_traffic_row(page, TEXT_TRAINS, trains, 0);
    screen_page_label(page, TEXT_LOAD_FACTOR);
    for (int i = 0; i < 3; i++) {
        char *share =
            percent(plan_view_ratio(columns[i]->loaded_teu_km, columns[i]->offered_teu_km));
        wide_text_pad(page->line, share, SCREEN_NUMBER, ALIGN_RIGHT);
        g_free(share);
    }
    screen_page_end_line(page, false);
    put_traffic_row(page, TEXT_LOADED_TEU, teu, 1);
    char *of_trains = percent(plan_view_ratio(kpi->ret.trains, kpi->outbound.trains));
    char *of_teu = percent(plan_view_ratio(kpi->ret.loaded_teu, kpi->outbound.loaded_teu));
    screen_page_label(page, TEXT_RETURN_RATIO);
    screen_page_filled(page, TEXT_RATIOS, (const char *const[]){of_trains, of_teu});
    screen_page_end_line(page, false);
    g_free(of_trains);
    g_free(of_teu);
}

static void put_boxes(ScreenPage *page, const Kpi *kpi) {
    const double values[] = {(double)kpi->boxes_offered,   (double)kpi->boxes_carried,
                             (double)kpi->boxes_unserved,  (double)kpi->boxes_late,
                             kpi->transit.mean_hours / 24, kpi->transit.p90_hours / 24};
    GString *texts[6];
    const char *args[6];
    for (int i = 0; i < 6; i++) {
        texts[i] = g_string_new(NULL);
        if (isfinite(values[i])) {
            wide_text_number(texts[i], values[i], i < 4 ? 0 : 1);
        }
        args[i] = texts[i]->str;
    }
    screen_page_label(page, TEXT_BOXES);
    screen_page_filled(page, TEXT_BOX_COUNTS, args);
    screen_page_end_line(page, false);
    if (kpi->boxes_carried > 0) {
        screen_page_label(page, TEXT_TRANSIT);
        screen_page_filled(page, TEXT_TRANSIT_DAYS, args + 4);
        screen_page_end_line(page, false);
    }
    for (int i = 0; i < 6; i++) {
        g_string_free(texts[i], TRUE);
    }
}

static void put_money_row(ScreenPage *page, TextKey key, double value, const char *currency,
                          bool bold) {
    screen_page_label(page, key);
    screen_page_number(page, value, 0, SCREEN_NUMBER);
    g_string_append_c(page->line, ' ');
    g_string_append(page->line, currency);
    screen_page_end_line(page, bold);
}

/** The parts of the cost that are not 0, some to a line. */
static void put_cost_parts(ScreenPage *page, const double *parts) {
    int shown = 0;
    for (int part = 0; part < N_COST_PARTS; part++) {
        if (parts[part] == 0) {
            continue;
        }
        g_string_append(page->line, "    ");
        wide_text_pad(page->line, cost_part_text(page->lang, part), COST_NAME_WIDTH, ALIGN_LEFT);
        screen_page_number(page, parts[part], 0, COST_WIDTH - COST_NAME_WIDTH);
        if (++shown % COST_COLUMNS == 0) {
            screen_page_end_line(page, false);
        }
    }
    if (shown % COST_COLUMNS != 0) {
        screen_page_end_line(page, false);
    }
}

static char *bottleneck_text(const ScreenPage *page, const PlanView *view, const Bottleneck *one) {
    const Problem *problem = view->problem;
    if (one->kind == BOTTLENECK_LIFT) {
        char day[DATE_TEXT_SIZE];
        const StationDay *where = &problem->station_days[one->id];
        const Station *station = &problem->kase->stations[where->station];
        const char *name = screen_page_name(page, &station->name, station->code);
        return text_fill(page->lang, TEXT_MORE_LIFT,
                         (const char *const[]){name, date_format(where->day, day)});
    }
    if (one->kind == BOTTLENECK_FEEDER) {
        char day[DATE_TEXT_SIZE];
        const FeederDay *when = &problem->feeder_days[one->id];
        return text_fill(page->lang, TEXT_MORE_FED,
                         (const char *const[]){problem->kase->feeders[when->feeder].code,
                                               date_format(when->day, day)});
    }
    const Leg *leg = &problem->legs[one->id];
    const char *const args[] = {
        plan_view_run_name(view, leg),
        problem->kase->stations[leg->from].code,
        problem->kase->stations[leg->to].code,
        train_name(view->names, leg->train),
    };
    return text_fill(page->lang, one->kind == BOTTLENECK_TEU ? TEXT_MORE_TEU : TEXT_MORE_TONNE,
                     args);
}

/** The sentence is cut rather than the price at its end. */
static void put_bottleneck(ScreenPage *page, const PlanView *view, const Bottleneck *one) {
    enum { SENTENCE_WIDTH = 76 };
    GString *cut = g_string_new("  ");
    GString *price = g_string_new(NULL);
    char *sentence = bottleneck_text(page, view, one);
    wide_text_cut_words(cut, sentence, SENTENCE_WIDTH);
    wide_text_number(price, one->price, 0);
    screen_page_filled(page, TEXT_WORTH,
                       (const char *const[]){cut->str, price->str, view->problem->kase->currency});
    screen_page_end_line(page, false);
    g_free(sentence);
    g_string_free(cut, TRUE);
    g_string_free(price, TRUE);
}

static void put_bottlenecks(ScreenPage *page, const PlanView *view, const Bottleneck *list,
                            int count) {
    if (view->plan->prices.missing) {
        return; // stopped before any prices were known
    }
    g_string_append(page->line,
                    text_get(page->lang, count > 0 ? TEXT_BOTTLENECKS : TEXT_NO_BOTTLENECKS));
    screen_page_end_line(page, count > 0);
    for (int i = 0; i < count; i++) {
        put_bottleneck(page, view, &list[i]);
    }
}

/** The margin, and before it what it is without the worth of the final stock, where that counts. */
static void put_margin(ScreenPage *page, const Kpi *kpi, const char *currency) {
    const double stock = kpi->parts[COST_END_VALUE];
    if (stock < 0 || stock > 0) {
        put_money_row(page, TEXT_MARGIN_BEFORE, kpi->margin + stock, currency, false);
    }
    put_money_row(page, TEXT_MARGIN, kpi->margin, currency, true);
}

static void put_figures(ScreenPage *page, const PlanView *view, int bottlenecks) {
    const Kpi *kpi = view->kpi;
    const char *currency = view->problem->kase->currency;
    put_traffic_table(page, kpi);
    put_boxes(page, kpi);
    screen_resources_put(page, view);
    screen_changes_put(page, view);
    screen_page_end_line(page, false);
    put_money_row(page, TEXT_REVENUE, kpi->revenue, currency, false);
    put_money_row(page, TEXT_COST, kpi->cost, currency, false);
    put_cost_parts(page, kpi->parts);
    put_margin(page, kpi, currency);
    screen_page_end_line(page, false);
    // All lines where they fit a screen by themselves; else what is left of it, less the headings
    // of both tables and the last line.
    const bool fit = view->problem->kase->n_lines <= SCREEN_LINES;
    screen_lines_put(page, view,
                     fit ? SCREEN_LINES : SCREEN_LINES - page->n_lines - bottlenecks - 3);
}

char *screen_text(const PlanView *view, const ScreenOptions *options) {
    Bottleneck bottlenecks[BOTTLENECKS_MAX];
    const int count = bottlenecks_find(view, bottlenecks, BOTTLENECKS_MAX);
    ScreenPage page = screen_page_new(options->lang, options->colour);
    put_heading(&page, view);
    put_status(&page, view);
    screen_page_end_line(&page, false);
    if (!plan_view_relaxed(view)) {
        put_figures(&page, view, count);
    }
    // With its heading and the last line: a blank line above where there is room, or all lines are.
    if (!plan_view_relaxed(view) && (page.n_lines + count + 3 <= SCREEN_LINES ||
                                     view->problem->kase->n_lines <= SCREEN_LINES)) {
        screen_page_end_line(&page, false);
    }
    put_bottlenecks(&page, view, bottlenecks, count);
    screen_page_filled(&page, TEXT_WHERE, (const char *const[]){options->where});
    screen_page_end_line(&page, false);
    return screen_page_finish(&page);
}
