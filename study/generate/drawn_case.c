/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slots, lines and journeys of a made-up case, kept in arrays that grow. */
#include "study/generate/drawn_case.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"

int drawn_slot_add(DrawnCase *drawn) {
    if (!GROW(drawn->slots, drawn->n_slots + 1, drawn->slots_room)) {
        return -1;
    }
    drawn->slots[drawn->n_slots] = (DrawnSlot){0};
    return drawn->n_slots++;
}

int drawn_line_add(DrawnCase *drawn) {
    if (!GROW(drawn->lines, drawn->n_lines + 1, drawn->lines_room)) {
        return -1;
    }
    drawn->lines[drawn->n_lines] = (DrawnLine){0};
    return drawn->n_lines++;
}

int drawn_journey_add(DrawnCase *drawn) {
    if (!GROW(drawn->journeys, drawn->n_journeys + 1, drawn->journeys_room)) {
        return -1;
    }
    drawn->journeys[drawn->n_journeys] = (DrawnJourney){0};
    return drawn->n_journeys++;
}

int drawn_slot_find(const DrawnCase *drawn, int from, int to) {
    for (int i = 0; i < drawn->n_slots; i++) {
        if (drawn->slots[i].from == from && drawn->slots[i].to == to) {
            return i;
        }
    }
    return -1;
}

bool drawn_slot_depart(DrawnSlot *slot, int departs) {
    int at = 0;
    while (at < slot->n_departs && slot->departs[at] < departs) {
        at++;
    }
    if (at < slot->n_departs && slot->departs[at] == departs) {
        return true;
    }
    if (!GROW(slot->departs, slot->n_departs + 1, slot->room)) {
        return false;
    }
    memmove(&slot->departs[at + 1], &slot->departs[at],
            (size_t)(slot->n_departs - at) * sizeof *slot->departs);
    slot->departs[at] = departs;
    slot->n_departs++;
    return true;
}

void drawn_case_clear(DrawnCase *drawn) {
    for (int i = 0; i < drawn->n_slots; i++) {
        free(drawn->slots[i].departs);
    }
    free(drawn->slots);
    free(drawn->lines);
    free(drawn->journeys);
    free(drawn->bookings);
    *drawn = (DrawnCase){0};
}
