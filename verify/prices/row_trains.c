/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names the trains that may run, and finds the plan's own among them. */
#include "verify/prices/row_trains.h"

#include <inttypes.h>
#include <string.h>

#include "verify/read/slot_run.h"

/** A train that may run, while it is given a name. */
typedef struct {
    const PlanTrain *train;
    int number; /**< in order of line and departure */
    char *base; /**< code and date */
    char *name;
} NamedTrain;

static int compare_run_departures(const PlanTrain *a, const PlanTrain *b) {
    for (int i = 0; i < a->n_runs && i < b->n_runs; i++) {
        if (a->slot_runs[i].departs != b->slot_runs[i].departs) {
            return a->slot_runs[i].departs < b->slot_runs[i].departs ? -1 : 1;
        }
    }
    return 0;
}

static gint by_line(gconstpointer a, gconstpointer b) {
    const NamedTrain *one = a, *other = b;
    int order = one->train->line - other->train->line;
    order = order != 0 ? order : compare_run_departures(one->train, other->train);
    return order != 0 ? order : one->number - other->number;
}

static gint by_base(gconstpointer a, gconstpointer b) {
    const NamedTrain *one = *(const NamedTrain *const *)a, *other = *(const NamedTrain *const *)b;
    int order = strcmp(one->base, other->base);
    order = order != 0 ? order : compare_run_departures(one->train, other->train);
    order = order != 0 ? order : one->train->n_runs - other->train->n_runs;
    return order != 0 ? order : one->number - other->number;
}

static char *base_name(const Case *kase, const PlanTrain *train) {
    char day[DATE_TEXT_SIZE];
    return g_strdup_printf(
        "%s@%s", train->hand >= 0 ? kase->trains[train->hand].code : kase->lines[train->line].code,
        date_format(train->slot_runs[0].day, day));
}

/** How many trains by hand of the same name that closures take would have left before. */
static int gone_before(const PlanRead *plan, const NamedTrain *named) {
    int before = 0;
    for (int i = 0; i < plan->n_cancelled; i++) {
        const PlanTrain *gone = &plan->cancelled[i];
        if (gone->hand >= 0 && gone->hand == named->train->hand &&
            gone->slot_runs[0].departs < named->train->slot_runs[0].departs) {
            g_autofree char *base = base_name(plan->kase, gone);
            before += strcmp(base, named->base) == 0;
        }
    }
    return before;
}

/** Names of trains of earlier plans that are under way, or whose sets are. */
static GHashTable *names_of_gone(const Case *kase) {
    GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);
    for (int i = 0; kase->carried && i < kase->carried->n_trains; i++) {
        if (kase->carried->trains[i].under_way) {
            g_hash_table_add(names, (gpointer)kase->carried->trains[i].name);
        }
    }
    for (int i = 0; kase->carried && i < kase->carried->n_rows; i++) {
        if (kase->carried->rows[i].kind == CARRIED_SET) {
            g_hash_table_add(names, (gpointer)kase->carried->rows[i].train);
        }
    }
    return names;
}

/** `.2`, `.3` behind the base name of the second and the third that has it, and so on. */
static void number_alike(const PlanRead *plan, GArray *trains) {
    GHashTable *gone = names_of_gone(plan->kase);
    GPtrArray *order = g_ptr_array_new();
    for (guint i = 0; i < trains->len; i++) {
        g_ptr_array_add(order, &g_array_index(trains, NamedTrain, i));
    }
    g_ptr_array_sort(order, by_base);
    int count = 0;
    for (guint i = 0; i < order->len; i++) {
        NamedTrain *named = g_ptr_array_index(order, i);
        const NamedTrain *last = i > 0 ? g_ptr_array_index(order, i - 1) : NULL;
        count = last && strcmp(last->base, named->base) == 0 ? count : 0;
        do {
            g_free(named->name);
            int number = ++count + gone_before(plan, named);
            named->name =
                number > 1 ? g_strdup_printf("%s.%d", named->base, number) : g_strdup(named->base);
        } while (g_hash_table_contains(gone, named->name));
    }
    g_ptr_array_unref(order);
    g_hash_table_unref(gone);
}

/** Line and slot runs: what tells trains apart. */
static char *train_key(const Case *kase, const PlanTrain *train) {
    GString *key = g_string_new(NULL);
    g_string_append_printf(key, "%d %d", train->line, train->hand);
    for (int i = 0; i < train->n_runs; i++) {
        g_string_append_printf(key, " %" PRId64, slot_run_key(kase, &train->slot_runs[i]));
    }
    return g_string_free(key, FALSE);
}

/** Finds the plan's trains among those that may run. */
static void find_places(const PlanRead *plan, const GArray *trains, int *place) {
    GHashTable *found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < trains->len; i++) {
        char *key = train_key(plan->kase, g_array_index(trains, NamedTrain, i).train);
        g_hash_table_replace(found, key, GINT_TO_POINTER((int)i + 1));
    }
    for (int i = 0; i < plan->n_trains; i++) {
        const PlanTrain *train = &plan->trains[i];
        place[i] = NOWHERE;
        if (train->sound && train->carried < 0) {
            g_autofree char *key = train_key(plan->kase, train);
            place[i] = GPOINTER_TO_INT(g_hash_table_lookup(found, key)) - 1;
        }
    }
    g_hash_table_unref(found);
}

/** Adds trains under way that have a leg that is not closed, in the case's order. */
static void add_under_way(const PlanRead *plan, GPtrArray *names, int *place) {
    const CarriedOver *carried = plan->kase->carried;
    for (int id = 0; carried && id < carried->n_trains; id++) {
        bool open = false;
        for (int leg = 0; leg < carried->trains[id].n_legs; leg++) {
            open |= carried->trains[id].legs[leg].open;
        }
        for (int i = 0; i < plan->n_trains && open; i++) {
            if (plan->trains[i].sound && plan->trains[i].carried == id) {
                place[i] = (int)names->len;
                g_ptr_array_add(names, g_strdup(carried->trains[id].name));
            }
        }
    }
}

GPtrArray *row_trains_names(const PlanRead *plan, int *place) {
    GArray *trains = g_array_new(FALSE, TRUE, sizeof(NamedTrain));
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < plan->n_candidates; i++) {
        NamedTrain named = {.train = &plan->candidates[i],
                            .number = i,
                            .base = base_name(plan->kase, &plan->candidates[i])};
        g_array_append_val(trains, named);
    }
    g_array_sort(trains, by_line);
    for (guint i = 0; i < trains->len; i++) {
        g_array_index(trains, NamedTrain, i).number = (int)i;
    }
    number_alike(plan, trains);
    find_places(plan, trains, place);
    for (guint i = 0; i < trains->len; i++) {
        NamedTrain *named = &g_array_index(trains, NamedTrain, i);
        g_ptr_array_add(names, named->name);
        g_free(named->base);
    }
    g_array_free(trains, TRUE);
    add_under_way(plan, names, place);
    return names;
}
