/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a run ended, in words. */
#include "export/words/run_words.h"

#include <glib.h>

typedef const char *const Words[N_LANGS];

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
};

static Words interrupted_early = {"interrupted before a plan was found", "找到方案之前被中断"};
static Words limit_early = {"a limit was reached before a plan was found",
                            "找到方案之前已达到限制"};
static Words memory_early = {"memory ran out before a plan was found", "找到方案之前内存不足"};
static Words failed_early = {
    "internal error: {1} before a plan was found; this is a bug, please report it",
    "内部错误：找到方案之前{1}；这是程序缺陷，请反馈"};

static Words cut_by_failure = {"{1}; this is the best plan so far", "{1}；以下为目前最优方案"};
static Words cut_by_user = {"interrupted; this is the best plan so far, and such a run is not "
                            "repeatable to the byte",
                            "已中断；以下为目前最优方案，此次运行不能逐字节重现"};
static Words cut_by_limit = {"the time limit was reached; this is the best plan so far, and such "
                             "a run is not repeatable to the byte",
                             "已到时间限制；以下为目前最优方案，此次运行不能逐字节重现"};
static Words no_prices = {"the plan has no prices: {1}", "方案没有影子价格：{1}"};

static Words memory[] = {
    [MEMORY_BUILDING] = {"memory ran out while the planning problem was built",
                         "建立规划问题时内存不足"},
    [MEMORY_VIEW] = {"memory ran out while the plan was worked out", "整理方案时内存不足"},
    [MEMORY_WRITING] = {"memory ran out while writing", "写出方案时内存不足"},
    [MEMORY_PRINTING] = {"memory ran out while printing", "输出方案时内存不足"},
};

static Words withheld = {
    "the plan failed verification and is withheld; this is a bug, please report it",
    "方案未通过校验，不予输出；这是程序缺陷，请反馈"};
static Words elsewhere = {"the plan is in {1} instead", "方案改放于 {1}"};

static char *filled(Words words, Lang lang, const char *arg) {
    return text_filled(words[lang], &arg);
}

const char *run_words_outcome(Lang lang, Outcome outcome) {
    return lang == LANG_ZH ? outcomes_zh[outcome] : outcome_text(outcome);
}

char *run_words_no_plan(Lang lang, Outcome outcome, bool interrupted) {
    switch (outcome) {
    case OUTCOME_STOPPED:
        return g_strdup(interrupted ? interrupted_early[lang] : limit_early[lang]);
    case OUTCOME_NO_MEMORY:
        return g_strdup(memory_early[lang]);
    default:
        return filled(failed_early, lang, run_words_outcome(lang, outcome));
    }
}

char *run_words_cut_short(Lang lang, const Plan *plan) {
    if (outcome_failed(plan->ended)) {
        return filled(cut_by_failure, lang, run_words_outcome(lang, plan->ended));
    }
    if (plan->interrupted) {
        return g_strdup(cut_by_user[lang]);
    }
    return plan->timed_out ? g_strdup(cut_by_limit[lang]) : NULL;
}

char *run_words_no_prices(Lang lang, const Plan *plan) {
    return outcome_failed(plan->priced)
               ? filled(no_prices, lang, run_words_outcome(lang, plan->priced))
               : NULL;
}

const char *run_words_memory(Lang lang, MemoryUse use) {
    return memory[use][lang];
}

const char *run_words_withheld(Lang lang) {
    return withheld[lang];
}

char *run_words_elsewhere(Lang lang, const char *place) {
    return filled(elsewhere, lang, place);
}
