/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a plan's cost are called, in each language. */
#include "export/words/cost_words.h"

static const char *const COST_PARTS[N_COST_PARTS][N_LANGS] = {
    [COST_TRAIN] = {"trains", "开行"},
    [COST_LEG] = {"haulage", "运输"},
    [COST_LOAD] = {"loading", "装箱"},
    [COST_UNLOAD] = {"unloading", "卸箱"},
    [COST_TRANSFER] = {"transfers", "中转"},
    [COST_FEEDER] = {"feeders", "接驳"},
    [COST_LATE] = {"lateness", "逾期"},
    [COST_UNSERVED] = {"refused boxes", "未承运"},
    [COST_EMPTY] = {"empties", "空箱调运"},
    [COST_LEASE] = {"leases", "租箱"},
    [COST_STORAGE] = {"storage", "堆存"},
    [COST_END_VALUE] = {"final stock", "期末箱存"},
    [COST_REPOSITION] = {"wagon sets", "车板回送"},
    [COST_BALANCE] = {"imbalance", "不平衡"},
    [COST_MOVED] = {"moved", "变更"},
};

const char *cost_part_text(Lang lang, CostPart part) {
    return COST_PARTS[part][lang];
}
