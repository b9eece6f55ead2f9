/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case from its files: the document, its sections, the checks, and the earlier plan. */
#include "config/case_read.h"

#include <string.h>

#include <glib.h>

#include "base/values.h"
#include "config/case_memory.h"
#include "config/checks.h"
#include "config/commitment.h"
#include "config/document/document.h"
#include "config/finding_codes.h"
#include "config/reader/field_columns.h"
#include "config/reader/reader.h"
#include "config/reader/reader_faults.h"
#include "config/reader/reader_words.h"
#include "config/scenario/canonical.h"
#include "config/scenario/changes_text.h"
#include "config/scenario/lay.h"
#include "config/sections/root.h"

/** The code of a member of a list section; NULL where none is written. */
static const Node *item_id(const Node *item) {
    const Node *id = item->kind == NODE_MAP ? node_get(item, "id") : NULL;
    return id != NULL && id->kind == NODE_SCALAR && id->text[0] != '\0' ? id : NULL;
}

/** True where ids of a section are of any script. */
static bool has_ids(const Field *field) {
    const Field *id = table_field(field->table, "id");
    return id != NULL && id->kind == FIELD_ID;
}

/** An id as it is compared with others; NULL where there is none. */
static const char *id_compared(Reader *reader, bool any_script, const Node *id) {
    if (id == NULL || !any_script) {
        return id == NULL ? NULL : id->text;
    }
    g_autofree char *composed = text_composed(id->text);
    return case_memory_text(reader->memory, composed);
}

static void collect_list(Reader *reader, const Field *field, const Node *list) {
    Codes *codes = reader->codes[field->section];
    const bool any_script = has_ids(field);
    for (int i = 0; list != NULL && i < list->count; i++) {
        const Node *id = item_id(list->items[i]);
        Place place = id == NULL ? list->items[i]->place : id->place;
        int taken = codes_add(codes, id_compared(reader, any_script, id), place);
        if (id == NULL || (any_script ? id_check(id->text) : code_check(id->text)) != FAULT_NONE) {
            reader->lost[field->section] = true; /* which is told where it is read */
        }
        if (taken >= 0 && id != NULL) {
            Place first = codes_place(codes, taken);
            finding_error(reader->findings, place, FINDING_ID_TAKEN, quoted(id->text).text,
                          section_noun(field->section), first.file, first.line);
        }
    }
}

static void collect_map(Reader *reader, const Field *field, const Node *map) {
    Codes *codes = reader->codes[field->section];
    const Place nowhere = {NULL, 0, 0};
    for (int i = 0; i < field->table->n_presets; i++) {
        const char *preset = (const char *)field->table->presets + (size_t)i * field->table->size;
        const char *code;
        memcpy(&code, preset + field->table->key_offset, sizeof code);
        codes_add(codes, code, nowhere);
    }
    for (int i = 0; map != NULL && i < map->count; i++) {
        if (code_check(map->entries[i].key) != FAULT_NONE) {
            reader->lost[field->section] = true; /* which is told where it is read */
        }
        if (codes_find(codes, map->entries[i].key) < 0) {
            codes_add(codes, map->entries[i].key, map->entries[i].place);
        }
    }
}

/** Collects the codes of all sections, so that any may refer to any.
 *  @param complete  false where whole sections may be missing */
static void collect_codes(Reader *reader, const Node *root, bool complete) {
    for (int i = 0; i < reader->root->n_fields; i++) {
        const Field *field = &reader->root->fields[i];
        if (field->section == SECTION_NONE) {
            continue;
        }
        const Node *node = node_get(root, field->name);
        reader->codes[field->section] = codes_new();
        reader->lost[field->section] = !complete || (node != NULL && node->lost);
        if (field->kind == FIELD_LIST) {
            collect_list(reader, field, node != NULL && node->kind == NODE_LIST ? node : NULL);
        } else {
            collect_map(reader, field, node != NULL && node->kind == NODE_MAP ? node : NULL);
        }
        reader->faulty[field->section] = case_memory_array(
            reader->memory, (size_t)codes_count(reader->codes[field->section]), sizeof(bool));
    }
}

/** Name of a case that has none written: that of its folder where the file is `case.yaml`, of its
 * file otherwise. */
