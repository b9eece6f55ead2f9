/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds a case's compact model, names its rows and columns, and writes it in the format wanted. */
#include "export/model/whole_model.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "export/model/model_file.h"
#include "model/formulation/compact.h"
#include "model/formulation_build.h"

struct ModelFormat {
    const char *name;
    bool (*write)(const ModelFile *model, OutFile *out);
};

static const ModelFormat formats[] = {{"mps", model_mps_write}, {"lp", model_lp_write}};

const ModelFormat *model_format_find(const char *name) {
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        if (strcmp(formats[i].name, name) == 0) {
            return &formats[i];
        }
    }
    return NULL;
}

bool model_format_fits(const char *path) {
    g_autofree char *name = g_ascii_strdown(path, -1);
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        g_autofree char *ending = g_strconcat(".", formats[i].name, NULL);
        if (g_str_has_suffix(name, ending)) {
            return true;
        }
    }
    return false;
}

/* What is written, with all that it leans on. */
typedef struct {
    Formulation *formulation;
    LpModel lp;
    CompactArc *arcs;
    ModelNames *names;
} WholeModel;

static bool whole_model_build(const Problem *problem, WholeModel *model) {
    model->formulation = formulation_new(problem, &AIM_MARGIN);
    if (model->formulation != NULL && compact_build(model->formulation, &model->lp, &model->arcs)) {
        model->names = model_names_new(problem, &model->lp, model->arcs);
    }
    return model->names != NULL;
}

static void clear(WholeModel *model) {
    model_names_free(model->names);
    free(model->arcs);
    lp_model_clear(&model->lp);
    formulation_free(model->formulation);
}

Outcome whole_model_write(const Problem *problem, const ModelFormat *format, bool relax,
                          OutFile *out) {
    WholeModel model = {0};
    bool written = whole_model_build(problem, &model);
    if (written) {
        const ModelFile file = {.lp = &model.lp,
                                .names = model.names,
                                .currency = problem->kase->currency,
                                .relax = relax};
        written = format->write(&file, out);
    }
    clear(&model);
    return outcome_of_memory(written);
}
