/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names every row and column of a compact model by what it is and what it is about. */
#include "export/model/model_names.h"

#include <glib.h>
#include <stdlib.h>

#include "export/model/model_codes.h"
#include "model/promises/commitment.h"

struct ModelNames {
    const Problem *problem;
    const LpModel *lp;
    const CompactArc *arcs;
    ModelCodes *codes;
};

ModelNames *model_names_new(const Problem *problem, const LpModel *lp, const CompactArc *arcs) {
    ModelNames *names = malloc(sizeof *names);
    ModelCodes *codes = model_codes_new(problem);
    if (names == NULL || codes == NULL) {
        free(names);
        model_codes_free(codes);
        return NULL;
    }
    *names = (ModelNames){.problem = problem, .lp = lp, .arcs = arcs, .codes = codes};
    return names;
}

void model_names_free(ModelNames *names) {
    if (names != NULL) {
        model_codes_free(names->codes);
        free(names);
    }
}

static const char *code_of(const ModelNames *names, CodeKind kind, int id) {
    return model_code(names->codes, kind, id);
}

void model_names_list(const ModelNames *names, OutFile *out, const char *comment) {
    model_codes_list(names->codes, names->problem, out, comment);
}

/* ---- parts of names ---- */

/** A part that is longer than its room makes the whole name too long, so that nothing is lost. */
typedef char Part[MODEL_NAME_SIZE];

/** `YIW_DUI@2026_12_01,3`; in a cyclic plan with `~p1` a period later, `~m1` a period earlier. */
static const char *leg_part(const ModelNames *names, LegId id, Part part) {
    const Leg *leg = &names->problem->legs[id];
    const char *train = code_of(names, CODE_TRAIN, leg->train);
    const int number = leg->base - names->problem->trains[leg->train].first_leg + 1;
    if (leg->shift == 0) {
        (void)g_snprintf(part, sizeof(Part), "%s,%d", train, number);
    } else {
        (void)g_snprintf(part, sizeof(Part), "%s,%d~%c%d", train, number,
                         leg->shift > 0 ? 'p' : 'm', abs(leg->shift));
    }
    return part;
}

/** `YIW@2026_12_01` */
static const char *day_part(const char *what, Date date, Part part) {
    int year = 0, month = 0, day = 0;
    date_to_ymd(date, &year, &month, &day);
    (void)g_snprintf(part, sizeof(Part), "%s@%04d_%02d_%02d", what, year, month, day);
    return part;
}

static const char *station_day_part(const ModelNames *names, StationDayId id, Part part) {
    const StationDay *day = &names->problem->station_days[id];
    return day_part(code_of(names, CODE_STATION, day->station), day->day, part);
}

/** `40HC,YIW@2026_12_01`, from a stock_index(). */
static const char *stock_part(const ModelNames *names, int index, Part part) {
    const Problem *problem = names->problem;
    const int place = index / problem->n_stock_days, day = index % problem->n_stock_days;
    const StationId station = place % problem->kase->n_stations;
    Part at;
    (void)g_snprintf(
        part, sizeof(Part), "%s,%s",
        code_of(names, CODE_EQUIPMENT, place / problem->kase->n_stations),
        day_part(code_of(names, CODE_STATION, station), problem->kase->horizon.start + day, at));
    return part;
}

/** `POOL,YIW@2026_12_01T0430Z`: in UTC, where no minute comes twice. */
static const char *sets_part(const ModelNames *names, const LpRow *row, Part part) {
    const Minute at = names->problem->kase->horizon.start_at + row->further;
    const int minute = (int)((at % MINUTES_PER_DAY + MINUTES_PER_DAY) % MINUTES_PER_DAY);
    const Date date = (Date)((at - minute) / MINUTES_PER_DAY);
    Part day;
    (void)g_snprintf(part, sizeof(Part), "%s,%sT%02d%02dZ", code_of(names, CODE_POOL, row->subject),
                     day_part(code_of(names, CODE_STATION, row->detail), date, day),
                     minute / MINUTES_PER_HOUR, minute % MINUTES_PER_HOUR);
    return part;
}

/** A rule and, where it holds week by week, the week from 1. */
static const char *rule_part(const ModelNames *names, const LpRow *row, Part part) {
    if (row->detail == NONE) {
        return code_of(names, CODE_BALANCE, row->subject);
    }
    (void)g_snprintf(part, sizeof(Part), "%s,%d", code_of(names, CODE_BALANCE, row->subject),
                     row->detail + 1);
    return part;
}

