/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From options to a sweep that can be run: case, sweep, checks, and what its rows depend on. */
#include "cli/sweep_job.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/speech.h"
#include "cli/sweep_log.h"
#include "cli/version.h"
#include "export/words/findings/finding_words.h"
#include "export/words/run_words.h"
#include "study/sweep/local_engine.h"
#include "study/sweep/sweep_names.h"
#include "study/sweep/sweep_read.h"

/** Of what people type: as many digits as they do. */
#define NUMBER_FORMAT "%.12g"

/* ---- findings, each line once ---- */

/** What was printed already. */
typedef struct {
    GHashTable *said;
    bool quiet; /**< warnings alone are kept back */
} NewFindings;

/** Prints findings, but for lines that were printed before: what is odd in the case is so in each
 * of its points. */
static void print_new_findings(const Findings *findings, void *user) {
    const NewFindings *print = user;
    if (print->quiet && findings_errors(findings) == 0) {
        return;
    }
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL) {
        return;
    }
    findings_print(findings, speech_language(), stream);
    (void)fclose(stream);
    g_auto(GStrv) lines = g_strsplit(text == NULL ? "" : text, "\n", -1);
    for (int i = 0; lines[i] != NULL; i++) {
        if (lines[i][0] != '\0' && g_hash_table_add(print->said, g_strdup(lines[i]))) {
            fprintf(stderr, "%s\n", lines[i]);
        }
    }
    free(text);
}

/* ---- what rows depend on ---- */

/** Appends the digest of a file of the earlier plan; nothing where it cannot be read, which is
 * found when the case is. */
static void add_file_digest(GString *text, const char *dir, const char *name) {
    char digest[DIGEST_TEXT_SIZE];
    g_autofree char *path = name == NULL ? g_strdup(dir) : g_build_filename(dir, name, NULL);
    g_string_append_printf(text, " %s", file_digest(path, digest) ? digest : "-");
}

