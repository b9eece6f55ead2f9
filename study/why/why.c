/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans each set of differences that a figure rests on once, and puts the figures together. */
#include "study/why/why.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "export/plan_writer.h"
#include "study/why/difference_name.h"

/** Before a change of a that is left out. */
static const char WITHOUT[] = "without ";

/* ---- differences ---- */

/** The changes of a plan, as a list. To be freed with g_free(). */
static const Node **changes_of(const Loading *origin, int *count) {
    *count = change_list_count(origin->changes);
    const Node **nodes = g_new0(const Node *, (gsize)*count + 1);
    for (int i = 0; i < *count; i++) {
        nodes[i] = change_list_get(origin->changes, i)->node;
    }
    return nodes;
}

static Differences differences_of(const Loading origins[2]) {
    int n_a, n_b;
    g_autofree const Node **a = changes_of(&origins[0], &n_a);
    g_autofree const Node **b = changes_of(&origins[1], &n_b);
    return differences_find(a, n_a, b, n_b);
}

static void name_differences(Why *why, const Differences *differences) {
    g_array_set_size(why->differences, (guint)differences->count);
    for (guint i = 0; i < differences->steps->len; i++) {
        const ChangeStep *step = &g_array_index(differences->steps, ChangeStep, i);
        if (step->side != STEP_OF_BOTH) {
            const Loading *origin = &why->origins[step->side == STEP_OF_B];
            WhyDifference *difference =
                &g_array_index(why->differences, WhyDifference, step->difference);
            g_autofree char *change = difference_name(step, origin->notes);
            difference->without = step->side == STEP_OF_A;
            difference->name = g_strconcat(difference->without ? WITHOUT : "", change, NULL);
            difference->change = difference->name + (difference->without ? strlen(WITHOUT) : 0);
        }
    }
}

/* ---- plans ---- */

static void work_out_figures(Why *why, const SetValue *values) {
    const int n = (int)why->differences->len;
    for (int i = 0; i < n; i++) {
        WhyDifference *difference = &g_array_index(why->differences, WhyDifference, i);
        difference->alone = figure_alone(values, n, i);
        difference->last = figure_last(values, n, i);
    }
    why->total = figure_total(values, n);
    why->interaction = figure_interaction(values, n);
}

static void note_missing(Why *why, const bool *made, SetValue *value) {
    GString *names = g_string_new(NULL);
    for (guint i = 0; i < why->differences->len; i++) {
        const WhyDifference *difference = &g_array_index(why->differences, WhyDifference, i);
        if (made[i]) {
            g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", difference->name);
        }
    }
    const WhyMissing missing = {g_string_free(names, FALSE), g_steal_pointer(&value->reason)};
    g_array_append_val(why->missing, missing);
}

static Outcome plan_sets(const WhyOrder *order, const RunOrder *run, const Differences *differences,
                         Why *why, SetValue *values) {
    const int n = differences->count, count = sets_count(n);
    Outcome outcome = OUTCOME_DONE;
    for (int set = 0; set < count && outcome == OUTCOME_DONE; set++) {
        g_autofree bool *made = set_differences(n, set);
        if (order->begun != NULL) {
            order->begun(set, count, order->user);
        }
        outcome = set_value_find(run, differences, made, &values[set], why->errors);
        if (values[set].reason != NULL) {
            note_missing(why, made, &values[set]);
        }
    }
    return outcome;
}

/** A folder that stands while a plan is in it, and who has to know of it. */
typedef struct {
    char *folder;
    const FolderGuard *guard;
} Passing;

static void passing_hold(void *user) {
    const Passing *passing = user;
    if (passing->guard->hold != NULL) {
        passing->guard->hold(passing->guard->user);
    }
}

static void passing_release(void *user) {
    const Passing *passing = user;
    if (passing->guard->release != NULL) {
        passing->guard->release(passing->guard->user);
    }
}

/** While no plan is begun in it, it is the folder itself that would be left. */
static void passing_unfinished(const char *folder, const FolderKind *kind, void *user) {
    const Passing *passing = user;
    if (passing->guard->unfinished != NULL) {
        passing->guard->unfinished(folder != NULL ? folder : passing->folder,
                                   folder != NULL ? kind : &PLAN_FOLDER, passing->guard->user);
    }
}

