/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks where the wagon sets (车板) of every pool stand at every instant, and the runs that move
 * them without a train, docs/model.md (12): rakes.csv. */
#include <inttypes.h>
#include <string.h>

#include "verify/checks/checks.h"
#include "verify/checks/rake_book.h"
#include "verify/read/expect.h"
#include "verify/read/period.h"

#define RAKE_CHECK(holds, row, ...)                                                                \
    ROW_CHECK(&plan->tables[TABLE_RAKES], VERIFY_RAKES, (holds), (row), __VA_ARGS__)

/** One row of rakes.csv; pool NOWHERE where it cannot be read. */
typedef struct {
    int pool;
    StationId station;
    Minute at;
    const char *train;
    long change;
} RakeRow;

/** Sets at a station of a pool, row by row. */
typedef struct {
    bool begun;
    long opening, sets;
    Minute at;
    bool left; /**< sets have left at that instant */
} RakeStock;

static int pool_find(const Case *kase, const char *code) {
    for (int pool = 0; pool < kase->n_rakes; pool++) {
        if (strcmp(kase->rakes[pool].code, code) == 0) {
            return pool;
        }
    }
    return NOWHERE;
}

static RakeRow read_rake_row(const PlanRead *plan, int row) {
    const CheckedTable *table = &plan->tables[TABLE_RAKES];
    const char *pool = checked_cell(table, row, RAKE_POOL);
    const char *station = checked_cell(table, row, RAKE_STATION);
    const char *at = checked_cell(table, row, RAKE_AT);
    const char *change = checked_cell(table, row, RAKE_CHANGE);
    RakeRow read = {.pool = pool_find(plan->kase, pool),
                    .station = station_find(plan->kase, station),
                    .train = checked_cell(table, row, RAKE_TRAIN)};
    bool sound = ROW_CHECK(table, VERIFY_FILES, read.pool >= 0, row,
                           "the case has no rake pool \"%s\"", pool);
    sound &= ROW_CHECK(table, VERIFY_FILES, read.station >= 0, row,
                       "the case has no station \"%s\"", station);
    sound &= ROW_CHECK(table, VERIFY_FILES, instant_parse(at, &read.at), row,
                       "at is \"%s\", it should be an instant", at);
    sound &= ROW_CHECK(table, VERIFY_FILES, cell_count(change, &read.change) && read.change != 0,
                       row, "change is \"%s\", it should be a whole number other than 0", change);
    if (sound) {
        expect_instant(table, row, RAKE_AT, plan->kase->stations[read.station].zone, read.at);
    } else {
        read.pool = NOWHERE;
    }
    return read;
}

/** The day in `reposition ALA-YIW@2026-12-01`, where that is one of these runs. */
static bool reposition_day(const Case *kase, const Reposition *run, const char *train, Date *day) {
    char *start = g_strdup_printf("reposition %s-%s@", kase->stations[run->from].code,
                                  kase->stations[run->to].code);
    bool fits = g_str_has_prefix(train, start) && cell_date(train + strlen(start), day);
    g_free(start);
    return fits;
}

/** The reposition run whose sets are free as the row says; NULL where there is none. */
static const Reposition *reposition_of(const PlanRead *plan, const RakeRow *row, Minute *leaves) {
    const Case *kase = plan->kase;
    const Rake *pool = &kase->rakes[row->pool];
    const Reposition *found = NULL;
    for (int i = 0; i < pool->n_reposition; i++) {
        const Reposition *run = &pool->reposition[i];
        Date day = 0;
        if (run->to != row->station || !reposition_day(kase, run, row->train, &day)) {
            continue;
        }
        Minute at = zone_to_minute(kase->horizon.zone, day, 0, NULL);
        int since = day - kase->horizon.start;
        if (since < 0 || since >= stock_days(kase) ||
            period_fold(kase, at + run->takes_min) != row->at) {
            continue;
        }
        // Of runs that differ in nothing but their cost, the plan takes the cheapest.
        if (!found || run->cost < found->cost) {
            found = run;
            *leaves = at;
        }
    }
    return found;
}

