/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/case_fixture.h"

#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "config/case_read.h"
#include "export/words/findings/finding_words.h"
#include "model/problem/problem_memory.h"
#include "model/problem_build.h"

CaseFixture case_fixture_new(const char *head, const char *tail) {
    CaseFixture fixture = {.findings = findings_new()};
    g_autofree char *text = g_strconcat(head, tail, NULL);
    g_autofree char *path = NULL;
    int file = g_file_open_tmp("banlie-XXXXXX.yaml", &path, NULL);
    ck_assert_int_ge(file, 0);
    close(file);
    ck_assert(g_file_set_contents(path, text, (gssize)strlen(text), NULL));
    bool unreadable = false;
    fixture.kase = case_read(path, fixture.findings, &unreadable);
    g_remove(path);
    if (fixture.kase == NULL) {
        findings_print(fixture.findings, LANG_EN, stderr);
        ck_abort_msg("the case cannot be read");
    }
    fixture.problem = problem_build(fixture.kase, fixture.findings);
    ck_assert_ptr_nonnull(fixture.problem);
    return fixture;
}

void case_fixture_free(CaseFixture *fixture) {
    problem_free(fixture->problem);
    case_free(fixture->kase);
    findings_free(fixture->findings);
    *fixture = (CaseFixture){0};
}

Minute minute_at(const char *text) {
    Minute at = 0;
    ck_assert_msg(instant_parse(text, &at), "'%s' is no instant", text);
    return at;
}

StationId station_named(const Case *kase, const char *code) {
    for (StationId station = 0; station < kase->n_stations; station++) {
        if (strcmp(kase->stations[station].code, code) == 0) {
            return station;
        }
    }
    ck_abort_msg("no station %s", code);
    return NONE;
}

bool findings_say(const Findings *findings, Severity severity, const char *words) {
    for (int i = 0; i < findings_count(findings); i++) {
        const Finding *finding = findings_get(findings, i);
        g_autofree char *text = finding_words(LANG_EN, finding->phrase);
        if (finding->severity == severity && strstr(text, words) != NULL) {
            return true;
        }
    }
    return false;
}
