/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and checks the command line of `banlie sweep`. */
#include "cli/sweep_options.h"

#include <limits.h>
#include <string.h>

#include "cli/scenario_options.h"
#include "cli/speech.h"
#include "solver/lp/backends.h"

enum { DEFAULT_TASKS = 64, NOT_SAID = INT_MIN, WORKERS_MAX = 1024, TASKS_MAX = 100000 };

static const CommandSyntax syntax = {
    .command = "sweep",
    .arguments = "CASE",
    .n_arguments = 1,
    .summary =
        "Plans many variants of a case side by side: named scenarios, or the points of a sweep\n"
        "file (docs/reference/sweep-files.md). Each starts from what the base has left, in a\n"
        "process of its own, here or on a cluster (docs/cluster.md). The same command goes on "
        "where\nit was ended, and does again what was edited.",
    .example = "  banlie sweep my-case --scenarios khorgos-shut,surge,khorgos-shut+surge\n"
               "  banlie sweep my-case --grid sweep.yaml -o my-sweep --workers 4\n"
               "  banlie sweep my-case --grid sweep.yaml --engine slurm --sbatch '-p short -t 60'\n"
               "  banlie sweep my-case --grid sweep.yaml -o my-sweep --engine list | parallel",
};

static const char *const solve_words[] = {
    [SOLVE_PLAN] = "plan", [SOLVE_HELD] = "held", [SOLVE_RELAX] = "relax"};
static const char *const engine_words[] = {
    [ENGINE_LOCAL] = "local", [ENGINE_SLURM] = "slurm", [ENGINE_LIST] = "list"};
static const char *const keep_words[] = {
    [KEEP_PLANS] = "plans", [KEEP_ALL] = "all", [KEEP_ROWS] = "rows"};

/* What was written on the command line, before it is checked. */
typedef struct {
    char *out_dir, *grid, *names, *solve, *engine, *keep, *gap, *time_limit, *solver, *sbatch;
    int workers, tasks;
    gboolean cold, retry, quiet, no_bom, no_wait;
    FormOptions form;
    char **scenarios;
    CommitOptions commit;
} SweepWritten;

static OptionsStatus read_sweep_words(int argc, char **argv, SweepWritten *written,
                                      char ***arguments) {
    const GOptionEntry entries[] = {
        {"grid", 0, 0, G_OPTION_ARG_FILENAME, &written->grid, "Plan the points of this sweep file",
         "FILE"},
        {"scenarios", 0, 0, G_OPTION_ARG_FILENAME, &written->names,
         "Plan each of these scenarios by itself; A+B: one after the other", "A,B,C+D"},
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &written->out_dir,
         "Folder of the sweep (default: the case's name and -sweep, here)", "DIR"},
        {"solve", 0, 0, G_OPTION_ARG_STRING, &written->solve,
         "plan (default), held: with the trains of the base, or relax: the relaxation alone",
         "WHAT"},
        {"cold", 0, 0, G_OPTION_ARG_NONE, &written->cold,
         "Plan each point from scratch, as banlie plan does", NULL},
        {"workers", 0, 0, G_OPTION_ARG_INT, &written->workers,
         "Processes at a time (default: as many as processors, and as memory has room for)", "N"},
        {"engine", 0, 0, G_OPTION_ARG_STRING, &written->engine,
         "local (default), slurm: a job array, or list: print commands for another queue", "WHERE"},
        {"tasks", 0, 0, G_OPTION_ARG_INT, &written->tasks,
         "Tasks that slurm and list deal the points out to, at most (default 64)", "N"},
        {"sbatch", 0, 0, G_OPTION_ARG_STRING, &written->sbatch,
         "Options for sbatch besides, such as \"-p short --time 60\"", "OPTIONS"},
        {"no-wait", 0, 0, G_OPTION_ARG_NONE, &written->no_wait,
         "Hand the job in and end; the same command without this collects", NULL},
        {"keep", 0, 0, G_OPTION_ARG_STRING, &written->keep,
         "Folders of points: plans (default), all: conflicts too, or rows: none", "WHAT"},
        {"retry", 0, 0, G_OPTION_ARG_NONE, &written->retry,
         "Plan again what crashed or reached a limit", NULL},
        SCENARIO_ENTRY(written->scenarios),
        {"gap", 0, 0, G_OPTION_ARG_STRING, &written->gap,
         "Stop when proven this close to the best plan (default 0.005)", "SHARE"},
        {"time-limit", 0, 0, G_OPTION_ARG_STRING, &written->time_limit,
         "Stop each point after this time: 90, 90s, 10m, 1h (default 10m)", "TIME"},
        COMMIT_ENTRIES(written->commit),
        {"solver", 0, 0, G_OPTION_ARG_STRING, &written->solver, "LP solver, as plan has them",
         "NAME"},
        {"no-bom", 0, 0, G_OPTION_ARG_NONE, &written->no_bom, "CSV without a byte order mark",
         NULL},
        FORM_ENTRIES(written->form),
        {"quiet", 0, 0, G_OPTION_ARG_NONE, &written->quiet, "Say nothing but errors", NULL},
        {0},
    };
    return options_parse(&syntax, entries, argc, argv, arguments);
}

