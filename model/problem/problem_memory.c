/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The memory that a problem owns: it is kept block by block and freed in one go. */
#include "model/problem/problem_memory.h"

#include <stdarg.h>

struct ProblemMemory {
    GPtrArray *blocks;
    GStringChunk *texts;
};

void *problem_keep(Problem *problem, void *block) {
    g_ptr_array_add(problem->memory->blocks, block);
    return block;
}

const char *problem_text(Problem *problem, const char *format, ...) {
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    return g_string_chunk_insert(problem->memory->texts, text);
}

Problem *problem_empty(const Case *kase) {
    Problem *problem = g_new0(Problem, 1);
    problem->kase = kase;
    problem->memory = g_new0(struct ProblemMemory, 1);
    problem->memory->blocks = g_ptr_array_new_with_free_func(g_free);
    problem->memory->texts = g_string_chunk_new(4096);
    return problem;
}

void problem_free(Problem *problem) {
    if (problem != NULL) {
        g_ptr_array_unref(problem->memory->blocks);
        g_string_chunk_free(problem->memory->texts);
        g_free(problem->memory);
        g_free(problem);
    }
}
