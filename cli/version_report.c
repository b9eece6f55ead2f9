/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the program's version, the solvers that are built in, and under which licences it is. */
#include "cli/version_report.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "cli/version.h"
#include "solver/lp/backends.h"

/** The solvers by the names that --solver knows, the default first; the search for whole numbers
 * that goes with one beside it where it has a name of its own. */
static char *solvers_with_versions(Lang lang) {
    GString *list = g_string_new(NULL);
    for (int i = 0; backend_at(i) != NULL; i++) {
        const Backend *backend = backend_at(i);
        g_string_append_printf(list, "%s%s %s", i > 0 ? text_get(lang, TEXT_COMMA) : "",
                               backend->name, backend->version());
        if (strcmp(backend->integer->name, backend->name) != 0) {
            g_string_append_printf(list, " + %s %s", backend->integer->name,
                                   backend->integer->version());
        }
    }
    return g_string_free(list, FALSE);
}

static bool any_for_own_use(void) {
    bool any = false;
    for (int i = 0; backend_at(i) != NULL; i++) {
        any |= backend_at(i)->for_own_use;
    }
    return any;
}

void version_print(Lang lang) {
    g_autofree char *list = solvers_with_versions(lang);
    g_autofree char *solvers = TEXT_WITH(lang, TEXT_SOLVERS, list);
    puts("banlie " BANLIE_VERSION);
    puts(solvers);
    puts(text_get(lang, any_for_own_use() ? TEXT_LICENCE_OWN_USE : TEXT_LICENCE));
}
