/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lines.yaml of an operator: his lines, the load factors that he asks for, and the balance of the
 * directions. */
#include "study/generate/case_files.h"
#include "study/generate/case_text.h"
#include "study/generate/operator_rules.h"

enum { SHORT_TRAIN_PENALTY = 80000 };

static void put_line(OutFile *out, const DrawnLine *line) {
    const Place *from = place_at(line->route[0]);
    const Place *to = place_at(line->route[ROUTE_PLACES - 1]);
    const bool second = line->rank > 0;
    out_file_print(out, "  ");
    put_line_code(out, line);
    out_file_print(out, ": {name: {en: %s–%s%s, zh: %s—%s%s}, direction: %s,\n    route: [",
                   from->name_en, to->name_en, second ? " via Erenhot" : "", from->name_zh,
                   to->name_zh, second ? "（经二连浩特）" : "",
                   line->outbound ? "outbound" : "return");
    for (int i = 0; i < ROUTE_PLACES; i++) {
        out_file_print(out, "%s%s", i > 0 ? ", " : "", place_at(line->route[i])->code);
    }
    out_file_print(out, "], trains_per_week: {");
    if (line->per_week_min > 0) {
        out_file_print(out, "min: %d, ", line->per_week_min);
    }
    /* Rounded up to days, with a day to spare for another path on the way. */
    out_file_print(out, "max: %d}, max_transit: %dd, cost: %d}\n", line->per_week_max,
                   line->longest_min / MINUTES_PER_DAY + 2, line->cost);
}

/** A pattern of the lines that leave from places of a kind. */
static void put_pattern(const DrawnCase *drawn, OutFile *out, bool outbound) {
    bool any = false;
    out_file_print(out, "\"(");
    for (int place = 0; place < FIRST_NEAR; place++) {
        if ((outbound ? place_is_hub(place) : place_is_terminal(place)) &&
            operator_trains_per_week(drawn, place) > 0) {
            out_file_print(out, "%s%s", any ? "|" : "", place_at(place)->code);
            any = true;
        }
    }
    out_file_print(out, ")-.*\"");
}

static void put_least_load_factor(const DrawnCase *drawn, OutFile *out, bool outbound) {
    const int least_100 = operator_load_factor_100(drawn, outbound);
    out_file_print(out, "  - {lines: ");
    put_pattern(drawn, out, outbound);
    out_file_print(out, ", offered: ");
    put_share(out, OFFERED_1000);
    if (least_100 > 0) {
        out_file_print(out, ", min: ");
        put_share(out, least_100 < 100 ? 10 * least_100 : 1000);
    }
    out_file_print(out, "}\n");
}

static void put_balance(const DrawnCase *drawn, OutFile *out) {
    out_file_print(out, "\nbalance:\n  - {name: {en: return trains, zh: 回程列车}, outbound: ");
    put_pattern(drawn, out, true);
    out_file_print(out, ", return: ");
    put_pattern(drawn, out, false);
    out_file_print(out, ",\n     trains: {ratio: ");
    put_share(out, parameters_get(drawn->parameters, PARAMETER_RETURN_RATIO));
    out_file_print(out, ", penalty: %d}}\n", SHORT_TRAIN_PENALTY);
}

void operator_lines_write(const DrawnCase *drawn, OutFile *out) {
    out_file_print(out, "# Every chain of paths along a route is a train that may run.\nlines:\n");
    for (int i = 0; i < drawn->n_lines; i++) {
        put_line(out, &drawn->lines[i]);
    }
    out_file_print(out, "\nload_factors:\n");
    put_least_load_factor(drawn, out, true);
    put_least_load_factor(drawn, out, false);
    if (parameters_has(drawn->parameters, FEATURE_BALANCE) &&
        parameters_get(drawn->parameters, PARAMETER_RETURN_RATIO) > 0) {
        put_balance(drawn, out);
    }
}