static void free_sweep_words(SweepWritten *written) {
    char *const texts[] = {written->out_dir, written->grid,  written->names, written->solve,
                           written->engine,  written->keep,  written->gap,   written->time_limit,
                           written->solver,  written->sbatch};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_free(texts[i]);
    }
    form_options_free(&written->form);
    commit_options_free(&written->commit);
    g_strfreev(written->scenarios);
}

/** Finds a word. @return its index, 0 where none was written, -1 where it is no word of the list */
static int word_index(const char *text, const char *const *words, int count) {
    for (int i = 0; text != NULL && i < count; i++) {
        if (strcmp(text, words[i]) == 0) {
            return i;
        }
    }
    return text == NULL ? 0 : -1;
}

static bool check_sweep_words(const SweepWritten *written, SweepOptions *options) {
    const int solve = word_index(written->solve, solve_words, G_N_ELEMENTS(solve_words));
    const int engine = word_index(written->engine, engine_words, G_N_ELEMENTS(engine_words));
    const int keep = word_index(written->keep, keep_words, G_N_ELEMENTS(keep_words));
    options->backend = backend_find(written->solver);
    if (solve < 0) {
        options_wrong(syntax.command, "--solve is plan, held or relax, not '%s'", written->solve);
    } else if (engine < 0) {
        options_wrong(syntax.command, "--engine is local, slurm or list, not '%s'",
                      written->engine);
    } else if (keep < 0) {
        options_wrong(syntax.command, "--keep is plans, all or rows, not '%s'", written->keep);
    } else if (options->backend == NULL) {
        options_wrong(syntax.command, "the solver '%s' is not built in", written->solver);
    } else {
        options->solve = (SolveKind)solve;
        options->engine = (SweepEngine)engine;
        options->keep = (SweepKeep)keep;
        return true;
    }
    return false;
}

/** Checks a count that may not be said. */
static bool check_count(const char *name, int written, int greatest, int *count) {
    if (written != NOT_SAID && (written < 1 || written > greatest)) {
        options_wrong(syntax.command, "%s is a whole number from 1 to %d, not %d", name, greatest,
                      written);
        return false;
    }
    *count = written == NOT_SAID ? *count : written;
    return true;
}

static bool check_sweep_numbers(const SweepWritten *written, SweepOptions *options) {
    if (written->gap != NULL && !options_share(written->gap, &options->gap)) {
        options_wrong(syntax.command, "--gap is a share from 0 to 1 such as 0.005, not '%s'",
                      written->gap);
        return false;
    }
    if (written->time_limit != NULL &&
        !options_seconds(written->time_limit, &options->time_limit_s)) {
        options_wrong(syntax.command,
                      "--time-limit is a time such as 90s, 10m or 1h, at most 1e9 s, not '%s'",
                      written->time_limit);
        return false;
    }
    return check_count("--workers", written->workers, WORKERS_MAX, &options->workers) &&
           check_count("--tasks", written->tasks, TASKS_MAX, &options->tasks);
}

/** Options of sbatch that the sweep rests on, in all their forms; a letter alone may have its value
 * right behind it. */
static const char *const own_sbatch_words[] = {
    "--array",    "-a",           "--dependency", "-d",     "--kill-on-invalid-dep",
    "--parsable", "--no-requeue", "-W",           "--wait", "-M",
    "--clusters", "--wrap",
};

