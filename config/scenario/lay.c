/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays one change after another. */
#include "config/scenario/lay.h"

#include <string.h>

#include "config/case_memory.h"
#include "config/finding_codes.h"
#include "config/reader/reader.h"
#include "config/reader/reader_faults.h"
#include "config/scenario/laying.h"
#include "config/sections/root.h"
#include "config/sections/scenarios.h"

/* ---- form ---- */

/** A reading of which nothing is kept: no code has to exist. */
typedef struct {
    Reader reader;
    Case *kase;
} FormReading;

static void form_begin(FormReading *form, Findings *findings) {
    form->kase = case_new("");
    form->reader = (Reader){.kase = form->kase,
                            .memory = form->kase->memory,
                            .findings = findings,
                            .root = &case_table,
                            .loose = true};
    form->reader.unknown_keys = g_hash_table_new(NULL, NULL);
    for (int i = 0; i < N_SECTIONS; i++) {
        form->reader.codes[i] = codes_new();
    }
    reader_faults_begin(&form->reader);
}

static void form_end(FormReading *form) {
    reader_faults_end(&form->reader);
    g_hash_table_destroy(form->reader.unknown_keys);
    for (int i = 0; i < N_SECTIONS; i++) {
        codes_free(form->reader.codes[i]);
    }
    case_free(form->kase);
}

bool changes_check_form(const ChangeList *list, Findings *findings) {
    const int errors = findings_errors(findings);
    FormReading form;
    form_begin(&form, findings);
    for (int i = 0; i < change_list_count(list); i++) {
        const Node *node = change_list_get(list, i)->node;
        if (node->kind == NODE_MAP) {
            reader_read_map(&form.reader, &change_table, node, NULL, false);
        } else {
            finding_error(findings, node->place, FINDING_NOT_MAP, phrase_word(A_CHANGE));
        }
    }
    form_end(&form);
    return findings_errors(findings) == errors;
}

bool scenario_file_check(const Node *root, Findings *findings) {
    const int errors = findings_errors(findings);
    FormReading form;
    form_begin(&form, findings);
    reader_read_map(&form.reader, &scenario_file_table, root, NULL, false);
    form_end(&form);
    return findings_errors(findings) == errors;
}

/* ---- laying ---- */

static const struct {
    const char *key;
    void (*lay)(Laying *laying, const Node *body);
} LAYERS[N_CHANGE_KINDS] = {
    [CHANGE_SET] = {"set", lay_set},      [CHANGE_REMOVE] = {"remove", lay_remove},
    [CHANGE_ADD] = {"add", lay_add},      [CHANGE_SCALE] = {"scale", lay_scale},
    [CHANGE_SHIFT] = {"shift", lay_runs}, [CHANGE_CLOSE] = {"close", lay_runs},
};

static void lay_change(Laying *laying, const NamedChange *change) {
    const NodeEntry *entry = &change->node->entries[0];
    for (ChangeKind kind = 0; kind < N_CHANGE_KINDS; kind++) {
        if (strcmp(entry->key, LAYERS[kind].key) == 0) {
            laying->change = change;
            laying->note = change_notes_add(laying->notes, change->scenario, change->number, kind,
                                            entry->place);
            LAYERS[kind].lay(laying, entry->value);
        }
    }
}

bool changes_lay(const Node *root, const ChangeList *list, ChangeNotes *notes, Findings *findings,
                 Laid *laid) {
    const int errors = findings_errors(findings);
    *laid =
        (Laid){.removed = removed_members_new(), .runs = run_changes_new(), .arena = arena_new()};
    Laying laying = {
        .tree = {laid->arena, (Node *)root}, /* copied before it is changed */
        .findings = findings,
        .budget = {PATTERN_BUDGET_STEPS},
        .removed = laid->removed,
        .set_paths = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
        .notes = notes,
        .runs = laid->runs,
    };
    for (int i = 0; i < change_list_count(list); i++) {
        lay_change(&laying, change_list_get(list, i));
    }
    g_hash_table_unref(laying.set_paths);
    laid->root = laying.tree.root;
    return findings_errors(findings) == errors;
}

/** A member of a section of the changed case; NULL where there is none. */
static const Node *member_of_code(const Laid *laid, Section section, const char *code) {
    const Node *members = NULL;
    for (int i = 0; i < case_table.n_fields && members == NULL; i++) {
        const Field *field = &case_table.fields[i];
        members = field->section == section ? node_get(laid->root, field->name) : NULL;
    }
    const bool listed = members != NULL && members->kind != NODE_SCALAR;
    for (int i = 0; listed && i < members->count; i++) {
        const char *own = laying_member_code(members, i);
        if (own != NULL && strcmp(own, code) == 0) {
            return members->kind == NODE_MAP ? members->entries[i].value : members->items[i];
        }
    }
    return NULL;
}

bool laid_has_member(const Laid *laid, Section section, const char *code) {
    return member_of_code(laid, section, code) != NULL;
}

bool laid_touches_booking(const Laid *laid, const char *code) {
    const Node *booking = member_of_code(laid, SECTION_DEMAND, code);
    return booking == NULL ? removed_members_find(laid->removed, SECTION_DEMAND, code) != NULL
                           : booking->own;
}

void laid_clear(Laid *laid) {
    g_clear_pointer(&laid->removed, g_hash_table_unref);
    g_clear_pointer(&laid->runs, g_ptr_array_unref);
    g_clear_pointer(&laid->arena, arena_free);
}
