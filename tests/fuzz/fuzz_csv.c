/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Fuzz target: the CSV file of a section. The first byte says which section it is. */
#include <string.h>

#include <glib.h>

#include "tests/fuzz/fuzz.h"

static const char head[] = "banlie: 1\n"
                           "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai}\n"
                           "stations:\n"
                           "  YIW: {country: CN, zone: Asia/Shanghai}\n"
                           "  ALA: {country: KZ, zone: Asia/Almaty, transfer: {}}\n"
                           "  DUI: {country: DE, zone: Europe/Berlin}\n"
                           "lines:\n"
                           "  OUT: {route: [YIW, ALA, DUI]}\n";

static const char slots[] =
    "slots:\n"
    "  - {id: CN-1, from: YIW, to: ALA, departs: [Tue 04:30], runs: 4d, km: 4480, teu: 110}\n"
    "  - {id: EU-1, from: ALA, to: DUI, departs: [Sat 08:00], runs: 7d, km: 6000, teu: 110}\n";

/** Sections that may stand in a CSV file, by the first byte; slots in place of those above. */
static const char *const sections[] = {"demand", "feeders", "load_factors", "trains", "slots"};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) {
        return 0;
    }
    const char *section = sections[data[0] % G_N_ELEMENTS(sections)];
    g_autofree char *text = g_strdup_printf("%s%s%s: {csv: rows.csv}\n", head,
                                            strcmp(section, "slots") == 0 ? "" : slots, section);
    g_autofree char *path = fuzz_path("case.yaml"), *rows = fuzz_path("rows.csv");
    fuzz_write(path, text, strlen(text));
    fuzz_write(rows, data + 1, size - 1);
    fuzz_check_case(path);
    return 0;
}
