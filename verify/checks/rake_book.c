/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the book of wagon sets that leave a station and are free again. */
#include "verify/checks/rake_book.h"

#include "verify/read/period.h"

static void clear_event(gpointer event) {
    g_free(((RakeChange *)event)->train);
}

void rake_book_new(RakeBook *book, const PlanRead *plan) {
    book->events = g_array_new(FALSE, FALSE, sizeof(RakeChange));
    g_array_set_clear_func(book->events, clear_event);
    book->in_use = g_new0(long, (gsize)plan->kase->n_rakes + 1);
}

void rake_book_clear(RakeBook *book) {
    g_array_free(book->events, TRUE);
    g_free(book->in_use);
}

static void book_change(RakeBook *book, const Case *kase, RakeChange event) {
    event.at = period_fold(kase, event.at);
    event.train = g_strdup(event.train);
    g_array_append_val(book->events, event);
}

void rake_book_enter(RakeBook *book, const Case *kase, const RakeChange *leave, StationId to,
                     Minute free_at) {
    book_change(book, kase, *leave);
    book_change(book, kase, (RakeChange){leave->pool, to, free_at, leave->train, -leave->change});
    Minute start = kase->horizon.start_at;
    book->in_use[leave->pool] -=
        leave->change * (long)(floor_div(free_at - start, period_min(kase)) -
                               floor_div(leave->at - start, period_min(kase)));
}

/** A train keeps its set over slots of one pool that follow one another. */
static void enter_train(RakeBook *book, const Case *kase, const PlanTrain *train) {
    for (int run = 0; run < train->n_runs;) {
        const PlanRun *first = &train->slot_runs[run], *last = first;
        int pool = kase->slots[first->slot].rake;
        for (run++; run < train->n_runs; run++) {
            if (kase->slots[train->slot_runs[run].slot].rake != pool) {
                break;
            }
            last = &train->slot_runs[run];
        }
        if (pool < 0) {
            continue;
        }
        RakeChange leave = {pool, kase->slots[first->slot].from, first->departs,
                            (char *)train->name, -1};
        rake_book_enter(book, kase, &leave, kase->slots[last->slot].to,
                        last->arrives + kase->rakes[pool].turn_min);
    }
}

void rake_book_trains(RakeBook *book, const PlanRead *plan) {
    const CarriedOver *carried = plan->kase->carried;
    for (int i = 0; carried && i < carried->n_sets; i++) {
        const CarriedSet *set = &carried->sets[i];
        book_change(book, plan->kase,
                    (RakeChange){set->pool, set->station, set->row->arrives_at,
                                 (char *)set->row->train, set->row->boxes});
    }
    for (int i = 0; i < plan->n_trains; i++) {
        if (plan->trains[i].sound && plan->trains[i].runs) {
            enter_train(book, plan->kase, &plan->trains[i]);
        }
    }
}