/** True where a word for sbatch is one of those, `--array=0-3` or `-a0-3`, too. */
static bool is_own_sbatch_word(const char *word) {
    for (size_t i = 0; i < G_N_ELEMENTS(own_sbatch_words); i++) {
        const char *own = own_sbatch_words[i];
        const size_t length = strlen(own);
        if (strncmp(word, own, length) == 0 &&
            (own[1] != '-' || word[length] == '\0' || word[length] == '=')) {
            return true;
        }
    }
    return false;
}

/** Splits and checks what is for Slurm. */
static bool check_slurm(const SweepWritten *written, SweepOptions *options) {
    g_autoptr(GError) error = NULL;
    if (options->engine != ENGINE_SLURM && (written->sbatch != NULL || written->no_wait)) {
        options_wrong(syntax.command, "--sbatch and --no-wait are for --engine slurm alone");
        return false;
    }
    if (written->sbatch != NULL &&
        !g_shell_parse_argv(written->sbatch, NULL, &options->sbatch, &error) &&
        !g_error_matches(error, G_SHELL_ERROR, G_SHELL_ERROR_EMPTY_STRING)) {
        options_wrong(syntax.command, "a quotation mark in --sbatch has no end: '%s'",
                      written->sbatch);
        return false;
    }
    for (int i = 0; options->sbatch != NULL && options->sbatch[i] != NULL; i++) {
        if (is_own_sbatch_word(options->sbatch[i])) {
            options_wrong(syntax.command, "--sbatch may not have '%s': the sweep sets that itself",
                          options->sbatch[i]);
            return false;
        }
    }
    return true;
}

static bool check_what(const SweepWritten *written) {
    if ((written->grid == NULL) == (written->names == NULL)) {
        options_wrong(syntax.command, written->grid == NULL
                                          ? "--grid FILE or --scenarios A,B is missing"
                                          : "either --grid or --scenarios, not both");
        return false;
    }
    const char *const named[] = {written->grid, written->out_dir};
    for (size_t i = 0; i < G_N_ELEMENTS(named); i++) {
        if (named[i] != NULL && named[i][0] == '\0') {
            options_wrong(syntax.command,
                          i == 0 ? "an empty text names no file" : "an empty text names no folder");
            return false;
        }
    }
    return true;
}

/** Takes over what was written and is in order. */
static void take_words(SweepWritten *written, const char *case_path, SweepOptions *options) {
    options->case_path = g_strdup(case_path);
    options->out_dir = written->out_dir != NULL ? g_steal_pointer(&written->out_dir)
                                                : options_sweep_folder(case_path);
    options->grid = g_steal_pointer(&written->grid);
    options->names = g_steal_pointer(&written->names);
    options->scenarios = g_steal_pointer(&written->scenarios);
    options->commit = written->commit; /* the order points into it */
    written->commit = (CommitOptions){0};
    options->cold = written->cold;
    options->retry = written->retry;
    options->no_wait = written->no_wait;
    options->quiet = written->quiet;
    options->form.bom = !written->no_bom;
}

OptionsStatus sweep_options_read(int argc, char **argv, SweepOptions *options) {
    *options = (SweepOptions){.gap = 0.005, .time_limit_s = 600, .tasks = DEFAULT_TASKS};
    SweepWritten written = {.workers = NOT_SAID, .tasks = NOT_SAID};
    char **arguments = NULL;
    OptionsStatus status = read_sweep_words(argc, argv, &written, &arguments);
    if (status == OPTIONS_READY &&
        (!check_what(&written) || !check_sweep_words(&written, options) ||
         !check_sweep_numbers(&written, options) || !check_slurm(&written, options) ||
         !form_options_check(syntax.command, &written.form, &options->form) ||
         !commit_options_check(syntax.command, &written.commit, &options->order))) {
        status = OPTIONS_WRONG;
    }
    if (status == OPTIONS_READY) {
        take_words(&written, arguments[0], options);
    }
    g_strfreev(arguments);
    free_sweep_words(&written);
    return status;
}

void sweep_options_free(SweepOptions *options) {
    g_free(options->case_path);
    g_free(options->out_dir);
    g_free(options->grid);
    g_free(options->names);
    g_strfreev(options->scenarios);
    g_strfreev(options->sbatch);
    commit_options_free(&options->commit);
    *options = (SweepOptions){0};
}

const char *sweep_options_solve_word(SolveKind solve) {
    return solve_words[solve];
}
