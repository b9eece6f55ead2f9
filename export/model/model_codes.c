/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the codes that names in MPS and LP files are put together from, each of its own. */
#include "export/model/model_codes.h"

#include <glib.h>
#include <inttypes.h>
#include <stdlib.h>

#include "base/values.h"
#include "export/view/train_names.h"

enum {
    NAME_LONGEST = 96,
    NAME_KEPT = 79 /**< of a name that is too long */
};

struct ModelCodes {
    const char **codes[N_CODE_KINDS]; /**< by id */
    GStringChunk *memory;
};

/** Where codes come from. */
typedef struct {
    const Problem *problem;
    TrainNames *train_names;
    GString *scratch;
} Source;

static int how_many(const Problem *problem, CodeKind kind) {
    const Case *kase = problem->kase;
    switch (kind) {
    case CODE_TRAIN:
        return problem->n_trains;
    case CODE_SLOT_RUN:
        return problem->n_runs;
    case CODE_STATION:
        return kase->n_stations;
    case CODE_FLOW:
        return problem->n_flows;
    case CODE_CARGO:
        return kase->n_cargo;
    case CODE_LINE:
        return kase->n_lines;
    case CODE_FEEDER:
        return kase->n_feeders;
    case CODE_FEEDER_RUN:
        return problem->n_feeder_runs;
    case CODE_EQUIPMENT:
        return kase->n_equipment;
    case CODE_POOL:
        return kase->n_rakes;
    case CODE_BALANCE:
        return kase->n_balance;
    case N_CODE_KINDS:
        break;
    }
    return 0;
}

/** `TRUCK@2026-12-01T0430` */
static const char *feeder_run(const Source *source, FeederRunId id) {
    const FeederRun *run = &source->problem->feeder_runs[id];
    const Feeder *feeder = &source->problem->kase->feeders[run->feeder];
    char day[DATE_TEXT_SIZE];
    Date date = 0;
    int minute = 0, offset = 0;
    zone_from_minute(problem_zone(source->problem, feeder->from), run->departs, &date, &minute,
                     &offset);
    g_string_printf(source->scratch, "%s@%sT%02d%02d", feeder->code, date_format(date, day),
                    minute / MINUTES_PER_HOUR, minute % MINUTES_PER_HOUR);
    return source->scratch->str;
}

/** `booking.7`: the case's seventh booking, where its id is none that names of models can have. */
static const char *booking_called(const Source *source, const Booking *booking) {
    if (code_check(booking->code) == FAULT_NONE) {
        return booking->code;
    }
    g_string_printf(source->scratch, "booking.%d", booking->demand + 1);
    return source->scratch->str;
}

/** What something is called in the case or the plan. */
static const char *called(const Source *source, CodeKind kind, int id) {
    const Problem *problem = source->problem;
    const Case *kase = problem->kase;
    switch (kind) {
    case CODE_TRAIN:
        return train_name(source->train_names, id);
    case CODE_SLOT_RUN:
        return problem->runs[id].name;
    case CODE_STATION:
        return kase->stations[id].code;
    case CODE_FLOW:
        return booking_called(source, &problem->bookings[id]);
    case CODE_CARGO:
        return kase->cargo[id].code;
    case CODE_LINE:
        return kase->lines[id].code;
    case CODE_FEEDER:
        return kase->feeders[id].code;
    case CODE_FEEDER_RUN:
        return feeder_run(source, id);
    case CODE_EQUIPMENT:
        return kase->containers[kase->equipment[id].container].code;
    case CODE_POOL:
        return kase->rakes[id].code;
    case CODE_BALANCE:
        return kase->balance[id].name;
    case N_CODE_KINDS:
        break;
    }
    return NULL;
}

/** One `_` for each character that may not stand in a name. */
static char *safe_text(const char *text) {
    GString *safe = g_string_new(NULL);
    for (const char *at = text == NULL ? "" : text; *at != '\0'; at++) {
        const bool plain = g_ascii_isalnum(*at) || *at == '.' || *at == '_' || *at == '@';
        const bool goes_on = ((unsigned char)*at & 0xC0) == 0x80; /* of a character in UTF-8 */
        if (!goes_on) {
            g_string_append_c(safe, plain ? *at : '_');
        }
    }
    return g_string_free(safe, FALSE);
}

/** Safe texts have no `~`, so one that gets a `~2` is no other's. */
static void make_codes(ModelCodes *codes, const Source *source, CodeKind kind) {
    const int count = how_many(source->problem, kind);
    codes->codes[kind] = g_new0(const char *, (size_t)count + 1);
    GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int id = 0; id < count; id++) {
        char *safe = safe_text(called(source, kind, id));
        const int repeat = GPOINTER_TO_INT(g_hash_table_lookup(seen, safe)) + 1;
        char *code = repeat == 1 ? g_strdup(safe) : g_strdup_printf("%s~%d", safe, repeat);
        codes->codes[kind][id] = g_string_chunk_insert(codes->memory, code);
        g_free(code);
        g_hash_table_replace(seen, safe, GINT_TO_POINTER(repeat));
    }
    g_hash_table_destroy(seen);
}

ModelCodes *model_codes_new(const Problem *problem) {
    ModelCodes *codes = calloc(1, sizeof *codes);
    Source source = {.problem = problem, .train_names = train_names_new(problem, NULL)};
    if (codes == NULL || source.train_names == NULL) {
        free(codes);
        train_names_free(source.train_names);
        return NULL;
    }
    source.scratch = g_string_new(NULL);
    codes->memory = g_string_chunk_new(4096);
    for (int kind = 0; kind < N_CODE_KINDS; kind++) {
        make_codes(codes, &source, (CodeKind)kind);
    }
    g_string_free(source.scratch, TRUE);
    train_names_free(source.train_names);
    return codes;
}

void model_codes_free(ModelCodes *codes) {
    if (codes == NULL) {
        return;
    }
    for (int kind = 0; kind < N_CODE_KINDS; kind++) {
        g_free(codes->codes[kind]);
    }
    g_string_chunk_free(codes->memory);
    free(codes);
}

const char *model_code(const ModelCodes *codes, CodeKind kind, int id) {
    return codes->codes[kind][id];
}

void model_codes_list(const ModelCodes *codes, const Problem *problem, OutFile *out,
                      const char *comment) {
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        const Booking *booking = &problem->bookings[id];
        if (booking->tier == 0 && code_check(booking->code) != FAULT_NONE) {
            out_file_print(out, "%s %s = %s\n", comment, model_code(codes, CODE_FLOW, id),
                           booking->code);
        }
    }
}

/** FNV-1a of 64 bits (Fowler, Noll & Vo). */
static uint64_t name_hash(const char *text) {
    uint64_t hash = 0xcbf29ce484222325;
    for (; *text != '\0'; text++) {
        hash = (hash ^ (unsigned char)*text) * 0x100000001b3;
    }
    return hash;
}

/** Other names end in a bracket, so one that ends in a hash cannot be one of theirs. */
const char *model_name_cut(char *text, int length) {
    if (length > NAME_LONGEST) {
        const uint64_t hash = name_hash(text);
        (void)g_snprintf(text + NAME_KEPT, NAME_LONGEST - NAME_KEPT + 1, "~%016" PRIx64, hash);
    }
    return text;
}
