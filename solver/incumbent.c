#include "solver/incumbent.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool incumbent_init(Incumbent *incumbent, int n_trains) {
    *incumbent = (Incumbent){0};
    incumbent->runs = calloc((size_t)n_trains + 1, sizeof *incumbent->runs);
    return incumbent->runs != NULL;
}

void incumbent_clear(Incumbent *incumbent) {
    free(incumbent->runs);
    free(incumbent->paths);
    free(incumbent->boxes);
    *incumbent = (Incumbent){0};
}

bool incumbent_offer(Incumbent *incumbent, const Master *master, const bool *runs, const int *boxes,
                     double objective) {
    if (incumbent->found && objective <= incumbent->objective) {
        return true;
    }
    size_t room = (size_t)master->paths.count + 1;
    PathId *paths = calloc(room, sizeof *paths);
    int *on_path = calloc(room, sizeof *on_path);
    if (paths == NULL || on_path == NULL) {
        free(paths);
        free(on_path);
        return false;
    }
    int count = 0;
    for (PathId path = 0; path < master->paths.count; path++) {
        if (boxes[path] > 0) {
            paths[count] = path;
            on_path[count++] = boxes[path];
        }
    }
    free(incumbent->paths);
    free(incumbent->boxes);
    incumbent->paths = paths;
    incumbent->boxes = on_path;
    incumbent->n_paths = count;
    memcpy(incumbent->runs, runs, (size_t)master->problem->n_trains * sizeof *runs);
    incumbent->objective = objective;
    incumbent->found = true;
    return true;
}

double incumbent_cutoff(const Incumbent *incumbent, double gap) {
    if (!incumbent->found) {
        return -HUGE_VAL;
    }
    return incumbent->objective + gap * fmax(1, fabs(incumbent->objective));
}

double incumbent_slack(const Incumbent *incumbent, double bound) {
    double rounding_error = 1e-9 * fmax(1, fabs(bound));
    return incumbent->found ? fmax(0, bound - incumbent->objective) + rounding_error : HUGE_VAL;
}
