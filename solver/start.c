/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory of what a solve starts from. */
#include "solver/start.h"

#include <stdlib.h>

void start_clear(Start *start) {
    for (int i = 0; i < start->n_nodes; i++) {
        free(start->nodes[i].basis);
    }
    free(start->nodes);
    free(start->paths);
    free(start->rides);
    free(start->links);
    free(start->price);
    free(start->relaxed);
    free(start->runs);
    *start = (Start){0};
}
