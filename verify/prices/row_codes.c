/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the codes that rows are named by, from the case and the trains that may run. */
#include "verify/prices/row_codes.h"

#include <string.h>

#include "base/values.h"
#include "verify/prices/row_trains.h"

/** Letters, digits, dots, `_` and `@` stay; any other character becomes `_`. */
static char *fit_for_names(const char *text) {
    GString *fit = g_string_new(NULL);
    for (const char *at = text ? text : ""; *at != '\0'; at = g_utf8_next_char(at)) {
        g_string_append_c(fit, g_ascii_isalnum(*at) || strchr("._@", *at) ? *at : '_');
    }
    return g_string_free(fit, FALSE);
}

/** Fits texts for names; those that then look alike get `~2`, `~3`, … in their order.
 *  @param texts  freed */
static char **fit_all(GPtrArray *texts) {
    GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    char **codes = g_new0(char *, texts->len + 1);
    for (guint i = 0; i < texts->len; i++) {
        char *fit = fit_for_names(g_ptr_array_index(texts, i));
        int count = GPOINTER_TO_INT(g_hash_table_lookup(seen, fit)) + 1;
        codes[i] = count == 1 ? g_strdup(fit) : g_strdup_printf("%s~%d", fit, count);
        g_hash_table_replace(seen, fit, GINT_TO_POINTER(count));
    }
    g_hash_table_unref(seen);
    g_ptr_array_unref(texts);
    return codes;
}

/** Codes of the items of an array of the case, each of `size` bytes, its code at `offset`. */
static char **fit_codes(const void *items, int count, size_t size, size_t offset) {
    GPtrArray *texts = g_ptr_array_new();
    for (int i = 0; i < count; i++) {
        const char *item = (const char *)items + (size_t)i * size;
        g_ptr_array_add(texts, *(char *const *)(const void *)(item + offset));
    }
    return fit_all(texts);
}

#define FIT(items, count, type, member)                                                            \
    fit_codes((items), (count), sizeof(type), G_STRUCT_OFFSET(type, member))

static char **fit_equipment(const Case *kase) {
    GPtrArray *texts = g_ptr_array_new();
    for (int i = 0; i < kase->n_equipment; i++) {
        g_ptr_array_add(texts, (gpointer)kase->containers[kase->equipment[i].container].code);
    }
    return fit_all(texts);
}

/** A booking whose id is no code is called by its place in the case. */
static char **fit_tiers(const Case *kase) {
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    for (DemandId id = 0; id < kase->n_demand; id++) {
        const char *code = kase->demand[id].code;
        for (int tier = 0; tier < kase->demand[id].n_tiers; tier++) {
            g_ptr_array_add(texts, code_check(code) == FAULT_NONE
                                       ? g_strdup(code)
                                       : g_strdup_printf("booking.%d", id + 1));
        }
    }
    return fit_all(texts);
}

static char **fit_trains(const PlanRead *plan) {
    int *place = g_new(int, (gsize)plan->n_trains + 1);
    char **all = fit_all(row_trains_names(plan, place));
    char **codes = g_new0(char *, (gsize)plan->n_trains + 1);
    for (int i = 0; i < plan->n_trains; i++) {
        codes[i] = place[i] < 0 ? NULL : g_strdup(all[place[i]]);
    }
    g_strfreev(all);
    g_free(place);
    return codes;
}

RowCodes row_codes_new(const PlanRead *plan) {
    const Case *kase = plan->kase;
    return (RowCodes){.stations = FIT(kase->stations, kase->n_stations, Station, code),
                      .cargo = FIT(kase->cargo, kase->n_cargo, Cargo, code),
                      .lines = FIT(kase->lines, kase->n_lines, Line, code),
                      .feeders = FIT(kase->feeders, kase->n_feeders, Feeder, code),
                      .equipment = fit_equipment(kase),
                      .pools = FIT(kase->rakes, kase->n_rakes, Rake, code),
                      .balance = FIT(kase->balance, kase->n_balance, Balance, name),
                      .tiers = fit_tiers(kase),
                      .trains = fit_trains(plan),
                      .n_trains = plan->n_trains};
}

void row_codes_clear(RowCodes *codes) {
    char **lists[] = {codes->stations,  codes->cargo, codes->lines,   codes->feeders,
                      codes->equipment, codes->pools, codes->balance, codes->tiers};
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) {
        g_strfreev(lists[i]);
    }
    for (int i = 0; i < codes->n_trains; i++) {
        g_free(codes->trains[i]);
    }
    g_free(codes->trains);
}

const char *row_day(Date day, char text[ROW_DAY_SIZE]) {
    int year = 0, month = 0, in_month = 0;
    date_to_ymd(day, &year, &month, &in_month);
    (void)g_snprintf(text, ROW_DAY_SIZE, "%04d_%02d_%02d", year, month, in_month);
    return text;
}