static const char *default_name(CaseMemory *memory, const char *file) {
    char *base = g_path_get_basename(file);
    char *name = NULL;
    if (strcmp(base, "case.yaml") == 0) {
        char *folder = g_path_get_dirname(file);
        char *absolute = g_canonicalize_filename(folder, NULL);
        name = g_path_get_basename(absolute);
        g_free(absolute);
        g_free(folder);
    } else {
        char *dot = strrchr(base, '.');
        name = dot == NULL || dot == base ? g_strdup(base) : g_strndup(base, (gsize)(dot - base));
    }
    const char *kept = case_memory_text(memory, name);
    g_free(name);
    g_free(base);
    return kept;
}

/** False, with errors, where a section has more entries than are taken. */
static bool sections_fit(Reader *reader, const Node *root) {
    bool fit = true;
    for (int i = 0; i < reader->root->n_fields; i++) {
        const Node *node = node_get(root, reader->root->fields[i].name);
        fit = (node == NULL || reader_check_count(reader, &reader->root->fields[i], node)) && fit;
    }
    return fit;
}

/** True where members of a section may be missing that others refer to: what is said of their
 * absence would follow from a fault that is told. */
static bool any_lost(const Reader *reader) {
    bool any = false;
    for (Section section = SECTION_NONE; section < N_SECTIONS; section++) {
        any = any || (reader->lost[section] && section != SECTION_DEMAND);
    }
    return any;
}

/** @param removed  members that changes have taken out; NULL: there are none */
static void read_root(Case *kase, const Node *root, bool complete, RemovedMembers *removed,
                      Findings *findings) {
    Reader reader = {.kase = kase,
                     .memory = kase->memory,
                     .findings = findings,
                     .root = &case_table,
                     .removed = removed};
    if (!sections_fit(&reader, root)) {
        return; /* one section alone would leave every reference to it without its member */
    }
    reader.unknown_keys = g_hash_table_new(NULL, NULL);
    reader_faults_begin(&reader);
    collect_codes(&reader, root, complete);
    /* Without one of these, which is an error, every code that refers to it would be one more.
     * Where changes removed them, it is what refers to them that tells which. */
    reader.loose = removed == NULL && (codes_count(reader.codes[SECTION_STATIONS]) == 0 ||
                                       codes_count(reader.codes[SECTION_SLOTS]) == 0 ||
                                       codes_count(reader.codes[SECTION_LINES]) == 0);
    reader.partial = !complete;
    reader_read_map(&reader, &case_table, root, kase, false);
    if (!reader.loose && !any_lost(&reader)) {
        checks_link(&reader);
        checks_run(&reader);
    }
    reader_faults_end(&reader);
    g_hash_table_destroy(reader.unknown_keys);
    for (int i = 0; i < N_SECTIONS; i++) {
        codes_free(reader.codes[i]);
    }
}

/** The zone of timetables is looked up with the others, so that no plan is lost for it. */
static void look_up_beijing(Case *kase, Findings *findings) {
    g_autofree Phrase *why = NULL;
    kase->beijing = zone_look_up(case_memory_zones(kase->memory), "Asia/Shanghai", &why);
    if (kase->beijing == NULL && findings_errors(findings) == 0) {
        finding_error(findings, place_at(findings_file_name(findings, kase->file), 0, 0),
                      FINDING_NO_BEIJING,
                      why == NULL ? phrase_word(REASON_NO_SUCH_ZONE) : phrase_inner(why));
    }
}

static void columns_of(const char *key, ColumnNames *names) {
    (void)field_columns(&case_table, key, names);
}

struct CaseSource {
    Document *document;
    char *file;
    bool faulty; /**< errors were found, or a file could not be read */
};

CaseSource *case_source_read(const char *path, Findings *findings, bool *unreadable) {
    const int errors = findings_errors(findings);
    CaseSource *source = g_new0(CaseSource, 1);
    source->file = g_file_test(path, G_FILE_TEST_IS_DIR) ? g_build_filename(path, "case.yaml", NULL)
                                                         : g_strdup(path);
    *unreadable = false;
    source->document = document_read(source->file, columns_of, findings, unreadable);
    source->faulty = findings_errors(findings) > errors || *unreadable;
    return source;
}

