/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligns two lists of changes by a longest common subsequence. */
#include "study/why/differences.h"

#include <string.h>

/** True where two values say the same, whatever the order of keys. */
static bool node_says_same(const Node *a, const Node *b) {
    if (a->kind != b->kind || a->count != b->count) {
        return false;
    }
    if (a->kind == NODE_SCALAR) {
        return strcmp(a->text, b->text) == 0;
    }
    for (int i = 0; i < a->count; i++) {
        const Node *one = a->kind == NODE_MAP ? a->entries[i].value : a->items[i];
        const Node *other = a->kind == NODE_MAP ? node_get(b, a->entries[i].key) : b->items[i];
        if (other == NULL || !node_says_same(one, other)) {
            return false;
        }
    }
    return true;
}

/** Two lists, and how much of what follows is common. */
typedef struct {
    const Node *const *a, *const *b;
    int n_a, n_b;
    int *common; /**< of a from i and b from j, at i * (n_b + 1) + j */
} Alignment;

static int *common_from(const Alignment *alignment, int i, int j) {
    return &alignment->common[(size_t)i * (size_t)(alignment->n_b + 1) + (size_t)j];
}

static void count_common(Alignment *alignment) {
    const size_t cells = (size_t)(alignment->n_a + 1) * (size_t)(alignment->n_b + 1);
    alignment->common = g_new0(int, cells);
    for (int i = alignment->n_a - 1; i >= 0; i--) {
        for (int j = alignment->n_b - 1; j >= 0; j--) {
            const int without =
                MAX(*common_from(alignment, i + 1, j), *common_from(alignment, i, j + 1));
            const int with = node_says_same(alignment->a[i], alignment->b[j])
                                 ? *common_from(alignment, i + 1, j + 1) + 1
                                 : 0;
            *common_from(alignment, i, j) = MAX(without, with);
        }
    }
}

/** Moves on to the next pair that is common: the first of b of which any is left to be matched with
 *  all that can follow. Its first equal in a leaves most of a.
 *  @return false where nothing is common any more */
static bool next_common(const Alignment *alignment, int *i, int *j) {
    const int wanted = *common_from(alignment, *i, *j);
    for (int k = *j; wanted > 0 && k < alignment->n_b; k++) {
        for (int m = *i; m < alignment->n_a && *common_from(alignment, m, k) == wanted; m++) {
            if (node_says_same(alignment->a[m], alignment->b[k])) {
                if (*common_from(alignment, m + 1, k + 1) == wanted - 1) {
                    *i = m;
                    *j = k;
                    return true;
                }
                break;
            }
        }
    }
    return false;
}

static void add_step(GArray *steps, StepSide side, int index, const Node *node) {
    const ChangeStep step = {.side = side, .index = index, .difference = -1, .node = node};
    g_array_append_val(steps, step);
}

static void add_own(GArray *steps, const Alignment *alignment, int from_a, int to_a, int from_b,
                    int to_b) {
    for (int i = from_a; i < to_a; i++) {
        add_step(steps, STEP_OF_A, i, alignment->a[i]);
    }
    for (int j = from_b; j < to_b; j++) {
        add_step(steps, STEP_OF_B, j, alignment->b[j]);
    }
}

/** Numbers the differences of one side on from those that have a number. */
static void number_side(Differences *differences, StepSide side) {
    for (guint i = 0; i < differences->steps->len; i++) {
        ChangeStep *step = &g_array_index(differences->steps, ChangeStep, i);
        if (step->side == side) {
            step->difference = differences->count++;
        }
    }
}

Differences differences_find(const Node *const *a, int n_a, const Node *const *b, int n_b) {
    Alignment alignment = {.a = a, .b = b, .n_a = n_a, .n_b = n_b};
    Differences differences = {.steps = g_array_new(FALSE, FALSE, sizeof(ChangeStep))};
    int from_a = 0, from_b = 0, i = 0, j = 0;
    count_common(&alignment);
    while (next_common(&alignment, &i, &j)) {
        add_own(differences.steps, &alignment, from_a, i, from_b, j);
        add_step(differences.steps, STEP_OF_BOTH, i, a[i]);
        from_a = ++i;
        from_b = ++j;
    }
    add_own(differences.steps, &alignment, from_a, n_a, from_b, n_b);
    g_free(alignment.common);
    number_side(&differences, STEP_OF_B);
    number_side(&differences, STEP_OF_A);
    return differences;
}

void differences_clear(Differences *differences) {
    g_clear_pointer(&differences->steps, g_array_unref);
}

bool change_step_holds(const ChangeStep *step, const bool *made) {
    switch (step->side) {
    case STEP_OF_BOTH:
        return true;
    case STEP_OF_A:
        return !made[step->difference];
    case STEP_OF_B:
        break;
    }
    return made[step->difference];
}
