/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What runs the commands is not known here: they can be run in any order, and more than once. */
#include "study/sweep/list_engine.h"

#include "study/sweep/local_engine.h"

static Outcome do_base(const EngineWork *work) {
    EngineWork base = *work;
    const Engine here = local_engine();
    base.count = 1;
    return here.run(&base, here.engine);
}

static Outcome run_list(const EngineWork *work, void *engine) {
    const ListOrder *order = engine;
    const int base = work->count > 0 && work->numbers[0] == 0;
    const int count = work->count - base, tasks = MIN(count, order->tasks);
    const Outcome outcome = base ? do_base(work) : OUTCOME_DONE;
    if (outcome != OUTCOME_DONE || count == 0) {
        return outcome;
    }
    const EngineWork others = {.sweep = work->sweep,
                               .dir = work->dir,
                               .numbers = work->numbers + base,
                               .count = count,
                               .stands = work->stands,
                               .user = work->user};
    if (!deal_clear(&others) || !deal_put(&order->deal, &others, others.numbers, count, tasks)) {
        return OUTCOME_UNWRITABLE;
    }
    g_autofree char *command = deal_command(work->dir);
    for (int task = 0; task < tasks; task++) {
        g_autofree char *line = g_strdup_printf("%s %d", command, task);
        order->command(line, order->user);
    }
    return OUTCOME_DONE;
}

Engine list_engine(ListOrder *order) {
    return (Engine){run_list, order};
}
