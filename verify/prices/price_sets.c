/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prices wagon sets, docs/model.md (12): a set that is free somewhere is worth what one more there
 * is by the next departure. */
#include "verify/prices/price_sets.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "verify/prices/prices.h"
#include "verify/read/period.h"
#include "verify/read/under_way.h"

/** A row of one pool at one station. */
typedef struct {
    Minute
        at; /**< cyclic case: within the period after its start, the start itself being its end */
    double price;
} PricedInstant;

/** A pool: its rows by station, and the price of one more set in circulation. */
typedef struct {
    const PriceBook *book;
    int pool;
    GArray **rows; /**< per StationId: PricedInstant, by instant */
    double fleet;
} PricedPool;

static Minute fold_instant(const Case *kase, Minute at) {
    Minute folded = period_fold(kase, at);
    return kase->horizon.cyclic && folded == kase->horizon.start_at ? kase->horizon.end_at : folded;
}

/** Ends of periods from `from` on and before `to`, at which a set on its way is counted. */
static int64_t ends_between(const Case *kase, Minute from, Minute to) {
    const Minute start = kase->horizon.start_at, period = period_min(kase);
    return kase->horizon.cyclic ? floor_div(start - from, period) - floor_div(start - to, period)
                                : 0;
}

/** What a set is worth at a station at an instant. */
static double set_price(const PricedPool *pool, StationId station, Minute at) {
    const GArray *rows = pool->rows[station];
    at = fold_instant(pool->book->plan->kase, at);
    for (guint i = 0; i < rows->len; i++) {
        if (g_array_index(rows, PricedInstant, i).at >= at) {
            return g_array_index(rows, PricedInstant, i).price;
        }
    }
    return 0;
}

/** What taking a set away costs, less what it is worth where it is free again. */
static double use_cost(const PricedPool *pool, StationId from, Minute departs, StationId to,
                       Minute free_at) {
    return set_price(pool, from, departs) - set_price(pool, to, free_at) +
           pool->fleet * (double)ends_between(pool->book->plan->kase, departs, free_at);
}

/* ---- the rows ---- */

/** Instants of five digits of years fit below the station. */
static gint64 set_departure_key(StationId station, Minute at) {
    return ((gint64)station << 40) + at;
}

static gint compare_priced_instants(gconstpointer a, gconstpointer b) {
    const PricedInstant *one = a, *other = b;
    return (one->at > other->at) - (one->at < other->at);
}

/** The instant in `STATION@2026_12_01T0430Z)`, behind the station's code and `@`. */
static bool read_instant(const char *text, Minute *at) {
    int year, month, day, hour, minute, end = 0;
    Date date;
    if (sscanf(text, "%4d_%2d_%2dT%2d%2dZ)%n", &year, &month, &day, &hour, &minute, &end) < 5 ||
        end != (int)strlen("2026_12_01T0430Z)") || text[end] != '\0' ||
        !date_from_ymd(year, month, day, &date)) {
        return false;
    }
    *at = (Minute)date * MINUTES_PER_DAY + hour * MINUTES_PER_HOUR + minute;
    return true;
}

/** Rows whose instant is none at which a set of the pool can leave the station are nobody's. */
static void take_station(PricedPool *pool, StationId station, GHashTable *departures) {
    const PriceBook *book = pool->book;
    g_autofree char *prefix = g_strdup_printf("sets(%s,%s@", book->codes.pools[pool->pool],
                                              book->codes.stations[station]);
    GHashTableIter iter;
    gpointer name, row;
    g_hash_table_iter_init(&iter, book->rows);
    while (g_hash_table_iter_next(&iter, &name, &row)) {
        PricedInstant priced = {.price = ((BookedRow *)row)->price};
        if (!g_str_has_prefix(name, prefix) ||
            !read_instant((const char *)name + strlen(prefix), &priced.at)) {
            continue;
        }
        priced.at = fold_instant(book->plan->kase, priced.at);
        gint64 key = set_departure_key(station, priced.at);
        ((BookedRow *)row)->asked = g_hash_table_contains(departures, &key);
        g_array_append_val(pool->rows[station], priced);
    }
    g_array_sort(pool->rows[station], compare_priced_instants);
}

/* ---- when sets leave ---- */

static void add_departure(const PricedPool *pool, GHashTable *departures, StationId station,
                          Minute at) {
    gint64 *key = g_new(gint64, 1);
    *key = set_departure_key(station, fold_instant(pool->book->plan->kase, at));
    g_hash_table_add(departures, key);
}

/** The next use of a set of the pool by a train, from one of its runs on; false where there is
 * none. */
static bool next_use(const PricedPool *pool, const PlanTrain *train, int *run, int *last) {
    const Case *kase = pool->book->plan->kase;
    while (*run < train->n_runs && kase->slots[train->slot_runs[*run].slot].rake != pool->pool) {
        (*run)++;
    }
    *last = *run;
    while (*last + 1 < train->n_runs &&
           kase->slots[train->slot_runs[*last + 1].slot].rake == pool->pool) {
        (*last)++;
    }
    return *run < train->n_runs;
}

/** Instants at which trains that may run, reposition runs and sets of earlier plans can leave; in a
 * cyclic case the period's end, too. */