/** True where the row is of a run that an earlier plan has sent off. */
static bool rake_row_gone(const Case *kase, const RakeRow *row) {
    const CarriedOver *carried = kase->carried;
    for (int i = 0; carried && i < carried->n_sets; i++) {
        const CarriedSet *set = &carried->sets[i];
        if (set->pool == row->pool && set->station == row->station &&
            set->row->arrives_at == row->at && strcmp(set->row->train, row->train) == 0) {
            return true;
        }
    }
    return false;
}

/** Enters the runs that the rows speak of, each by the row where its sets are free again. */
static void enter_repositions(PlanRead *plan, const RakeRow *rows, RakeBook *book) {
    for (int row = 1; row < plan->tables[TABLE_RAKES].n_rows; row++) {
        const RakeRow *at = &rows[row];
        if (at->pool < 0 || at->change < 0 || !g_str_has_prefix(at->train, "reposition ") ||
            rake_row_gone(plan->kase, at)) {
            continue;
        }
        Minute leaves = 0;
        const Reposition *run = reposition_of(plan, at, &leaves);
        if (!RAKE_CHECK(run != NULL, row, "pool %s has no run \"%s\" whose sets are free then",
                        plan->kase->rakes[at->pool].code, at->train)) {
            continue;
        }
        RakeChange leave = {at->pool, run->from, leaves, (char *)at->train, -at->change};
        rake_book_enter(book, plan->kase, &leave, run->to, leaves + run->takes_min);
        plan->sets_repositioned += at->change;
        plan->report->kpi.cost_parts.reposition += (double)at->change * run->cost;
    }
}

static char *event_key(int pool, StationId station, Minute at, const char *train, bool leaves) {
    return g_strdup_printf("%d %d %" PRId64 " %d %s", pool, station, at, leaves, train);
}

static void add_change(GHashTable *open, char *key, long change) {
    long sum = change + (long)GPOINTER_TO_SIZE(g_hash_table_lookup(open, key));
    g_hash_table_insert(open, key, GSIZE_TO_POINTER((gsize)sum));
}

/** Rows and what happens have to be the same; what is left over on either side is a violation. */
static void match_rows(const PlanRead *plan, const RakeRow *rows, const RakeBook *book) {
    GHashTable *open = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const Case *kase = plan->kase;
    for (guint i = 0; i < book->events->len; i++) {
        const RakeChange *event = &g_array_index(book->events, RakeChange, i);
        add_change(
            open,
            event_key(event->pool, event->station, event->at, event->train, event->change < 0),
            event->change);
    }
    for (int row = 1; row < plan->tables[TABLE_RAKES].n_rows; row++) {
        const RakeRow *at = &rows[row];
        if (at->pool < 0) {
            continue;
        }
        char *key = event_key(at->pool, at->station, at->at, at->train, at->change < 0);
        RAKE_CHECK(g_hash_table_contains(open, key), row, "no set of %s moves here for %s then",
                   kase->rakes[at->pool].code, at->train);
        add_change(open, key, -at->change);
    }
    for (guint i = 0; i < book->events->len; i++) {
        const RakeChange *event = &g_array_index(book->events, RakeChange, i);
        char text[INSTANT_TEXT_SIZE];
        char *key =
            event_key(event->pool, event->station, event->at, event->train, event->change < 0);
        long rest = (long)GPOINTER_TO_SIZE(g_hash_table_lookup(open, key));
        report_check(plan->report, VERIFY_RAKES, rest == 0, "rakes.csv", 0,
                     "the rows of %s at %s for %s at %s are off by %ld",
                     kase->rakes[event->pool].code, kase->stations[event->station].code,
                     event->train,
                     instant_format(kase->stations[event->station].zone, event->at, text), rest);
        g_free(key);
    }
    g_hash_table_unref(open);
}

static long sets_at_start(const Rake *pool, StationId station) {
    for (int i = 0; i < pool->n_sets; i++) {
        if (pool->sets[i].station == station) {
            return pool->sets[i].sets;
        }
    }
    return 0;
}

