#include "cli/delivery.h"

#include <stdio.h>

ExitCode delivery_check(const PlanOptions *options) {
    (void)options;
    return EXIT_DONE;
}

ExitCode delivery_run(const PlanOptions *options, const Problem *problem, const Plan *plan) {
    (void)problem;
    (void)plan;
    fprintf(stderr, "banlie plan: %s: writing plans is not built in\n", options->out_dir);
    return EXIT_INTERNAL;
}
