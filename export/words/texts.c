/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of sentences, and how their gaps are filled. */
#include "export/words/texts.h"

#include <glib.h>

static const char *const TEXTS[N_TEXTS][N_LANGS] = {
    [TEXT_HORIZON] = {"{1} to {2}, weeks: {3} ({4})", "{1} 至 {2}，共 {3} 周（{4}）"},
    [TEXT_OPTIMAL] = {"Proven: no better plan exists.", "已证明：不存在更优的方案。"},
    [TEXT_GAP] = {"Proven within {1} of the best possible plan ({2} at most {3}).",
                  "已证明与最优方案相差不超过 {1}（{2}上限 {3}）。"},
    [TEXT_LIMIT] = {"Stopped before the proof was complete: within {1} of the best ({2} at most "
                    "{3}).",
                    "证明完成前已停止：与最优方案相差不超过 {1}（{2}上限 {3}）。"},
    [TEXT_UNBOUNDED] = {"Stopped early: how far the best plan is from this one is not known.",
                        "提前停止：与最优方案的差距未知。"},
    [TEXT_RELAXATION] = {"Relaxation only: no plan can earn more than {1} {2}; none was made.",
                         "仅求解松弛问题：任何方案的毛利都不超过 {1} {2}；未编制方案。"},
    [TEXT_RELAXED_GOAL] = {"Relaxation only: no plan has more {1} than {2}; none was made.",
                           "仅求解松弛问题：任何方案的{1}都不超过 {2}；未编制方案。"},
    [TEXT_GOAL_MARGIN] = {"margin", "毛利"},
    [TEXT_GOAL_TEU] = {"loaded TEU", "重箱 TEU"},
    [TEXT_GOAL_TEU_KM] = {"TEU·km", "TEU·公里"},
    [TEXT_GOAL_LOAD_FACTOR] = {"load factor", "满载率"},
    [TEXT_OUTBOUND] = {"outbound", "去程"},
    [TEXT_RETURN] = {"return", "回程"},
    [TEXT_ALL] = {"all", "合计"},
    [TEXT_TRAINS] = {"Trains", "列车"},
    [TEXT_LOAD_FACTOR] = {"Load factor", "满载率"},
    [TEXT_LOADED_TEU] = {"Loaded TEU", "重箱 TEU"},
    [TEXT_RETURN_RATIO] = {"Return ratio", "回程比"},
    [TEXT_RATIOS] = {"trains {1}, TEU {2}", "列车 {1}，TEU {2}"},
    [TEXT_BOXES] = {"Boxes", "箱量"},
    [TEXT_BOX_COUNTS] = {"{1} offered, {2} carried, {3} refused, {4} late",
                         "订舱 {1}，承运 {2}，未承运 {3}，晚到 {4}"},
    [TEXT_TRANSIT] = {"Transit", "运到时限"},
    [TEXT_TRANSIT_DAYS] = {"{1} days on average, nine boxes in ten within {2}",
                           "平均 {1} 天，九成箱在 {2} 天以内"},
    [TEXT_FEEDERS] = {"Feeders", "接驳"},
    [TEXT_FEEDER_USE] = {"{1} boxes carried for {2} {3}", "承运 {1} 箱，费用 {2} {3}"},
    [TEXT_EMPTIES] = {"Empties", "空箱"},
    [TEXT_EMPTY_MOVES] = {"{1} boxes ({2} TEU) moved for {3} {4}",
                          "调运 {1} 箱（{2} TEU），费用 {3} {4}"},
    [TEXT_CONTAINERS] = {"Containers", "箱管"},
    [TEXT_CONTAINER_COST] = {"{1} leased for {2} {4}, storage {3} {4}",
                             "租箱 {1} 个，租金 {2} {4}；堆存费 {3} {4}"},
    [TEXT_WAGON_SETS] = {"Wagon sets", "车板"},
    [TEXT_REPOSITIONS] = {"{1} moved without a train for {2} {3}", "回送 {1} 组，费用 {2} {3}"},
    [TEXT_REVENUE] = {"Revenue", "收入"},
    [TEXT_COST] = {"Cost", "成本"},
    [TEXT_MARGIN] = {"Margin", "毛利"},
    [TEXT_MARGIN_BEFORE] = {"without stock", "不计箱存"},
    [TEXT_LINE] = {"Line", "线路"},
    [TEXT_MORE_LINES] = {"… and {1} more, see trains.csv", "…… 另有 {1} 条线路，见 trains.csv"},
    [TEXT_BOTTLENECKS] = {"Bottlenecks: what one more would add to the margin",
                          "瓶颈：每增加一个单位可增加的毛利"},
    [TEXT_NO_BOTTLENECKS] = {"No bottlenecks: more room would earn nothing more.",
                             "无瓶颈：增加能力不会增加毛利。"},
    [TEXT_MORE_TEU] = {"one more TEU on {1} ({2}–{3}) of {4}", "{4} 在 {1}（{2}–{3}）增加 1 TEU"},
    [TEXT_MORE_TONNE] = {"one more tonne on {1} ({2}–{3}) of {4}",
                         "{4} 在 {1}（{2}–{3}）增加 1 吨"},
    [TEXT_MORE_LIFT] = {"one more lift at {1} on {2}", "{1} 在 {2} 增加 1 次吊装"},
    [TEXT_MORE_FED] = {"one more box on {1} on {2}", "{1} 在 {2} 增加 1 箱"},
    [TEXT_WORTH] = {"{1} is worth {2} {3}", "{1}，价值 {2} {3}"},
    [TEXT_WHERE] = {"The plan lies in {1}", "方案位于 {1}"},

    [TEXT_ONE_TRAIN] = {"{1} train", "{1} 列"},
    [TEXT_N_TRAINS] = {"{1} trains", "{1} 列"},
    [TEXT_ONE_LIFT] = {"{1} lift", "{1} 次吊装"},
    [TEXT_N_LIFTS] = {"{1} lifts", "{1} 次吊装"},
    [TEXT_ONE_BOX] = {"{1} box", "{1} 箱"},
    [TEXT_N_BOXES] = {"{1} boxes", "{1} 箱"},
    [TEXT_NONE] = {"none", "无"},
    [TEXT_COMMA] = {", ", "、"},
    [TEXT_SETS_AT] = {"{1} at {2}", "{2} {1} 组"},
    [TEXT_BOXES_AT] = {"{1} at {2}", "{2} {1} 箱"},

    [TEXT_RULE_MUST_ONE] = {"booking {1}: the one of {2} box must travel (must: true)",
                            "订舱 {1}：{2} 箱必须承运（must: true）"},
    [TEXT_RULE_MUST] = {"booking {1}: all of {2} boxes must travel (must: true)",
                        "订舱 {1}：{2} 箱必须全部承运（must: true）"},
    [TEXT_RULE_LINE_MIN] = {"line {1}: at least {2} a week (trains_per_week.min)",
                            "线路 {1}：每周至少开行 {2}（trains_per_week.min）"},
    [TEXT_RULE_LINE_MAX] = {"line {1}: at most {2} a week (trains_per_week.max)",
                            "线路 {1}：每周最多开行 {2}（trains_per_week.max）"},
    [TEXT_RULE_ALWAYS] = {"train {1}: runs in every week (runs: always)",
                          "图定列车 {1}：每周必须开行（runs: always）"},
    [TEXT_RULE_FROZEN_TRAIN] = {"train {1} of the earlier plan is frozen",
                                "原方案的列车 {1} 已冻结"},
    [TEXT_RULE_FROZEN_NEW] = {"trains that the earlier plan does not run leave on none of the days "
                              "that are frozen (trains.frozen_before)",
                              "冻结期内不得新开原方案没有的列车（trains.frozen_before）"},
    [TEXT_RULE_UNDER_WAY] = {"what is under way: {1}, {2}; wagon sets that trains under way have "
                             "yet to take: {3}",
                             "在途：{1}，{2}；在途列车尚需的车板：{3}"},
    [TEXT_RULE_FROZEN_BOX] = {"booking {1}: {2} box of the earlier plan is frozen on its way",
                              "订舱 {1}：原方案的 {2} 箱已冻结，须按原径路运输"},
    [TEXT_RULE_FROZEN_BOXES] =
        {"booking {1}: {2} boxes of the earlier plan are frozen on their way",
         "订舱 {1}：原方案的 {2} 箱已冻结，须按原径路运输"},
    [TEXT_RULE_END_MIN] = {"equipment {1}: at least {2} in stock at {3} at the end (end_min.{3})",
                           "箱型 {1}：{3} 的期末箱存至少 {2} 箱（end_min.{3}）"},
    [TEXT_RULE_BALANCE_TRAINS] =
        {"balance {1}: return trains at least {2} of outbound trains (trains.ratio)",
         "平衡规则 {1}：回程列车数至少为去程的 {2} 倍（trains.ratio）"},
    [TEXT_RULE_BALANCE_TRAINS_BY_WEEK] = {"balance {1}: return trains at least {2} of outbound "
                                          "trains in each week (trains.ratio)",
                                          "平衡规则 {1}：每周回程列车数至少为去程的 {2} "
                                          "倍（trains.ratio）"},
    [TEXT_RULE_BALANCE_TEU] = {"balance {1}: return loaded TEU at least {2} of outbound loaded TEU "
                               "(teu.ratio)",
                               "平衡规则 {1}：回程重箱 TEU 至少为去程的 {2} 倍（teu.ratio）"},
    [TEXT_RULE_BALANCE_TEU_BY_WEEK] =
        {"balance {1}: return loaded TEU at least {2} of outbound loaded TEU in each week "
         "(teu.ratio)",
         "平衡规则 {1}：每周回程重箱 TEU 至少为去程的 {2} 倍（teu.ratio）"},
    [TEXT_RULE_LOAD_OF_TRAIN] = {"line {1}: each train at least {2} full (load_factors min)",
                                 "线路 {1}：每列满载率至少 {2}（load_factors min）"},
    [TEXT_RULE_LOAD_OF_WEEK] = {"line {1}: the trains of a week at least {2} full (load_factors "
                                "min)",
                                "线路 {1}：每周列车合计满载率至少 {2}（load_factors min）"},
    [TEXT_RULE_LOAD_OF_HORIZON] =
        {"line {1}: its trains together at least {2} full (load_factors min)",
         "线路 {1}：全部列车合计满载率至少 {2}（load_factors min）"},
    [TEXT_RULE_REGULAR] = {"line {1}: the same trains in every week (regular: true)",
                           "线路 {1}：固定班期，每周开行相同的列车（regular: true）"},
    [TEXT_RULE_SETS] = {"rakes {1}: wagon sets: {2}, usable again {3} h after arrival (sets, turn)",
                        "车板 {1}：配置：{2}；到达 {3} 小时后可再次使用（sets, turn）"},
    [TEXT_RULE_STOCK] = {"equipment {1}: of our own: {2}; to lease: {3} (stock, lease)",
                         "箱型 {1}：自有箱：{2}；可租箱：{3}（stock, lease）"},
    [TEXT_RULE_CLASS_BOXES] = {"cargo {1}: at most {2} on a train (max_boxes_per_train)",
                               "货物类别 {1}：每列最多 {2}（max_boxes_per_train）"},
    [TEXT_RULE_APART] = {"cargo {1}: never on a train with {2} (apart_from)",
                         "货物类别 {1}：不得与 {2} 同列装运（apart_from）"},
    [TEXT_RULE_SLOT_TRAINS] = {"slot {1}: {2} on each of its runs (trains)",
                               "运行线 {1}：每个班次限 {2}（trains）"},
    [TEXT_RULE_TRAINS_PER_DAY] = {"station {1}: at most {2} a day (trains_per_day)",
                                  "车站 {1}：每天最多 {2}（trains_per_day）"},
    [TEXT_RULE_LIFTS] = {"station {1}: at most {2} a day (lifts_per_day)",
                         "车站 {1}：每天最多 {2}（lifts_per_day）"},
    [TEXT_RULE_FEEDER] = {"feeder {1}: at most {2} boxes a day (boxes_per_day)",
                          "接驳 {1}：每天最多 {2} 箱（boxes_per_day）"},
    [TEXT_RULE_CLOSED_SLOT] = {"slot {1}: no train departs on {2} (closed)",
                               "运行线 {1}：{2} 停运（closed）"},
    [TEXT_RULE_CLOSED_STATION] = {"station {1}: no train arrives or departs on {2} (closed)",
                                  "车站 {1}：{2} 不办理到发（closed）"},
    [TEXT_RULE_CLOSED_FEEDER] = {"feeder {1}: none departs on {2} (closed)",
                                 "接驳 {1}：{2} 停运（closed）"},

    [TEXT_REPAIR_MUST_ONE] = {"take must away from booking {1}: its box would stay behind",
                              "取消订舱 {1} 的 must：该箱将不承运"},
    [TEXT_REPAIR_MUST_ALL] = {"take must away from booking {1}: all its boxes would stay behind",
                              "取消订舱 {1} 的 must：所有箱均将不承运"},
    [TEXT_REPAIR_MUST_SOME] =
        {"take must away from booking {1}: {2} of its {3} boxes would stay behind",
         "取消订舱 {1} 的 must：{3} 箱中有 {2} 箱将不承运"},
    [TEXT_REPAIR_ALWAYS_ONE] = {"let train {1} run as an option (runs: optional): {2} of its {3} "
                                "departure would not run",
                                "将列车 {1} 改为可选开行（runs: optional）：{3} 班中有 {2} "
                                "班将不开行"},
    [TEXT_REPAIR_ALWAYS] = {"let train {1} run as an option (runs: optional): {2} of its {3} "
                            "departures would not run",
                            "将列车 {1} 改为可选开行（runs: optional）：{3} 班中有 {2} "
                            "班将不开行"},
    [TEXT_REPAIR_FROZEN_TRAIN] = {"let train {1} move: {2}", "允许列车 {1} 变更：{2}"},
    [TEXT_REPAIR_FROZEN_BOXES] = {"let booking {1} move: {2}", "允许订舱 {1} 变更：{2}"},
    [TEXT_REPAIR_FROZEN_SOME] = {"let booking {1} move, {2} of its {3} frozen boxes: {4}",
                                 "允许订舱 {1} 变更，涉及冻结的 {3} 箱中的 {2} 箱：{4}"},
    [TEXT_RELEASE_TRAIN] = {"take its line out of commitments.trains.frozen",
                            "将其线路从 commitments.trains.frozen 中移出"},
    [TEXT_RELEASE_BOXES] = {"take it out of commitments.bookings.frozen",
                            "将其从 commitments.bookings.frozen 中移出"},
    [TEXT_RELEASE_TRAIN_BY_DATE] =
        {"set commitments.trains.frozen_before no later than its first departure",
         "将 commitments.trains.frozen_before 设为不晚于其首次发车"},
    [TEXT_RELEASE_BOXES_BY_DATE] =
        {"set commitments.bookings.frozen_before no later than its first departure",
         "将 commitments.bookings.frozen_before 设为不晚于其首次发车"},
    [TEXT_RELEASE_TRAIN_FROM_ALL] = {"write commitments.trains.frozen without its line",
                                     "写明 commitments.trains.frozen，且不含其线路"},
    [TEXT_RELEASE_BOXES_FROM_ALL] = {"write commitments.bookings.frozen without it",
                                     "写明 commitments.bookings.frozen，且不含该订舱"},
    [TEXT_RELEASE_BY_COMMAND_LINE] = {"set --freeze-before no later than its first departure",
                                      "将 --freeze-before 设为不晚于其首次发车"},
    [TEXT_RELEASE_BOTH] = {"{1} and {2}", "{1}，并{2}"},

    [TEXT_REPAIR_LOWER] = {"lower {1} of {2} {3} from {4} to {5}",
                           "将{2} {3} 的 {1} 由 {4} 降至 {5}"},
    [TEXT_REPAIR_RAISE] = {"raise {1} of {2} {3} from {4} to {5}",
                           "将{2} {3} 的 {1} 由 {4} 提高至 {5}"},
    [TEXT_REPAIR_STOCK] = {"raise {1} of {2} {3} from {4} to {5}, or lease {6} more there",
                           "将{2} {3} 的 {1} 由 {4} 提高至 {5}，或在当地多租 {6} 箱"},
    [TEXT_NOUN_LINE] = {"line", "线路"},
    [TEXT_NOUN_CARGO] = {"cargo", "货物类别"},
    [TEXT_NOUN_SLOT] = {"slot", "运行线"},
    [TEXT_NOUN_STATION] = {"station", "车站"},
    [TEXT_NOUN_RAKES] = {"rakes", "车板"},
    [TEXT_NOUN_BALANCE] = {"balance", "平衡规则"},
    [TEXT_NOUN_EQUIPMENT] = {"equipment", "箱型"},
    [TEXT_NOUN_FEEDER] = {"feeder", "接驳"},

    [TEXT_CONFLICT_UNKNOWN] = {"infeasible; why could not be found out: memory ran out",
                               "无可行方案；内存不足，未能查明原因"},
    [TEXT_CONFLICT_UNNAMED] = {"infeasible: no plan keeps all rules of this case",
                               "无可行方案：没有方案能满足本案例的全部规则"},
    [TEXT_CONFLICT_OF_ONE] = {"infeasible: this rule cannot be kept, whatever the others say",
                              "无可行方案：无论其他规则如何，以下规则都无法满足"},
    [TEXT_CONFLICT] = {"infeasible: these rules clash, whatever the others say",
                       "无可行方案：无论其他规则如何，以下规则都相互冲突"},
    [TEXT_CONFLICT_RULE] = {"conflict: {1}", "冲突：{1}"},
    [TEXT_CONFLICT_MORE] = {"and {1} more (--json lists all)", "另有 {1} 条（--json 列出全部）"},
    [TEXT_CONFLICT_OPEN] = {"fewer rules may clash already: a limit ended the search",
                            "可能更少的规则已经冲突：搜索因达到限制而结束"},
    [TEXT_CONFLICT_CUT] = {"the search for what clashes was cut short: {1}",
                           "冲突原因的搜索提前结束：{1}"},
    [TEXT_CONFLICT_REPAIR] = {"repair: {1}", "调整：{1}"},
    [TEXT_REPAIRS_OF_OTHERS] = {"repairs of rules not named above are for other clashes",
                                "对上文未列规则的调整用于消除其他冲突"},
    [TEXT_REPAIR_MENDS] = {"with this repair there is a plan; no cheaper one was found",
                           "采用此项调整即有可行方案；未找到代价更低的调整"},
    [TEXT_REPAIRS_MEND] = {"with these repairs together there is a plan; no cheaper one was found",
                           "同时采用以上各项调整即有可行方案；未找到代价更低的调整"},
    [TEXT_REPAIR_MAY_MEND] = {"with this repair there may be a plan; a limit ended the search "
                              "before one was found",
                              "采用此项调整可能有可行方案；尚未找到方案，搜索即因达到限制而结束"},
    [TEXT_REPAIRS_MAY_MEND] =
        {"with these repairs together there may be a plan; a limit ended the search before one was "
         "found",
         "同时采用以上各项调整可能有可行方案；尚未找到方案，搜索即因达到限制而结束"},

    [TEXT_RUN_INTERRUPTED_EARLY] = {"interrupted before a plan was found", "找到方案之前被中断"},
    [TEXT_RUN_LIMIT_EARLY] = {"a limit was reached before a plan was found",
                              "找到方案之前已达到限制"},
    [TEXT_RUN_LIMIT_BOUND] = {"a limit was reached before a plan was found; none can be worth more "
                              "than {1}",
                              "找到方案之前已达到限制；任何方案的目标值都不会超过 {1}"},
    [TEXT_RUN_ADVICE] = {"try a longer --time-limit; or --relax, whose capacity.csv and "
                         "stations.csv price room and lifts: "
                         "the dearest limits are the hardest to keep",
                         "可尝试更长的 --time-limit；或用 --relax，其 capacity.csv 和 stations.csv "
                         "列出能力和吊装的影子价格：价格最高的限制最难满足"},
    [TEXT_RUN_MEMORY_EARLY] = {"memory ran out before a plan was found", "找到方案之前内存不足"},
    [TEXT_RUN_FAILED_EARLY] =
        {"internal error: {1} before a plan was found; this is a bug, please report it",
         "内部错误：找到方案之前{1}；这是程序缺陷，请反馈"},
    [TEXT_RUN_CUT_BY_FAILURE] = {"{1}; this is the best plan so far", "{1}；以下为目前最优方案"},
    [TEXT_RUN_CUT_BY_USER] = {"interrupted; this is the best plan so far, and such a run is not "
                              "repeatable to the byte",
                              "已中断；以下为目前最优方案，此次运行不能逐字节重现"},
    [TEXT_RUN_CUT_BY_LIMIT] = {"the time limit was reached; this is the best plan so far, and such "
                               "a run is not repeatable to the byte",
                               "已到时间限制；以下为目前最优方案，此次运行不能逐字节重现"},
    [TEXT_RUN_NO_PRICES] = {"the plan has no prices: {1}", "方案没有影子价格：{1}"},
    [TEXT_MEMORY_BUILDING] = {"memory ran out while the planning problem was built",
                              "建立规划问题时内存不足"},
    [TEXT_MEMORY_VIEW] = {"memory ran out while the plan was worked out", "整理方案时内存不足"},
    [TEXT_MEMORY_WRITING] = {"memory ran out while writing", "写出方案时内存不足"},
    [TEXT_MEMORY_PRINTING] = {"memory ran out while printing", "输出方案时内存不足"},
    [TEXT_RUN_WITHHELD] =
        {"the plan failed verification and is withheld; this is a bug, please report it",
         "方案未通过校验，不予输出；这是程序缺陷，请反馈"},
    [TEXT_RUN_ELSEWHERE] = {"the plan is in {1} instead", "方案改放于 {1}"},
    [TEXT_MANIFEST] = {"{1}: {2} boxes, {3} TEU, {4} t gross; {5} empties",
                       "{1} 配载清单：重箱 {2} 箱，{3} TEU，总重 {4} 吨；空箱 {5} 箱"},
    [TEXT_BOOKING] = {"Booking", "订舱号"},
    [TEXT_CUSTOMER] = {"Customer", "客户"},
    [TEXT_CONTAINER] = {"Type", "箱型"},
    [TEXT_CARGO] = {"Cargo", "货类"},
    [TEXT_TONNES] = {"t gross", "总重吨"},
    [TEXT_BOARDS] = {"Boards", "装车站"},
    [TEXT_LEAVES] = {"Leaves", "卸车站"},
    [TEXT_NO_TRAIN] = {"the plan in {1} runs no train {2}; trains.csv lists those that run",
                       "{1} 中的方案不开行列车 {2}；开行的列车见 trains.csv"},
    [TEXT_NO_TRAIN_NEAR] = {"the plan in {1} runs no train {2}; did you mean {3}?",
                            "{1} 中的方案不开行列车 {2}；是否为 {3}？"},

    [TEXT_SOLVERS] = {"LP solvers, the default first: {1}", "线性规划求解器（首个为默认）：{1}"},
    [TEXT_LICENCE] = {"Free software under the GNU General Public License, version 3 or later.",
                      "自由软件，遵循 GNU 通用公共许可证第 3 版或更新版本。"},
    [TEXT_LICENCE_OWN_USE] =
        {"Free software under the GNU General Public License, version 3 or later; this program, "
         "with GLPK (that licence) and CLP and CBC (Eclipse licence) in it, is for the use of who "
         "built it and is not to be handed out.",
         "自由软件，遵循 GNU 通用公共许可证第 3 版或更新版本；本程序同时含有 "
         "GLPK（该许可证）与 CLP、CBC（Eclipse 许可证），仅供编译者自用，不得分发。"},

    [TEXT_ONE_VALUE] = {"{1} value", "{1} 个值"},
    [TEXT_N_VALUES] = {"{1} values", "{1} 个值"},
    [TEXT_UNCHANGED] = {"{1} unchanged", "{1} 个未变"},
    [TEXT_IS_UNCHANGED] = {"unchanged", "未变"},
    [TEXT_ONE_STATION] = {"{1} station", "{1} 个车站"},
    [TEXT_N_STATIONS] = {"{1} stations", "{1} 个车站"},
    [TEXT_ONE_CONTAINER_TYPE] = {"{1} container type", "{1} 种箱型"},
    [TEXT_N_CONTAINER_TYPES] = {"{1} container types", "{1} 种箱型"},
    [TEXT_ONE_CARGO_CLASS] = {"{1} cargo class", "{1} 个货类"},
    [TEXT_N_CARGO_CLASSES] = {"{1} cargo classes", "{1} 个货类"},
    [TEXT_ONE_POOL] = {"{1} pool of wagon sets", "{1} 个车板池"},
    [TEXT_N_POOLS] = {"{1} pools of wagon sets", "{1} 个车板池"},
    [TEXT_ONE_SLOT] = {"{1} slot", "{1} 条运行线"},
    [TEXT_N_SLOTS] = {"{1} slots", "{1} 条运行线"},
    [TEXT_ONE_LINE] = {"{1} line", "{1} 条线路"},
    [TEXT_N_LINES] = {"{1} lines", "{1} 条线路"},
    [TEXT_ONE_RULE] = {"{1} rule", "{1} 条规则"},
    [TEXT_N_RULES] = {"{1} rules", "{1} 条规则"},
    [TEXT_ONE_BOOKING] = {"{1} booking", "{1} 个订舱"},
    [TEXT_N_BOOKINGS] = {"{1} bookings", "{1} 个订舱"},
    [TEXT_ONE_FEEDER] = {"{1} feeder", "{1} 条接驳"},
    [TEXT_N_FEEDERS] = {"{1} feeders", "{1} 条接驳"},
    [TEXT_ONE_RUN] = {"{1} run", "{1} 个班次"},
    [TEXT_N_RUNS] = {"{1} runs", "{1} 个班次"},
    [TEXT_ONE_DEPARTURE] = {"{1} departure", "{1} 个发车"},
    [TEXT_N_DEPARTURES] = {"{1} departures", "{1} 个发车"},
    [TEXT_ONE_CANCELLED] = {"{1} train cancelled", "取消 {1} 列"},
    [TEXT_N_CANCELLED] = {"{1} trains cancelled", "取消 {1} 列"},
    [TEXT_TAKEN_OUT] = {"{1} taken out", "去除 {1} 个"},
    [TEXT_BOXES_CHANGED] = {"{1} → {2} boxes", "{1} → {2} 箱"},
    [TEXT_AND_MORE] = {" … and {1} more", "…… 另有 {1} 个"},
    [TEXT_LIST_COMMA] = {", ", "，"},
    [TEXT_COLON] = {": ", "："},
};

const char *text_get(Lang lang, TextKey key) {
    return TEXTS[key][lang];
}

char *text_filled(const char *text, const char *const *args) {
    GString *filled = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at++) {
        if (at[0] == '{' && g_ascii_isdigit(at[1]) && at[1] != '0' && at[2] == '}') {
            g_string_append(filled, args[at[1] - '1']);
            at += 2;
        } else {
            g_string_append_c(filled, *at);
        }
    }
    return g_string_free(filled, FALSE);
}

char *text_fill(Lang lang, TextKey key, const char *const *args) {
    return text_filled(text_get(lang, key), args);
}

char *text_counted(Lang lang, TextKey one, TextKey many, long count) {
    g_autofree char *number = text_integer(count);
    return TEXT_WITH(lang, count == 1 ? one : many, number);
}

char *text_number(double number) {
    enum { DIGITS_SHORT = 6, DIGITS_ALL = 17 };
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    for (int digits = DIGITS_SHORT; digits <= DIGITS_ALL; digits++) {
        g_snprintf(text, sizeof text, "%.*g", digits, number);
        if (g_ascii_strtod(text, NULL) == number) {
            break;
        }
    }
    return g_strdup(text);
}

char *text_integer(long number) {
    return g_strdup_printf("%ld", number);
}
