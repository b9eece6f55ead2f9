/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the names of trains and slot runs, those of repetitions with dates of their own. */
#include "export/tables/leg_names.h"

#include <glib.h>
#include <string.h>

#include "base/time_text.h"

enum { DATE_LENGTH = 10, DAYS_PER_WEEK = 7 };

/** The name `X8020@2026-12-01.2` so many days later; it is not looked up, as no run of that date
 * need be within the horizon.
 *  @return to be freed with g_free() */
static char *name_after(const char *name, int days) {
    const char *at = strchr(name, '@') + 1;
    char *written = g_strndup(at, DATE_LENGTH);
    char later[DATE_TEXT_SIZE];
    Date date = 0;
    (void)date_parse(written, &date);
    g_free(written);
    return g_strdup_printf("%.*s%s%s", (int)(at - name), name, date_format(date + days, later),
                           at + DATE_LENGTH);
}

/** The name as this repetition of the leg bears it. */
static char *name_of_repetition(const PlanView *view, const Leg *leg, const char *name) {
    const int days = leg->shift * DAYS_PER_WEEK * view->problem->kase->horizon.weeks;
    return leg->shift == 0 ? g_strdup(name) : name_after(name, days);
}

char *leg_names_train(const PlanView *view, const Leg *leg) {
    return name_of_repetition(view, leg, train_name(view->names, leg->train));
}

void leg_names_put_train(const PlanView *view, CsvWriter *csv, const Leg *leg) {
    g_autofree char *name = leg_names_train(view, leg);
    csv_put_text(csv, name);
}

void leg_names_put_run(const PlanView *view, CsvWriter *csv, const Leg *leg) {
    g_autofree char *name = name_of_repetition(view, leg, plan_view_run_name(view, leg));
    csv_put_text(csv, name);
}