/** What a load-factor minimum is taken over: a train, a line's week, a line. */
static const char *load_factor_part(const ModelNames *names, const LpRow *row, Part part) {
    const Problem *problem = names->problem;
    TrainId train = 0;
    while (problem->trains[train].line != row->subject) {
        train++;
    }
    const Period per = problem->kase->load_factors[problem->trains[train].load_factor].per;
    if (per == PER_TRAIN) {
        return code_of(names, CODE_TRAIN, row->detail);
    }
    if (per == PER_HORIZON) {
        return code_of(names, CODE_LINE, row->subject);
    }
    (void)g_snprintf(part, sizeof(Part), "%s,%d", code_of(names, CODE_LINE, row->subject),
                     row->detail + 1);
    return part;
}

/** `POOL,2,URC,YIW@2026_12_01`: the pool's second reposition rule. */
static const char *reposition_part(const ModelNames *names, int run, Part part) {
    const Problem *problem = names->problem;
    const int rule = run / problem->n_stock_days, day = run % problem->n_stock_days;
    int pool = 0;
    while (problem->reposition_start[pool + 1] <= rule) {
        pool++;
    }
    const int number = rule - problem->reposition_start[pool];
    const Reposition *reposition = &problem->kase->rakes[pool].reposition[number];
    Part to;
    (void)g_snprintf(part, sizeof(Part), "%s,%d,%s,%s", code_of(names, CODE_POOL, pool), number + 1,
                     code_of(names, CODE_STATION, reposition->from),
                     day_part(code_of(names, CODE_STATION, reposition->to),
                              problem->kase->horizon.start + day, to));
    return part;
}

/** `B1001,2`: a booking's first tier, and which of the earlier itineraries, from 1. */
static const char *promise_part(const ModelNames *names, int promise, Part part) {
    const Problem *problem = names->problem;
    const DemandId demand = problem->itinerary_promises[promise].demand;
    (void)g_snprintf(part, sizeof(Part), "%s,%d",
                     code_of(names, CODE_FLOW, commitment_first_tier(problem, demand)),
                     promise + 1);
    return part;
}

/* ---- whole names; each function returns the length that the name should have ---- */

static const char *const ROW_WORDS[] = {
    [ROW_TEU] = "teu",
    [ROW_FLAT_TEU] = "flat_teu",
    [ROW_TONNES] = "tonnes",
    [ROW_CLASS_BOXES] = "class_boxes",
    [ROW_CLASS_PRESENT] = "class_teu",
    [ROW_CLASSES_APART] = "apart",
    [ROW_SLOT_RUN] = "slot",
    [ROW_LINE_WEEK] = "trains_per_week",
    [ROW_LIFTS] = "lifts",
    [ROW_TRAINS] = "trains_per_day",
    [ROW_REGULAR] = "regular",
    [ROW_FEEDER] = "feeder",
    [ROW_DEMAND] = "demand",
    [ROW_LOAD_FACTOR] = "load_factor",
    [ROW_STOCK] = "stock_on",
    [ROW_LEASE] = "leased_at",
    [ROW_FLEET] = "fleet",
    [ROW_SETS] = "sets",
    [ROW_POOL] = "pool",
    [ROW_BALANCE_TRAINS] = "balance_trains",
    [ROW_BALANCE_TEU] = "balance_teu",
    [ROW_COMMITMENT] = "promise",
    [ROW_EMPTIES_KEPT] = "empties_kept",
    [ROW_GOAL] = "goal",
    [ROW_SOME_TRAIN] = "some_train",
    [ROW_FLOW] = "flow",
    [ROW_PART_FLOW] = "part_flow",
    [ROW_PART_ARC] = "part",
    [ROW_PART_ONE] = "part_one",
    [ROW_PART_LEAST] = "part_least",
    [ROW_STAY_MOST] = "stay_most",
    [ROW_STAY_LEAST] = "stay_least",
    [ROW_PARTS] = "parts",
};

/** `B1001;2`: the second copy of a flow that has several. */
static const char *flow_part(const ModelNames *names, BookingId flow, int copy, Part part) {
    if (copy == 0) {
        return code_of(names, CODE_FLOW, flow);
    }
    (void)g_snprintf(part, sizeof(Part), "%s;%d", code_of(names, CODE_FLOW, flow), copy);
    return part;
}

