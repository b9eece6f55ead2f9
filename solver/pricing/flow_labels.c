/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory of the labels of one flow. */
#include "solver/pricing/flow_labels.h"

#include <stdlib.h>

bool flow_labels_init(FlowLabels *own, const Problem *problem) {
    size_t legs = (size_t)problem->n_legs + 1, runs = (size_t)problem->n_feeder_runs + 1;
    own->label = calloc(legs, sizeof(double));
    own->onward = calloc(runs, sizeof(double));
    own->ride = calloc(legs, sizeof(double));
    own->finish = calloc(legs, sizeof(double));
    own->board = calloc(legs, sizeof(double));
    own->load = calloc(legs, sizeof(double));
    own->feed_home = calloc(runs, sizeof(double));
    return own->label != NULL && own->onward != NULL && own->ride != NULL && own->finish != NULL &&
           own->board != NULL && own->load != NULL && own->feed_home != NULL;
}

void flow_labels_clear(FlowLabels *own) {
    free(own->label);
    free(own->onward);
    free(own->ride);
    free(own->finish);
    free(own->board);
    free(own->load);
    free(own->feed_home);
}