/** The flags that change what a point comes to, written one way. */
static char *flags_text(const SweepOptions *options) {
    GString *text = g_string_new(NULL);
    char gap[G_ASCII_DTOSTR_BUF_SIZE], limit[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_printf(
        text, "solve %s %s gap %s time-limit %s solver %s",
        sweep_options_solve_word(options->solve), options->cold ? "cold" : "warm",
        g_ascii_formatd(gap, sizeof gap, NUMBER_FORMAT, options->gap),
        g_ascii_formatd(limit, sizeof limit, NUMBER_FORMAT, options->time_limit_s),
        options->backend->name);
    if (options->commit.dir != NULL) {
        g_string_append(text, " commit");
        add_file_digest(text, options->commit.dir, "trains.csv");
        add_file_digest(text, options->commit.dir, "allocations.csv");
    }
    if (options->commit.happened != NULL) {
        g_string_append(text, " happened");
        add_file_digest(text, options->commit.happened, NULL);
    }
    if (options->commit.freeze_before != NULL) {
        g_string_append_printf(text, " freeze-before %s", options->commit.freeze_before);
    }
    return g_string_free(text, FALSE);
}

bool sweep_job_put_spec(const SweepJob *job) {
    const SweepOptions *options = job->options;
    char gap[G_ASCII_DTOSTR_BUF_SIZE], limit[G_ASCII_DTOSTR_BUF_SIZE];
    g_autofree char *scenarios =
        options->scenarios == NULL ? NULL : g_strjoinv(",", options->scenarios);
    const SweepFlag flags[] = {
        {"case", options->case_path},
        {"grid", options->grid},
        {"scenarios", options->names},
        {"scenario", scenarios},
        {"solve", sweep_options_solve_word(options->solve)},
        {"cold", options->cold ? "true" : NULL},
        {"gap", g_ascii_formatd(gap, sizeof gap, NUMBER_FORMAT, options->gap)},
        {"time-limit", g_ascii_formatd(limit, sizeof limit, NUMBER_FORMAT, options->time_limit_s)},
        {"solver", options->backend->name},
        {"commit", options->commit.dir},
        {"happened", options->commit.happened},
        {"freeze-before", options->commit.freeze_before},
    };
    const SweepContext context = {BANLIE_VERSION, job->program, flags, G_N_ELEMENTS(flags)};
    return sweep_json_put(job->sweep, &context, options->out_dir);
}

/* ---- reading and checking ---- */

/** Reads the sweep. @return EXIT_DONE, or how the program ends */
static ExitCode read_sweep(SweepJob *job) {
    const SweepOptions *options = job->options;
    bool unreadable = false;
    if (options->names != NULL) {
        job->sweep = sweep_of_names(options->names);
        return job->sweep != NULL
                   ? EXIT_DONE
                   : options_wrong("sweep", "--scenarios is a list such as A,B,C+D, not '%s'",
                                   options->names);
    }
    job->sweep = sweep_read(options->grid, job->findings, &unreadable);
    return job->sweep != NULL ? EXIT_DONE : unreadable ? EXIT_IO : EXIT_CASE;
}

static RunOrder run_order(const SweepJob *job) {
    const SweepOptions *options = job->options;
    return (RunOrder){.loading = {.source = job->source,
                                  .commitment = &options->order,
                                  .scenarios = (const char *const *)options->scenarios},
                      .gap = options->gap,
                      .time_limit_s = options->time_limit_s,
                      .relax = options->solve == SOLVE_RELAX,
                      .backend = options->backend,
                      .version = BANLIE_VERSION,
                      .delivery = {.form = options->form, .lang = speech_language()}};
}

static SweepOrder sweep_order(SweepJob *job) {
    const SweepOptions *options = job->options;
    return (SweepOrder){.sweep = job->sweep,
                        .dir = options->out_dir,
                        .form = options->form,
                        .origin = {.program = job->program, .flags = job->flags},
                        .warm = !options->cold || options->solve == SOLVE_HELD,
                        .retry = options->retry,
                        .workers = options->workers,
                        .engine = local_engine(),
                        .solver = point_solver(&job->points),
                        .watch = sweep_watcher_watch(&job->watcher)};
}

ExitCode sweep_job_open(const SweepOptions *options, SweepJob *job) {
    *job = (SweepJob){.options = options, .findings = findings_new()};
    bool unreadable = false;
    job->source = case_source_read(options->case_path, job->findings, &unreadable);
    ExitCode code = unreadable ? EXIT_IO : read_sweep(job);
    g_autoptr(GHashTable) said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    NewFindings print = {said, options->quiet};
    print_new_findings(job->findings, &print);
    if (code != EXIT_DONE) {
        return code;
    }
    if (!program_digest(job->program)) {
        fprintf(stderr, say("banlie sweep: %s: %s\n"), "/proc/self/exe", g_strerror(errno));
        return EXIT_IO;
    }
    job->flags = flags_text(options);
    job->watcher = sweep_watcher_new(options->quiet);
    job->points = (PointOrder){.sweep = job->sweep,
                               .dir = options->out_dir,
                               .held = options->solve == SOLVE_HELD,
                               .warm = !options->cold,
                               .run = run_order(job),
                               .keep = options->keep,
                               .begun = sweep_log_begin,
                               .over = sweep_log_end,
                               .user = (void *)(uintptr_t)options};
    const Outcome checked = points_check(&job->points, print_new_findings, &print);
    code = exit_code_of(checked);
    if (checked == OUTCOME_NO_MEMORY) {
        fprintf(stderr, say("banlie sweep: %s: %s\n"), options->out_dir,
                run_words_outcome(speech_language(), checked));
    }
    job->order = sweep_order(job);
    return code == EXIT_DONE && findings_errors(job->findings) > 0 ? EXIT_CASE : code;
}

void sweep_job_close(SweepJob *job) {
    g_clear_pointer(&job->points.trains, g_hash_table_unref);
    g_clear_pointer(&job->points.start, start_file_free);
    sweep_free(job->sweep);
    case_source_free(job->source);
    findings_free(job->findings);
    g_free(job->flags);
}
