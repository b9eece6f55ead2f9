/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a run ended, in words. */
#include "export/words/run_words.h"

#include <math.h>

#include <glib.h>

/* English is outcome_text()'s. */
static const char *const outcomes_zh[] = {
    [OUTCOME_DONE] = "完成",
    [OUTCOME_INFEASIBLE] = "没有满足全部规则的方案",
    [OUTCOME_CUT_OFF] = "不存在更优的方案",
    [OUTCOME_STOPPED] = "达到限制",
    [OUTCOME_NO_MEMORY] = "内存不足",
    [OUTCOME_SOLVER_FAILED] = "线性规划求解器因数值原因放弃求解",
    [OUTCOME_UNREADABLE] = "文件无法读取",
    [OUTCOME_UNWRITABLE] = "文件无法写入",
    [OUTCOME_FAULTY] = "案例有误",
    [OUTCOME_UNVERIFIED] = "方案未通过校验",
    [OUTCOME_MISUSED] = "所要求的内容不存在",
};

static const TextKey memory[] = {
    [MEMORY_BUILDING] = TEXT_MEMORY_BUILDING,
    [MEMORY_VIEW] = TEXT_MEMORY_VIEW,
    [MEMORY_WRITING] = TEXT_MEMORY_WRITING,
    [MEMORY_PRINTING] = TEXT_MEMORY_PRINTING,
};

const char *run_words_outcome(Lang lang, Outcome outcome) {
    return lang == LANG_ZH ? outcomes_zh[outcome] : outcome_text(outcome);
}

/** That a limit came first; the bound rounded up, so that it holds. */
static char *limit_early(Lang lang, double bound) {
    if (!isfinite(bound)) {
        return g_strdup(text_get(lang, TEXT_RUN_LIMIT_EARLY));
    }
    char *number = g_strdup_printf("%.0f", ceil(bound));
    char *line = TEXT_WITH(lang, TEXT_RUN_LIMIT_BOUND, number);
    g_free(number);
    return line;
}

char *run_words_no_plan(Lang lang, Outcome outcome, bool interrupted, double bound) {
    switch (outcome) {
    case OUTCOME_STOPPED:
        return interrupted ? g_strdup(text_get(lang, TEXT_RUN_INTERRUPTED_EARLY))
                           : limit_early(lang, bound);
    case OUTCOME_NO_MEMORY:
        return g_strdup(text_get(lang, TEXT_RUN_MEMORY_EARLY));
    default:
        return TEXT_WITH(lang, TEXT_RUN_FAILED_EARLY, run_words_outcome(lang, outcome));
    }
}

const char *run_words_advice(Lang lang, Outcome outcome, bool interrupted) {
    return outcome == OUTCOME_STOPPED && !interrupted ? text_get(lang, TEXT_RUN_ADVICE) : NULL;
}

char *run_words_cut_short(Lang lang, const Plan *plan) {
    if (outcome_failed(plan->ended)) {
        return TEXT_WITH(lang, TEXT_RUN_CUT_BY_FAILURE, run_words_outcome(lang, plan->ended));
    }
    if (plan->interrupted) {
        return g_strdup(text_get(lang, TEXT_RUN_CUT_BY_USER));
    }
    return plan->timed_out ? g_strdup(text_get(lang, TEXT_RUN_CUT_BY_LIMIT)) : NULL;
}

char *run_words_no_prices(Lang lang, const Plan *plan) {
    return outcome_failed(plan->priced)
               ? TEXT_WITH(lang, TEXT_RUN_NO_PRICES, run_words_outcome(lang, plan->priced))
               : NULL;
}

const char *run_words_memory(Lang lang, MemoryUse use) {
    return text_get(lang, memory[use]);
}

const char *run_words_withheld(Lang lang) {
    return text_get(lang, TEXT_RUN_WITHHELD);
}

char *run_words_elsewhere(Lang lang, const char *place) {
    return TEXT_WITH(lang, TEXT_RUN_ELSEWHERE, place);
}