void case_source_free(CaseSource *source) {
    if (source != NULL) {
        document_free(source->document);
        g_free(source->file);
        g_free(source);
    }
}

const Node *case_source_scenarios(const CaseSource *source) {
    const Node *root = document_root(source->document);
    const Node *scenarios = root == NULL ? NULL : node_get(root, "scenarios");
    return scenarios != NULL && scenarios->kind == NODE_MAP ? scenarios : NULL;
}

ScenarioFound case_source_scenario(const CaseSource *source, const char *argument, ChangeList *list,
                                   Findings *findings) {
    return scenario_find(document_root(source->document), source->file, argument, columns_of, list,
                         findings);
}

/** Keeps what tells the case from others: its digest, and the changes that it came from. */
static void keep_identity(Case *kase, const Node *root, const ChangeList *changes) {
    g_autofree char *digest = case_digest(kase, root);
    kase->digest = case_memory_text(kase->memory, digest);
    if (change_list_scenarios(changes) == 0) {
        return;
    }
    g_autofree char *text = changes_text(changes);
    g_auto(GStrv) names = changes_names(changes);
    kase->changes = case_memory_text(kase->memory, text);
    kase->n_applied = (int)g_strv_length(names);
    kase->applied = case_memory_array(kase->memory, (size_t)kase->n_applied, sizeof *kase->applied);
    for (int i = 0; i < kase->n_applied; i++) {
        kase->applied[i] = case_memory_text(kase->memory, names[i]);
    }
}

/** Reads the case with changes laid over it; without them where they cannot be laid, which is told.
 *  @param laid  receives them; to be ended with laid_clear()
 *  @return true where there were any, and they were laid */
static bool read_changed(Case *kase, const CaseSource *source, const ChangeList *changes,
                         ChangeNotes *notes, Findings *findings, Laid *laid) {
    const int errors = findings_errors(findings);
    const Node *root = document_root(source->document);
    const bool complete = document_is_complete(source->document);
    if (change_list_count(changes) == 0 || !changes_check_form(changes, findings)) {
        read_root(kase, root, complete, NULL, findings);
        if (findings_errors(findings) == errors && complete) {
            keep_identity(kase, root, changes);
        }
        return false;
    }
    if (!changes_lay(root, changes, notes, findings, laid)) {
        read_root(kase, root, complete, NULL, findings);
        return false;
    }
    read_root(kase, laid->root, complete, laid->removed, findings);
    if (findings_errors(findings) == errors) {
        run_changes_make(laid->runs, kase, notes, findings);
        keep_identity(kase, laid->root, changes);
    }
    return true;
}

Case *case_source_make(const CaseSource *source, const ChangeList *changes,
                       const CommitmentOrder *order, ChangeNotes *notes, Findings *findings) {
    const int errors = findings_errors(findings);
    Case *kase = case_new(source->file);
    Laid laid = {0};
    bool changed = false;
    if (document_root(source->document) != NULL) {
        changed = read_changed(kase, source, changes, notes, findings, &laid);
    } else if (findings_errors(findings) == 0) {
        finding_error(findings, place_at(findings_file_name(findings, source->file), 1, 1),
                      FINDING_NOT_A_CASE);
    }
    kase->name = kase->title.en != NULL   ? kase->title.en
                 : kase->title.zh != NULL ? kase->title.zh
                                          : default_name(kase->memory, source->file);
    look_up_beijing(kase, findings);
    if (findings_errors(findings) == errors && !source->faulty) {
        commitment_read(kase, order, changed ? &laid : NULL, findings);
    }
    laid_clear(&laid);
    if (findings_errors(findings) > errors || source->faulty) {
        case_free(kase);
        return NULL;
    }
    return kase;
}

Case *case_read(const char *path, Findings *findings, bool *unreadable) {
    return case_read_committed(path, NULL, findings, unreadable);
}

Case *case_read_committed(const char *path, const CommitmentOrder *order, Findings *findings,
                          bool *unreadable) {
    CaseSource *source = case_source_read(path, findings, unreadable);
    Case *kase = case_source_make(source, NULL, order, NULL, findings);
    case_source_free(source);
    return kase;
}
