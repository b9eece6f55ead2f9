/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/conflict_report.h"

#include <glib.h>
#include <stdio.h>

#include "config/schema/json_text.h"
#include "export/words/repair_words.h"
#include "export/words/rule_words.h"

/* Lines of rules that are shown; where hundreds of bookings want the same trains, more say no more.
 */
enum { SHOWN_MAX = 30 };

static void print_line(Place place, const char *label, const char *text) {
    fprintf(stderr, "%s:%d:%d: %s: %s\n", place.file, place.line, place.column, label, text);
}

static void print_conflict(const Conflict *conflict, Lang lang) {
    if (conflict->n_members == 0) {
        fputs("banlie plan: infeasible: no plan keeps all rules of this case\n", stderr);
    } else {
        fprintf(stderr, "banlie plan: infeasible: %s\n",
                conflict->n_members == 1 ? "this rule cannot be kept, whatever the others say"
                                         : "these rules clash, whatever the others say");
    }
    for (int i = 0; i < conflict->n_members && i < SHOWN_MAX; i++) {
        const Rule *rule = &conflict->rules.items[conflict->members[i]];
        g_autofree char *text = rule_words(lang, conflict->rules.kase, rule);
        print_line(rule->place, "conflict", text);
    }
    if (conflict->n_members > SHOWN_MAX) {
        fprintf(stderr, "banlie plan: and %d more (--json lists all)\n",
                conflict->n_members - SHOWN_MAX);
    }
    if (conflict->n_members > 1 && !conflict->minimal) {
        fputs("banlie plan: fewer rules may clash already: a limit ended the search\n", stderr);
    }
}

/* Whether a repair is of a rule that the conflict does not name. */
static bool repairs_others(const Conflict *conflict) {
    for (int i = 0; i < conflict->repairs.count; i++) {
        bool named = false;
        for (int j = 0; j < conflict->n_members; j++) {
            named |= conflict->members[j] == conflict->repairs.items[i].change.rule;
        }
        if (!named) {
            return true;
        }
    }
    return false;
}

static void print_repairs(const Conflict *conflict, Lang lang) {
    for (int i = 0; i < conflict->repairs.count; i++) {
        const Repair *repair = &conflict->repairs.items[i];
        g_autofree char *text = repair_words(lang, &conflict->rules, repair);
        print_line(repair->place, "repair", text);
    }
    if (conflict->n_members > 0 && repairs_others(conflict)) {
        fputs("banlie plan: repairs of rules not named above are for other clashes\n", stderr);
    }
    if (conflict->repairs.count > 0) {
        fprintf(stderr, "banlie plan: with %s%s\n",
                conflict->repairs.count == 1 ? "this repair" : "these repairs together",
                conflict->repaired
                    ? " there is a plan; no cheaper one was found"
                    : " there may be a plan; a limit ended the search before one was found");
    }
}

/* ---- the same as JSON ---- */

static void json_place(JsonText *json, Place place) {
    char number[32];
    json_text_string(json, "file", place.file);
    g_snprintf(number, sizeof number, "%d", place.line);
    json_text_raw(json, "line", number);
    g_snprintf(number, sizeof number, "%d", place.column);
    json_text_raw(json, "column", number);
}

static void json_number(JsonText *json, const char *key, double value) {
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    json_text_raw(json, key, g_ascii_formatd(number, sizeof number, "%.10g", value));
}

static void json_members(JsonText *json, const Conflict *conflict) {
    json_text_open(json, "conflict", '[');
    for (int i = 0; i < conflict->n_members; i++) {
        const Rule *rule = &conflict->rules.items[conflict->members[i]];
        g_autofree char *text = rule_words(LANG_EN, conflict->rules.kase, rule);
        json_text_open(json, NULL, '{');
        json_text_string(json, "text", text);
        json_place(json, rule->place);
        json_text_close(json, '}');
    }
    json_text_close(json, ']');
}

static void json_repairs(JsonText *json, const Conflict *conflict) {
    json_text_open(json, "repair", '[');
    for (int i = 0; i < conflict->repairs.count; i++) {
        const Repair *repair = &conflict->repairs.items[i];
        g_autofree char *text = repair_words(LANG_EN, &conflict->rules, repair);
        json_text_open(json, NULL, '{');
        json_text_string(json, "text", text);
        json_number(json, "from", repair->from);
        json_number(json, "to", repair->change.to);
        json_place(json, repair->place);
        json_text_close(json, '}');
    }
    json_text_close(json, ']');
}

static void print_json(const Conflict *conflict) {
    JsonText json = {.out = stdout};
    json_text_open(&json, NULL, '{');
    json_text_string(&json, "status", "infeasible");
    json_text_raw(&json, "minimal", conflict->minimal ? "true" : "false");
    json_members(&json, conflict);
    json_text_raw(&json, "repaired", conflict->repaired ? "true" : "false");
    json_repairs(&json, conflict);
    json_text_close(&json, '}');
    fputc('\n', stdout);
}

void conflict_report(const Conflict *conflict, const PlanOptions *options) {
    Lang lang = options->lang;
    if (conflict == NULL) {
        fputs("banlie plan: infeasible; why could not be found out: memory ran out\n", stderr);
        return;
    }
    print_conflict(conflict, lang);
    if (conflict->ended != OUTCOME_DONE) {
        fprintf(stderr, "banlie plan: the search for what clashes was cut short: %s\n",
                outcome_text(conflict->ended));
    }
    print_repairs(conflict, lang);
    if (options->json) {
        print_json(conflict);
    }
}
