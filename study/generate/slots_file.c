/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slots.yaml: every path with its departures, its room and what it costs. */
#include "study/generate/case_files.h"
#include "study/generate/case_text.h"

static void put_slot(OutFile *out, const DrawnSlot *slot) {
    out_file_print(out, "  - {id: %s, from: %s, to: %s, departs: ", slot->id,
                   place_at(slot->from)->code, place_at(slot->to)->code);
    put_weekly_times(out, slot->departs, slot->n_departs);
    out_file_print(out, ", runs: ");
    put_duration(out, slot->run_min);
    out_file_print(out, ", km: %d, gauge: %d", slot->km, slot->stretch == 1 ? 1520 : 1435);
    if (slot->rake != NULL) {
        out_file_print(out, ", rake: %s", slot->rake);
    }
    out_file_print(out, ",\n     teu: %d", slot->teu);
    if (slot->tonnes > 0) {
        out_file_print(out, ", tonnes: %d", slot->tonnes);
    }
    out_file_print(out, ", cost: {");
    if (slot->train_cost > 0) {
        out_file_print(out, "train: %d, ", slot->train_cost);
    }
    out_file_print(out, "teu: %d", slot->teu_cost);
    if (slot->empty_cost > 0) {
        out_file_print(out, ", empty_teu: %d", slot->empty_cost);
    }
    out_file_print(out, "}}\n");
}

/** The slots of a stretch and direction. */
static void put_group(const DrawnCase *drawn, OutFile *out, int stretch, bool outbound) {
    static const char *const names[ROUTE_SLOTS] = {"China", "Broad gauge", "Europe"};
    out_file_print(out, "  # %s, %s\n", names[stretch], outbound ? "outbound" : "return");
    for (int i = 0; i < drawn->n_slots; i++) {
        const DrawnSlot *slot = &drawn->slots[i];
        if (slot->stretch == stretch && (slot->from < slot->to) == outbound) {
            put_slot(out, slot);
        }
    }
}

void slots_write(const DrawnCase *drawn, OutFile *out) {
    out_file_print(out,
                   "# Paths: times are local at the station that they leave. Kilometres are near "
                   "the real ones; times, room and costs are made up.\nslots:\n");
    for (int i = 0; i < 2 * ROUTE_SLOTS; i++) {
        const bool outbound = i < ROUTE_SLOTS;
        put_group(drawn, out, outbound ? i : 2 * ROUTE_SLOTS - 1 - i, outbound);
    }
}