/** Sets before the first row of a station. A cyclic plan has no given start: its first row says
 * what stands there as the period begins. */
static void begin_stock(const PlanRead *plan, const RakeRow *at, int row, RakeStock *stock) {
    long after = 0;
    stock->begun = true;
    stock->opening = sets_at_start(&plan->kase->rakes[at->pool], at->station);
    if (plan->kase->horizon.cyclic &&
        cell_count(checked_cell(&plan->tables[TABLE_RAKES], row, RAKE_SETS), &after)) {
        stock->opening = after - at->change;
    }
    stock->sets = stock->opening;
    stock->at = at->at;
}

static void check_rake_row(const PlanRead *plan, const RakeRow *at, int row, RakeStock *stock) {
    const char *pool = plan->kase->rakes[at->pool].code;
    const char *station = plan->kase->stations[at->station].code;
    if (!stock->begun) {
        begin_stock(plan, at, row, stock);
    }
    RAKE_CHECK(at->at >= stock->at, row, "the rows of %s at %s are not in order of time", pool,
               station);
    if (at->at != stock->at) {
        stock->left = false;
    }
    RAKE_CHECK(at->change < 0 || !stock->left, row,
               "sets that are free have to stand before those that leave at the same instant");
    stock->left |= at->change < 0;
    stock->at = at->at;
    stock->sets += at->change;
    RAKE_CHECK(stock->sets >= 0, row, "%s has %ld sets of %s left", station, stock->sets, pool);
    expect_count(&plan->tables[TABLE_RAKES], row, RAKE_SETS, stock->sets);
}

/** In a cyclic plan as many sets come to a station as leave it, and all stand or are on their way
 * as the period begins. */
static void check_rake_cycle(const PlanRead *plan, const RakeStock *stocks, const RakeBook *book) {
    const Case *kase = plan->kase;
    for (int pool = 0; pool < kase->n_rakes; pool++) {
        long sets = 0, standing = 0;
        for (int i = 0; i < kase->rakes[pool].n_sets; i++) {
            sets += kase->rakes[pool].sets[i].sets;
        }
        for (StationId station = 0; station < kase->n_stations; station++) {
            const RakeStock *stock =
                &stocks[(gsize)pool * (gsize)kase->n_stations + (gsize)station];
            standing += stock->opening;
            report_check(plan->report, VERIFY_RAKES, stock->sets == stock->opening, "rakes.csv", 0,
                         "%s begins the period with %ld sets of %s and ends it with %ld",
                         kase->stations[station].code, stock->opening, kase->rakes[pool].code,
                         stock->sets);
        }
        report_check(plan->report, VERIFY_RAKES, standing + book->in_use[pool] <= sets, "rakes.csv",
                     0, "%ld sets of %s stand and %ld are in use as the period begins, it has %ld",
                     standing, kase->rakes[pool].code, book->in_use[pool], sets);
    }
}

void verify_rakes(PlanRead *plan) {
    const Case *kase = plan->kase;
    int n_rows = plan->tables[TABLE_RAKES].n_rows;
    RakeBook book;
    RakeRow *rows = g_new0(RakeRow, (gsize)n_rows + 1);
    RakeStock *stocks = g_new0(RakeStock, (gsize)kase->n_rakes * (gsize)kase->n_stations + 1);
    for (int row = 1; row < n_rows; row++) {
        rows[row] = read_rake_row(plan, row);
    }
    rake_book_new(&book, plan);
    rake_book_trains(&book, plan);
    enter_repositions(plan, rows, &book);
    match_rows(plan, rows, &book);
    for (int row = 1; row < n_rows; row++) {
        if (rows[row].pool >= 0) {
            check_rake_row(plan, &rows[row], row,
                           &stocks[(gsize)rows[row].pool * (gsize)kase->n_stations +
                                   (gsize)rows[row].station]);
        }
    }
    if (kase->horizon.cyclic) {
        check_rake_cycle(plan, stocks, &book);
    }
    rake_book_clear(&book);
    g_free(stocks);
    g_free(rows);
}