/** Finds a name for it that nothing has: the folder is made for that and taken away again, so that
 * none is left where memory runs out. @return false, with an error, where that cannot be done */
static bool passing_begin(Passing *passing, const FolderGuard *guard, GPtrArray *errors) {
    GError *error = NULL;
    *passing = (Passing){.guard = guard};
    passing_hold(passing);
    passing->folder = g_dir_make_tmp("banlie-why-XXXXXX", &error);
    if (passing->folder == NULL) {
        g_ptr_array_add(errors, g_strdup(error->message));
        g_error_free(error);
    } else {
        (void)g_rmdir(passing->folder);
    }
    passing_unfinished(NULL, NULL, passing);
    passing_release(passing);
    return passing->folder != NULL;
}

static void passing_end(Passing *passing) {
    passing_hold(passing);
    (void)folder_drop(passing->folder, &PLAN_FOLDER);
    g_clear_pointer(&passing->folder, g_free);
    passing_unfinished(NULL, NULL, passing);
    passing_release(passing);
}

/** Plans all sets in a folder of ours. */
static Outcome plan_in_passing(const WhyOrder *order, const Differences *differences, Why *why) {
    Passing passing;
    RunOrder run = order->run;
    if (!passing_begin(&passing, &order->run.delivery.guard, why->errors)) {
        return OUTCOME_UNWRITABLE;
    }
    run.delivery.dir = passing.folder;
    run.delivery.guard = (FolderGuard){passing_hold, passing_release, passing_unfinished, &passing};
    SetValue *values = g_new0(SetValue, (gsize)sets_count(differences->count) + 1);
    const Outcome outcome = plan_sets(order, &run, differences, why, values);
    passing_end(&passing);
    if (outcome == OUTCOME_DONE) {
        work_out_figures(why, values);
    }
    g_free(values);
    return outcome;
}

/* ---- all of it ---- */

Outcome why_find(const WhyOrder *order, const ComparedPlan plans[2], Why *why) {
    Outcome outcome = OUTCOME_DONE;
    *why = (Why){.differences = g_array_new(FALSE, TRUE, sizeof(WhyDifference)),
                 .missing = g_array_new(FALSE, FALSE, sizeof(WhyMissing)),
                 .errors = g_ptr_array_new_with_free_func(g_free)};
    for (int i = 0; i < 2 && outcome == OUTCOME_DONE; i++) {
        why->plan = i;
        outcome = plan_origin_load(&order->run.loading, &plans[i], &why->origins[i], &why->fit);
    }
    if (outcome != OUTCOME_DONE) {
        return outcome;
    }
    Differences differences = differences_of(why->origins);
    name_differences(why, &differences);
    if (differences.count > 0) {
        outcome = plan_in_passing(order, &differences, why);
    }
    differences_clear(&differences);
    return outcome;
}

static void add_why_row(GArray *rows, char *name, const WhyFigure *alone, double last) {
    const WhyRow row = {name, alone->value, last, alone->low, alone->high};
    g_array_append_val(rows, row);
}

void why_tell(const Why *why, Comparison *comparison) {
    comparison->why = g_array_new(FALSE, FALSE, sizeof(WhyRow));
    for (guint i = 0; i < why->differences->len; i++) {
        const WhyDifference *difference = &g_array_index(why->differences, WhyDifference, i);
        add_why_row(comparison->why, g_strdup(difference->name), &difference->alone,
                    difference->last.value);
    }
    add_why_row(comparison->why, g_strdup("total"), &why->total, (double)NAN);
    add_why_row(comparison->why, g_strdup("interaction"), &why->interaction, (double)NAN);
}

void why_clear(Why *why) {
    for (guint i = 0; i < why->differences->len; i++) {
        g_free(g_array_index(why->differences, WhyDifference, i).name);
    }
    for (guint i = 0; i < why->missing->len; i++) {
        g_free(g_array_index(why->missing, WhyMissing, i).set);
        g_free(g_array_index(why->missing, WhyMissing, i).reason);
    }
    g_array_unref(why->differences);
    g_array_unref(why->missing);
    g_ptr_array_unref(why->errors);
    loading_clear(&why->origins[0]);
    loading_clear(&why->origins[1]);
}
