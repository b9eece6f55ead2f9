#include "tests/property/support.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "tests/property/case_text.h"

typedef struct {
    const char *name;
    bool (*is_in)(const RandomCase *kase);
    void (*take_out)(RandomCase *kase);
} Part;

static bool has_feeders(const RandomCase *kase) {
    return kase->n_feeders > 0;
}

static void no_feeders(RandomCase *kase) {
    kase->n_feeders = 0;
}

static bool has_equipment(const RandomCase *kase) {
    return kase->n_equipment > 0;
}

static void no_equipment(RandomCase *kase) {
    kase->n_equipment = 0;
}

static bool has_rakes(const RandomCase *kase) {
    return kase->n_rakes > 0 && kase->rakes[0].listed;
}

static void no_rakes(RandomCase *kase) {
    for (int i = 0; i < kase->n_rakes; i++) {
        kase->rakes[i].listed = false;
    }
}

static bool has_upper(const RandomCase *kase) {
    for (int i = 0; i < kase->n_slots; i++) {
        if (kase->slots[i].upper_teu > 0) {
            return true;
        }
    }
    return false;
}

static void no_upper(RandomCase *kase) {
    for (int i = 0; i < kase->n_slots; i++) {
        kase->slots[i].upper_teu = 0;
    }
}

static bool has_regular(const RandomCase *kase) {
    for (int i = 0; i < kase->n_lines; i++) {
        if (kase->lines[i].regular) {
            return true;
        }
    }
    return false;
}

static void no_regular(RandomCase *kase) {
    kase->draws[DRAW_REGULAR] = false; /* nor by a variation */
    for (int i = 0; i < kase->n_lines; i++) {
        kase->lines[i].regular = false;
    }
}

static bool is_cyclic(const RandomCase *kase) {
    return kase->cyclic;
}

static void not_cyclic(RandomCase *kase) {
    kase->cyclic = false;
}

static bool has_goals(const RandomCase *kase) {
    return kase->goals != GOALS_PLAIN;
}

static void no_goals(RandomCase *kase) {
    kase->goals = GOALS_PLAIN;
}

enum { PART_GOALS = N_PARTS - 1 };

static const Part parts[N_PARTS] = {
    {"feeders", has_feeders, no_feeders},
    {"equipment", has_equipment, no_equipment},
    {"rakes", has_rakes, no_rakes},
    {"upper_teu", has_upper, no_upper},
    {"regular lines", has_regular, no_regular},
    {"a cyclic horizon", is_cyclic, not_cyclic},
    {"lists of goals", has_goals, no_goals},
};

static bool is_about_support(const Finding *finding) {
    return strstr(finding->text, "not supported yet") != NULL;
}

typedef enum { PLANNED, NOT_SUPPORTED, AT_FAULT } Verdict;

static Verdict judge(const char *folder, const RandomCase *kase) {
    const CaseTextOptions plain = {.money = 1};
    g_autofree char *text = case_text(kase, &plain);
    LoadedCase loaded;
    Verdict verdict = PLANNED;
    if (!loaded_case_read(&loaded, folder, text)) {
        verdict = support_is_all_that_lacks(&loaded) ? NOT_SUPPORTED : AT_FAULT;
    }
    loaded_case_clear(&loaded);
    return verdict;
}

/** A case that has this part and none of the others.
 *  @return false where the seed gives none */
static bool case_with(int part, uint64_t seed, RandomCase *kase) {
    *kase = random_case(seed);
    kase->goals = GOALS_TEU_KM_FIRST;
    for (int i = 0; i < N_PARTS; i++) {
        if (i != part) {
            parts[i].take_out(kase);
        }
    }
    return parts[part].is_in(kase);
}

static bool lacks(const char *folder, int part) {
    for (uint64_t seed = 1;; seed++) {
        RandomCase kase;
        if (case_with(part, seed, &kase)) {
            Verdict verdict = judge(folder, &kase);
            if (verdict != AT_FAULT) {
                return verdict == NOT_SUPPORTED;
            }
        }
    }
}

Support support_probe(const char *folder) {
    Support support = {{false}};
    for (int i = 0; i < N_PARTS; i++) {
        support.lacks[i] = lacks(folder, i);
        if (support.lacks[i]) {
            printf("not supported yet, so left out of the plans: %s\n", parts[i].name);
        }
    }
    return support;
}

void support_restrict(const Support *support, RandomCase *kase) {
    for (int i = 0; i < N_PARTS; i++) {
        if (support->lacks[i]) {
            parts[i].take_out(kase);
        }
    }
}

bool support_has_goals(const Support *support) {
    return !support->lacks[PART_GOALS];
}

bool support_is_complete(const Support *support) {
    for (int i = 0; i < N_PARTS; i++) {
        if (support->lacks[i]) {
            return false;
        }
    }
    return true;
}

bool support_is_all_that_lacks(const LoadedCase *loaded) {
    for (int i = 0; i < findings_count(loaded->findings); i++) {
        const Finding *finding = findings_get(loaded->findings, i);
        if (finding->severity == FINDING_ERROR && !is_about_support(finding)) {
            return false;
        }
    }
    return loaded->kase != NULL;
}