static GHashTable *all_departures(const PricedPool *pool) {
    const PlanRead *plan = pool->book->plan;
    const Case *kase = plan->kase;
    const Rake *rake = &kase->rakes[pool->pool];
    GHashTable *departures = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (int i = 0; i < plan->n_candidates; i++) {
        const PlanTrain *train = &plan->candidates[i];
        for (int run = 0, last; next_use(pool, train, &run, &last); run = last + 1) {
            add_departure(pool, departures, kase->slots[train->slot_runs[run].slot].from,
                          train->slot_runs[run].departs);
        }
    }
    for (int i = 0; i < rake->n_reposition; i++) {
        for (int day = 0; day < stock_days(kase); day++) {
            add_departure(pool, departures, rake->reposition[i].from,
                          zone_to_minute(kase->horizon.zone, kase->horizon.start + day, 0, NULL));
        }
    }
    for (int i = 0; kase->carried && i < kase->carried->n_sets; i++) {
        const CarriedSet *set = &kase->carried->sets[i];
        if (set->pool == pool->pool) {
            add_departure(pool, departures, set->station, set->row->arrives_at);
        }
    }
    for (StationId station = 0; kase->horizon.cyclic && station < kase->n_stations; station++) {
        add_departure(pool, departures, station, kase->horizon.start_at);
    }
    return departures;
}

/* ---- what they prove ---- */

static void prove_uses(const PricedPool *pool) {
    PlanRead *plan = pool->book->plan;
    const Case *kase = plan->kase;
    for (int i = 0; i < plan->n_trains; i++) {
        const PlanTrain *train = &plan->trains[i];
        if (!plan_train_own(train)) {
            continue;
        }
        for (int run = 0, last; next_use(pool, train, &run, &last); run = last + 1) {
            const PlanRun *first = &train->slot_runs[run], *end = &train->slot_runs[last];
            price_prove(&plan->prices, -use_cost(pool, kase->slots[first->slot].from,
                                                 first->departs, kase->slots[end->slot].to,
                                                 end->arrives + kase->rakes[pool->pool].turn_min));
        }
    }
    for (int i = 0; kase->carried && i < kase->carried->n_sets; i++) {
        const CarriedSet *set = &kase->carried->sets[i];
        if (set->pool == pool->pool) {
            price_prove(&plan->prices,
                        set->row->boxes * set_price(pool, set->station, set->row->arrives_at));
        }
    }
}

/** Sets at hand as the plan begins. */
static void prove_sets(const PricedPool *pool) {
    PlanRead *plan = pool->book->plan;
    const Rake *rake = &plan->kase->rakes[pool->pool];
    for (int i = 0; i < rake->n_sets; i++) {
        const GArray *rows = pool->rows[rake->sets[i].station];
        double first = rows->len > 0 ? g_array_index(rows, PricedInstant, 0).price : 0;
        price_prove(&plan->prices,
                    (plan->kase->horizon.cyclic ? pool->fleet : first) * rake->sets[i].sets);
    }
}

#define SETS_CHECK(holds, ...)                                                                     \
    report_check(plan->report, VERIFY_PRICES, (holds), "prices.csv", 0, __VA_ARGS__)

/** A set that stands may not be worth more later on; in a cyclic case at the period's start it is
 * worth what it was at the end before, and one more in circulation. */
static void check_standing_sets(const PricedPool *pool, StationId station) {
    const PlanRead *plan = pool->book->plan;
    const Case *kase = plan->kase;
    const GArray *rows = pool->rows[station];
    double before = kase->horizon.cyclic
                        ? pool->fleet + set_price(pool, station, kase->horizon.start_at)
                        : HUGE_VAL;
    for (guint i = 0; i <= rows->len; i++) {
        double price = i < rows->len ? g_array_index(rows, PricedInstant, i).price : 0;
        SETS_CHECK(price <= before + price_slack(plan),
                   "at these prices a set of %s that stands at %s would earn %.6f",
                   kase->rakes[pool->pool].code, kase->stations[station].code, price - before);
        before = price;
    }
}

static void check_repositions(const PricedPool *pool) {
    const PlanRead *plan = pool->book->plan;
    const Case *kase = plan->kase;
    const Rake *rake = &kase->rakes[pool->pool];
    for (int i = 0; i < rake->n_reposition; i++) {
        const Reposition *run = &rake->reposition[i];
        double best = -HUGE_VAL;
        for (int day = 0; day < stock_days(kase); day++) {
            Minute departs = zone_to_minute(kase->horizon.zone, kase->horizon.start + day, 0, NULL);
            best = fmax(best, -run->cost - use_cost(pool, run->from, departs, run->to,
                                                    departs + run->takes_min));
        }
        SETS_CHECK(best <= PRICE_MONEY + price_slack(plan),
                   "at these prices sending a set of %s from %s to %s would earn %.6f", rake->code,
                   kase->stations[run->from].code, kase->stations[run->to].code, best);
    }
}

static void take_pool(const PriceBook *book, int number) {
    const Case *kase = book->plan->kase;
    PricedPool pool = {
        .book = book, .pool = number, .rows = g_new0(GArray *, (gsize)kase->n_stations + 1)};
    GHashTable *departures = all_departures(&pool);
    if (kase->horizon.cyclic) {
        pool.fleet = price_book_take(book, SIGN_LIMIT, "pool(%s)", book->codes.pools[number]);
    }
    for (StationId station = 0; station < kase->n_stations; station++) {
        pool.rows[station] = g_array_new(FALSE, FALSE, sizeof(PricedInstant));
        take_station(&pool, station, departures);
    }
    prove_uses(&pool);
    prove_sets(&pool);
    for (StationId station = 0; station < kase->n_stations; station++) {
        check_standing_sets(&pool, station);
    }
    check_repositions(&pool);
    for (StationId station = 0; station < kase->n_stations; station++) {
        g_array_free(pool.rows[station], TRUE);
    }
    g_free(pool.rows);
    g_hash_table_unref(departures);
}

void price_sets_read(const PriceBook *book) {
    for (int pool = 0; pool < book->plan->kase->n_rakes; pool++) {
        take_pool(book, pool);
    }
}