static int arc_text(const ModelNames *names, const char *word, const CompactArc *arc, char *text) {
    Part from_part, to_part, copy;
    word = word != NULL ? word : names->problem->bookings[arc->flow].empty ? "empty" : "box";
    const char *flow = flow_part(names, arc->flow, arc->copy, copy);
    const char *from = arc->from == NONE ? NULL : leg_part(names, arc->from, from_part);
    const char *to = arc->to == NONE ? NULL : leg_part(names, arc->to, to_part);
    const char *run = arc->run == NONE ? NULL : code_of(names, CODE_FEEDER_RUN, arc->run);
    if (from == NULL && run == NULL) {
        return g_snprintf(text, MODEL_NAME_SIZE, "%s(%s,load,%s)", word, flow, to);
    }
    if (from == NULL) {
        return g_snprintf(text, MODEL_NAME_SIZE, "%s(%s,fed,%s,%s)", word, flow, run, to);
    }
    if (to == NULL && run == NULL) {
        return g_snprintf(text, MODEL_NAME_SIZE, "%s(%s,unload,%s)", word, flow, from);
    }
    if (to == NULL) {
        return g_snprintf(text, MODEL_NAME_SIZE, "%s(%s,forward,%s,%s)", word, flow, from, run);
    }
    if (run != NULL) {
        return g_snprintf(text, MODEL_NAME_SIZE, "%s(%s,via,%s,%s,%s)", word, flow, from, run, to);
    }
    if (arc->pass) {
        return g_snprintf(text, MODEL_NAME_SIZE, "%s(%s,stay,%s)", word, flow, from);
    }
    return g_snprintf(text, MODEL_NAME_SIZE, "%s(%s,change,%s,%s)", word, flow, from, to);
}

/** Rows of boxes from leg to leg, and of parts. */
static int flow_row_text(const ModelNames *names, const LpRow *row, char *text) {
    const char *word = ROW_WORDS[row->group], *whose = code_of(names, CODE_FLOW, row->detail);
    Part part, flow;
    switch (row->group) {
    case ROW_PART_ARC:
        return arc_text(names, word, &names->arcs[names->lp->columns[row->subject].subject], text);
    case ROW_PART_ONE:
    case ROW_PART_LEAST:
        return g_snprintf(text, MODEL_NAME_SIZE, "%s(%s,%d)", word, whose, row->subject + 1);
    case ROW_STAY_MOST:
    case ROW_STAY_LEAST:
        return g_snprintf(text, MODEL_NAME_SIZE, "%s(%s,%s)", word, whose,
                          promise_part(names, row->subject, part));
    case ROW_PARTS:
        return g_snprintf(text, MODEL_NAME_SIZE, "%s(%s)", word, whose);
    default: /* ROW_FLOW, ROW_PART_FLOW */
        return g_snprintf(text, MODEL_NAME_SIZE, "%s(%s,%s)", word,
                          flow_part(names, row->detail, row->further, flow),
                          leg_part(names, row->subject, part));
    }
}

static int row_text(const ModelNames *names, const LpRow *row, char *text) {
    const Problem *problem = names->problem;
    const char *word = ROW_WORDS[row->group], *about = "";
    Part part;
    switch (row->group) {
    case ROW_TEU:
    case ROW_FLAT_TEU:
    case ROW_TONNES:
        about = leg_part(names, row->subject, part);
        break;
    case ROW_CLASS_BOXES:
    case ROW_CLASS_PRESENT:
    case ROW_EMPTIES_KEPT:
        about = code_of(names, row->group == ROW_EMPTIES_KEPT ? CODE_EQUIPMENT : CODE_CARGO,
                        row->detail);
        return g_snprintf(text, MODEL_NAME_SIZE, "%s(%s,%s)", word, about,
                          leg_part(names, row->subject, part));
    case ROW_CLASSES_APART:
        return g_snprintf(
            text, MODEL_NAME_SIZE, "%s(%s,%s,%s)", word, code_of(names, CODE_TRAIN, row->subject),
            code_of(names, CODE_CARGO, row->detail), code_of(names, CODE_CARGO, row->further));
    case ROW_SLOT_RUN:
        about = code_of(names, CODE_SLOT_RUN, row->subject);
        break;
    case ROW_LINE_WEEK:
        return g_snprintf(text, MODEL_NAME_SIZE, "%s(%s,%d)", word,
                          code_of(names, CODE_LINE, row->subject), row->detail + 1);
    case ROW_LIFTS:
    case ROW_TRAINS:
        about = station_day_part(names, row->subject, part);
        break;
    case ROW_REGULAR:
        about = code_of(names, CODE_TRAIN, row->subject);
        break;
    case ROW_FEEDER:
        about = day_part(code_of(names, CODE_FEEDER, problem->feeder_days[row->subject].feeder),
                         problem->feeder_days[row->subject].day, part);
        break;
    case ROW_DEMAND:
        about = code_of(names, CODE_FLOW, row->subject);
        break;
    case ROW_LOAD_FACTOR:
        about = load_factor_part(names, row, part);
        break;
    case ROW_STOCK:
        about = stock_part(names, row->subject, part);
        break;
    case ROW_LEASE:
        return g_snprintf(text, MODEL_NAME_SIZE, "%s(%s,%s)", word,
                          code_of(names, CODE_EQUIPMENT, row->subject),
                          code_of(names, CODE_STATION, row->detail));
    case ROW_FLEET:
        about = code_of(names, CODE_EQUIPMENT, row->subject);
        break;
    case ROW_SETS:
        about = sets_part(names, row, part);
        break;
    case ROW_POOL:
        about = code_of(names, CODE_POOL, row->subject);
        break;
    case ROW_BALANCE_TRAINS:
    case ROW_BALANCE_TEU:
        about = rule_part(names, row, part);
        break;
    case ROW_COMMITMENT:
        about = promise_part(names, row->subject, part);
        break;
    case ROW_GOAL:
        return g_snprintf(text, MODEL_NAME_SIZE, "%s(%d)", word, row->subject);
    case ROW_SOME_TRAIN:
        return g_snprintf(text, MODEL_NAME_SIZE, "%s", word);
    default:
        return flow_row_text(names, row, text);
    }
    return g_snprintf(text, MODEL_NAME_SIZE, "%s(%s)", word, about);
}

static int column_text(const ModelNames *names, const LpColumn *column, char *text) {
    Part part;
    const LpRow *rows = names->lp->rows;
    switch (column->group) {
    case COLUMN_ITINERARY: /* none in a compact model */
        break;
    case COLUMN_ARC:
        return arc_text(names, NULL, &names->arcs[column->subject], text);
    case COLUMN_PART_ARC:
        return arc_text(names, "on", &names->arcs[column->subject], text);
    case COLUMN_STAY:
    case COLUMN_PROMISE:
        return g_snprintf(
            text, MODEL_NAME_SIZE, "%sstays(%s,%s)", column->group == COLUMN_STAY ? "on_" : "",
            code_of(names, CODE_FLOW, column->detail), promise_part(names, column->subject, part));
    case COLUMN_TRAIN:
        return g_snprintf(text, MODEL_NAME_SIZE, "run(%s)",
                          code_of(names, CODE_TRAIN, column->subject));
    case COLUMN_CLASS:
        return g_snprintf(text, MODEL_NAME_SIZE, "class(%s,%s)",
                          code_of(names, CODE_CARGO, column->detail),
                          code_of(names, CODE_TRAIN, column->subject));
    case COLUMN_STOCK:
        return g_snprintf(text, MODEL_NAME_SIZE, "stock(%s)",
                          stock_part(names, column->subject, part));
    case COLUMN_LEASE:
        return g_snprintf(text, MODEL_NAME_SIZE, "lease(%s)",
                          stock_part(names, column->subject, part));
    case COLUMN_SETS:
        return g_snprintf(text, MODEL_NAME_SIZE, "standing(%s)",
                          sets_part(names, &rows[column->subject], part));
    case COLUMN_REPOSITION:
        return g_snprintf(text, MODEL_NAME_SIZE, "reposition(%s)",
                          reposition_part(names, column->subject, part));
    case COLUMN_MOVED:
        return g_snprintf(text, MODEL_NAME_SIZE, "moved(%s)",
                          promise_part(names, column->subject, part));
    case COLUMN_SHORT:
        return g_snprintf(text, MODEL_NAME_SIZE, "short_%s(%s)",
                          rows[column->subject].group == ROW_BALANCE_TEU ? "teu" : "trains",
                          rule_part(names, &rows[column->subject], part));
    }
    return g_snprintf(text, MODEL_NAME_SIZE, "itinerary");
}

const char *model_names_row(const ModelNames *names, RowId row, char text[MODEL_NAME_SIZE]) {
    return model_names_of_row(names, &names->lp->rows[row], text);
}

const char *model_names_of_row(const ModelNames *names, const LpRow *row,
                               char text[MODEL_NAME_SIZE]) {
    return model_name_cut(text, row_text(names, row, text));
}

const char *model_names_column(const ModelNames *names, ColumnId column,
                               char text[MODEL_NAME_SIZE]) {
    return model_name_cut(text, column_text(names, &names->lp->columns[column], text));
}
